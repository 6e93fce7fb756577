namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>How many people were there over time.</summary>
internal static class HeadCountChart
{
    private const double Top = 24;
    private const double Gap = 12;
    private const double CharacterWidth = 7;

    public static Picture Of(Drawing drawing, double width, double height)
    {
        var (summary, wording, texts) = (drawing.Summary, drawing.Wording, drawing.Texts);
        var title = drawing.TitleOf(texts.HeadCount);
        if (summary.HeadCount is not { Changes.Count: > 0 } headCount)
            return Empty(width, title, texts.NoHeadCount);

        var counts = new CountScale(headCount.Peak, height - Axis.Height - Top);
        var left = 12 + (wording.Number(counts.Last).Length * CharacterWidth);
        var right = width - 8;
        if (TimeScale.Of(summary, right - left, Gap) is not { } scale)
            return Empty(width, title, TimeScale.WhyNone(summary, texts));

        var bottom = height - Axis.Height;
        var body = new Markup().Add(new Axis(scale, left, Top, bottom, right, drawing.Zone, wording).Draw());
        foreach (var count in counts.Ticks.Skip(1))
            body.Add($"""<path class="grid" d="M{left} {bottom - counts.At(count)}H{right}"/>""").Add($"\n");
        foreach (var count in counts.Ticks)
        {
            body.Add($"""<text class="end" x="{left - 6}" y="{bottom - counts.At(count) + 4}">{wording.Number(count)}</text>""")
                .Add($"\n");
        }

        body.Add($"""<path class="count" d="{Line(headCount, scale, counts, left, bottom)}"/>""").Add($"\n");
        var peakX = left + (headCount.PeakAt is { } peakAt ? scale.At(peakAt) : 0);
        if (headCount.Median is { } median)
        {
            var y = bottom - counts.At(median);
            // On the side where the peak's label is not.
            var (anchor, x) = peakX > (left + right) / 2 ? ("start", left + 6) : ("end", right - 6);
            body.Add($"""<path class="median" d="M{left} {y}H{right}"/>""")
                .Add($"""<text class="over {anchor}" x="{x}" y="{y - 5}">{Wording.Fill(texts.Median, wording.Number(median))}</text>""")
                .Add($"\n");
        }

        if (headCount.PeakAt is { } reachedAt)
        {
            var y = bottom - counts.At(headCount.Peak);
            var label = Wording.Fill(texts.PeakAt, wording.Number(headCount.Peak), wording.Minute(reachedAt));
            var half = label.Length * CharacterWidth / 2;
            var labelX = Math.Max(left + half, Math.Min(peakX, right - half));
            body.Add($"""<circle class="peak" cx="{peakX}" cy="{y}" r="4"/>""")
                .Add($"""<text class="over strong middle" x="{labelX}" y="{y - 9}">{label}</text>""")
                .Add($"\n");
        }

        return new Picture(width, height, title, Describe(summary, headCount, wording), body);
    }

    public static string HiddenNote(AttendanceSummary summary, Wording wording) =>
        summary.HiddenTimesCount is > 0 and var hidden ? " " + wording.Plural(wording.Texts.HiddenDescription, hidden) : "";

    public static Picture Empty(double width, string title, string description) =>
        TextPicture.Of(width, title, description);

    private static string Describe(AttendanceSummary summary, HeadCount headCount, Wording wording)
    {
        var texts = wording.Texts;
        var peak = headCount.PeakAt is { } at
            ? wording.Plural(texts.PeakDescription, headCount.Peak, wording.Time(at))
            : texts.NobodyThere;
        var median = headCount.Median is { } middle ? " " + Wording.Fill(texts.MedianDescription, wording.Number(middle)) : "";
        return peak + median + HiddenNote(summary, wording);
    }

    // Of the changes within one unit only the least, the most and the last can be seen, so that a line has a bounded length however many
    // people come and go.
    private static string Line(HeadCount headCount, TimeScale scale, CountScale counts, double left, double bottom)
    {
        var line = new Markup();
        var (windows, window) = (scale.Windows, 0);
        var isOpen = false;
        for (var index = 0; index < headCount.Changes.Count;)
        {
            var change = headCount.Changes[index];
            while (window < windows.Count - 1 && change.At > windows[window].End)
                window++;

            var x = left + scale.At(change.At);
            var (least, most, last) = (change.Count, change.Count, change.Count);
            var end = windows[window].End;
            for (
                index++;
                index < headCount.Changes.Count && headCount.Changes[index] is var next && next.At <= end
                    && Math.Floor(left + scale.At(next.At)) <= Math.Floor(x);
                index++)
            {
                (least, most, last) = (Math.Min(least, next.Count), Math.Max(most, next.Count), next.Count);
            }

            if (isOpen)
                line.Add($"H{x}");
            else
                line.Add($"M{x} {bottom}");
            if (most != last && most != least)
                line.Add($"V{bottom - counts.At(most)}");
            if (least != last)
                line.Add($"V{bottom - counts.At(least)}");
            line.Add($"V{bottom - counts.At(last)}");
            isOpen = index < headCount.Changes.Count && headCount.Changes[index].At <= end;
        }

        return line.ToString();
    }
}
