namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>How long people stayed, where they are too many to look at each: a column for those of about the same time.</summary>
internal static class MinutesChart
{
    private const int MostColumns = 12;
    private const double Top = 24;
    private const double Gap = 4;
    private const double CharacterWidth = 7;
    private const double LabelWidth = 56;

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440 }.Select(
            static minutes => TimeSpan.FromTicks(minutes * TimeSpan.TicksPerMinute)),
    ];

    public static Picture Of(Drawing drawing, double width, double height)
    {
        var (summary, wording, texts) = (drawing.Summary, drawing.Wording, drawing.Texts);
        var title = drawing.TitleOf(texts.HowLong);
        var times = TimesOf(summary);
        if (times.Count == 0)
            return HeadCountChart.Empty(width, title, TimeScale.Of(summary, width, 0) is null ? TimeScale.WhyNone(summary, texts)
                : texts.AllHidden);

        var step = StepOf(summary.Duration is { } whole && whole > times[times.Count - 1] ? whole : times[times.Count - 1]);
        var columns = new int[(int)((Max(summary.Duration ?? default, times[times.Count - 1]).Ticks + step.Ticks - 1) / step.Ticks)];
        foreach (var time in times)
            columns[Math.Min(columns.Length - 1, (int)(time.Ticks / step.Ticks))]++;

        var counts = new CountScale(columns.Max(), height - Axis.Height - Top);
        var left = 12 + (wording.Number(counts.Last).Length * CharacterWidth);
        var (right, bottom) = (width - 24, height - Axis.Height);
        var body = new Markup();
        foreach (var count in counts.Ticks.Skip(1))
            body.Add($"""<path class="grid" d="M{left} {bottom - counts.At(count)}H{right}"/>""").Add($"\n");
        foreach (var count in counts.Ticks)
            body.Add($"""<text class="end" x="{left - 6}" y="{bottom - counts.At(count) + 4}">{wording.Number(count)}</text>""").Add($"\n");

        var columnWidth = (right - left) / columns.Length;
        var everyLabel = (int)Math.Ceiling(LabelWidth / columnWidth);
        for (var column = 0; column < columns.Length; column++)
        {
            var x = left + (column * columnWidth);
            var high = counts.At(columns[column]);
            if (columns[column] > 0)
            {
                body.Add($"""<rect class="stays" x="{x + (Gap / 2)}" y="{bottom - high}" width="{columnWidth - Gap}" height="{high}"/>""")
                    .Add($"""<text class="over strong middle" x="{x + (columnWidth / 2)}" y="{bottom - high - 6}">{wording.Number(columns[column])}</text>""")
                    .Add($"\n");
            }

            if (column % everyLabel == 0)
                Label(body, x, column);
        }

        Label(body, right, columns.Length);
        body.Add($"""<path class="axis" d="M{left} {bottom}H{right}"/>""").Add($"\n");
        return new Picture(width, height - 16, title, Describe(drawing, times), body);

        void Label(Markup markup, double x, int number) =>
            markup.Add($"""<text class="middle" x="{x}" y="{bottom + 16}">{wording.Duration(TimeSpan.FromTicks(step.Ticks * number))}</text>""")
                .Add($"\n");
    }

    private static string Describe(Drawing drawing, List<TimeSpan> times)
    {
        var (summary, wording) = (drawing.Summary, drawing.Wording);
        var from = summary.Thresholds.PresentFrom;
        return Wording.Fill(
            wording.Texts.HowLongDescription,
            wording.Duration(times[times.Count / 2]),
            wording.Number(summary.Attendees.Count(attendee => attendee.HasAttended && attendee.Share >= from)),
            wording.Number(times.Count),
            wording.Percent(from)) + HeadCountChart.HiddenNote(summary, wording);
    }

    private static List<TimeSpan> TimesOf(AttendanceSummary summary)
    {
        var times = summary.Attendees.Where(static attendee => attendee.HasAttended).Select(static attendee => attendee.TimePresent)
            .OfType<TimeSpan>().ToList();
        times.Sort();
        return times;
    }

    private static TimeSpan StepOf(TimeSpan longest)
    {
        var step = Array.Find(Steps, step => longest.Ticks <= step.Ticks * MostColumns);
        return step > TimeSpan.Zero ? step : TimeSpan.FromTicks(Math.Max(1, ((longest.Ticks - 1) / MostColumns) + 1));
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other > TimeSpan.Zero ? other : TimeSpan.FromTicks(1);
}
