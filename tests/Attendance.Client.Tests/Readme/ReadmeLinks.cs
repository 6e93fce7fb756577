using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Readme;

public partial class ReadmeLinks
{
    private static readonly string[] OfPackages =
        [.. Resource.Readmes.Where(readme => readme.StartsWith("src/", StringComparison.Ordinal))];

    public static TheoryData<string> All => [.. Resource.Readmes];

    public static TheoryData<string> Packed => [.. OfPackages];

    [Theory]
    [MemberData(nameof(All))]
    public void An_anchor_is_one_of_a_heading(string readme)
    {
        var anchors = Heading().Matches(WithoutBlocks(readme)).Select(match => Anchor(match.Groups["text"].Value));
        var targets = Targets(readme).Where(target => target.StartsWith('#'));

        Assert.Empty(targets.Except(anchors, StringComparer.Ordinal));
    }

    // The page of a package stands alone, without the files beside its README.
    [Theory]
    [MemberData(nameof(Packed))]
    public void A_package_links_within_its_page_or_to_a_whole_address(string readme) =>
        Assert.All(Targets(readme), target => Assert.Matches("^(#|https://)", target));

    [Fact]
    public void Each_package_has_a_page() => Assert.Equal(
        [
            "Attendance.Cli", "Attendance.Client", "Attendance.Client.Analysis", "Attendance.Client.Archive",
            "Attendance.Client.Notifications", "Attendance.Client.Notifications.Archive", "Attendance.Client.Testing",
        ],
        OfPackages.Select(readme => readme.Split('/')[1]).Order(StringComparer.Ordinal));

    [Fact]
    public void README_leads_to_every_guide() => Assert.Equal(
        Resource.Readmes.Where(readme => readme.StartsWith("docs/", StringComparison.Ordinal)),
        Targets("README.md")
            .Where(target => target.StartsWith("docs/", StringComparison.Ordinal) && target.EndsWith(".md", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));

    private static string WithoutBlocks(string readme) => Block().Replace(Resource.Text(readme), "");

    private static List<string> Targets(string readme) =>
        [.. Link().Matches(CodeInLine().Replace(WithoutBlocks(readme), "")).Select(match => match.Groups["target"].Value)];

    private static string Anchor(string heading) => "#" + NotInAnchor().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Block();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeInLine();

    // Also by reference, and in HTML.
    [GeneratedRegex(
        """\]\(\s*(?<target>[^)\s]*)|^\[[^\]\n]+\]:\s*(?<target>\S+)|\b(href|src)\s*=\s*["']?(?<target>[^"'>\s]*)""",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NotInAnchor();
}
