namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>People in the order in which they are listed, and what is said of each.</summary>
internal static class Listing
{
    /// <summary>Those who came first, then those whose times are hidden, then those who did not come.</summary>
    public static List<AttendeeSummary> InOrder(AttendanceSummary summary) =>
    [
        .. summary.Attendees
            .OrderByDescending(static attendee => attendee.HasAttended)
            .ThenBy(static attendee => FirstKnown(attendee) is null)
            .ThenBy(FirstKnown)
            .ThenBy(ChartText.NameOf, StringComparer.OrdinalIgnoreCase),
    ];

    public static string InWords(AttendeeSummary attendee) =>
        attendee.TimePresent is { } present && attendee.HasAttended
            ? attendee.Share is { } share ? $"{ChartText.Duration(present)}, {ChartText.Percent(share)}" : ChartText.Duration(present)
            : WhyNoStays(attendee);

    public static string WhyNoStays(AttendeeSummary attendee) =>
        !attendee.HasAttended ? "not there"
        : !attendee.HasHiddenTimes ? "there for no time that can be measured"
        : attendee.ReportedAttendance is { } reported ? $"times hidden, {ChartText.Duration(reported)} in all" : "times hidden";

    private static DateTimeOffset? FirstKnown(AttendeeSummary attendee) =>
        attendee.FirstJoinedAt ?? (attendee.Stays.Count > 0 ? attendee.Stays[0].Start : null);
}
