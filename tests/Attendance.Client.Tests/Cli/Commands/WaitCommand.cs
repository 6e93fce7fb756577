using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class WaitCommand
{
    private const string Reports = "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public async Task Shows_the_report_as_soon_as_it_is_there()
    {
        using var graph = new FakeGraph().Add(Source);
        graph.RequestAnswered = _ =>
        {
            if (graph.Requests.Count == 2)
                graph.Add(Source, Ended(8, "Ann"));
        };
        using var recorded = new RecordingHandler(graph);
        var tool = Tool.SignedIn(recorded);

        var result = await tool.RunAsync("wait --auth token --meeting m");

        Assert.Equal([Reports, Reports, Reports, $"{Reports}/8?$expand=attendanceRecords"], recorded.Uris);
        Assert.Equal(
            "Waiting for an attendance report for me/onlineMeetings/m. It is asked for every 1m, for at most 1h; Ctrl+C stops that.\n",
            result.Error);
        Assert.StartsWith(
            "Report 8 of me/onlineMeetings/m\n2026-01-02 07:00:00 to 2026-01-02 08:00:00 UTC, 1h 0m 0s, 1 person\n", result.Output,
            StringComparison.Ordinal);
        Assert.Contains("\n Ann ", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Refuses_a_report_that_is_there()
    {
        using var graph = new FakeGraph().Add(Source, Ended(8));

        var result = await Tool.SignedIn(graph).RunAsync($"wait --auth token --source {Reports}/8");

        Assert.Equal(
            "error: --source goes on to the report 8, and wait waits for one that is not there yet. " +
            "Leave the report out, or read that one with attendance show.\nSee: attendance wait --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(graph.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" --json")]
    public async Task Says_not_yet_with_3_when_the_time_is_over(string json)
    {
        using var graph = new FakeGraph().Add(Source);

        var result = await Tool.SignedIn(graph).RunAsync($"wait --auth token --meeting m --timeout 25m --interval 10m{json}");

        Assert.Equal(4, graph.Requests.Count);
        Assert.StartsWith(
            """
            Waiting for an attendance report for me/onlineMeetings/m. It is asked for every 10m, for at most 25m; Ctrl+C stops that.
            Not yet: none came within 25m.
            There is no attendance report yet for me/onlineMeetings/m. It may be that
              - the meeting is still running
            """.ReplaceLineEndings("\n"),
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(3, result.ExitCode);
    }

    [Fact]
    public async Task Says_that_nobody_came_with_0()
    {
        using var graph = new FakeGraph().Add(Source, Ended(8));

        var text = await Tool.SignedIn(graph).RunAsync("wait --auth token --meeting m");
        var json = await Tool.SignedIn(graph).RunAsync("wait --auth token --meeting m --json");

        Assert.EndsWith(" 0 people\nNobody attended: the report has no records.\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("\"records\": []\n", json.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (text.ExitCode, json.ExitCode));
    }

    [Theory]
    [InlineData("2026-01-02T09:00", "2026-01-02 09:00:00 UTC")]
    [InlineData("2026-01-02T10:00+01:00", "2026-01-02 09:00:00 UTC")]
    public async Task Leaves_out_sessions_that_ended_before(string endedAfter, string shown)
    {
        using var graph = new FakeGraph().Add(Source, Ended(8, "Ann"));

        var early = await Tool.SignedIn(graph).RunAsync($"wait --auth token --meeting m --ended-after {endedAfter} --timeout 0s");
        graph.Add(Source, Ended(10, "Ben"));
        var late = await Tool.SignedIn(graph).RunAsync($"wait --auth token --meeting m --ended-after {endedAfter} --timeout 0s --stays");

        Assert.Equal(3, early.ExitCode);
        Assert.StartsWith(
            $"Waiting for an attendance report for me/onlineMeetings/m, of a session that ended after {shown}. " +
            "It is asked for once; Ctrl+C stops that.\n",
            early.Error,
            StringComparison.Ordinal);
        Assert.Contains(
            $"\nThere is no attendance report yet for me/onlineMeetings/m, of a session that ended after {shown}. It may be that\n",
            early.Error, StringComparison.Ordinal);
        Assert.StartsWith("Report 10 of", late.Output, StringComparison.Ordinal);
        Assert.Equal(0, late.ExitCode);
    }

    [Fact]
    public async Task Prints_nothing_but_json_when_asked_for_it()
    {
        using var graph = new FakeGraph().Add(Source, Ended(8, "Ann"));

        var wait = await Tool.SignedIn(graph).RunAsync("wait --auth token --meeting m --json");
        var show = await Tool.SignedIn(graph).RunAsync("show --auth token --meeting m --json");

        Assert.StartsWith("{\n", wait.Output, StringComparison.Ordinal);
        Assert.Equal(show.Output, wait.Output);
    }

    [Fact]
    public async Task Shows_on_a_terminal_how_long_it_has_waited_and_clears_that_before_anything_else()
    {
        using var graph = new FakeGraph().Add(Source);
        var tool = new Tool { Handler = graph, IsErrorTerminal = true, Environment = { ["ATTENDANCE_TOKEN"] = "token" } };

        var result = await tool.RunAsync("wait --auth token --meeting m --timeout 0s");

        // The tool's lines are read with \r as an end of line.
        Assert.Contains("Ctrl+C stops that.\n\n| 0s of 0s", result.Error, StringComparison.Ordinal);
        Assert.Matches("\n {10,}\nNot yet: none came within 0s\\.\n", result.Error);
        Assert.Equal(3, result.ExitCode);
    }

    [Fact]
    public async Task Ends_with_130_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var graph = new FakeGraph().Add(Source);
        graph.RequestAnswered = _ => cancellation.Cancel();

        var result = await Tool.SignedIn(graph).RunAsync("wait --auth token --meeting m", cancellation.Token);

        Assert.EndsWith("\nCancelled.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(130, result.ExitCode);
    }

    [Theory]
    [InlineData(
        "--timeout soon", "--timeout is \"soon\", which is no span of time. Pass a number with a unit, such as 90s, 15m, 2h or 1d.")]
    [InlineData("--timeout 366d", "--timeout is 366d, which is too long. Pass one from 0s to 365d.")]
    [InlineData("--interval 0s", "--interval is 0s, which is too short. Pass one from 1s to 1d.")]
    [InlineData("--interval 25h", "--interval is 25h, which is too long. Pass one from 1s to 1d.")]
    [InlineData(
        "--ended-after soon",
        "--ended-after is \"soon\", which is no time. Pass a date such as 2026-03-01, " +
        "a date and time such as 2026-03-01T10:00 or 2026-03-01T10:00+01:00, a month or year such as 2026-03 or 2026, \"this week\", " +
        "\"last month\" and so on, today, yesterday, now, or how long ago, such as 7d or 12h.")]
    public async Task Refuses_times_that_make_no_sense(string arguments, string expected)
    {
        var result = await new Tool().RunAsync($"wait --demo --meeting m {arguments}");

        Assert.Equal($"error: {expected}\nSee: attendance wait --help\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    private static AttendanceReport Ended(int hour, params IEnumerable<string> names)
    {
        var end = new DateTimeOffset(2026, 1, 2, hour, 0, 0, TimeSpan.Zero);
        var records = names.Select(name => new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = name } }).ToList();
        return new AttendanceReport
        {
            Id = $"{hour}",
            StartedAt = end.AddHours(-1),
            EndedAt = end,
            ParticipantCount = records.Count,
            Records = records,
        };
    }
}
