namespace Attendance.Client.Tests.Cli;

/// <summary>What a terminal has no room for.</summary>
public class LeftOut
{
    private const string Meeting = "--demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";

    [Fact]
    public async Task Is_told_below_the_table_with_the_width_that_shows_it()
    {
        var narrow = await new Tool { TerminalWidth = 60 }.RunAsync($"summary {Meeting}");
        var note = string.Join(' ', narrow.PlainLines.SkipWhile(line => !line.StartsWith("Not shown", StringComparison.Ordinal))).Trim();

        Assert.StartsWith(
            "Not shown at this width: Joined, Left, Times away; --json has all, or widen to ", note, StringComparison.Ordinal);
        var enough = int.Parse(note.Split(' ')[^1].TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture);
        var wider = await new Tool { TerminalWidth = enough }.RunAsync($"summary {Meeting}");
        var almost = await new Tool { TerminalWidth = enough - 1 }.RunAsync($"summary {Meeting}");
        Assert.InRange(enough, 61, 80);
        Assert.DoesNotContain("Not shown", wider.Output, StringComparison.Ordinal);
        Assert.Contains("Joined", wider.Output, StringComparison.Ordinal);
        Assert.Contains("Not shown at this width: ", almost.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary", 80)]
    [InlineData("summary", 110)]
    [InlineData("show", 80)]
    [InlineData("show --stays", 80)]
    public async Task Is_the_date_of_each_time_where_all_are_of_the_day_above(string command, int width)
    {
        var terminal = await new Tool { TerminalWidth = width }.RunAsync($"{command} {Meeting}");
        var file = await new Tool().RunAsync($"{command} {Meeting}");

        var table = string.Join('\n', terminal.PlainLines.SkipWhile(line => !line.StartsWith('─')));
        Assert.Contains(" 04:30:00 ", table, StringComparison.Ordinal);
        Assert.DoesNotContain("2021-10-12", table, StringComparison.Ordinal);
        Assert.Contains("2021-10-12 04:30:00 to ", terminal.Output, StringComparison.Ordinal);
        Assert.Contains(" 2021-10-12 04:30:00  2021-10-12 05:15:30 ", file.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_no_date_where_another_day_stands_above()
    {
        var result = await new Tool { TerminalWidth = 80 }.RunAsync($"summary {Meeting} --all");

        Assert.Contains(result.PlainLines, line => line.Contains(" 2021-10-12  2021-10-12 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_people_where_one_session_is_of_a_time_which_is_told_on_a_terminal()
    {
        const string Hint = "note: One session is of that time. Add --all to see it person by person.\n";

        var one = await new Tool { TerminalWidth = 80 }.RunAsync($"summary {Meeting} --from 2021-10-12");
        var two = await new Tool { TerminalWidth = 80 }.RunAsync($"summary {Meeting} --from 2021-10");
        var all = await new Tool { TerminalWidth = 80 }.RunAsync($"summary {Meeting} --from 2021-10-12 --all");
        var file = await new Tool().RunAsync($"summary {Meeting} --from 2021-10-12");

        Assert.Equal((Hint, "", "", ""), (one.Error, two.Error, all.Error, file.Error));
        Assert.Equal([0, 0, 0, 0], new[] { one.ExitCode, two.ExitCode, all.ExitCode, file.ExitCode });
    }
}
