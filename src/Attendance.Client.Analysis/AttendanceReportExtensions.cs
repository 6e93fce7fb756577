namespace Attendance.Client.Analysis;

/// <summary>Finds the right ones among the reports of a meeting: a list of reports mixes the occurrences of a series, and all meetings of a channel.</summary>
public static class AttendanceReportExtensions
{
    /// <summary>The reports whose session overlaps a window, in order of time; one that lacks its times never does.</summary>
    public static IReadOnlyList<AttendanceReport> InWindow(this IEnumerable<AttendanceReport> reports, TimeWindow window) => throw new NotSupportedException("Follows in the next commits.");

    /// <summary>The report whose session overlaps an occurrence the most, the earlier of two alike, or null where none does.</summary>
    public static AttendanceReport? ForOccurrence(this IEnumerable<AttendanceReport> reports, TimeWindow occurrence) => throw new NotSupportedException("Follows in the next commits.");

    /// <summary>The report whose session overlaps an occurrence the most, the earlier of two alike, or null where none does or the calendar lacks a time.</summary>
    public static AttendanceReport? ForOccurrence(this IEnumerable<AttendanceReport> reports, CalendarMeeting occurrence) => throw new NotSupportedException("Follows in the next commits.");

    /// <summary>The reports by the occurrence that each overlaps the most, the earlier of two alike.</summary>
    public static SeriesReports GroupByOccurrence(this IEnumerable<AttendanceReport> reports, IEnumerable<TimeWindow> occurrences) => throw new NotSupportedException("Follows in the next commits.");

    /// <summary>The reports by the occurrence that each overlaps the most, the earlier of two alike.</summary>
    public static SeriesReports GroupByOccurrence(this IEnumerable<AttendanceReport> reports, IEnumerable<CalendarMeeting> occurrences) => throw new NotSupportedException("Follows in the next commits.");

    /// <summary>The reports joined into sessions wherever the pause between two is no longer than the longest, in order of time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The longest pause is negative.</exception>
    public static IReadOnlyList<AttendanceSession> JoinSessions(this IEnumerable<AttendanceReport> reports, TimeSpan longestPause) => throw new NotSupportedException("Follows in the next commits.");
}
