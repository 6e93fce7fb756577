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
            Weekly review
            2 reports of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
            Planned 2021-10-05 04:30:00 to 2021-10-12 05:15:00 UTC, 1h 30m 0s in 2 parts

            Came          4 people
            Partial       3 people, there for less than 50% of the planned time
            At once       4 at most, first at 2021-10-12 04:58:20
            Median        0
            Average       1.5

             Name               Role       Joined (UTC)         Left (UTC)           Present  Share  Late by  Left early by  Times away  Status
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Frederick Cormier  Organizer  2021-10-12 04:30:00  2021-10-12 05:15:30   45m 0s    50%       0s             0s           0  present
             Miyuki Tanaka      Presenter  2021-10-12 04:31:12  2021-10-12 05:15:20  42m 25s    47%   1m 13s             0s           1  partial
             Zoë Müller         Attendee   2021-10-12 04:41:03  2021-10-12 05:15:30  33m 57s    37%   11m 3s             0s           0  partial
             Anna (Gast)        Attendee   2021-10-12 04:58:20  2021-10-12 05:08:31  10m 11s    11%  28m 20s         6m 29s           0  partial


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

             Meeting        Start (UTC)          Duration  People  At once  Median time  Late  Partial
            ────────────────────────────────────────────────────────────────────────────────────────────
             Weekly review  2021-10-05 04:30:00    45m 0s       0        0            -     0        0
             Weekly review  2021-10-12 04:30:00    45m 0s       4        4      38m 11s     1        1


            """,
            result);
    }

    [Fact]
    public async Task Counts_who_came_to_several_sessions_as_one_person()
    {
        var graph = new FakeGraph().Add(
            Source,
            Session("a", 0, 100, Guest("ada", 0, 50)),
            Session("b", 1001, 1100, Guest("ada", 1001, 1100), Guest("bob", 1001, 1100), Hidden("cy")));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --from 2026-03-01 --join-gap 15m");

        Assert.StartsWith(
            "2 sessions of 1 source: 3 people, who came 4 times, 1 of them with hidden times\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("2026-03-01 10:16:41    1m 39s       3        2       1m 39s\n", result.Output, StringComparison.Ordinal);
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
             Meeting        Start (UTC)          Duration  People  At once  Median time  Late  Partial
            ────────────────────────────────────────────────────────────────────────────────────────────
             Weekly review  2021-10-12 04:30:00    45m 0s       4        4      38m 11s     1        1


            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-03-01 09:43:20", "31m 40s", "")]
    [InlineData("--scheduled", "2026-03-01 10:05:00", "25m 0s", "0, 1")]
    [InlineData("--as-ran", "2026-03-01 09:43:20", "31m 40s", "0, 1")]
    public async Task Gives_the_start_of_the_time_whose_duration_it_gives(
        string options, string start, string duration, string lateAndPartial)
    {
        var graph = new FakeGraph().Add(Source, Session("r", -1000, 900, Guest("ada", 300, 900)));

        var wide = await Tool.SignedIn(graph).RunAsync(
            $"summary --auth token --meeting m --from 2026-03-01T10:05 --to 2026-03-01T10:30 {options}");
        var narrow = await new Tool { Handler = graph, TerminalWidth = 60, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync(
            $"summary --auth token --meeting m --from 2026-03-01T10:05 --to 2026-03-01T10:30 {options}");

        Assert.Equal(
            [
                "me/onlineMeetings/m", start, duration, "1", "1", "10m 0s",
                .. lateAndPartial.Split(", ", StringSplitOptions.RemoveEmptyEntries),
            ],
            Cells(wide.Output, "me/onlineMeetings/m"));
        Assert.Contains(narrow.PlainLines, line => line.Contains(start[11..], StringComparison.Ordinal));
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
    [InlineData("", "7%", "29m 10s", "0s", "")]
    [InlineData("--as-ran", "7%", "29m 10s", "0s", "partial")]
    [InlineData("--scheduled", "8%", "12m 30s", "15m 0s", "partial")]
    public async Task Cuts_presence_to_the_time_given_where_that_is_what_was_planned(
        string measure, string share, string lateBy, string leftEarlyBy, string status)
    {
        var graph = new FakeGraph().Add(Source, Session("r", -1000, 900, Guest("ada", 750, 900)));

        var result = await Tool.SignedIn(graph).RunAsync(
            $"summary --auth token --meeting m --from 2026-03-01T10:00 --to 2026-03-01T10:30 --all {measure}");

        var cells = Cells(result.Output, "ada");
        Assert.Equal(
            ["ada", "-", "2026-03-01 10:12:30", "2026-03-01 10:15:00", "2m 30s", share, lateBy, leftEarlyBy, "0"], cells.Take(9));
        Assert.Equal(status, string.Concat(cells.Skip(9)));
    }

    [Fact]
    public async Task Asks_for_no_records_but_those_of_the_time_given()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        await Tool.SignedIn(graph).RunAsync($"summary --auth token {Meeting} --to 2021-10-05");

        Assert.Equal(
            [
                MeetingUrl[..^"/attendanceReports".Length],
                MeetingUrl,
                Assert.Single(graph.Uris, uri => uri.Contains("/me/calendarView?", StringComparison.Ordinal)),
                $"{MeetingUrl}/{FirstReport}/attendanceRecords",
            ],
            graph.Uris);
    }

    [Fact]
    public async Task Asks_for_no_plan_where_the_session_is_taken_as_it_ran()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        await Tool.SignedIn(graph).RunAsync($"summary --auth token {Meeting} --to 2021-10-05 --as-ran");

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
        var plan = graph.Uris.ToArray();
        var asRan = await Tool.SignedIn(graph).RunAsync(
            $"summary --auth token --as-ran {(arguments.StartsWith("--report", StringComparison.Ordinal) ? Meeting : "")} {arguments}");

        Assert.StartsWith($"Weekly review\nReport {FirstReport} of ", result.Output, StringComparison.Ordinal);
        Assert.StartsWith($"Report {FirstReport} of ", asRan.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"{MeetingUrl}/{FirstReport}/attendanceRecords", Assert.Single(plan, uri => uri.Contains("Records", StringComparison.Ordinal)));
        Assert.Equal([$"{MeetingUrl}/{FirstReport}", $"{MeetingUrl}/{FirstReport}/attendanceRecords"], graph.Uris.Skip(plan.Length));
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("--join-gap 30s", 3)]
    [InlineData("--join-gap 1h", 1)]
    public async Task Joins_reports_with_short_pauses_to_one_session(string joinGap, int sessions)
    {
        var graph = new FakeGraph().Add(Source, Session("a", 0, 100), Session("b", 160, 200), Session("c", 2000, 2100));

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

        Assert.Equal(
            $"Weekly review, me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ has 2 reports, and none {expected}.\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(3, result.ExitCode);
    }
}
