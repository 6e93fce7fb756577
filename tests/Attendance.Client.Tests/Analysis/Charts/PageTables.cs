using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Charts;

/// <summary>What the tables and the figures of a page say.</summary>
internal static partial class PageTables
{
    public static List<string> Rows(string page, string table)
    {
        var start = page.IndexOf(
            table == "people" ? "<table class=\"people" : $"aria-labelledby=\"{table}\">\n<thead>", StringComparison.Ordinal);
        var body = page.IndexOf("</thead>\n", start, StringComparison.Ordinal) + "</thead>\n".Length;
        var rows = page[body..page.IndexOf("</table>", body, StringComparison.Ordinal)];
        return [.. rows.Replace("<tbody>\n", "", StringComparison.Ordinal).Replace("</tbody>\n", "", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>What the bar at the top says: of how many, its parts, who came besides, and the sum.</summary>
    public static List<string> Funnel(string page)
    {
        var start = page.IndexOf("<section class=\"funnel\">", StringComparison.Ordinal);
        return start < 0 ? [] : [.. Piece().Matches(page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)])
            .Select(piece => Tag().Replace(piece.Groups["text"].Value, ""))];
    }

    public static List<string> Figures(string page) =>
        [.. Figure().Matches(page).Select(
            figure => $"{figure.Groups["name"].Value}: {figure.Groups["value"].Value} {figure.Groups["more"].Value}".TrimEnd())];

    [GeneratedRegex(
        "<dt>(?<name>[^<]+)</dt><dd class=\"value\">(?<value>[^<]+)</dd>(<dd class=\"more\">(?<more>[^<]+)</dd>)?",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Figure();

    [GeneratedRegex(
        "<tr><td>(?<time>[^<]+)</td><td class=\"number\">(?<count>[^<]+)</td></tr>", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    public static partial Regex HeadCountRow();

    [GeneratedRegex("<(p|p class=\"note\"|li class=\"[a-z]+\")>(?<text>.*?)(?=</p>|<li|</ul>)", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Piece();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
