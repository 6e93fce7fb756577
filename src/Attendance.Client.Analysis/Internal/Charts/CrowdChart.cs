namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>When people were there, where they are too many to name: bands of people who came at about the same time, the darker the more
/// of them were there.</summary>
internal static class CrowdChart
{
    private const int MostBands = 200;
    private const int Shades = 5;
    private const double ColumnWidth = 4;
    private const double Left = 8;
    private const double Top = 8;
    private const double Gap = 12;

    public static Picture Of(Drawing drawing, double width)
    {
        var summary = drawing.Summary;
        var title = drawing.TitleOf("Everybody's presence");
        var people = drawing.People.FindAll(static attendee => attendee.Stays.Count > 0);
        var right = width - 8;
        if (TimeScale.Of(summary, right - Left, Gap) is not { } scale)
            return HeadCountChart.Empty(width, title, TimeScale.WhyNone(summary));
        if (people.Count == 0)
            return HeadCountChart.Empty(width, title, "The times of everybody are hidden, or outside of the session.");

        var perBand = (people.Count + MostBands - 1) / MostBands;
        var bands = (people.Count + perBand - 1) / perBand;
        var bandHeight = Math.Max(1.5, 240.0 / bands);
        var shades = Enumerable.Range(0, Shades).Select(static _ => new Markup()).ToArray();
        for (var band = 0; band < bands; band++)
        {
            var first = band * perBand;
            var members = people.GetRange(first, Math.Min(perBand, people.Count - first));
            Shade(shades, Presence(members, scale, right - Left), members.Count, Top + ((band + 0.5) * bandHeight), right);
        }

        var bottom = Top + (bands * bandHeight);
        var body = new Markup().Add(new Axis(scale, Left, Top, bottom, right, drawing.Zone, drawing.Text).Draw());
        for (var shade = 0; shade < Shades; shade++)
        {
            body.Add($"""<path class="crowd" stroke-width="{bandHeight}" stroke-opacity="{(shade + 1.0) / Shades}" d="{shades[shade]}"/>""")
                .Add($"\n");
        }

        var bandsInWords = perBand == 1
            ? "a line for each"
            : $"a line for each {ChartText.Number(perBand)}, the darker the more of them were there";
        var description =
            $"{ChartText.People(people.Count)} from top to bottom in the order in which they came: " +
            $"{bandsInWords}.{HeadCountChart.HiddenNote(summary)}";
        return new Picture(width, bottom + Axis.Height, title, description, body);
    }

    /// <summary>How many of the people were there, on average, in each column.</summary>
    private static double[] Presence(List<AttendeeSummary> people, TimeScale scale, double width)
    {
        var columns = new double[(int)Math.Ceiling(width / ColumnWidth)];
        // Changes from column to column, so that a stay costs the same however many columns it fills.
        var changes = new double[columns.Length + 2];
        foreach (var attendee in people)
        {
            foreach (var stay in attendee.Stays)
            {
                Step(changes, scale.At(stay.Start) / ColumnWidth, 1);
                Step(changes, scale.At(stay.End) / ColumnWidth, -1);
            }
        }

        var sum = 0.0;
        for (var column = 0; column < columns.Length; column++)
        {
            sum += changes[column];
            columns[column] = sum;
        }

        return columns;
    }

    // From a place within a column on: the column has a part of it, the next ones have all.
    private static void Step(double[] changes, double place, int direction)
    {
        var column = (int)place;
        var part = column + 1 - place;
        changes[column] += direction * part;
        changes[column + 1] += direction * (1 - part);
    }

    private static void Shade(Markup[] shades, double[] presence, int people, double y, double right)
    {
        for (var column = 0; column < presence.Length;)
        {
            var start = column;
            var shade = ShadeOf(presence[start], people);
            while (column < presence.Length && ShadeOf(presence[column], people) == shade)
                column++;
            if (shade > 0)
                shades[shade - 1].Add($"M{Left + (start * ColumnWidth)} {y}H{Math.Min(right, Left + (column * ColumnWidth))}");
        }
    }

    // A single one of many is to be seen as well, but not the dust of rounding.
    private static int ShadeOf(double presence, int people) =>
        presence < 0.01 ? 0 : Math.Max(1, Math.Min(Shades, (int)Math.Round(presence / people * Shades)));
}
