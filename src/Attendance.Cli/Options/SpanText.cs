using System.Globalization;

namespace Attendance.Cli;

/// <summary>How long something takes, as users write it: a number with a unit, such as <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>7d</c> or
/// <c>4w</c>.</summary>
internal static class SpanText
{
    private const int MostDays = 36_500;

    /// <summary>The span with the units that it takes, such as <c>1h 30m</c>.</summary>
    public static string Of(TimeSpan span)
    {
        (int Count, string Unit)[] parts = [(span.Days, "d"), (span.Hours, "h"), (span.Minutes, "m"), (span.Seconds, "s")];
        var text = string.Join(
            ' ',
            parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count}{part.Unit}")));
        return text.Length == 0 ? "0s" : text;
    }

    public static bool TryRead(string text, out TimeSpan span)
    {
        span = TimeSpan.Zero;
        var unit = text.Length == 0 ? 0 : text[^1] switch
        {
            's' => TimeSpan.TicksPerSecond,
            'm' => TimeSpan.TicksPerMinute,
            'h' => TimeSpan.TicksPerHour,
            'd' => TimeSpan.TicksPerDay,
            'w' => 7 * TimeSpan.TicksPerDay,
            _ => 0,
        };
        if (unit == 0 || !long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > MostDays * TimeSpan.TicksPerDay / unit)
        {
            return false;
        }

        span = TimeSpan.FromTicks(count * unit);
        return true;
    }
}
