using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Attendance.Cli;

namespace Attendance.Client.Tests.Cli;

public partial class ReadmeCommands
{
    public static TheoryData<string> Lines =>
    [
        .. Resource.Readmes
            .SelectMany(readme => ShellBlock().Matches(Resource.Text(readme)))
            .SelectMany(block => block.Groups["lines"].Value.Split('\n'))
            .SelectMany(line => line.Split(" | "))
            .Where(line => line.StartsWith("attendance ", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Are_commands_that_the_tool_has(string line)
    {
        var app = new CommandLineApp(new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null, Environment = _ => null });

        var parse = app.Parse([.. CommandLineParser.SplitCommandLine(line).Skip(1)]);

        Assert.Equal([], parse.Errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/Attendance.Cli/README.md")]
    public async Task Name_all_that_the_tool_has(string readme)
    {
        var help = await new Tool().RunAsync("--help");
        var commands = HelpLine().Matches(help.Output).Select(match => match.Groups["name"].Value).ToList();

        Assert.InRange(commands.Count, 15, 30);
        Assert.Equal(
            [],
            commands.Where(command => !Resource.Text(readme).Contains($"`{command}`", StringComparison.Ordinal) && command != "demo"));
    }

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(
        "^  (?<name>[a-z]+)( <shell>| <link>| <topic>)?  +[A-Z]", RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex HelpLine();
}
