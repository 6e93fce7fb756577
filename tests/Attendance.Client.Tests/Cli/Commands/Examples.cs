using System.CommandLine.Parsing;
using Attendance.Cli;

namespace Attendance.Client.Tests.Cli;

/// <summary>The examples at the end of each help.</summary>
public class Examples
{
    private static readonly CommandLineApp App = new(
        new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null, Environment = _ => null });

    public static TheoryData<string> Commands => [.. App.Parse([]).RootCommandResult.Command.Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Are_two_of_each_command_and_stand_at_the_end_of_its_help(string command)
    {
        var examples = CommandExamples.Of(command);

        var help = await new Tool().RunAsync($"{command} --help");

        Assert.Equal(2, examples.Count);
        Assert.All(examples, example => Assert.StartsWith($"attendance {command}", example, StringComparison.Ordinal));
        Assert.EndsWith($"\nExamples:\n  {examples[0]}\n  {examples[1]}\n\n", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Are_command_lines_that_the_tool_has(string command) =>
        Assert.All(CommandExamples.Of(command), example => Assert.Equal([], App.Parse(ArgumentsOf(example)).Errors));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Work_on_sample_data(string command)
    {
        if (command is "login" or "logout" or "whoami" or "archive")
            return;

        if (command is "subscribe" or "listen")
            return;

        if (command == "serve")
        {
            // It serves until somebody stops it.
            Assert.Equal(0, (await new Tool().RunAsync(ArgumentsOf(CommandExamples.Of(command)[1]))).ExitCode);
            return;
        }

        var directory = Directory.CreateTempSubdirectory();

        // What reads a file of the user's own can only be parsed.
        foreach (var example in CommandExamples.Of(command).Where(example =>
            !example.Contains("--roster", StringComparison.Ordinal) && !example.Contains("--users", StringComparison.Ordinal)))
        {
            var args = ArgumentsOf(example).ToList();
            foreach (var option in new[] { "--output", "--archive" })
            {
                if (args.IndexOf(option) is >= 0 and var written)
                    args[written + 1] = Path.Combine(directory.FullName, args[written + 1]);
            }

            if (App.Parse(args).CommandResult.Command.Options.Any(option => option.Name == "--demo") && !args.Contains("--demo"))
                args = [.. Without(args, "--auth", "--client-id"), "--demo"];

            var result = await new Tool().RunAsync([.. args]);

            // Sessions of the sample ended years ago, and the clock of the tests stands in 2026.
            var isLate = args[0] == "wait" && args.Contains("--ended-after");
            Assert.True(result.ExitCode == (isLate ? 3 : 0), $"{example}: {result.Error}");
        }

        directory.Delete(recursive: true);
    }

    private static IEnumerable<string> Without(List<string> args, params string[] options) =>
        args.Where((arg, index) => !options.Contains(arg) && (index == 0 || !options.Contains(args[index - 1])));

    private static string[] ArgumentsOf(string example) => [.. CommandLineParser.SplitCommandLine(example).Skip(1)];
}
