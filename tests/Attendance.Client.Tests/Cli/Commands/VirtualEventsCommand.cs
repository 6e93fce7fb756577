using System.Text.Json;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class VirtualEventsCommand
{
    private const string User = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    private const string WebinarId = "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string Events = "https://graph.microsoft.com/v1.0/solutions/virtualEvents";

    [Theory]
    [InlineData("webinars", $"{Events}/webinars")]
    [InlineData("webinars --role organizer", $"{Events}/webinars/getByUserRole(role='organizer')")]
    [InlineData("webinars --role COORGANIZER", $"{Events}/webinars/getByUserRole(role='coOrganizer')")]
    [InlineData($"webinars --user {User}", $"{Events}/webinars/getByUserIdAndRole(userId='{User}',role='organizer')")]
    [InlineData($"webinars --user {User} --role coOrganizer", $"{Events}/webinars/getByUserIdAndRole(userId='{User}',role='coOrganizer')")]
    [InlineData("townhalls", $"{Events}/townhalls")]
    [InlineData("townhalls --role organizer", $"{Events}/townhalls/getByUserRole(role='organizer')")]
    [InlineData(
        $"townhalls --user {User} --role coOrganizer", $"{Events}/townhalls/getByUserIdAndRole(userId='{User}',role='coOrganizer')")]
    public async Task Asks_for_all_or_for_those_of_a_user(string arguments, string expected)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"{arguments} --auth token");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal([expected], graph.Uris.ConvertAll(Uri.UnescapeDataString));
    }

    [Fact]
    public async Task Lists_events_and_the_command_that_goes_on_to_their_sessions()
    {
        var result = await new Tool().RunAsync("webinars --demo");

        Assert.Equal(
            $"""
            1 webinar

             Start (UTC)          Name               Status     Registration  Id
            {new string('─', 141)}
             2021-10-04 23:00:00  Teams for schools  published  required      {WebinarId}

            Next, the sessions of one of them, which have the reports:
              $ attendance sessions --demo --webinar {WebinarId}

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        var next = await new Tool().RunAsync(result.Output.Split("  $ attendance ")[1].TrimEnd());
        Assert.StartsWith($"1 session of the webinar {WebinarId}\n", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_town_halls_whether_people_register_and_how_many_can_come()
    {
        FakeGraph Graph() => new FakeGraph()
            .Add(Townhall("open", 3) with { IsRegistrationRequired = false, Capacity = 20_000 })
            .Add(Townhall("closed", 2) with { IsRegistrationRequired = true, Capacity = 1_000 })
            .Add(Townhall("unknown", 1));

        var wide = await Tool.SignedIn(Graph()).RunAsync("townhalls --auth token");
        var narrow = await (new Tool { Handler = Graph(), TerminalWidth = 60, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }).RunAsync(
            "townhalls --auth token");

        Assert.Contains(
            $"""
             Start (UTC)          Name       Status  Registration  Capacity  Id
            {new string('─', 74)}
             2026-03-03 09:00:00  All hands  -       not required     20000  open
             2026-03-02 09:00:00  All hands  -       required          1000  closed
             2026-03-01 09:00:00  All hands  -       -                    -  unknown

            """.ReplaceLineEndings("\n"),
            wide.Output,
            StringComparison.Ordinal);
        Assert.Contains(narrow.PlainLines, line => line.Trim() == "Registration, capacity");
        Assert.Contains(narrow.PlainLines, line => line.Trim() == "not required, 20000");
        Assert.All(
            narrow.PlainLines.TakeWhile(line => !line.StartsWith("Next", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 60));
    }

    [Fact]
    public async Task Lists_the_newest_event_first_and_those_without_a_time_last()
    {
        var tool = Tool.SignedIn(new FakeGraph()
            .Add(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = "undated" })
            .Add(Townhall("old", 1))
            .Add(Townhall("new", 3))
            .Add(Townhall("middle", 2)));

        var result = await tool.RunAsync("townhalls --auth token");

        var ids = result.Output.Split('\n').Select(line => line.Split(' ')[^1])
            .Where(word => word is "old" or "new" or "middle" or "undated");
        Assert.Equal(["new", "middle", "old", "undated", "new"], ids);
        Assert.StartsWith("4 town halls\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n  $ attendance sessions --auth token --townhall new\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_each_id_in_one_piece_on_a_narrow_screen()
    {
        var result = await new Tool { TerminalWidth = 80 }.RunAsync("webinars --demo");

        Assert.Contains(" 2021-10-04 23:00:00, published", result.Output, StringComparison.Ordinal);
        Assert.Contains($" {WebinarId}", result.Output.Split("Next")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_nothing_but_json_when_asked_for_it()
    {
        var some = await new Tool().RunAsync("townhalls --demo --json");
        var none = await new Tool().RunAsync("townhalls --demo --role coOrganizer --json");

        Assert.Equal(
            """
            [
              {
                "kind": "townhall",
                "id": "3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11@5466a424-aadf-425c-9b24-034ca28d4bdd",
                "displayName": "All hands",
                "status": "published",
                "startsAt": "2025-11-18T15:00:00Z",
                "endsAt": "2025-11-18T16:00:00Z",
                "createdBy": {
                  "id": "dc17674c-81d9-4adb-bfb2-8f6a442e4623",
                  "displayName": "Frederick Cormier",
                  "tenantId": "5466a424-aadf-425c-9b24-034ca28d4bdd",
                  "email": null,
                  "userPrincipalName": null,
                  "azureCommunicationServicesResourceId": null,
                  "kind": "User",
                  "userIdentityType": null,
                  "oDataType": "#microsoft.graph.communicationsUserIdentity"
                },
                "coOrganizers": [],
                "audience": "organization",
                "capacity": 10000,
                "isInviteOnly": false,
                "isRegistrationRequired": true,
                "externalEvents": []
              }
            ]

            """.ReplaceLineEndings("\n"),
            some.Output);
        Assert.Equal(("[]\n", ""), (none.Output, none.Error));
    }

    [Theory]
    [InlineData(
        "webinars --auth token",
        "Graph lists no webinar. It lists those alone whose organizer has an access policy for the application, " +
        "and at times none although there are some: ask by a user's role.\nTry: attendance webinars --auth token --role organizer\n")]
    [InlineData(
        "townhalls --auth token --role organizer",
        "Graph lists no town hall in which that user is organizer.\nTry: attendance townhalls --auth token --role coOrganizer\n")]
    [InlineData(
        $"webinars --auth token --user {User} --role coorganizer",
        "Graph lists no webinar in which that user is coOrganizer.\n" +
        $"Try: attendance webinars --auth token --role organizer --user {User}\n")]
    public async Task Says_how_to_ask_otherwise_where_the_list_is_empty(string commandLine, string expected)
    {
        var result = await Tool.SignedIn(new FakeGraph()).RunAsync(commandLine);

        Assert.Equal(expected, result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("--demo --role attendee", "--role is \"attendee\", which is none of its values. Pass one of organizer, coOrganizer.")]
    [InlineData(
        "--auth managed --role organizer",
        "--auth managed signs in an application, and nothing says for which user it asks. Pass --user with the user's object id.")]
    public async Task Refuses_a_role_that_makes_no_sense(string arguments, string expected)
    {
        var result = await new Tool().RunAsync($"webinars {arguments}");

        Assert.Equal($"error: {expected}\nSee: attendance webinars --help\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("--from 2026-03-02", "new middle undated", 3)]
    [InlineData("--to 2026-03-01", "old undated", 2)]
    [InlineData("--from 2026-03-02 --to 2026-03-02", "middle undated", 2)]
    [InlineData("--from 2026-03-02T09:30 --to 2026-03-03T08:59:59", "middle undated", 2)]
    [InlineData("--from 2026-03-02T10:00 --to 2026-03-03T09:00", "undated", 1)]
    [InlineData("--from 2026-03-02T18:00 --to 2026-03-02T18:30 --time-zone Asia/Tokyo", "middle undated", 2)]
    [InlineData("", "new middle old undated", null)]
    public async Task Lists_those_of_a_time_by_their_own_start_and_end_and_those_without_any(
        string arguments, string expected, int? ofWhich)
    {
        var result = await Tool.SignedIn(OfThreeDays()).RunAsync($"townhalls --auth token --json {arguments}");

        var townhalls = JsonDocument.Parse(result.Output).RootElement.EnumerateArray();
        Assert.Equal(expected, string.Join(' ', townhalls.Select(townhall => townhall.GetProperty("id").GetString())));
        Assert.Equal((ofWhich is { } count ? InDoubt(count) : "", 0), (result.Error, result.ExitCode));
    }

    [Fact]
    public async Task Says_that_none_is_of_the_time()
    {
        var graph = new FakeGraph().Add(Townhall("old", 1)).Add(Townhall("new", 3));

        var result = await Tool.SignedIn(graph).RunAsync("townhalls --auth token --from 2026-04-01 --lines");

        Assert.Equal(
            new ToolResult(
                0, "", "Graph lists 2 town halls, and none of the time from --from to --to. Choose another time, or leave them out.\n"),
            result);
    }

    [Fact]
    public async Task Prints_the_source_of_each_session_a_line_and_asks_for_no_other_sessions()
    {
        using var graph = new RecordingHandler(
            OfThreeDays().Add(Session("old", "x", 1)).Add(Session("middle", "late", 4)).Add(Session("middle", "early", 2)).Add(Session(
                "new", "only", 3)));

        var result = await Tool.SignedIn(graph).RunAsync("townhalls --auth token --from 2026-03-02 --lines");

        const string Townhalls = "solutions/virtualEvents/townhalls";
        Assert.Equal(
            new ToolResult(
                0, $"{Townhalls}/new/sessions/only\n{Townhalls}/middle/sessions/early\n{Townhalls}/middle/sessions/late\n", InDoubt(3)),
            result);
        Assert.Equal(
            [
                $"{Events}/townhalls", $"{Events}/townhalls/middle/sessions", $"{Events}/townhalls/new/sessions",
                $"{Events}/townhalls/undated/sessions",
            ],
            graph.Uris.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lead_through_a_pipe_to_who_came()
    {
        var lines = await new Tool().RunAsync("webinars --demo --from 2021-10-01 --to 2021-10-31 --lines");

        var result = await new Tool { Input = lines.Output }.RunAsync("summary --demo --sources - --registrations --json");

        Assert.Equal(
            SampleData.Webinar.ToString(),
            Assert.Single(JsonDocument.Parse(result.Output).RootElement.EnumerateArray()).GetProperty("source").GetString());
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
    }

    [Fact]
    public async Task Are_printed_in_one_way_only()
    {
        var result = await new Tool().RunAsync("webinars --demo --lines --json");

        Assert.Equal(
            "error: --lines and --json each say how to print. Pass one of them only.\nSee: attendance webinars --help\n", result.Error);
    }

    private static string InDoubt(int count) =>
        $"note: Of 1 of {count} town halls that are listed, it is not known whether they are of the time from --from to --to: undated.\n";

    private static FakeGraph OfThreeDays() => new FakeGraph()
        .Add(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = "undated" })
        .Add(Townhall("old", 1))
        .Add(Townhall("middle", 2) with { End = DateTimeTimeZone.Utc(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero)) })
        .Add(Townhall("new", 3));

    private static VirtualEventSession Session(string townhall, string id, int day) => new()
    {
        Source = AttendanceSource.Townhall(townhall, id),
        Start = DateTimeTimeZone.Utc(new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.Zero)),
    };

    private static VirtualEvent Townhall(string id, int day) => new()
    {
        Kind = VirtualEventKind.Townhall,
        Id = id,
        DisplayName = "All hands",
        Start = DateTimeTimeZone.Utc(new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.Zero)),
    };
}
