using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Analysis.Exports;

/// <summary>Two lessons of an hour at nine in Berlin, and a third that nobody has reported: Ada came, Bob came late and then not at all,
/// Nie never came, and a guest came once.</summary>
internal static class Course
{
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static readonly DateTimeOffset Start = new(2026, 10, 13, 7, 0, 0, TimeSpan.Zero);

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private static readonly IReadOnlyList<ExpectedPerson> Expected =
    [
        new() { Id = "ada", DisplayName = "Ada" },
        new() { Id = "bob", DisplayName = "Bob" },
        new() { EmailAddress = "nie.da@contoso.com", DisplayName = "Nie Da" },
    ];

    public static AttendanceRegister Register => AttendanceRegister.Of(Occurrences);

    public static List<WorkbookSession> Sessions =>
    [
        .. Occurrences.Take(2).Select(occurrence =>
        {
            var summary = AttendanceSummary.Of(occurrence);
            return new WorkbookSession
            {
                Summary = summary,
                Origin = RowOrigin.Of(Source, occurrence.Reports, occurrence.Subject),
                Registrations = RegistrationSummary.Of(Registrations, summary),
            };
        }),
    ];

    private static List<AttendanceOccurrence> Occurrences =>
    [
        Occurrence(0, Person("ada", "Ada", 0, 0, 60), Person("bob", "Bob", 0, 12, 60)),
        Occurrence(1, Person("ada", "Ada", 7, 0, 45), Person(null, "=1+1", 7, 0, 30)),
        Occurrence(2) with { Reports = [] },
    ];

    private static Registration[] Registrations =>
    [
        new()
        {
            Id = "r1",
            UserId = "ada",
            FirstName = "Ada",
            Status = RegistrationStatus.Registered,
            Answers =
            [
                new RegistrationAnswer { QuestionId = "q1", DisplayName = "Lunch?", BooleanValue = true },
                new RegistrationAnswer { QuestionId = "q2", DisplayName = "Topics", Choices = ["Graph", "Teams; Rooms"] },
            ],
        },
        new()
        {
            Id = "r2",
            UserId = "bob",
            FirstName = "Bob",
            Status = RegistrationStatus.Registered,
            Answers = [new RegistrationAnswer { QuestionId = "q3", DisplayName = "Status", Value = "=2+2" }],
        },
    ];

    private static AttendanceOccurrence Occurrence(int week, params AttendanceRecord[] records)
    {
        var start = Start.AddDays(7 * week);
        // Daylight saving ends between the second lesson and the third, which is at nine in Berlin all the same.
        var plan = new TimeWindow(week == 2 ? start.AddHours(1) : start, week == 2 ? start.AddHours(2) : start.AddHours(1));
        return new AttendanceOccurrence
        {
            Subject = "Onboarding",
            SeriesId = "series",
            Source = Source,
            Plan = plan,
            Expected = Expected,
            Reports =
            [
                new AttendanceReport
                {
                    Id = $"report-{week}",
                    StartedAt = start.AddMinutes(-10),
                    EndedAt = start.AddMinutes(70),
                    Records = records,
                },
            ],
        };
    }

    private static AttendanceRecord Person(string? id, string name, int day, int from, int to) => new()
    {
        Identity = new AttendeeIdentity { Id = id, DisplayName = name, Kind = id is null ? AttendeeKind.Guest : AttendeeKind.User },
        EmailAddress = id is null ? null : $"{id}@contoso.com",
        Role = AttendeeRole.Attendee,
        Intervals =
        [
            new AttendanceInterval
            {
                JoinedAt = Start.AddDays(day).AddMinutes(from),
                LeftAt = Start.AddDays(day).AddMinutes(to),
                Duration = TimeSpan.FromMinutes(to - from),
            },
        ],
    };
}
