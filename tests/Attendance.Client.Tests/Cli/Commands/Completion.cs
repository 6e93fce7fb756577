using System.Diagnostics;

namespace Attendance.Client.Tests.Cli;

public class Completion
{
    [Theory]
    [InlineData("show --auth ", "browser certificate cli default device managed secret token workload")]
    [InlineData("find --demo --cloud ", "china dod global usgov")]
    [InlineData("webinars --role ", "coOrganizer organizer")]
    [InlineData("wait --timeout ", "15m 1d 1h 1m 30s")]
    [InlineData("calendar --from ", "12h 30d 7d last month last week last year now this month this week this year today yesterday")]
    [InlineData("help si", "sign-in sessions")]
    public async Task Offers_the_values_of_an_option(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', await SuggestAsync(line)));

    [Fact]
    public async Task Offers_time_zones() => Assert.Contains("Europe/Berlin", await SuggestAsync("show --time-zone "));

    [Fact]
    public async Task Offers_commands_and_shells()
    {
        var commands = await SuggestAsync(" ");
        var shells = await SuggestAsync("completion ");

        Assert.Superset(
            new HashSet<string>(
                "calendar completion demo find registrations reports serve sessions show townhalls wait webinars".Split(' ')),
            commands.ToHashSet());
        Assert.Superset(new HashSet<string>("bash fish powershell zsh".Split(' ')), shells.ToHashSet());
    }

    [Fact]
    public async Task Offers_the_options_that_are_left_also_behind_a_flag()
    {
        var options = await SuggestAsync("calendar --demo ");

        Assert.Superset(new HashSet<string>("--from --to --user --lines --json --time-zone".Split(' ')), options.ToHashSet());
        Assert.DoesNotContain("--demo", options);
        Assert.DoesNotContain("True", options);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _attendance attendance")]
    [InlineData("zsh", "compdef _attendance attendance")]
    [InlineData("fish", "complete --command attendance ")]
    [InlineData("PowerShell", "Register-ArgumentCompleter -Native -CommandName attendance ")]
    public async Task Is_set_up_by_a_script(string shell, string expected)
    {
        var result = await new Tool().RunAsync($"completion {shell}");

        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Is_refused_for_another_shell()
    {
        var result = await new Tool().RunAsync("completion tcsh");

        Assert.Equal(
            "error: \"tcsh\" is no shell that is known here. Pass one of bash, zsh, fish, powershell.\nSee: attendance completion --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("attendance show --au", "[suggest:5] show |--auth")]
    [InlineData("attendance sh", "[suggest:0] |show")]
    [InlineData("/usr/local/bin/attendance  show --", "[suggest:6]  show |--auth --session --stays")]
    public async Task Works_in_bash(string line, string expected)
    {
        if (!OperatingSystem.IsLinux())
            return;

        Assert.Equal(
            expected, await CompleteInBashAsync(
                line, "show --auth --session --stays sessions /h '-?'", """printf '%s|%s' "$(cat "$0")" "${COMPREPLY[*]}" """));
    }

    [Fact]
    public async Task Leaves_files_to_bash_where_there_is_nothing_to_suggest()
    {
        if (!OperatingSystem.IsLinux())
            return;

        const string Line = "summary --sources ";
        Assert.Equal("\n", (await new Tool().RunAsync([$"[suggest:{Line.Length}]", Line])).Output);
        Assert.Equal("0", await CompleteInBashAsync($"attendance {Line}", "''", """printf '%s' "${#COMPREPLY[@]}" """));
    }

    [Theory]
    [InlineData("zsh", "${suggestions:#(|/*|*\\?)}")]
    [InlineData("fish", "--regex '^$|^/|\\?$'")]
    [InlineData("powershell", "-notmatch '^$|^/|\\?$'")]
    public async Task Leaves_files_to_other_shells_too(string shell, string expected) =>
        Assert.Contains(expected, (await new Tool().RunAsync($"completion {shell}")).Output, StringComparison.Ordinal);

    /// <summary>What bash prints after it has completed a line, where the tool suggests what is given.</summary>
    private static async Task<string> CompleteInBashAsync(string line, string suggestions, string print)
    {
        var script = (await new Tool().RunAsync("completion bash")).Output + $$"""

            attendance() { printf '%s %s' "$1" "$2" > "$0"; printf '%s\n' {{suggestions}}; }
            COMP_LINE='{{line}}'
            COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _attendance
            {{print}}
            """;
        var asked = Path.GetTempFileName();
        using var bash = Process.Start(
            new ProcessStartInfo("bash")
            {
                ArgumentList = { "-c", script, asked },
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        File.Delete(asked);
        return output;
    }

    private static async Task<string[]> SuggestAsync(string line)
    {
        var result = await new Tool().RunAsync([$"[suggest:{line.Length}]", line]);

        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
