using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Readme;

/// <summary>A csharp block of a README, with the text block that follows it directly, which is what it prints.</summary>
/// <param name="Readme">Path of the README in the repository.</param>
/// <param name="Heading">What it stands below.</param>
/// <param name="Line">Its first line.</param>
/// <param name="Code">The block.</param>
/// <param name="Output">What it prints, or null where README does not say.</param>
/// <param name="Application">The web application that it tests, which is the block before it, or null for none.</param>
internal sealed partial record ReadmeBlock(
    string Readme, string Heading, int Line, string Code, string? Output, ReadmeBlock? Application = null)
{
    public string Name => $"{Readme}, line {Line}: {Heading}";

    public bool IsTestClass => Code.Contains("using Xunit;", StringComparison.Ordinal);

    public static IReadOnlyList<ReadmeBlock> In(string readme, string markdown)
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
                ReadmeBlock? application = null;
                if (content.Contains("WebApplicationFactory<Program>", StringComparison.Ordinal))
                {
                    application = blocks[^1];
                    blocks.RemoveAt(blocks.Count - 1);
                }

                blocks.Add(new ReadmeBlock(
                    readme, heading, markdown.AsSpan(0, match.Groups["content"].Index).Count('\n')
                        + 1, content, Output: null, application));
                endOfCode = match.Index + match.Length;
            }
        }

        return blocks;
    }

    // Fences are told together with headings, since a line with # within a fence is no heading.
    [GeneratedRegex(
        @"^#+ (?<heading>.+?)\s*$|^```(?<language>\S*)[^\n]*\n(?<content>.*?)^```\s*?$", RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex HeadingOrFence();
}
