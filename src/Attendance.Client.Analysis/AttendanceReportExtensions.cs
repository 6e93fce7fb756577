using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Finds the right ones among the reports of a meeting: a list of reports mixes the occurrences of a series, and all meetings of a
/// channel.</summary>
/// <remarks>A report that is given twice, by its id, counts once. Records are not needed.</remarks>
public static class AttendanceReportExtensions
{
    /// <summary>The reports whose session overlaps a window, in order of time; one that lacks its times never does.</summary>
    public static IReadOnlyList<AttendanceReport> InWindow(this IEnumerable<AttendanceReport> reports, TimeWindow window) =>
        [.. ReportList.InOrder(reports).Where(item => item.Window?.Overlaps(window) == true).Select(item => item.Report)];

    /// <summary>The report whose session overlaps an occurrence the most, the earlier of two alike, or null where none does.</summary>
    public static AttendanceReport? ForOccurrence(this IEnumerable<AttendanceReport> reports, TimeWindow occurrence) =>
        ReportList.InOrder(reports)
            .Where(item => item.Window?.Overlaps(occurrence) == true)
            .OrderByDescending(item => item.Window!.Value.Overlap(occurrence))
            .FirstOrDefault().Report;

    /// <summary>The report whose session overlaps an occurrence the most, the earlier of two alike, or null where none does or the calendar
    /// lacks a time.</summary>
    public static AttendanceReport? ForOccurrence(this IEnumerable<AttendanceReport> reports, CalendarMeeting occurrence) =>
        TimeWindow.Of(occurrence) is { } window ? reports.ForOccurrence(window) : null;

    /// <summary>The reports by the occurrence that each overlaps the most, the earlier of two alike.</summary>
    public static SeriesReports GroupByOccurrence(this IEnumerable<AttendanceReport> reports, IEnumerable<TimeWindow> occurrences) =>
        Series.Of(
            reports, (occurrences ?? throw new ArgumentNullException(nameof(occurrences))).Select(
                window => new AttendanceOccurrence { Plan = window }));

    /// <summary>The reports by the occurrence that each overlaps the most, the earlier of two alike.</summary>
    /// <exception cref="ArgumentException">An occurrence is null.</exception>
    public static SeriesReports GroupByOccurrence(this IEnumerable<AttendanceReport> reports, IEnumerable<CalendarMeeting> occurrences) =>
        Series.Of(reports, (occurrences ?? throw new ArgumentNullException(nameof(occurrences))).Select(meeting => new AttendanceOccurrence
        {
            Plan = TimeWindow.Of(
                meeting ?? throw new ArgumentException("An occurrence is null. Leave out what could not be read.", nameof(occurrences))),
            CalendarMeeting = meeting,
            Subject = meeting.Subject,
            SeriesId = meeting.SeriesId,
        }));

    /// <summary>The reports joined into sessions wherever the pause between two is no longer than the longest, in order of time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The longest pause is negative.</exception>
    public static IReadOnlyList<AttendanceSession> JoinSessions(this IEnumerable<AttendanceReport> reports, TimeSpan longestPause)
    {
        if (longestPause < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(longestPause), longestPause, "The longest pause between two reports of a session must not be negative.");
        }

        var sessions = new List<AttendanceSession>();
        var joined = new List<AttendanceReport>();
        TimeWindow? session = null;
        foreach (var (report, window) in ReportList.InOrder(reports))
        {
            if (session is { } open && window is { } next && next.Start - open.End <= longestPause)
            {
                session = next.End > open.End ? new TimeWindow(open.Start, next.End) : open;
            }
            else
            {
                Close();
                session = window;
            }

            joined.Add(report);
        }

        Close();
        return sessions;

        void Close()
        {
            if (joined.Count > 0)
                sessions.Add(new AttendanceSession { Window = session, Reports = joined });
            joined.Clear();
        }
    }
}
