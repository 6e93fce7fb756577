namespace Attendance.Client.Analysis.Internal;

/// <summary>Counts people over time.</summary>
internal sealed class HeadCounter
{
    private readonly List<HeadCountChange> _changes = [];
    private readonly List<long> _ticksByCount = [];
    private int _peak;
    private DateTimeOffset? _peakAt;

    private HeadCounter(WindowSet windows, List<long> joins, List<long> leaves)
    {
        joins.Sort();
        leaves.Sort();
        var (joined, left) = (0, 0);
        foreach (var window in windows.Windows)
        {
            var (at, end) = (window.Start.UtcTicks, window.End.UtcTicks);
            var since = at;
            var count = 0;
            // Stays are cut to the windows, so that whoever joins in one leaves in the same.
            while (at < end)
            {
                while (joined < joins.Count && joins[joined] == at)
                    joined++;
                while (left < leaves.Count && leaves[left] == at)
                    left++;

                if (at == window.Start.UtcTicks || joined - left != count)
                {
                    Weigh(count, at - since);
                    (since, count) = (at, joined - left);
                    Add(at, count);
                }

                at = Math.Min(end, Math.Min(joined < joins.Count ? joins[joined] : end, left < leaves.Count ? leaves[left] : end));
            }

            while (left < leaves.Count && leaves[left] == end)
                left++;
            Weigh(count, end - since);
            Add(end, 0);
        }
    }

    /// <summary>The head count within the windows, or from the first stay to the last where there are none; null where nothing can be
    /// known.</summary>
    public static HeadCount? Count(List<AttendeeSummary> attendees, WindowSet? windows)
    {
        var (joins, leaves) = (new List<long>(attendees.Count), new List<long>(attendees.Count));
        foreach (var attendee in attendees)
        {
            for (var index = 0; index < attendee.Stays.Count; index++)
            {
                joins.Add(attendee.Stays[index].Start.UtcTicks);
                leaves.Add(attendee.Stays[index].End.UtcTicks);
            }
        }

        var isHidden = attendees.Count > 0 && joins.Count == 0 && attendees.TrueForAll(attendee => attendee.HasHiddenTimes);
        if (windows is null && joins.Count > 0)
            windows = new WindowSet([new TimeWindow(At(joins.Min()), At(leaves.Max()))]);

        return isHidden || windows is null || windows.Windows.Count == 0
            ? null
            : new HeadCounter(windows, joins, leaves).ToHeadCount(windows.Duration);
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private void Add(long ticks, int count)
    {
        _changes.Add(new HeadCountChange(At(ticks), count));
        if (count <= _peak)
            return;

        (_peak, _peakAt) = (count, At(ticks));
    }

    private void Weigh(int count, long ticks)
    {
        while (_ticksByCount.Count <= count)
            _ticksByCount.Add(0);
        _ticksByCount[count] += ticks;
    }

    private HeadCount ToHeadCount(TimeSpan duration) => new()
    {
        Changes = _changes,
        Peak = _peak,
        PeakAt = _peakAt,
        Median = duration > TimeSpan.Zero ? Median(duration.Ticks) : null,
        Average = duration > TimeSpan.Zero ? _ticksByCount.Select((ticks, count) => (double)ticks * count).Sum() / duration.Ticks : null,
    };

    private int Median(long duration)
    {
        var count = 0;
        for (var ticks = _ticksByCount[0]; ticks < duration - ticks; ticks += _ticksByCount[count])
            count++;

        return count;
    }
}
