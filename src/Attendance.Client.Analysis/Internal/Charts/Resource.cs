namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The style sheets and the script that pages and pictures hold.</summary>
internal static class Resource
{
    private static readonly string ChartRules = Read("chart.css");

    private static readonly string PageRules = Read("page.css");

    private static readonly string PartRules = Read("part.css");

    /// <summary>Finds, filters, sorts and copies.</summary>
    public static Markup Script { get; } = Markup.Raw(Read("page.js"));

    /// <summary>The style of a picture.</summary>
    public static Markup ChartStyle(ChartColorScheme scheme) =>
        Markup.Raw(Palette.Rules(".attendance-chart", scheme) + ChartRules);

    /// <summary>The style of a whole page.</summary>
    public static Markup PageStyle(ChartColorScheme scheme) =>
        Markup.Raw(Palette.Rules(":root", scheme) + PageRules + PartRules + ChartRules);

    /// <summary>The style of a part of a page, which touches nothing else on it.</summary>
    public static Markup PartStyle(ChartColorScheme scheme) =>
        Markup.Raw(Palette.Rules(".attendance", scheme) + PartRules);

    // Browsers hash what they run with line feeds alone, however a checkout made the lines end.
    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
