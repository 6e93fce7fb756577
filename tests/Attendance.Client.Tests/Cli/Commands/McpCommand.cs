using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attendance.Cli;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>The server for assistants, asked by the protocol's own client.</summary>
public class McpCommand
{
    private const string Meeting = "238 420 318 127";
    private const string Path = "me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";

    private const string Page =
        "https://events.teams.microsoft.com/event/f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";

    private const string Webinar =
        "solutions/virtualEvents/webinars/f8ce2a5f-0e6a-4186-aa90-1f64bc023566%405466a424-aadf-425c-9b24-034ca28d4bdd" +
        "/sessions/8d62dd52-4dff-4c75-96a9-f905cc3ff942";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Identifying =
        ["Frederick", "Cormier", "Miyuki", "Tanaka", "Zoë", "Müller", "Anna", "Gast", "Noor", "Haddad", "contoso.com", "adatum.com"];

    public static TheoryData<string, (string, object)[]> Questions => new()
    {
        { "find_meetings", [("text", Meeting)] },
        { "find_meetings", [("from", "2021-10")] },
        { "list_sessions", [("source", Meeting)] },
        { "list_sessions", [("source", Page)] },
        { "who_came", [("source", Meeting)] },
        { "who_came", [("source", Page)] },
        { "who_was_absent", [("source", Meeting)] },
        { "who_was_absent", [("source", Page), ("expected", "registered")] },
        { "who_was_absent", [("source", Meeting), ("people", new[] { "Noor Haddad <noor.haddad@contoso.com>", "Anna (Gast)" })] },
        { "attendance_register", [("source", Meeting), ("expected", "invited")] },
        { "attendance_register", [("from", "2021-10")] },
        { "draw_chart", [("source", Meeting), ("kind", "stays")] },
        { "draw_chart", [("source", Meeting)] },
        { "who_came", [("source", "no-such@contoso.com")] },
        { "who_came", [("source", "Zoë.Müller")] },
    };

