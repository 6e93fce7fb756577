namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>People in the order in which they are listed, and what is said of each.</summary>
internal static class Listing
{
    /// <summary>Those who came first, then those whose times are hidden, then those who did not come.</summary>
    public static List<AttendeeSummary> InOrder(AttendanceSummary summary, Wording wording) =>
    [
        .. summary.Attendees
            .OrderByDescending(static attendee => attendee.HasAttended)
            .ThenBy(static attendee => FirstKnown(attendee) is null)
            .ThenBy(FirstKnown)
            .ThenBy(wording.NameOf, StringComparer.OrdinalIgnoreCase),
    ];

    public static string InWords(AttendeeSummary attendee, Wording wording) =>
        attendee.TimePresent is { } present && attendee.HasAttended
            ? attendee.Share is { } share ? $"{wording.Duration(present)}, {wording.Percent(share)}" : wording.Duration(present)
            : WhyNoStays(attendee, wording);

    public static string WhyNoStays(AttendeeSummary attendee, Wording wording) =>
        attendee.Status == AttendanceStatus.Absent ? wording.Texts.AbsentMark
        : attendee.Status == AttendanceStatus.Excused ? wording.Texts.ExcusedMark
        : !attendee.HasAttended ? wording.Texts.NotThereMark
        : !attendee.HasHiddenTimes ? wording.Texts.NoMeasurableTime
        : attendee.ReportedAttendance is { } reported ? Wording.Fill(wording.Texts.HiddenInAll, wording.Duration(reported))
        : wording.Texts.TimesHiddenMark;

    private static DateTimeOffset? FirstKnown(AttendeeSummary attendee) =>
        attendee.FirstJoinedAt ?? (attendee.Stays.Count > 0 ? attendee.Stays[0].Start : null);
}
