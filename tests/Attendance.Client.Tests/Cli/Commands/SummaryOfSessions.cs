using System.Text.Json;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Analysis.Timeline;
using static Attendance.Client.Tests.Cli.SummarySamples;

namespace Attendance.Client.Tests.Cli;

/// <summary>Summaries of several sessions, or of a part of them.</summary>
public class SummaryOfSessions
{
    private const string MeetingUrl =
        "https://graph.microsoft.com/v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports";
    private const string FirstReport = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7";

    private readonly Tool _tool = new();

    [Fact]
    public async Task Takes_all_sessions_as_one_and_marks_who_was_late_or_there_too_short()
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} --all --late-after 10m --min-share 50%");

        Prints(
            """
            2 reports of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
            2021-10-05 04:38:23 to 2021-10-12 05:15:30 UTC, 50m 55s in 2 parts

            Came          4 people
            At once       4 at most, first at 2021-10-12 04:58:20
            Median        3
            Average       2.6
            Late          2 people, by more than 10m
            Short         1 person, there for below 50%

             Name               Role       Joined (UTC)         Left (UTC)           Present  Share  Late by  Left early by  Times away  Mark
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Frederick Cormier  Organizer  2021-10-12 04:30:00  2021-10-12 05:15:30  45m 30s    89%   5m 25s             0s           0
             Miyuki Tanaka      Presenter  2021-10-12 04:31:12  2021-10-12 05:15:20  42m 45s    83%   6m 38s            10s           1
             Zoë Müller         Attendee   2021-10-12 04:41:03  2021-10-12 05:15:30  34m 27s    67%  16m 28s             0s           0  late
             Anna (Gast)        Attendee   2021-10-12 04:58:20  2021-10-12 05:08:31  10m 11s    19%  33m 45s         6m 59s           0  late, below 50%


            """,
            result);
    }

    [Fact]
    public async Task Has_a_line_for_each_session_of_a_time()
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} --from 2021-10-01");

        Prints(
            """
            2 sessions of 1 source: 4 people, who came 4 times

             Meeting                                            Start (UTC)          Duration  People  At once  Median time
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ  2021-10-05 04:38:23    5m 25s       0        0            -
             me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ  2021-10-12 04:30:00   45m 30s       4        4      38m 36s


            """,
            result);
    }

    [Fact]
    public async Task Counts_who_came_to_several_sessions_as_one_person()
    {
        var graph = new FakeGraph().Add(
            Source,
            Session("a", 0, 100, Guest("ada", 0, 50)),
            Session("b", 1000, 1100, Guest("ada", 1000, 1100), Guest("bob", 1000, 1100), Hidden("cy")));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --from 2026-03-01");

        Assert.StartsWith(
            "2 sessions of 1 source: 3 people, who came 4 times, 1 of them with hidden times\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("2026-03-01 10:16:40    1m 40s       3        2       1m 40s\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_nobody_who_came_to_none_of_the_sessions()
    {
        var graph = new FakeGraph().Add(
            Source, Session("a", 0, 3600, Guest("xx", 5400, 7200)), Session("b", 5400, 7200, Guest("yy", 5400, 7200)));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --from 2026-03-01 --to 2026-03-01");

        Prints(
            """
            2 sessions of 1 source: 1 person, who came once

             Meeting              Start (UTC)          Duration  People  At once  Median time
            ───────────────────────────────────────────────────────────────────────────────────
             me/onlineMeetings/m  2026-03-01 10:00:00  1h 0m 0s       0        0            -
             me/onlineMeetings/m  2026-03-01 11:30:00    30m 0s       1        1       30m 0s


            """,
            result);
    }

    [Fact]
    public async Task Counts_marks_session_by_session()
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} --from 2021-10-06 --late-after 10m --min-share 50");

        Assert.EndsWith(
            """
             Meeting                                            Start (UTC)          Duration  People  At once  Median time  Late  Short
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ  2021-10-12 04:30:00   45m 30s       4        4      38m 36s     2      1


            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-03-01 10:05:00", "10m 0s")]
    [InlineData("--scheduled", "2026-03-01 10:05:00", "25m 0s")]
    [InlineData("--join-gap 1h", "2026-03-01 10:05:00", "10m 0s")]
    public async Task Gives_the_start_of_the_time_whose_duration_it_gives(string options, string start, string duration)
    {
        var graph = new FakeGraph().Add(Source, Session("r", -1000, 900, Guest("ada", 300, 900)));

        var wide = await Tool.SignedIn(graph).RunAsync(
            $"summary --auth token --meeting m --from 2026-03-01T10:05 --to 2026-03-01T10:30 {options}");
        var narrow = await new Tool { Handler = graph, TerminalWidth = 60, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync(
            $"summary --auth token --meeting m --from 2026-03-01T10:05 --to 2026-03-01T10:30 {options}");

        Assert.Equal(["me/onlineMeetings/m", start, duration, "1", "1", "10m 0s"], Cells(wide.Output, "me/onlineMeetings/m"));
        Assert.Contains(narrow.PlainLines, line => line.Trim().StartsWith(start[11..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_the_start_of_a_session_whose_end_is_not_known()
    {
        var graph = new FakeGraph().Add(Source, Report(0, null, Guest("ada", 300, 900)) with { Id = "r" });

        var result = await new Tool { Input = Source.ToString(), Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync(
            "summary --auth token --sources -");

        Assert.Equal(["me/onlineMeetings/m", "2026-03-01 10:00:00", "-", "1", "1", "10m 0s"], Cells(result.Output, "me/onlineMeetings/m"));
    }

    [Theory]
    [InlineData("", "2m 30s", "16%", "12m 30s", "0s")]
    [InlineData("--scheduled", "2m 30s", "8%", "12m 30s", "15m 0s")]
    public async Task Cuts_presence_to_the_time_given(string scheduled, string present, string share, string lateBy, string leftEarlyBy)
    {
        var graph = new FakeGraph().Add(Source, Session("r", -1000, 900, Guest("ada", 750, 900)));

        var result = await Tool.SignedIn(graph).RunAsync(
            $"summary --auth token --meeting m --from 2026-03-01T10:00 --to 2026-03-01T10:30 --all {scheduled}");

        var cells = Cells(result.Output, "ada");
        Assert.Equal(["ada", "-", "2026-03-01 10:12:30", "2026-03-01 10:15:00", present, share, lateBy, leftEarlyBy, "0"], cells);
    }

    [Fact]
    public async Task Asks_for_no_records_but_those_of_the_time_given()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        await Tool.SignedIn(graph).RunAsync($"summary --auth token {Meeting} --to 2021-10-05");

        Assert.Equal([MeetingUrl, $"{MeetingUrl}/{FirstReport}/attendanceRecords"], graph.Uris);
    }

    [Theory]
    [InlineData("--report " + FirstReport)]
    [InlineData($"--source {MeetingUrl}/{FirstReport}")]
    public async Task Asks_for_the_report_that_is_named_alone(string arguments)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync(
            $"summary --auth token {(arguments.StartsWith("--report", StringComparison.Ordinal) ? Meeting : "")} {arguments}");

        Assert.StartsWith($"Report {FirstReport} of ", result.Output, StringComparison.Ordinal);
        Assert.Equal([$"{MeetingUrl}/{FirstReport}", $"{MeetingUrl}/{FirstReport}/attendanceRecords"], graph.Uris);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("--join-gap 60s", 2)]
    [InlineData("--join-gap 1h", 1)]
    public async Task Joins_reports_with_short_pauses_to_one_session(string joinGap, int sessions)
    {
        var graph = new FakeGraph().Add(Source, Session("a", 0, 100), Session("b", 160, 200), Session("c", 1000, 1100));

        var result = await Tool.SignedIn(graph).RunAsync($"summary --auth token --meeting m --from 2026-03-01 {joinGap} --json");

        Assert.Equal(sessions, JsonDocument.Parse(result.Output).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Takes_the_newest_session_with_all_its_reports_where_they_are_joined()
    {
        var graph = new FakeGraph().Add(Source, Session("c", 1000, 1100), Session("a", 0, 100), Session("b", 960, 990));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --join-gap 1m --json");

        Assert.Equal(
            ["b", "c"], JsonDocument.Parse(result.Output).RootElement.GetProperty("reports").EnumerateArray()
                .Select(report => report.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("--from 2021-10-13", "from 2021-10-13 00:00:00 UTC on")]
    [InlineData("--to 2021-10-04", "before 2021-10-05 00:00:00 UTC")]
    [InlineData("--from 2021-10-06 --to 2021-10-06T10:00 --all", "from 2021-10-06 00:00:00 to 2021-10-06 10:00:00 UTC")]
    public async Task Says_that_no_session_is_of_the_time_given(string range, string expected)
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} {range}");

        Assert.Equal($"me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ has 2 reports, and none {expected}.\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(3, result.ExitCode);
    }
}
