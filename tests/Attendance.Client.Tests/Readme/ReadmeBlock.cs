using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Readme;

/// <summary>A csharp block of a Markdown text, with the text block that follows it directly, which is what it prints.</summary>
internal sealed partial record ReadmeBlock(string Name, int Line, string Code, string? Output)
{
    public bool IsTestClass => Code.Contains("[Fact]", StringComparison.Ordinal);

    public static IReadOnlyList<ReadmeBlock> In(string markdown)
    {
        var blocks = new List<ReadmeBlock>();
        var heading = "";
        var endOfCode = -1;
        foreach (Match match in HeadingOrFence().Matches(markdown))
        {
            var language = match.Groups["language"];
            var content = match.Groups["content"].Value;
            if (!language.Success)
                heading = match.Groups["heading"].Value;
            else if (language.Value == "text" && endOfCode >= 0 && string.IsNullOrWhiteSpace(markdown[endOfCode..match.Index]))
                blocks[^1] = blocks[^1] with { Output = content };

            endOfCode = -1;
            if (language.Value == "csharp")
            {
                blocks.Add(new ReadmeBlock($"{heading}, block {blocks.Count + 1}", markdown.AsSpan(0, match.Groups["content"].Index).Count('\n') + 1, content, Output: null));
                endOfCode = match.Index + match.Length;
            }
        }

        return blocks;
    }

    // Fences are told together with headings, since a line with # within a fence is no heading.
    [GeneratedRegex(@"^#+ (?<heading>.+?)\s*$|^```(?<language>\S*)[^\n]*\n(?<content>.*?)^```\s*?$", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HeadingOrFence();
}
