using System.Text.Json;
using Attendance.Client.Testing;
using RichardSzalay.MockHttp;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Cli;

public class ReportsCommand
{
    private const string Meeting = "--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";

    private readonly Tool _tool = new();

    [Fact]
    public async Task Lists_the_reports_of_a_meeting_newest_first()
    {
        var result = await _tool.RunAsync($"reports --demo {Meeting}");

        Assert.Equal(
            """
            2 reports of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ

             Report                                Start (UTC)          End (UTC)            Duration  People
            ───────────────────────────────────────────────────────────────────────────────────────────────────
             2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89  2021-10-12 04:30:00  2021-10-12 05:15:30   45m 30s       4
             c9b6db1c-d5eb-427d-a5c0-20088d9b22d7  2021-10-05 04:38:23  2021-10-05 04:43:49    5m 26s       1


            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Shows_no_duration_of_a_session_that_ends_before_it_starts()
    {
        var tool = Tool.SignedIn(
            new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "m"), Report(90, 0) with { Id = "r", ParticipantCount = 0 }));

        var reports = await tool.RunAsync("reports --auth token --meeting m");
        var show = await tool.RunAsync("show --auth token --meeting m");

        Assert.EndsWith(
            " r       2026-03-01 10:01:30  2026-03-01 10:00:00         -       0\n\n", reports.Output, StringComparison.Ordinal);
        Assert.Contains("\n2026-03-01 10:01:30 to 2026-03-01 10:00:00 UTC, -, 0 people\n", show.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_the_newest_report_first_whatever_the_order_of_graph()
    {
        using var web = new MockHttpMessageHandler();
        web.When("*").Respond("application/json", """
            {
              "value": [
                { "id": "unknown" },
                { "id": "old", "meetingEndDateTime": "2026-01-01T10:00:00Z" },
                { "id": "new", "meetingEndDateTime": "2026-01-03T10:00:00Z" },
                { "id": "middle", "meetingStartDateTime": "2026-01-02T09:00:00Z" }
              ]
            }
            """);

        var result = await Tool.SignedIn(web).RunAsync("reports --auth token --meeting m --json");

        var ids = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(report => report.GetProperty("id").GetString()!);
        Assert.Equal("new middle old unknown", string.Join(' ', ids));
    }

    [Fact]
    public async Task Lists_the_report_alone_that_the_source_goes_on_to()
    {
        const string Report =
            "https://graph.microsoft.com/v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports/c9b6db1c-d5eb-427d-a5c0-20088d9b22d7";
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"reports --auth token --source {Report}");

        Assert.StartsWith("1 report of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ\n", result.Output, StringComparison.Ordinal);
        Assert.Equal([Report], graph.Uris);
    }

    [Theory]
    [InlineData($"reports --demo {Meeting}")]
    [InlineData($"reports --demo --sources -")]
    public async Task Breaks_no_id_on_a_very_narrow_screen(string commandLine)
    {
        var result = await new Tool { TerminalWidth = 60, Input = "238 420 318 127\n" }.RunAsync(commandLine);

        Assert.Contains(
            result.PlainLines, line => $"{line} ".StartsWith(" 2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89 ", StringComparison.Ordinal));
        Assert.Contains(result.PlainLines, line => $"{line} ".StartsWith(" 2021-10-12 05:15:30 ", StringComparison.Ordinal));
        Assert.All(result.PlainLines.Where(line => line.StartsWith(' ')), line => Assert.InRange(line.Length, 0, 60));
    }

    [Fact]
    public async Task Prints_nothing_but_json_when_asked_for_it()
    {
        var result = await _tool.RunAsync($"reports --demo {Meeting} --json");

        Assert.Equal(
            """
            [
              {
                "source": "me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ",
                "id": "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89",
                "startedAt": "2021-10-12T04:30:00Z",
                "endedAt": "2021-10-12T05:15:30Z",
                "durationSeconds": 2730,
                "participantCount": 4,
                "externalEvents": [],
                "records": null
              },
              {
                "source": "me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ",
                "id": "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7",
                "startedAt": "2021-10-05T04:38:23.945Z",
                "endedAt": "2021-10-05T04:43:49.77Z",
                "durationSeconds": 325.825,
                "participantCount": 1,
                "externalEvents": [],
                "records": null
              }
            ]

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Keeps_each_time_in_one_piece_on_a_narrow_screen()
    {
        var narrow = new Tool { TerminalWidth = 80 };

        var result = await narrow.RunAsync($"reports --demo {Meeting}");

        Assert.Contains(" 2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89  2021-10-12  2021-10-12   45m 30s", result.Output, StringComparison.Ordinal);
        Assert.Contains(" 04:30:00    05:15:30           4", result.Output, StringComparison.Ordinal);
        Assert.All(result.PlainLines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Works_in_a_terminal_that_does_not_know_its_width()
    {
        var odd = new Tool { TerminalWidth = 0 };

        var result = await odd.RunAsync($"reports --demo {Meeting}");

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Takes_no_report_for_an_answer_and_says_why_there_may_be_none()
    {
        var tool = Tool.SignedIn(new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "running")));

        var text = await tool.RunAsync("reports --auth token --meeting running");
        var json = await tool.RunAsync("reports --auth token --meeting running --json");

        Assert.Equal(0, text.ExitCode);
        Assert.Equal("", text.Output);
        Assert.StartsWith("There is no attendance report yet for me/onlineMeetings/running.", text.Error, StringComparison.Ordinal);
        Assert.Equal(0, json.ExitCode);
        Assert.Equal("[]\n", json.Output);
        Assert.Equal("", json.Error);
    }

    [Fact]
    public async Task Notes_that_a_full_list_may_be_incomplete()
    {
        var start = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
        var many = Enumerable.Range(1, 50).Select(
            day => new AttendanceReport { Id = $"r{day}", StartedAt = start.AddDays(day), EndedAt = start.AddDays(day).AddHours(1) });
        var tool = Tool.SignedIn(new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "daily"), many));

        var result = await tool.RunAsync("reports --auth token --meeting daily --json");

        Assert.Equal(50, JsonDocument.Parse(result.Output).RootElement.GetArrayLength());
        Assert.Equal(
            "note: The list of attendance reports holds exactly 50, which is as many as Graph returns: older reports may be missing. " +
            "Read reports after each session to keep them.\n",
            result.Error);
    }
}
