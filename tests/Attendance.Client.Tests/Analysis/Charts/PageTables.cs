using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Charts;

/// <summary>What the tables and the figures of a page say.</summary>
internal static partial class PageTables
{
    public static List<string> Rows(string page, string table)
    {
        var start = page.IndexOf(table == "people" ? "id=\"people\"" : $"aria-labelledby=\"{table}\">\n<thead>", StringComparison.Ordinal);
        var body = page.IndexOf("<tbody>\n", start, StringComparison.Ordinal) + "<tbody>\n".Length;
        return [.. page[body..page.IndexOf("</tbody>", body, StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
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
}
