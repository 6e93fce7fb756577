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
             Status
            ────────────────────────────────────────────
             Frederick Cormier   45m 0s             0s
             Organizer             100%             0s
             present
             Miyuki Tanaka      42m 25s         1m 13s
             Presenter              94%             0s
             present
             Zoë Müller         33m 57s         11m 3s
             Attendee               75%             0s
             partial
             Anna (Gast)        10m 11s        28m 20s
             Attendee               22%         6m 29s
             partial
            """.Split('\n').Select(line => line.TrimEnd()),
            result.PlainLines.Select(line => line.TrimEnd()).SkipWhile(line => !line.StartsWith(" Name", StringComparison.Ordinal))
                .TakeWhile(line => line.Length > 0));
    }

    [Theory]
    [InlineData("99.6", 9959, "99%", "partial")]
    [InlineData("99.6", 9960, "99%", "present")]
    [InlineData("80.0", 7970, "79%", "partial")]
    [InlineData("80%", 7999, "79%", "partial")]
    [InlineData("29", 2900, "29%", "present")]
    [InlineData("80", 8000, "80%", "present")]
    public async Task Shows_no_share_as_reached_that_was_missed(string least, double present, string share, string status)
    {
        var graph = new FakeGraph().Add(Source, Session("r", 0, 10000, Guest("ada", 0, present)));

        var result = await Tool.SignedIn(graph).RunAsync($"summary --auth token --meeting m --as-ran --min-share {least}");

        var cells = Cells(result.Output, "ada");
        Assert.Equal((share, status), (cells[5], cells[9]));
        Assert.Equal(
            status == "partial", result.Output.Contains("\nPartial       1 person, there for less than ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_nobody_late_where_no_plan_is_known()
    {
        var graph = new FakeGraph().Add(Source, Session("r", 0, 3600, Guest("ada", 1200, 1800)));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m");

        Assert.Contains("\nNot planned, as far as is known; ran 2026-03-01 10:00:00 to ", result.Output, StringComparison.Ordinal);
        Assert.Contains("  After start  Before end  ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("late", result.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["20m 0s", "30m 0s"], Cells(result.Output, "ada")[6..8]);
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
