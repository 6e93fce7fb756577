namespace Attendance.Client.Analysis.Internal;

/// <summary>Windows that neither overlap nor touch, in order of time.</summary>
internal sealed class WindowSet
{
    private readonly TimeWindow[] _windows;
    private readonly TimeSpan[] _durationBefore;

    /// <summary>The union of windows in any order.</summary>
    public WindowSet(IEnumerable<TimeWindow> windows)
    {
        List<TimeWindow> joined = [.. windows];
        Union(joined);
        _windows = [.. joined];
        _durationBefore = new TimeSpan[_windows.Length];
        for (var index = 0; index < _windows.Length; index++)
        {
            _durationBefore[index] = Duration;
            Duration += _windows[index].Duration;
        }
    }

    public IReadOnlyList<TimeWindow> Windows => _windows;

    public TimeSpan Duration { get; }

    /// <summary>Sorts the windows of a list, and joins those that overlap or touch, all in place.</summary>
    public static void Union(List<TimeWindow> windows)
    {
        windows.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var last = -1;
        for (var index = 0; index < windows.Count; index++)
        {
            var window = windows[index];
            if (last < 0 || windows[last].End < window.Start)
                windows[++last] = window;
            else if (windows[last].End < window.End)
                windows[last] = new TimeWindow(windows[last].Start, window.End);
        }

        windows.RemoveRange(last + 1, windows.Count - last - 1);
    }

    /// <summary>Whether a stay overlaps any of the windows.</summary>
    public bool Overlaps(TimeWindow stay)
    {
        for (var index = FirstEndingFrom(stay.Start); index < _windows.Length && _windows[index].Start <= stay.End; index++)
        {
            if (_windows[index].Overlaps(stay))
                return true;
        }

        return false;
    }

    /// <summary>Adds the parts of a stay that lie in the windows and have a length.</summary>
    public void Cut(TimeWindow stay, List<TimeWindow> parts)
    {
        for (var index = FirstEndingFrom(stay.Start); index < _windows.Length && _windows[index].Start < stay.End; index++)
        {
            var window = _windows[index];
            if (window.Overlap(stay) > TimeSpan.Zero)
            {
                parts.Add(
                    new TimeWindow(window.Start > stay.Start ? window.Start : stay.Start, window.End < stay.End ? window.End : stay.End));
            }
        }
    }

    /// <summary>How much of the windows' time had passed at a time.</summary>
    public TimeSpan DurationUntil(DateTimeOffset time)
    {
        var index = FirstEndingFrom(time);
        if (index == _windows.Length)
            return Duration;

        return time <= _windows[index].Start ? _durationBefore[index] : _durationBefore[index] + (time - _windows[index].Start);
    }

    /// <summary>Index of the first window that ends at a time or later, or the number of windows where none does.</summary>
    public int FirstEndingFrom(DateTimeOffset time)
    {
        var (low, high) = (0, _windows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_windows[middle].End < time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
