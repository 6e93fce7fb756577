namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Where a time stands on an axis, on which windows follow each other with small gaps, however far apart they are.</summary>
internal sealed class TimeScale
{
    private const double MinutesWidth = 34;
    private const double SecondsWidth = 52;
    private const double DateWidth = 70;
    private const double LabelGap = 6;
    private const double TimeGap = 22;

    private static readonly TimeSpan LongestLabelled = TimeSpan.FromDays(3660);

    // No zone changes its clocks by more, but for those that cross the date line.
    private static readonly TimeSpan LongestChange = TimeSpan.FromHours(3);

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(static seconds => TimeSpan.FromTicks(seconds * TimeSpan.TicksPerSecond)),
        .. new[] { 1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720 }.Select(
            static minutes => TimeSpan.FromTicks(minutes * TimeSpan.TicksPerMinute)),
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

    /// <summary>The scale over a summary's windows, or from its first stay to the last where these are not known; null where there is no
    /// time to draw.</summary>
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
        (_windows.DurationUntil(time).Ticks * _unitsPerTick)
            + (Math.Min(_windows.FirstEndingFrom(time), _windows.Windows.Count - 1) * _gap);

    /// <summary>Where stays stand, those joined that are too close to be told apart, so that no number of them makes more bars than can be
    /// seen.</summary>
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

    /// <summary>Times to mark on the axis, labelled as far as no two labels overlap.</summary>
    public IEnumerable<Tick> Ticks(TimeZoneInfo zone, Wording wording)
    {
        var free = double.NegativeInfinity;
        foreach (var window in Windows)
        {
            var step = Array.Find(Steps, step => step.Ticks * _unitsPerTick >= WidthOf(step) + TimeGap);
            if (step == TimeSpan.Zero || window.Duration.Ticks * _unitsPerTick < WidthOf(step) + TimeGap)
                continue;

            foreach (var time in Multiples(window, step, zone))
            {
                var at = At(time);
                var width = WidthOf(step);
                // A label at an edge must not be cut off.
                var side = at < width / 2 ? Side.Behind : at + (width / 2) > _width ? Side.Before : Side.Below;
                var left = side switch { Side.Behind => at, Side.Before => at - width, _ => at - (width / 2) };
                var isFree = left >= free;
                if (isFree)
                    free = left + width + LabelGap;
                yield return new Tick(at, time, !isFree ? "" : HasSeconds(step) ? wording.Second(time) : wording.Minute(time), side);
            }
        }
    }

    /// <summary>Where windows and days begin, with their dates as far as there is room for them.</summary>
    public IEnumerable<Tick> Dates(TimeZoneInfo zone, Wording wording)
    {
        var free = double.NegativeInfinity;
        var shown = "";
        foreach (var window in Windows)
        {
            foreach (var time in new[] { window.Start }.Concat(Midnights(window, zone)))
            {
                var (at, date) = (At(time), wording.Date(time));
                var isBefore = at + DateWidth > _width;
                var left = isBefore ? at - DateWidth : at;
                if (left < free || date == shown)
                    continue;

                (free, shown) = (left + DateWidth + LabelGap, date);
                yield return new Tick(at, time, date, isBefore ? Side.Before : Side.Behind);
            }
        }
    }

    /// <summary>Why there is no scale.</summary>
    public static string WhyNone(AttendanceSummary summary, ChartTexts texts) =>
        summary.Windows is { Count: > 0 } ? texts.NoLength : texts.NoTimes;

    private static bool HasSeconds(TimeSpan step) => step.Ticks % TimeSpan.TicksPerMinute != 0;

    private static double WidthOf(TimeSpan step) => HasSeconds(step) ? SecondsWidth : MinutesWidth;

    private static bool HasCalendar(TimeWindow window) =>
        // Nobody meets for ten years. A time of the year 1, which services send for none, has no midnight in half of the zones.
        window.Duration <= LongestLabelled && window.Start.Year > 1 && window.End.Year < 9999;

    private static IEnumerable<DateTime> Dates(TimeWindow window, TimeZoneInfo zone)
    {
        var last = TimeZoneInfo.ConvertTime(window.End, zone).Date;
        for (var date = TimeZoneInfo.ConvertTime(window.Start, zone).Date; date <= last; date = date.AddDays(1))
            yield return date;
    }

    private static IEnumerable<DateTimeOffset> Midnights(TimeWindow window, TimeZoneInfo zone) =>
        HasCalendar(window)
            ? Dates(window, zone).Select(date => TimeWindow.Day(date, zone).Start).Where(time => time >= window.Start && time <= window.End)
            : [];

    // By the clocks on the wall, so that they are whole hours also after these were changed.
    private static IEnumerable<DateTimeOffset> Multiples(TimeWindow window, TimeSpan step, TimeZoneInfo zone)
    {
        if (!HasCalendar(window))
            yield break;

        foreach (var date in Dates(window, zone))
        {
            var start = TimeWindow.Day(date, zone).Start;
            var moments = new List<DateTimeOffset>();
            var latest = Math.Min((window.End - start + LongestChange).Ticks, TimeSpan.TicksPerDay - 1);
            var first = Math.Max(0, (window.Start - start - LongestChange).Ticks / step.Ticks) * step.Ticks;
            for (var ticks = first; ticks <= latest; ticks += step.Ticks)
                AddMoments(moments, date.AddTicks(ticks), zone);

            moments.Sort();
            foreach (var moment in moments.Where(moment => moment >= window.Start && moment <= window.End))
                yield return moment;
        }
    }

    /// <summary>Adds the moments at which the clocks show a time: two as they go back, none as they skip it.</summary>
    private static void AddMoments(List<DateTimeOffset> moments, DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(local))
        {
            moments.AddRange(zone.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset)));
            return;
        }

        var moment = new DateTimeOffset(local, zone.GetUtcOffset(local));
        if (TimeZoneInfo.ConvertTime(moment, zone).DateTime == local)
            moments.Add(moment);
    }

    /// <summary>Where a label stands by its mark.</summary>
    internal enum Side
    {
        Below,
        Behind,
        Before,
    }

    /// <summary>A mark on the axis, whose label is empty where there is no room for one.</summary>
    internal readonly record struct Tick(double At, DateTimeOffset Time, string Label, Side Side);
}
