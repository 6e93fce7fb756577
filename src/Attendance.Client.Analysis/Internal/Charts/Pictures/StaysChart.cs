using System.Globalization;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>When people were there, a bar for each stay beside a name.</summary>
internal static class StaysChart
{
    private const int MostNamed = 200;
    private const double NamesWidth = 190;
    private const double RowHeight = 20;
    private const double BarHeight = 10;
    private const double Top = 8;
    private const double Gap = 12;
    private const double NameLength = 25;
    private const int LongestLetter = 16;

    public static Picture Of(Drawing drawing, double width)
    {
        var (summary, wording, texts) = (drawing.Summary, drawing.Wording, drawing.Texts);
        var title = drawing.TitleOf(texts.Stays);
        var people = drawing.People;
        if (people.Count == 0)
            return HeadCountChart.Empty(width, title, texts.NobodyNamed);
        if (people.Count > MostNamed)
            return MinutesChart.Of(drawing, width, drawing.Options.Height);

        var (left, right) = (NamesWidth, width - 8);
        if (TimeScale.Of(summary, right - left, Gap) is not { } scale)
            return HeadCountChart.Empty(width, title, TimeScale.WhyNone(summary, texts));

        var bottom = Top + (people.Count * RowHeight);
        var body = new Markup().Add(new Axis(scale, left, Top, bottom, right, drawing.Zone, wording).Draw());
        for (var index = 0; index < people.Count; index++)
        {
            var attendee = people[index];
            var y = Top + (index * RowHeight);
            var name = wording.NameOf(attendee);
            body.Add($"<g><title>{name}: {Listing.InWords(attendee, wording)}</title>");
            body.Add($"""<text class="end" x="{left - 8}" y="{y + 14}">{Shortened(name)}</text>""");
            if (attendee.Stays.Count > 0 && summary.Basis != AttendanceBasis.Unknown)
                body.Add($"""<path class="missed" d="M{left} {y + (RowHeight / 2)}H{right}"/>""");
            if (attendee.Stays.Count > 0)
                body.Add($"""<path class="stays" d="{Bars(attendee, scale, left, y + (RowHeight - BarHeight) / 2)}"/>""");
            else
                body.Add($"""<text class="start faint" x="{left + 4}" y="{y + 14}">{Listing.WhyNoStays(attendee, wording)}</text>""");
            body.Add($"</g>\n");
        }

        return new Picture(
            width,
            bottom + Axis.Height,
            title,
            wording.Plural(texts.StaysDescription, people.Count) + HeadCountChart.HiddenNote(summary, wording),
            body);
    }

    private static string Bars(AttendeeSummary attendee, TimeScale scale, double left, double y)
    {
        var bars = new Markup();
        foreach (var (start, end) in scale.Bars(attendee.Stays, finest: 0.5))
            bars.Add($"M{left + start} {y}h{end - start}v{BarHeight}H{left + start}z");

        return bars.ToString();
    }

    // SVG cuts no text off by itself.
    public static string Shortened(string name)
    {
        var room = NameLength;
        var elements = StringInfo.GetTextElementEnumerator(name);
        while (elements.MoveNext())
        {
            room -= WidthOf(elements.GetTextElement());
            if (room < 0)
                return name.Substring(0, elements.ElementIndex).TrimEnd() + "…";
        }

        return name;
    }

    /// <summary>About how wide a letter is, where a small one of Latin is 1.</summary>
    private static double WidthOf(string letter) => letter[0] switch
    {
        // Marks can be heaped upon a letter until they cover the rows above.
        _ when letter.Length > LongestLetter => NameLength + 1,
        >= '\u1100' => 2,
        'M' or 'W' or 'm' or 'w' or '@' or '%' => 1.7,
        var first when char.IsUpper(first) => 1.35,
        _ => 1,
    };
}