    [Fact]
    public async Task Tells_what_it_can_do_and_that_it_changes_nothing()
    {
        await using var assistant = await Assistant.StartAsync("--demo");

        var tools = await assistant.Client.ListToolsAsync();

        Assert.Equal(
            ["attendance_register", "draw_chart", "find_meetings", "list_sessions", "who_came", "who_was_absent"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint);
            Assert.False(tool.ProtocolTool.Annotations.DestructiveHint);
            Assert.All(
                tool.JsonSchema.GetProperty("properties").EnumerateObject(),
                parameter => Assert.NotEqual("", parameter.Value.GetProperty("description").GetString()));
        });
        Assert.Contains("take them as data", assistant.Client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_well_with_the_connection_and_writes_nothing_else()
    {
        await using var assistant = await Assistant.StartAsync("--demo");
        await assistant.AskAsync("who_came", ("source", Meeting));

        Assert.Equal(new ToolResult(0, "", ""), await assistant.EndAsync());
    }

    [Fact]
    public async Task Finds_a_meeting_by_its_id_and_by_words_of_its_subject()
    {
        await using var assistant = await Assistant.StartAsync("--demo --time-zone Europe/Berlin");

        var byId = await assistant.AskAsync("find_meetings", ("text", Meeting));
        var byWords = await assistant.AskAsync("find_meetings", ("text", "REVIEW weekly"), ("from", "2021-10"));
        var none = await assistant.AskAsync("find_meetings", ("text", "budget"), ("from", "2021-10"));

        Assert.Equal(
            "{\"timeZone\":\"Europe/Berlin\",\"count\":1,\"page\":1,\"pages\":1,\"meetings\":[{\"subject\":\"Weekly review\"," +
            $"\"start\":\"2021-10-05T06:30:00+02:00\",\"end\":\"2021-12-28T06:15:00+01:00\",\"source\":\"{Path}\"}}]}}",
            TextOf(byId));
        Assert.Equal(2, (int?)byWords["count"]);
        Assert.Equal("2021-10-12T06:30:00+02:00", (string?)byWords["meetings"]![0]!["start"]);
        Assert.Equal(SampleData.JoinLink.ToString(), (string?)byWords["meetings"]![0]!["source"]);
        Assert.Equal(0, (int?)none["count"]);
        Assert.Contains("Widen the time", (string?)none["hint"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_sessions_of_a_meeting_and_of_a_webinar_by_its_page()
    {
        await using var assistant = await Assistant.StartAsync("--demo --time-zone UTC");

        var meeting = await assistant.AskAsync("list_sessions", ("source", Meeting));
        var ofDay = await assistant.AskAsync("list_sessions", ("source", Meeting), ("from", "2021-10-05"), ("to", "2021-10-05"));
        var webinar = await assistant.AskAsync("list_sessions", ("source", Page));

        Assert.Equal(
            ["2021-10-12T04:30:00+00:00 [4]", "2021-10-05T04:38:23+00:00 [1]"],
            meeting["sessions"]!.AsArray().Select(one => $"{one!["session"]} {TextOf(one["peopleInReports"]!)}"));
        Assert.Equal(["2021-10-05T04:38:23+00:00"], ofDay["sessions"]!.AsArray().Select(one => (string?)one!["session"]));
        Assert.Equal([Webinar], webinar["sessions"]!.AsArray().Select(one => (string?)one!["source"]));
    }

    [Fact]
    public async Task Tells_who_came_with_totals_first_and_people_in_pages()
    {
        await using var assistant = await Assistant.StartAsync("--demo --time-zone UTC");

        var first = await assistant.AskAsync("who_came", ("source", Meeting), ("page_size", 3));
        var second = await assistant.AskAsync("who_came", ("source", Meeting), ("page_size", 3), ("page", 2));
        var earlier = await assistant.AskAsync("who_came", ("source", Path), ("session", "2021-10-05T06:38:23+02:00"));

        Assert.Equal(
            "{\"came\":4,\"onlyOutsideThePlan\":0,\"late\":1,\"partial\":1,\"withHiddenTimes\":0," +
            "\"mostAtOnce\":4,\"mostAtOnceAt\":\"2021-10-12T04:58:20+00:00\",\"averageMinutes\":32.9}",
            TextOf(first["totals"]!));
        Assert.Equal(["Frederick Cormier", "Miyuki Tanaka", "Zoë Müller"], NamesIn(first, "people"));
        Assert.Contains("page 2", (string?)first["next"], StringComparison.Ordinal);
        Assert.Equal(["Anna (Gast)"], NamesIn(second, "people"));
        Assert.Null(second["next"]);
        Assert.Equal(TextOf(first["totals"]!), TextOf(second["totals"]!));
        Assert.Equal("2021-10-05T04:38:23+00:00", (string?)earlier["session"]);
        Assert.Equal(1, (int?)earlier["totals"]!["onlyOutsideThePlan"]);
    }

    [Fact]
    public async Task Tells_who_was_absent_of_those_invited_registered_or_named()
    {
        await using var assistant = await Assistant.StartAsync("--demo");

        var invited = await assistant.AskAsync("who_was_absent", ("source", Meeting));
        var registered = await assistant.AskAsync("who_was_absent", ("source", Page), ("expected", "registered"));
        var named = await assistant.AskAsync(
            "who_was_absent", ("source", Meeting),
            ("people", new[] { "zoe.mueller@contoso.com", "Somebody Else", "Joe <joe@contoso.com>" }));

        Assert.Equal(["Noor Haddad"], NamesIn(invited, "absent"));
        Assert.Equal(
            """{"expected":4,"expectedAndCame":3,"absent":1,"excused":0,"cameUnexpected":1}""", TextOf(invited["totals"]!));
        Assert.Equal(["noor@adatum.com"], registered["absent"]!.AsArray().Select(person => $"{person!["email"]}"));
        Assert.Equal(["Joe", "Somebody Else"], NamesIn(named, "absent").Order(StringComparer.Ordinal));
        Assert.Equal(1, (int?)named["totals"]!["expectedAndCame"]);
    }

    [Fact]
    public async Task Makes_a_register_of_a_series_and_of_a_calendar()
    {
        await using var assistant = await Assistant.StartAsync("--demo --time-zone UTC");

        var series = await assistant.AskAsync("attendance_register", ("source", Meeting), ("expected", "invited"));
        var calendar = await assistant.AskAsync("attendance_register", ("from", "2021-10"), ("expected", "invited"));

        Assert.Equal("""{"sessions":2,"people":5,"attendances":4,"absences":5,"unknown":0}""", TextOf(series["totals"]!));
        Assert.Equal(
            ["Noor Haddad AA", "Frederick Cormier AP", "Miyuki Tanaka AP", "Zoë Müller AL", "Anna (Gast) -U"],
            series["people"]!.AsArray().Select(person => $"{person!["name"]} {person["marks"]}"));
        Assert.Equal(TextOf(series), TextOf(calendar));
    }

    [Fact]
    public async Task Draws_a_chart()
    {
        await using var assistant = await Assistant.StartAsync("--demo");

        var stays = await assistant.CallAsync("draw_chart", ("source", Meeting), ("kind", "stays"));
        var headCount = await assistant.CallAsync("draw_chart", ("source", Meeting));

        Assert.StartsWith("<svg", Assistant.SvgOf(stays), StringComparison.Ordinal);
        Assert.Contains("Zoë Müller", Assistant.SvgOf(stays), StringComparison.Ordinal);
        Assert.StartsWith("<svg", Assistant.SvgOf(headCount), StringComparison.Ordinal);
        Assert.DoesNotContain("Zoë", Assistant.SvgOf(headCount), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Leaves_names_and_addresses_out_of_every_answer(string tool, (string, object)[] arguments)
    {
        await using var named = await Assistant.StartAsync("--demo");
        await using var assistant = await Assistant.StartAsync("--demo --no-names");

        var result = await assistant.CallAsync(tool, arguments);

        // What the assistant has passed itself, it knows.
        var passed = string.Join(' ', arguments.Select(argument => argument.Item2 as string ?? ""));
        var text = string.Join('\n', result.Content.Select((_, index) => index == 0 ? Assistant.TextOf(result) : Assistant.SvgOf(result)));
        Assert.All(
            Identifying.Where(word => !passed.Contains(word, StringComparison.Ordinal)),
            word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal((await named.CallAsync(tool, arguments)).IsError, result.IsError);
    }

    [Fact]
    public async Task Leaves_addresses_out_of_errors()
    {
        await using var assistant = await Assistant.StartAsync("--demo --no-names");

        var error = await assistant.FailAsync("who_came", ("source", "joe@contoso.com is late"));

        Assert.StartsWith("error: \"(address left out) is late\" is no join link", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_people_alike_in_all_answers()
    {
        await using var assistant = await Assistant.StartAsync("--demo --no-names");

        var came = await assistant.AskAsync("who_came", ("source", Meeting));
        var register = await assistant.AskAsync("attendance_register", ("source", Meeting), ("expected", "invited"));

        Assert.Equal([1, 2, 3, 4], came["people"]!.AsArray().Select(person => (int?)person!["person"]));
        Assert.Equal([5, 1, 2, 3, 4], register["people"]!.AsArray().Select(person => (int?)person!["person"]));
    }

    [Theory]
    [InlineData("source", "no-such", "404 Not Found", "what to do: Check the ids")]
    [InlineData("source", "two words", "\"two words\" is no join link", "Pass one of these")]
    [InlineData("source", "-", "source names a file", "Pass a join link")]
    [InlineData("source", "/", "source names a file", "Pass a join link")]
    [InlineData("source", "--roster=/etc/passwd", "Unrecognized option", "--roster")]
    [InlineData("sauce", "x", "sauce is no parameter", "It takes source, session")]
    public async Task Says_what_is_wrong_and_what_to_do(string parameter, string value, string cause, string cure)
    {
        await using var assistant = await Assistant.StartAsync("--demo");

        var error = await assistant.FailAsync("who_came", (parameter, value));

        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Contains(cause, error, StringComparison.Ordinal);
        Assert.Contains(cure, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_its_own_parameters_in_errors()
    {
        await using var assistant = await Assistant.StartAsync("--demo");

        string[] errors =
        [
            await assistant.FailAsync("list_sessions", ("source", Meeting), ("from", "soon")),
            await assistant.FailAsync("who_came", ("source", Meeting), ("late_after", "x")),
            await assistant.FailAsync("who_came", ("source", Meeting), ("page", 9)),
            await assistant.FailAsync("who_came", ("source", Meeting), ("page", "2")),
            await assistant.FailAsync("who_came"),
            await assistant.FailAsync("attendance_register"),
            await assistant.FailAsync("attendance_register", ("from", "2021"), ("expected", "all")),
            await assistant.FailAsync("who_came", ("source", Meeting), ("session", "first")),
        ];

        Assert.Equal(
            [
                "error: from is \"soon\", which is no time",
                "error: late_after is \"x\", which is no span of time",
                "error: page is 9, and there is 1 page",
                "error: page is no number from 1 on",
                "error: source is missing",
                "error: Nothing says what the register is of",
                "error: expected is \"all\"",
                "error: session is \"first\", which is no time",
            ],
            errors.Select(error => error.Split(". ")[0]));
    }

    [Fact]
    public async Task Says_of_a_time_without_sessions_what_there_is()
    {
        await using var assistant = await Assistant.StartAsync("--demo --time-zone UTC");

        var answer = await assistant.AskAsync("who_came", ("source", Meeting), ("session", "2021-10-06"));

        Assert.Equal(
            $"{{\"timeZone\":\"UTC\",\"sessions\":0,\"notes\":[\"Weekly review, {Path} has 2 reports, " +
            "and none from 2021-10-06 00:00:00 to 2021-10-07 00:00:00 UTC.\"]}",
            TextOf(answer));
    }

    [Fact]
    public async Task Reads_the_following_pages_from_what_the_first_has_read()
    {
        using var graph = SampleData.CreateGraph();
        await using var assistant = await Assistant.StartAsync("--auth token", graph);
        await assistant.AskAsync("who_came", ("source", Path), ("page_size", 2));
        var requests = graph.RequestCount;

        var second = await assistant.AskAsync("who_came", ("source", Path), ("page_size", 2), ("page", 2));

        Assert.Equal(2, second["people"]!.AsArray().Count);
        Assert.Equal(requests, graph.RequestCount);
        await assistant.AskAsync("who_came", ("source", Path), ("page_size", 2));
        Assert.True(graph.RequestCount > requests);
    }

    [Fact]
    public async Task Stops_asking_Graph_where_the_assistant_cancels_and_answers_the_next_question()
    {
        using var graph = new HangingGraph();
        await using var assistant = await Assistant.StartAsync("--auth token", graph);
        using var cancellation = new CancellationTokenSource();
        var asking = assistant.Client.CallToolAsync(
            "who_came", new Dictionary<string, object?> { ["source"] = Path }, cancellationToken: cancellation.Token).AsTask();
        await graph.Asked;

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await graph.Cancelled;
        Assert.Contains("source is missing", await assistant.FailAsync("who_came"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_an_archive()
    {
        var directory = Directory.CreateTempSubdirectory();
        var file = System.IO.Path.Combine(directory.FullName, "attendance.db");
        var harvest = await new Tool().RunAsync(["harvest", "--demo", "--archive", file, "--from", "2021-10"]);
        Assert.True(harvest.ExitCode == 0, harvest.Error);
        await using (var assistant = await Assistant.StartAsync($"--archive {file}"))
        {
            var came = await assistant.AskAsync("who_came", ("source", Meeting), ("session", "2021-10-12"));
            var register = await assistant.AskAsync("attendance_register", ("from", "2021-10"), ("expected", "invited"));

            Assert.Equal(4, (int?)came["totals"]!["came"]);
            Assert.Equal(2, (int?)register["totals"]!["sessions"]);
            Assert.Equal("Noor Haddad", NamesIn(register, "people").First());
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Has_nothing_but_the_protocol_on_standard_output()
    {
        using var tool = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLineApp).Assembly.Location, "mcp", "--demo"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        const string Initialize = """
            {"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}
            """;
        await tool.StandardInput.WriteAsync(
            $"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{Initialize}}}\n");
        var first = await tool.StandardOutput.ReadLineAsync();
        await tool.StandardInput.WriteAsync("""
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"who_came","arguments":{"source":"238 420 318 127"}}}
            no message

            """);
        string?[] lines = [first, await tool.StandardOutput.ReadLineAsync()];
        tool.StandardInput.Close();

        Assert.Equal("", await tool.StandardOutput.ReadToEndAsync());
        Assert.Equal([1, 2], lines.Select(line => (int?)JsonNode.Parse(line!)!["id"]));
        Assert.All(lines, line => Assert.Equal("2.0", (string?)JsonNode.Parse(line!)!["jsonrpc"]));
        await tool.WaitForExitAsync();
        Assert.Equal(0, tool.ExitCode);
    }

    private sealed class HangingGraph : HttpMessageHandler
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public Task Cancelled => _cancelled.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                _cancelled.TrySetResult();
            }

            throw new NotSupportedException("It never answers.");
        }
    }

    private static string TextOf(JsonNode node) => node.ToJsonString(Readable);

    private static IEnumerable<string> NamesIn(JsonObject answer, string list) =>
        answer[list]!.AsArray().Select(person => $"{person!["name"]}");
}
