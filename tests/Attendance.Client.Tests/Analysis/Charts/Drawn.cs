using Attendance.Client.Analysis;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Charts;

/// <summary>What the tests draw.</summary>
internal static class Drawn
{
    public static TimeZoneInfo Berlin { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The weekly meeting of the samples: an organizer, a presenter with two stays, an attendee, and a guest.</summary>
    public static async Task<AttendanceSummary> WeeklyReviewAsync() =>
        AttendanceSummary.Of((await SampleData.CreateGraph().CreateClient().GetLatestReportAsync(SampleData.Meeting))!);

    /// <summary>The same against its plan, as the tool draws it.</summary>
    public static async Task<AttendanceSummary> PlannedWeeklyReviewAsync()
    {
        var occurrences = await SampleData.CreateGraph().CreateClient().GetOccurrencesAsync(
            SampleData.Meeting, new OccurrenceOptions { IncludeRecords = true });
        return AttendanceSummary.Of(occurrences[^1] with { Expected = null });
    }

    /// <summary>A webinar of many people with its registrations.</summary>
    public static (AttendanceSummary Summary, RegistrationSummary Registrations) Webinar(int people)
    {
        var webinar = new AttendanceGenerator(7).CreateWebinar(people);
        var summary = AttendanceSummary.Of(webinar.Sessions[0].Reports);
        return (summary, RegistrationSummary.Of(webinar.Registrations, summary));
    }

    public static AttendanceSummary Townhall(int people, int seed = 7) =>
        AttendanceSummary.Of(new AttendanceGenerator(seed).CreateTownhall(people).Sessions[0].Reports);

    /// <summary>Three weekly lessons, of which the last has no report, for Ada, Grace who was late once, and one who never came.</summary>
    public static AttendanceRegister Course()
    {
        AttendanceOccurrence Week(int number, params (string Name, int Late)[] people)
        {
            var plan = new TimeWindow(At("2026-03-02T10:00:00Z").AddDays(7 * number),
                At("2026-03-02T10:50:00Z").AddDays(7 * number));
            return new AttendanceOccurrence
            {
                Plan = plan,
                Reports = people.Length == 0 ? [] :
                [
                    new AttendanceReport
                    {
                        Id = $"{number}",
                        StartedAt = plan.Start,
                        EndedAt = plan.End,
                        Records = [.. people.Select(person => new AttendanceRecord
                        {
                            Identity = new AttendeeIdentity { Id = person.Name, DisplayName = person.Name },
                            Intervals = [new AttendanceInterval { JoinedAt = plan.Start.AddMinutes(person.Late), LeftAt = plan.End }],
                        })],
                    },
                ],
            };
        }

        return AttendanceRegister.Of(
            [Week(0, ("Ada", 0), ("Grace", 12)), Week(1, ("Ada", 0)), Week(2)],
            new RegisterOptions
            {
                Expected =
                [
                    new ExpectedPerson { Id = "Ada" }, new ExpectedPerson { Id = "Grace" },
                        new ExpectedPerson { Id = "n", DisplayName = "Nie Da" },
                ],
            });
    }

    /// <summary>Weekly lessons of people who come late, leave early, stay away and call themselves what they like.</summary>
    public static AttendanceRegister Term(int people, int weeks, Func<int, string>? nameOf = null)
    {
        nameOf ??= static number => $"Person {number}";
        var start = At("2026-03-02T10:00:00Z");
        return AttendanceRegister.Of(
            Enumerable.Range(0, weeks).Select(week =>
            {
                var plan = new TimeWindow(start.AddDays(7 * week), start.AddDays(7 * week).AddMinutes(50));
                return new AttendanceOccurrence
                {
                    Plan = plan,
                    Subject = nameOf(week),
                    Reports =
                    [
                        new AttendanceReport
                        {
                            Id = $"{week}",
                            StartedAt = plan.Start,
                            EndedAt = plan.End,
                            Records = [.. Enumerable.Range(0, people).Where(person => (person + week) % 7 != 0).Select(person =>
                                new AttendanceRecord
                                {
                                    Identity = new AttendeeIdentity
                                    {
                                        Id = $"{person}",
                                        DisplayName = nameOf(person),
                                        Kind = person % 5 == 0 ? AttendeeKind.Guest : AttendeeKind.User,
                                    },
                                    Intervals =
                                    [
                                        new AttendanceInterval
                                        {
                                            JoinedAt = plan.Start.AddMinutes((person * week) % 20),
                                            LeftAt = plan.End.AddMinutes(-((person + week) % 25)),
                                        },
                                    ],
                                })],
                        },
                    ],
                };
            }),
            new RegisterOptions
            {
                Expected = [.. Enumerable.Range(0, people).Select(person => new ExpectedPerson { Id = $"{person}" }),
                    new ExpectedPerson { Id = "never", DisplayName = "Nie Da" }],
            });
    }

    /// <summary>A summary of one session of an hour from 10:00 UTC on 2 March 2026.</summary>
    public static AttendanceSummary Hour(params AttendanceRecord[] records) =>
        Session("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z", records);

    /// <summary>That session as it was planned for that hour, and for whom.</summary>
    public static AttendanceSummary Planned(IReadOnlyList<ExpectedPerson>? expected, params AttendanceRecord[] records) =>
        AttendanceSummary.Of(
            new AttendanceReport
            {
                Id = "r",
                StartedAt = At("2026-03-02T10:00:00Z"),
                EndedAt = At("2026-03-02T11:00:00Z"),
                Records = records,
            },
            new SummaryOptions { Windows = [new TimeWindow(At("2026-03-02T10:00:00Z"), At("2026-03-02T11:00:00Z"))], Expected = expected });

    public static AttendanceSummary Session(string start, string end, params AttendanceRecord[] records) =>
        AttendanceSummary.Of(new AttendanceReport { Id = "r", StartedAt = At(start), EndedAt = At(end), Records = records });

    public static AttendanceRecord Person(string? name, params (string Joined, string Left)[] stays) => new()
    {
        Identity = new AttendeeIdentity { DisplayName = name },
        Role = AttendeeRole.Attendee,
        Intervals = [.. stays.Select(
            stay =>
                new AttendanceInterval { JoinedAt = At(stay.Joined), LeftAt = At(stay.Left), Duration = At(stay.Left) - At(stay.Joined) })],
    };

    /// <summary>Somebody whose times Graph hides.</summary>
    public static AttendanceRecord Hidden(string name, TimeSpan? reported) => new()
    {
        Identity = new AttendeeIdentity { DisplayName = name },
        TotalAttendance = reported,
        Intervals = [new AttendanceInterval { Duration = reported }],
    };

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
