namespace Attendance.Client.Analysis.Internal;

/// <summary>Gives the reports of a meeting to its occurrences, and makes sessions of those that belong to none.</summary>
internal static class OccurrenceGrouping
{
    /// <summary>The occurrences with their reports in the order given, then the sessions that nobody planned in order of time.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="planned">The occurrences.</param>
    /// <param name="gap">Longest pause between a report and what it belongs to.</param>
    public static List<AttendanceOccurrence> Of(
        IReadOnlyList<AttendanceReport> reports, IReadOnlyList<AttendanceOccurrence> planned, TimeSpan gap)
    {
        var series = Series.Of(reports, planned);
        var groups = series.Occurrences.Select(occurrence => new Group(occurrence)).ToList();
        var rest = JoinNear(series.Others, groups, gap);
        CoverEmpty(reports, groups);
        return
        [
            .. groups.Select(
                group => group.Occurrence with { Reports = [.. ReportList.InOrder(group.Reports).Select(item => item.Report)] }),
            .. rest.JoinSessions(gap).Select(session => new AttendanceOccurrence { Reports = session.Reports }),
        ];
    }

    // Forwards for those that follow an occurrence or each other, then backwards for those that come before.
    private static List<AttendanceReport> JoinNear(IReadOnlyList<AttendanceReport> reports, List<Group> groups, TimeSpan gap)
    {
        var left = JoinNear(reports, groups, gap, static (group, window) => window.Start - group.End);
        left.Reverse();
        left = JoinNear(left, groups, gap, static (group, window) => group.Start - window.End);
        left.Reverse();
        return left;
    }

    private static List<AttendanceReport> JoinNear(
        IReadOnlyList<AttendanceReport> reports, List<Group> groups, TimeSpan gap, Func<Group, TimeWindow, TimeSpan?> distance)
    {
        var left = new List<AttendanceReport>();
        foreach (var report in reports)
        {
            var nearest = TimeWindow.Of(report) is { } window
                ? groups.Select(group => (Group: group, Distance: distance(group, window)))
                    // The clocks of two reports may differ, so that one begins before the other ends.
                    .Where(item => item.Distance?.Duration() <= gap)
                    .OrderBy(item => item.Distance!.Value.Duration()).FirstOrDefault().Group
                : null;
            if (nearest is null)
                left.Add(report);
            else
                nearest.Add(report);
        }

        return left;
    }

    // Two lessons that went on in one call have one report, which most of its time gives to one of them.
    private static void CoverEmpty(IReadOnlyList<AttendanceReport> reports, List<Group> groups)
    {
        foreach (var group in groups)
        {
            if (group.Reports.Count > 0 || group.Occurrence.Plan is not { } plan)
                continue;

            foreach (var report in ReportList.Distinct(reports))
            {
                if (plan.Duration > TimeSpan.Zero && TimeWindow.Of(report)?.Overlap(plan) >= TimeSpan.FromTicks(plan.Duration.Ticks / 2))
                    group.Add(report);
            }
        }
    }

    private sealed class Group
    {
        public Group(AttendanceOccurrence occurrence)
        {
            Occurrence = occurrence;
            (Start, End) = (occurrence.Plan?.Start, occurrence.Plan?.End);
            foreach (var report in occurrence.Reports)
                Add(report);
        }

        public AttendanceOccurrence Occurrence { get; }

        public List<AttendanceReport> Reports { get; } = [];

        public DateTimeOffset? Start { get; private set; }

        public DateTimeOffset? End { get; private set; }

        public void Add(AttendanceReport report)
        {
            Reports.Add(report);
            if (TimeWindow.Of(report) is not { } window)
                return;

            if (window.Start < Start)
                Start = window.Start;
            if (window.End > End)
                End = window.End;
        }
    }
}
