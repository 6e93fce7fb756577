using System.Text.RegularExpressions;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Cli.SummarySamples;

namespace Attendance.Client.Tests.Cli;

/// <summary>How a summary looks on a terminal.</summary>
public partial class SummaryLayout
{
    [Fact]
    public async Task Puts_who_stayed_longest_first_then_who_is_hidden_then_who_was_not_there()
    {
        AttendanceRecord[] guests =
            [Guest("not-there", 200, 300), Hidden("hidden"), Guest("short", 0, 10), Guest("b-long", 0, 90), Guest("a-long", 0, 90)];
        var graph = new FakeGraph().Add(Source, Session("r", 0, 100, guests));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m");

        Assert.Contains("\nNot there     1 person, whose stays are all at other times\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["a-long", "b-long", "short", "hidden", "not-there"], result.Output.Split('\n').SkipWhile(line => !line.StartsWith('─')).Skip(1)
                .Select(line => line.Trim().Split(' ')[0]).Where(name => name.Length > 0));
    }

    [Theory]
    [InlineData($"summary --demo {Meeting} --late-after 1m --min-share 50")]
    [InlineData($"summary --demo {SampleArguments.Townhall}")]
    [InlineData($"summary --demo {SampleArguments.Webinar} --from 2021-10-01 --registrations")]
    public async Task Fits_a_narrow_screen(string commandLine)
    {
        var result = await new Tool { TerminalWidth = 80 }.RunAsync(commandLine);

        var table = Decoration().Replace(result.Output, "").Split('\n').Where(line => line.StartsWith(' '));
        Assert.Equal(0, result.ExitCode);
        Assert.All(table, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Breaks_no_word_on_a_very_narrow_screen_and_leaves_no_mark_out()
    {
        var result = await new Tool { TerminalWidth = 60 }.RunAsync($"summary --demo {Meeting} --late-after 5m --min-share 79.6");

        Assert.Equal(
            """
             Name               Present        Late by
             Role                 Share  Left early by
             Mark
            ────────────────────────────────────────────
             Frederick Cormier  45m 30s             0s
             Organizer             100%             0s
             Miyuki Tanaka      42m 45s         1m 12s
             Presenter              93%            10s
             Zoë Müller         34m 27s         11m 3s
             Attendee               75%             0s
             late, below 79.6%
             Anna (Gast)        10m 11s        28m 20s
             Attendee               22%         6m 59s
             late, below 79.6%
            """.Split('\n').Select(line => line.TrimEnd()),
            result.PlainLines.Select(line => line.TrimEnd()).SkipWhile(line => !line.StartsWith(" Name", StringComparison.Ordinal))
                .TakeWhile(line => line.Length > 0));
    }

    [Theory]
    [InlineData("99.6", 9959, "99%", "below 99.6%")]
    [InlineData("99.6", 9960, "99%", "")]
    [InlineData("80.0", 7970, "79%", "below 80.0%")]
    [InlineData("80%", 7999, "79%", "below 80%")]
    [InlineData("29", 2900, "29%", "")]
    [InlineData("80", 8000, "80%", "")]
    public async Task Shows_no_share_as_reached_that_was_missed(string least, double present, string share, string mark)
    {
        var graph = new FakeGraph().Add(Source, Session("r", 0, 10000, Guest("ada", 0, present)));

        var result = await Tool.SignedIn(graph).RunAsync($"summary --auth token --meeting m --min-share {least}");

        var cells = Cells(result.Output, "ada");
        Assert.Equal((share, mark), (cells[5], cells.Length > 9 ? cells[9] : ""));
        Assert.Contains(
            $"\nShort         {(mark.Length > 0 ? "1 person" : "0 people")}, there for below {least.TrimEnd('%')}%\n", result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary --auth token --meeting m")]
    [InlineData("summary --auth token --meeting m --from 2026-03-01")]
    public async Task Lets_no_name_steer_the_terminal(string commandLine)
    {
        var meeting = new OnlineMeeting { Source = Source, Subject = "[red]Evil\u001b[2J", JoinMeetingId = "238420318127" };
        var graph = new FakeGraph().Add(meeting, Session("r", 0, 100, Guest("[b]Mallory\u001b[2J", 0, 50)));

        var result = await Tool.SignedIn(graph).RunAsync(commandLine.Replace(" m", " 238420318127", StringComparison.Ordinal));

        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Contains(
            commandLine.Contains("--from", StringComparison.Ordinal) ? "[red]Evil\uFFFD[2J" : "[b]Mallory\uFFFD[2J", result.Output,
            StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decoration();
}
