using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Readme;

[Collection(ConsoleTests.Name)]
public class ReadmeBlocks
{
    private static readonly string Markdown = Resource.Text("README.md");

    private static readonly IReadOnlyList<ReadmeBlock> Blocks = ReadmeBlock.In(Markdown);

    public static TheoryData<string> Names => [.. Blocks.Select(block => block.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_block_compiles_runs_and_prints_what_README_says(string name)
    {
        var block = Blocks.Single(block => block.Name == name);

        var printed = await ReadmeProgram.RunAsync(block);

        if (block.Output is not null)
            Assert.Equal(Trimmed(block.Output), Trimmed(printed));
    }

    [Fact]
    public void No_block_of_csharp_is_passed_over() =>
        Assert.Equal(Regex.Count(Markdown, @"```[ \t]*(csharp|cs\b|c#)", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)), Blocks.Count);

    [Fact]
    public void At_least_one_block_says_what_it_prints() => Assert.Contains(Blocks, block => block.Output is not null);

    private static string Trimmed(string text) => string.Join('\n', text.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
}
