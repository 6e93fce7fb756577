using System.Text.RegularExpressions;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>A picture as a file of its own, or as a part of another page.</summary>
internal static class SvgFile
{
    // A quote in a name is escaped, so that only what is drawn here has this.
    private static readonly Regex Class = new(
        "class=\"(?<names>[a-z ]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    public static string Of(Picture picture, ChartOptions options)
    {
        var palette = Palette.Of(options.ColorScheme);
        var (body, root) = options.HasInlineStyle
            ? (picture.Body, Markup.Raw(" class=\"attendance-chart\""))
            : (Attributed(picture.Body, palette), new Markup().Add(
                $" fill=\"{palette.Faint}\" font-family=\"system-ui, Segoe UI, Roboto, Noto Sans, sans-serif\" font-size=\"12\""));
        var size = options.FillsWidth
            ? Markup.Raw(" width=\"100%\"")
            : new Markup().Add($" width=\"{picture.Width}\" height=\"{picture.Height}\"");
        var svg = new Markup().Add($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {picture.Width} {picture.Height}"{size}{root} role="img" lang="{options.Texts.Language}">
            <title>{picture.Title}</title>
            <desc>{picture.Description}</desc>

            """);
        if (options.HasInlineStyle)
            svg.Add($"<style{NonceOf(options)}>{Resource.ChartStyle(options.ColorScheme)}</style>\n")
                .Add($"<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        else if (options.ColorScheme != ChartColorScheme.Follow)
            svg.Add($"<rect fill=\"{palette.Paper}\" width=\"100%\" height=\"100%\"/>\n");
        return svg.Add($"{body}</svg>\n").ToString();
    }

    public static Markup NonceOf(ChartOptions options) =>
        options.Nonce is { } nonce ? new Markup().Add($" nonce=\"{nonce}\"") : new Markup();

    private static Markup Attributed(Markup body, Palette palette) => Markup.Raw(Class.Replace(
        body.ToString(), match => string.Join(" ", match.Groups["names"].Value.Split(' ').Select(name => AttributesOf(name, palette)))));

    private static string AttributesOf(string name, Palette palette) => name switch
    {
        "strong" => $"fill=\"{palette.Ink}\" font-weight=\"600\"",
        "over" when palette != Palette.Between =>
            $"paint-order=\"stroke\" stroke=\"{palette.Card}\" stroke-width=\"3\" stroke-linejoin=\"round\"",
        "faint" => "font-style=\"italic\"",
        "start" or "middle" or "end" => $"text-anchor=\"{name}\"",
        "window" => $"fill=\"{palette.Card}\"",
        "grid" => $"stroke=\"{palette.Line}\" fill=\"none\"",
        "axis" => $"stroke=\"{palette.Faint}\" fill=\"none\"",
        "count" =>
            $"stroke=\"{palette.Accent}\" stroke-width=\"1.5\" stroke-linejoin=\"round\" fill=\"{palette.Accent}\" fill-opacity=\".18\"",
        "median" => $"stroke=\"{palette.Ink}\" stroke-dasharray=\"6 4\" fill=\"none\"",
        "peak" => $"fill=\"{palette.Mark}\"",
        "stays" => $"fill=\"{palette.Accent}\"",
        "partly" => $"fill=\"{palette.Partly}\"",
        "lately" => $"fill=\"{palette.Late}\"",
        "missed" => $"stroke=\"{palette.Missed}\" stroke-width=\"2\" stroke-dasharray=\"2 2\" fill=\"none\"",
        "cross" => $"stroke=\"{palette.Mark}\" stroke-width=\"1.5\" fill=\"none\"",
        "ring" => $"stroke=\"{palette.Faint}\" fill=\"none\"",
        _ => "",
    };
}
