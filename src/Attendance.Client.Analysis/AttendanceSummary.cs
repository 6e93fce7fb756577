using Attendance.Client.Analysis.Internal;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Who attended one or several sessions, and for how long.</summary>
/// <remarks>Summaries compare by value, lists included.</remarks>
public sealed record AttendanceSummary
{
    /// <summary>What attendance was measured against, apart from each other and in order of time; null where a report lacks its times and
    /// no window was chosen.</summary>
    public IReadOnlyList<TimeWindow>? Windows { get; init => field = ValueList.Copy(value); }

    /// <summary>Length of all windows together, or null where they are not known.</summary>
    public TimeSpan? Duration => Windows?.Aggregate(TimeSpan.Zero, static (sum, window) => sum + window.Duration);

    /// <summary>Number of reports, each counted once.</summary>
    public int ReportCount { get; init; }

    /// <summary>Everybody whom the reports name, in their order, also who is known not to have been there during the windows.</summary>
    public IReadOnlyList<AttendeeSummary> Attendees
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendeeSummary>.Empty;
    } = ValueList<AttendeeSummary>.Empty;

    /// <summary>Number of people who attended, by <see cref="AttendeeSummary.HasAttended"/>.</summary>
    public int AttendedCount => Attendees.Count(static attendee => attendee.HasAttended);

    /// <summary>Number of people with hidden times, by <see cref="AttendeeSummary.HasHiddenTimes"/>.</summary>
    public int HiddenTimesCount => Attendees.Count(static attendee => attendee.HasHiddenTimes);

    /// <summary>How many people were there at once, or null where the times of everybody are hidden, or there is no window to count
    /// in.</summary>
    public HeadCount? HeadCount { get; init; }

    /// <summary>Sums up one report.</summary>
    /// <exception cref="ArgumentException">The report was read without its records.</exception>
    public static AttendanceSummary Of(AttendanceReport report, SummaryOptions? options = null) =>
        Of([report ?? throw new ArgumentNullException(nameof(report))], options);

    /// <summary>Sums up several reports as one, such as those of a session or of a series.</summary>
    /// <remarks>
    /// A report that is given twice, by its id, counts once. Without windows chosen, attendance is measured against the times when a
    /// session ran: pauses between sessions count for nobody and against nobody.
    /// </remarks>
    /// <exception cref="ArgumentException">A report is null, or was read without its records.</exception>
    public static AttendanceSummary Of(IEnumerable<AttendanceReport> reports, SummaryOptions? options = null)
    {
        var distinct = ReportList.DistinctWithRecords(reports);
        var windows = WindowsOf(distinct, options);
        List<AttendeeSummary> attendees = [.. People.In(distinct).Select(person => person.Summarize(windows))];
        return new AttendanceSummary
        {
            Windows = windows?.Windows,
            ReportCount = distinct.Count,
            Attendees = attendees,
            HeadCount = HeadCounter.Count(attendees, windows),
        };
    }

    private static WindowSet? WindowsOf(List<AttendanceReport> reports, SummaryOptions? options)
    {
        if (options?.Windows is { } chosen)
            return new WindowSet(chosen);

        List<TimeWindow?> windows = [.. reports.Select(TimeWindow.Of)];
        return windows.Contains(null) ? null : new WindowSet(windows.OfType<TimeWindow>());
    }
}
