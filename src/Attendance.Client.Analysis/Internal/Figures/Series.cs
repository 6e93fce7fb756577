namespace Attendance.Client.Analysis.Internal;

/// <summary>Gives the reports of a series to its occurrences.</summary>
internal static class Series
{
    public static SeriesReports Of(IEnumerable<AttendanceReport> reports, IEnumerable<AttendanceOccurrence> occurrences)
    {
        List<AttendanceOccurrence> given = [.. occurrences];
        var places = new List<(TimeWindow Window, int Place)>();
        for (var place = 0; place < given.Count; place++)
        {
            if (given[place].Plan is { } window)
                places.Add((window, place));
        }

        places.Sort(static (one, other) => (one.Window.Start, one.Place).CompareTo((other.Window.Start, other.Place)));
        var latestEnds = LatestEnds(places);
        var found = given.ConvertAll(_ => new List<AttendanceReport>());
        var others = new List<AttendanceReport>();
        foreach (var (report, window) in ReportList.InOrder(reports))
        {
            var place = window is { } session ? Find(places, latestEnds, session) : null;
            (place is { } known ? found[known] : others).Add(report);
        }

        return new SeriesReports
        {
            Occurrences = [.. given.Select((occurrence, place) => occurrence with { Reports = found[place] })],
            Others = others,
        };
    }

    // The latest end of each occurrence and all before it, so that a search backwards knows when none can reach a session any more.
    private static DateTimeOffset[] LatestEnds(List<(TimeWindow Window, int Place)> places)
    {
        var ends = new DateTimeOffset[places.Count];
        for (var index = 0; index < ends.Length; index++)
            ends[index] = index > 0 && ends[index - 1] > places[index].Window.End ? ends[index - 1] : places[index].Window.End;

        return ends;
    }

    private static int? Find(List<(TimeWindow Window, int Place)> places, DateTimeOffset[] latestEnds, TimeWindow session)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Window.Start <= session.End)
                low = middle + 1;
            else
                high = middle;
        }

        int? best = null;
        for (var index = low - 1; index >= 0 && latestEnds[index] >= session.Start; index--)
        {
            var window = places[index].Window;
            if (window.Overlaps(session) && (best is not { } other || window.Overlap(session) >= places[other].Window.Overlap(session)))
                best = index;
        }

        return best is { } found ? places[found].Place : null;
    }
}
