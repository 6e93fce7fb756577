namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Colours of pages and pictures by what they are for.</summary>
internal sealed record Palette(
    string Paper, string Card, string Ink, string Faint, string Line, string Accent, string Mark, string Missed, string Late, string Partly)
{
    public static Palette Light { get; } =
        new("#fff", "#f6f6fa", "#1d1d21", "#5d5d68", "#dedee6", "#4a4fb5", "#b3261e", "#d98880", "#b26a00", "#8e92d8");

    public static Palette Dark { get; } =
        new("#1b1b20", "#26262d", "#f0f0f4", "#a9a9b6", "#3c3c45", "#9aa0ff", "#ff8a80", "#8f4a46", "#ffb74d", "#6a6fb8");

    public static Palette Print { get; } =
        new("#fff", "#f1f1f6", "#000", "#444", "#ccc", "#4a4fb5", "#b3261e", "#d98880", "#8a5200", "#8e92d8");

    /// <summary>Colours that can be read in the light and in the dark, where nothing tells which it is.</summary>
    public static Palette Between { get; } =
        new("none", "#80809014", "currentColor", "currentColor", "#80809055", "#6b70e0", "#d9534a", "#d9534a88", "#c07a10", "#8a8fd6");

    public static Palette Of(ChartColorScheme scheme) => scheme switch
    {
        ChartColorScheme.Light => Light,
        ChartColorScheme.Dark => Dark,
        _ => Between,
    };

    /// <summary>The rules that give elements the colours of a scheme.</summary>
    public static string Rules(string selector, ChartColorScheme scheme)
    {
        var (first, kinds) = scheme switch
        {
            ChartColorScheme.Light => (Light, "light"),
            ChartColorScheme.Dark => (Dark, "dark"),
            _ => (Light, "light dark"),
        };
        var rules = $"{selector} {{ {first.Variables()} color-scheme: {kinds}; }}\n";
        if (scheme == ChartColorScheme.Follow)
            rules += $"@media (prefers-color-scheme: dark) {{ {selector} {{ {Dark.Variables()} }} }}\n";
        return rules + $"@media print {{ {selector} {{ {Print.Variables()} }} }}\n";
    }

    private string Variables() =>
        $"--paper: {Paper}; --card: {Card}; --ink: {Ink}; --faint: {Faint}; --line: {Line}; --accent: {Accent}; --mark: {Mark}; " +
        $"--missed: {Missed}; --late: {Late}; --partly: {Partly};";
}
