namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The time axis below a drawing, with lines through the drawing at its marks.</summary>
internal sealed class Axis(TimeScale scale, double left, double top, double bottom, double right, TimeZoneInfo zone, ChartText text)
{
    public const double Height = 40;

    private const double TimeSpace = 56;
    private const double DateSpace = 84;

    public Markup Draw()
    {
        var markup = new Markup();
        foreach (var (start, end) in scale.Bars(scale.Windows, finest: 0.5))
            markup.Add($"""<rect class="window" x="{left + start}" y="{top}" width="{end - start}" height="{bottom - top}"/>""").Add($"\n");

        foreach (var tick in scale.Ticks(TimeSpace, zone, text))
        {
            var x = left + tick.At;
            markup.Add($"""<path class="grid" d="M{x} {top}V{bottom + 4}"/><text class="{Anchor(x, TimeSpace)}" x="{x}" y="{bottom + 17}">{tick.Label}</text>""").Add($"\n");
        }

        foreach (var date in scale.Dates(DateSpace, zone, text))
        {
            var x = left + date.At;
            markup.Add($"""<path class="grid" d="M{x} {top}V{bottom + 22}"/><text class="{(date.IsBefore ? "end" : "start")}" x="{x}" y="{bottom + 33}">{date.Label}</text>""").Add($"\n");
        }

        return markup.Add($"""<path class="axis" d="M{left} {bottom}H{right}"/>""").Add($"\n");
    }

    // A label at the edge must not be cut off.
    private string Anchor(double x, double space) => x + (space / 2) > right ? "end" : x - (space / 2) < left ? "start" : "middle";
}
