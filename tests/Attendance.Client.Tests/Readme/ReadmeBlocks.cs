using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Readme;

[Collection(ConsoleTests.Name)]
public class ReadmeBlocks
{
    private const string OfTesting = "src/Attendance.Client.Testing/README.md";

    private static readonly string[] Libraries =
    [
        "Attendance.Client", "Attendance.Client.Analysis", "Attendance.Client.Archive", "Attendance.Client.Notifications",
        "Attendance.Client.Notifications.Archive", "Attendance.Client.Testing",
    ];

    private static readonly IReadOnlyList<ReadmeBlock> Blocks =
    [.. Resource.Readmes.SelectMany(readme => ReadmeBlock.In(readme, Resource.Text(readme)))];

#if NETSTANDARD_PACKAGE
    public static TheoryData<string> Names =>
    [
        .. Blocks.Where(block => !block.Code.Contains("FakeGraphServer", StringComparison.Ordinal)
            && !block.Code.Contains("FakeAuthority", StringComparison.Ordinal)
            && !block.Code.Contains("Attendance.Client.Archive", StringComparison.Ordinal)
            && !block.Code.Contains("Attendance.Client.Notifications", StringComparison.Ordinal)).Select(block => block.Name),
    ];
#else
    public static TheoryData<string> Names => [.. Blocks.Select(block => block.Name)];
#endif

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
        Assert.Equal(
            Resource.Readmes.Sum(readme => Regex.Count(
                Resource.Text(readme), @"```[ \t]*(csharp|cs\b|c#)", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5))),
            Blocks.Sum(block => block.Application is null ? 1 : 2));

    [Fact]
    public void Every_library_shows_a_program() =>
        Assert.Superset(
            Libraries.Select(library => $"src/{library}/README.md").ToHashSet(StringComparer.Ordinal),
            Blocks.Select(block => block.Readme).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void The_first_test_takes_less_than_15_lines()
    {
        var first = Blocks.First(block => block.Readme == OfTesting);

        Assert.True(first.IsTestClass);
        Assert.InRange(first.Code.TrimEnd().Split('\n').Length, 1, 14);
    }

    [Fact]
    public void At_least_one_block_says_what_it_prints() => Assert.Contains(Blocks, block => block.Output is not null);

    private static string Trimmed(string text) => string.Join('\n', text.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
}
