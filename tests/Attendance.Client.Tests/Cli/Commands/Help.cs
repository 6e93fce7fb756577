namespace Attendance.Client.Tests.Cli;

public class Help
{
    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    public async Task Of_the_tool_lists_commands_and_exit_codes(string commandLine)
    {
        var result = await new Tool().RunAsync(commandLine);

        Assert.Contains("\n  attendance [command] [options]\n", result.Output, StringComparison.Ordinal);
        Assert.Matches("\n  demo +See what the tool does", result.Output);
        Assert.Contains(
            """
                0    all went well
                1    the request or the sign-in failed, or the output could not be written
                2    the command line is wrong
                3    there is no report yet, or no source to read
                130  cancelled by Ctrl+C; 129, 131 or 143 by SIGHUP, SIGQUIT or SIGTERM
            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("demo", "--json")]
    [InlineData("reports", "--source <path or URL>")]
    [InlineData("show", "--report <id>")]
    [InlineData("show", "--auth <method>")]
    [InlineData("reports", "--sources <file>")]
    [InlineData("summary", "--late-after <span>")]
    [InlineData("export", "--rows <kind>")]
    public async Task Of_a_command_lists_its_options(string command, string option)
    {
        var result = await new Tool().RunAsync($"{command} --help");

        Assert.Contains($"  {option}  ", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("summary", "Of many sources, or from --from to --to, each session has a line.")]
    [InlineData(
        "export",
        "Of one meeting, the newest session is written. Of many sources (--sources), or from --from to --to, it is all sessions.")]
    [InlineData("chart", "Of one meeting, the newest session is drawn, or with --all all of them side by side.")]
    [InlineData("chart", "Of many sources (--sources), or from --from to --to, each session has a file in the directory of --output.")]
    public async Task Says_which_sessions_are_taken(string command, string expected) =>
        Assert.Contains(expected, (await new Tool().RunAsync($"{command} --help")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Of_signing_in_is_told_once_and_not_with_each_command()
    {
        var topic = await new Tool().RunAsync("help sign-in");
        var show = await new Tool().RunAsync("show --help");

        foreach (var method in "default browser device cli managed secret certificate workload token".Split(' '))
            Assert.Matches($"\n  {method} +[a-z]", topic.Output);
        Assert.DoesNotContain("AZURE_CLIENT_SECRET", show.Output, StringComparison.Ordinal);
        Assert.Contains("of which attendance help sign-in tells more", show.Output, StringComparison.Ordinal);
        Assert.Equal(0, topic.ExitCode);
    }

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help summary", "summary --help")]
    [InlineData("summary --help --metting x", "summary --help")]
    public async Task Is_the_same_however_it_is_asked_for(string commandLine, string same) =>
        Assert.Equal(await new Tool().RunAsync(same), await new Tool().RunAsync(commandLine));

    [Fact]
    public async Task Of_what_there_is_none_says_what_there_is()
    {
        var result = await new Tool().RunAsync("help sumary");

        Assert.StartsWith(
            "error: Unrecognized command or argument 'sumary'. Did you mean summary? There is help on sign-in and on demo, login, ",
            result.Error, StringComparison.Ordinal);
        Assert.Equal(("", 2), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Names_the_version()
    {
        var result = await new Tool().RunAsync("--version");

        Assert.Matches(@"^\d+\.\d+", result.Output);
        Assert.Equal(0, result.ExitCode);
    }
}
