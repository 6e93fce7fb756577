using Attendance.Client.Testing;
using RichardSzalay.MockHttp;

namespace Attendance.Client.Tests.Cli;

public class SessionsCommand
{
    private const string WebinarId = "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string TownhallId = "3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11@5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string Events = "https://graph.microsoft.com/v1.0/solutions/virtualEvents";

    [Theory]
    [InlineData(
        $"--webinar {WebinarId}",
        $"{Events}/webinars/f8ce2a5f-0e6a-4186-aa90-1f64bc023566%405466a424-aadf-425c-9b24-034ca28d4bdd/sessions")]
    [InlineData(
        $"--townhall {TownhallId}",
        $"{Events}/townhalls/3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11%405466a424-aadf-425c-9b24-034ca28d4bdd/sessions")]
    public async Task Asks_for_the_sessions_of_the_event(string arguments, string expected)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"sessions --auth token {arguments}");

        Assert.Equal("", result.Error);
        Assert.Equal([expected], graph.Uris);
    }

    [Fact]
    public async Task Break_no_id_on_a_very_narrow_screen()
    {
        var result = await new Tool { TerminalWidth = 60 }.RunAsync($"sessions --demo {SampleArguments.Webinar.Split(" --session")[0]}");

        Assert.Contains(
            result.PlainLines, line => $"{line} ".StartsWith(" 8d62dd52-4dff-4c75-96a9-f905cc3ff942 ", StringComparison.Ordinal));
        Assert.Contains(result.PlainLines, line => $"{line} ".StartsWith(" 2021-10-04 23:30:00 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_sessions_with_their_sources_and_the_command_that_shows_who_came()
    {
        var result = await new Tool().RunAsync($"sessions --demo --webinar {WebinarId} --time-zone America/Los_Angeles");

        var source = SampleData.Webinar.ToString();
        Assert.Equal(
            $"""
            1 session of the webinar {WebinarId}

             Start (America/Los_Angeles)  End (America/Los_Angeles)  Subject            Session                               Source
            {new string('─', source.Length + 116)}
             2021-10-04 16:00:00          2021-10-04 16:30:00        Teams for schools  8d62dd52-4dff-4c75-96a9-f905cc3ff942  {source}

            Next, who came to the last of them:
              $ attendance show --demo --webinar {WebinarId} --session 8d62dd52-4dff-4c75-96a9-f905cc3ff942

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        var next = await new Tool().RunAsync(result.Output.Split("  $ attendance ")[1].TrimEnd());
        Assert.StartsWith("Report b76965d4-0763-496e-9980-b323c5f3aa3b", next.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(150, "  8d62dd52-4dff-4c75-96a9-f905cc3ff942")]
    [InlineData(80, " 8d62dd52-4dff-4c75-96a9-f905cc3ff942")]
    public async Task Keeps_each_session_in_one_piece_where_the_sources_do_not_fit(int width, string session)
    {
        var result = await new Tool { TerminalWidth = width }.RunAsync($"sessions --demo --webinar {WebinarId}");

        var table = result.Output.Split("Next")[0];
        Assert.Contains(session, table, StringComparison.Ordinal);
        Assert.DoesNotContain("solutions/virtualEvents", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_one_source_a_line_for_a_pipe()
    {
        var tool = Tool.SignedIn(new FakeGraph()
            .Add(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = "t" })
            .Add(Session("late", 3))
            .Add(Session("early", 1)));

        var result = await tool.RunAsync("sessions --auth token --townhall t --lines");

        Assert.Equal(
            "solutions/virtualEvents/townhalls/t/sessions/early\nsolutions/virtualEvents/townhalls/t/sessions/late\n", result.Output);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Prints_nothing_but_json_when_asked_for_it()
    {
        var result = await new Tool().RunAsync($"sessions --demo --townhall {TownhallId} --json");

        Assert.Equal(
            """
            [
              {
                "source": "solutions/virtualEvents/townhalls/3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11%405466a424-aadf-425c-9b24-034ca28d4bdd/sessions/b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37",
                "id": "b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37",
                "subject": "All hands",
                "startsAt": "2025-11-18T15:00:00Z",
                "endsAt": "2025-11-18T16:00:00Z",
                "joinWebUrl": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_dG93bmhhbGw%40thread.v2/0",
                "capacity": null
              }
            ]

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Shows_how_many_can_come_where_the_list_says_so()
    {
        using var list = new MockHttpMessageHandler();
        list.When($"{Events}/townhalls/t/sessions").Respond("application/json", """{"value":[{"id":"a","capacity":1000},{"id":"b"}]}""");

        var table = await Tool.SignedIn(list).RunAsync("sessions --auth token --townhall t");
        var json = await Tool.SignedIn(list).RunAsync("sessions --auth token --townhall t --json");

        Assert.Contains(" Start (UTC)  End (UTC)  Subject  Session  Capacity  Source", table.Output, StringComparison.Ordinal);
        Assert.Contains(
            " -            -          -        a            1000  solutions/virtualEvents/townhalls/t/sessions/a\n", table.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            " -            -          -        b               -  solutions/virtualEvents/townhalls/t/sessions/b\n", table.Output,
            StringComparison.Ordinal);
        Assert.Contains("\"capacity\": 1000\n", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_there_is_none()
    {
        var result = await Tool.SignedIn(new FakeGraph().Add(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = "t" })).RunAsync(
            "sessions --auth token --townhall t");

        Assert.Equal("Graph lists no session of t. A town hall has none before it is published.\n", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData(
        "",
        "Nothing says whose sessions are meant. Pass the address of its page, --webinar <id> or --townhall <id>; " +
        "attendance webinars and attendance townhalls list the ids.")]
    [InlineData("--webinar a --townhall b", "--webinar and --townhall each name something to read. Pass one of them only.")]
    [InlineData("--webinar a --lines --json", "--lines and --json each say how to print. Pass one of them only.")]
    [InlineData(
        "--webinar ..",
        "--webinar or --townhall is refused. The id is \"..\", which would address another resource. " +
        "Pass the id as Microsoft Graph returned it, not encoded.")]
    [InlineData(
        "--townhall ..",
        "--webinar or --townhall is refused. The id is \"..\", which would address another resource. " +
        "Pass the id as Microsoft Graph returned it, not encoded.")]
    public async Task Refuses_what_names_no_event(string arguments, string expected)
    {
        var result = await new Tool().RunAsync($"sessions --demo {arguments}");

        Assert.Equal($"error: {expected}\nSee: attendance sessions --help\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    private static VirtualEventSession Session(string id, int day) => new()
    {
        Source = AttendanceSource.Townhall("t", id),
        Start = DateTimeTimeZone.Utc(new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.Zero)),
    };
}
