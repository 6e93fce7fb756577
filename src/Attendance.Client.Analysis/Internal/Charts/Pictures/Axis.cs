namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The time axis below a drawing, with lines through the drawing at its marks.</summary>
internal sealed class Axis(TimeScale scale, double left, double top, double bottom, double right, TimeZoneInfo zone, Wording wording)
{
    public const double Height = 40;

    public Markup Draw()
    {
        var markup = new Markup();
        foreach (var (start, end) in scale.Bars(scale.Windows, finest: 0.5))
            markup.Add($"""<rect class="window" x="{left + start}" y="{top}" width="{end - start}" height="{bottom - top}"/>""").Add($"\n");

        foreach (var tick in scale.Ticks(zone, wording))
            Mark(markup, tick, line: 4, label: 17);
        foreach (var date in scale.Dates(zone, wording))
            Mark(markup, date, line: 22, label: 33);

        return markup.Add($"""<path class="axis" d="M{left} {bottom}H{right}"/>""").Add($"\n");
    }

    private void Mark(Markup markup, TimeScale.Tick tick, double line, double label)
    {
        var x = left + tick.At;
        markup.Add($"""<path class="grid" d="M{x} {top}V{bottom + line}"/>""");
        if (tick.Label.Length > 0)
            markup.Add($"""<text class="{AnchorOf(tick.Side)}" x="{x}" y="{bottom + label}">{tick.Label}</text>""");
        markup.Add($"\n");
    }

    private static string AnchorOf(TimeScale.Side side) => side switch
    {
        TimeScale.Side.Behind => "start",
        TimeScale.Side.Before => "end",
        _ => "middle",
    };
}
