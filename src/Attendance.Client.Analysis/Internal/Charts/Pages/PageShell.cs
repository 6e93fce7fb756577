using System.Security.Cryptography;
using System.Text;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What all whole pages have around what they show, and parts of pages around a table.</summary>
internal static class PageShell
{
    /// <summary>A whole page.</summary>
    /// <param name="heading">What stands at the top.</param>
    /// <param name="subheading">What it is of.</param>
    /// <param name="main">What it shows.</param>
    /// <param name="footer">What is to be known of it.</param>
    /// <param name="options">How it looks.</param>
    public static Markup Page(string heading, string subheading, Markup main, string footer, ChartOptions options)
    {
        var (style, script) = (Resource.PageStyle(options.ColorScheme), Resource.Script);
        // Nothing may be loaded and nothing run but the style and the script below, even if a name got past the escaping. The icon keeps
        // browsers from asking for one.
        var policy =
            $"default-src 'none'; img-src data:; style-src '{HashOf(style)}'; script-src '{HashOf(script)}'; " +
            "base-uri 'none'; form-action 'none'";
        var title = options.Title is { } given ? Wording.Fill(options.Texts.PageTitle, given) : heading;
        var scheme = options.ColorScheme switch
        {
            ChartColorScheme.Light => "light",
            ChartColorScheme.Dark => "dark",
            _ => "light dark",
        };
        return new Markup().Add($"""
            <!doctype html>
            <html lang="{options.Texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="{scheme}">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <style{SvgFile.NonceOf(options)}>{style}</style>
            </head>
            <body class="attendance">
            <header>
            <h1>{heading}</h1>
            <p>{subheading}</p>
            </header>
            <main>
            {main}
            </main>
            <footer class="note"><p>{footer}</p></footer>
            <script{SvgFile.NonceOf(options)}>{script}</script>
            </body>
            </html>

            """);
    }

    /// <summary>A part of somebody else's page, with style and script unless these are served as files.</summary>
    public static string Part(Markup part, ChartOptions options)
    {
        var markup = new Markup().Add($"""<div class="attendance" lang="{options.Texts.Language}">""").Add($"\n");
        if (options.HasInlineStyle)
            markup.Add($"<style{SvgFile.NonceOf(options)}>{Resource.PartStyle(options.ColorScheme)}</style>\n");
        markup.Add($"{part}\n");
        if (options.HasInlineStyle)
            markup.Add($"<script{SvgFile.NonceOf(options)}>{Resource.Script}</script>\n");
        return markup.Add($"</div>\n").ToString();
    }

    private static string HashOf(Markup content)
    {
        using var sha = SHA256.Create();
        return "sha256-" + Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
