namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Where a time stands on an axis, on which windows follow each other with small gaps, however far apart they are.</summary>
internal sealed class TimeScale
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestLabelled = TimeSpan.FromDays(3660);

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(static seconds => TimeSpan.FromTicks(seconds * TimeSpan.TicksPerSecond)),
        .. new[] { 1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720 }.Select(static minutes => TimeSpan.FromTicks(minutes * TimeSpan.TicksPerMinute)),
    ];

    private readonly WindowSet _windows;
    private readonly double _width;
    private readonly double _unitsPerTick;
    private readonly double _gap;

    private TimeScale(WindowSet windows, double width, double gap)
    {
        var gaps = windows.Windows.Count - 1;
        (_windows, _width) = (windows, width);
        // Of a term of daily lessons the gaps must not take more than a fifth.
        _gap = gaps == 0 ? 0 : Math.Min(gap, width / 5 / gaps);
        _unitsPerTick = (width - (gaps * _gap)) / windows.Duration.Ticks;
    }

    public IReadOnlyList<TimeWindow> Windows => _windows.Windows;

    /// <summary>The scale over a summary's windows, or from its first stay to the last where these are not known; null where there is no time to draw.</summary>
    public static TimeScale? Of(AttendanceSummary summary, double width, double gap)
    {
        var windows = summary.Windows;
        if (windows is null && summary.HeadCount?.Changes is { Count: > 0 } changes)
            windows = [new TimeWindow(changes.Min(static change => change.At), changes.Max(static change => change.At))];

        var set = new WindowSet(windows ?? []);
        return set.Duration > TimeSpan.Zero ? new TimeScale(set, width, gap) : null;
    }

    /// <summary>Distance of a time from the start of the axis, a time outside the windows being where the next one starts.</summary>
    public double At(DateTimeOffset time) =>
        (_windows.DurationUntil(time).Ticks * _unitsPerTick) + (Math.Min(_windows.FirstEndingFrom(time), _windows.Windows.Count - 1) * _gap);

    /// <summary>Where stays stand, those joined that are too close to be told apart, so that no number of them makes more bars than can be seen.</summary>
    public IEnumerable<(double Start, double End)> Bars(IReadOnlyList<TimeWindow> stays, double finest)
    {
        (double Start, double End)? open = null;
        foreach (var stay in stays)
        {
            var start = At(stay.Start);
            var end = Math.Max(start + finest, At(stay.End));
            if (open is not { } bar)
            {
                open = (start, end);
            }
            else if (start - bar.End < finest)
            {
                open = (bar.Start, Math.Max(bar.End, end));
            }
            else
            {
                yield return bar;
                open = (start, end);
            }
        }

        if (open is { } last)
            yield return last;
    }

    /// <summary>Times at which to label the axis, with at least so much space for each.</summary>
    public IEnumerable<Tick> Ticks(double space, TimeZoneInfo zone, ChartText text)
    {
        foreach (var window in Windows)
        {
            var step = Array.Find(Steps, step => step.Ticks * _unitsPerTick >= space);
            if (step == TimeSpan.Zero || window.Duration.Ticks * _unitsPerTick < space)
                continue;

            foreach (var time in Multiples(window, step, zone))
                yield return new Tick(At(time), time, step.Ticks % TimeSpan.TicksPerMinute == 0 ? text.Minute(time) : text.Second(time));
        }
    }

    /// <summary>Where windows and days begin, with their dates as far as there is so much space for each.</summary>
    public IEnumerable<Tick> Dates(double space, TimeZoneInfo zone, ChartText text)
    {
        var free = double.NegativeInfinity;
        var shown = "";
        foreach (var window in Windows)
        {
            foreach (var time in new[] { window.Start }.Concat(Multiples(window, OneDay, zone)))
            {
                var (at, date) = (At(time), text.Date(time));
                var isBefore = at + space > _width;
                if ((isBefore ? at - space : at) < free || date == shown)
                    continue;

                (free, shown) = (at + space, date);
                yield return new Tick(at, time, date, isBefore);
            }
        }
    }

    // Counted from each midnight, so that they are whole hours also after the clocks were changed.
    private static IEnumerable<DateTimeOffset> Multiples(TimeWindow window, TimeSpan step, TimeZoneInfo zone)
    {
        // Nobody meets for ten years. A time of the year 1, which services send for none, has no midnight in half of the zones.
        if (window.Duration > LongestLabelled || window.Start.Year < 2 || window.End.Year > 9998)
            yield break;

        var last = TimeZoneInfo.ConvertTime(window.End, zone).Date;
        for (var date = TimeZoneInfo.ConvertTime(window.Start, zone).Date; date <= last; date = date.AddDays(1))
        {
            var day = TimeWindow.Day(date, zone);
            var skipped = window.Start > day.Start ? (window.Start - day.Start).Ticks / step.Ticks : 0;
            for (var time = day.Start.AddTicks(skipped * step.Ticks); time < day.End && time <= window.End; time += step)
            {
                if (time >= window.Start)
                    yield return time;
            }
        }
    }

    /// <summary>A mark on the axis, whose label stands before it where there is no room behind.</summary>
    internal readonly record struct Tick(double At, DateTimeOffset Time, string Label, bool IsBefore = false);
}
