using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Which sessions of a source are wanted.</summary>
internal sealed record SessionChoice
{
    /// <summary>The only report that is wanted, or null for any.</summary>
    public string? ReportId { get; init; }

    /// <summary>The time to which presence is cut, and of which sessions are wanted, or null for any.</summary>
    public TimeWindow? Range { get; init; }

    /// <summary>Whether the range itself is what attendance is measured against, and not the time that sessions ran in it.</summary>
    public bool IsScheduled { get; init; }

    /// <summary>Longest pause within a session, or null where each report is one.</summary>
    public TimeSpan? JoinGap { get; init; }

    /// <summary>Whether all sessions are taken as one.</summary>
    public bool IsAsOne { get; init; }

    /// <summary>Whether only the newest session is wanted.</summary>
    public bool IsLatest { get; init; }

    /// <summary>The reports that are wanted, session by session, in order of time.</summary>
    public IReadOnlyList<IReadOnlyList<AttendanceReport>> Choose(IReadOnlyList<AttendanceReport> reports)
    {
        // What has no id cannot be asked for its records.
        var known = reports.Where(report => report.Id is not null);
        IReadOnlyList<AttendanceReport> wanted = Range is { } range
            ? [.. known.InWindow(range), .. known.Where(IsInDoubt).DistinctBy(report => report.Id, StringComparer.Ordinal)]
            : [.. known.OrderBy(report => report.StartedAt ?? DateTimeOffset.MaxValue)];
        if (wanted.Count == 0)
            return [];
        if (IsAsOne)
            return [wanted];

        IReadOnlyList<IReadOnlyList<AttendanceReport>> sessions = JoinGap is { } gap
            ? [.. wanted.JoinSessions(gap).Select(session => session.Reports)]
            : [.. wanted.Select(report => new[] { report })];
        return IsLatest ? [sessions.MaxBy(EndOf)!] : sessions;
    }

    /// <summary>Whether nobody can tell if a report is of the range, as it lacks a time. It is taken in.</summary>
    public bool IsInDoubt(AttendanceReport report) =>
        Range is { } range && TimeWindow.Of(report) is null && !(report.StartedAt >= range.End) && !(report.EndedAt <= range.Start);

    /// <summary>Sums up a session of those chosen; one that lacks a time as a whole, as there is nothing to cut it to.</summary>
    public AttendanceSummary Summarize(IReadOnlyList<AttendanceReport> session)
    {
        if (Range is not { } range)
            return AttendanceSummary.Of(session);
        if (IsScheduled)
            return AttendanceSummary.Of(session, new SummaryOptions { Windows = [range] });

        List<TimeWindow> windows = [.. session.Select(TimeWindow.Of).OfType<TimeWindow>()];
        return windows.Count == session.Count
            ? AttendanceSummary.Of(session, new SummaryOptions { Windows = [.. windows.Select(window => Cut(window, range))] })
            : AttendanceSummary.Of(session);
    }

    private static DateTimeOffset EndOf(IReadOnlyList<AttendanceReport> session) =>
        session.Max(report => report.EndedAt ?? report.StartedAt) ?? DateTimeOffset.MinValue;

    private static TimeWindow Cut(TimeWindow window, TimeWindow range) => new(
        window.Start > range.Start ? window.Start : range.Start,
        window.End < range.End ? window.End : range.End);
}
