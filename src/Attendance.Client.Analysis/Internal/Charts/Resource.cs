namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The style sheets and the script that pages and pictures hold.</summary>
internal static class Resource
{
    public static Markup ChartStyle { get; } = Read("chart.css");

    public static Markup PageStyle { get; } = Read("page.css").Add(Read("chart.css"));

    public static Markup PageScript { get; } = Read("page.js");

    // Browsers hash what they run with line feeds alone, however a checkout made the lines end.
    private static Markup Read(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return Markup.Raw(reader.ReadToEnd().Replace("\r\n", "\n"));
    }
}
