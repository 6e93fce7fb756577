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
