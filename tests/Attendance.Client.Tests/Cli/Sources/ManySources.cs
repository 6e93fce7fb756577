using System.Net;
using System.Text.Json;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Analysis.Timeline;
using static Attendance.Client.Tests.Cli.SourceSamples;

namespace Attendance.Client.Tests.Cli;

public class ManySources
{
    private const string Lines =
        $"""
        # The weekly meeting

        {MeetingNumber}
        me/messages/1
          {Root}/{SmallMeetingPath}/attendanceReports
        me/onlineMeetings/nope
        #{SmallMeetingPath}
        999 999 999
        """;

    private static readonly string LinesErrors =
        """
        error: line 4: "me/messages/1" is no attendance source: "messages" stands where onlineMeetings should. Expected me/onlineMeetings/{id}, users/{id}/onlineMeetings/{id}, solutions/virtualEvents/webinars/{id}/sessions/{id} or solutions/virtualEvents/townhalls/{id}/sessions/{id}, alone or in a Graph URL of either version.
        error: line 6, me/onlineMeetings/nope: GET https://graph.microsoft.com/v1.0/me/onlineMeetings/nope/attendanceReports failed with 404 Not Found, NotFound: The requested online meeting was not found.
        what to do: Check the ids in the URL. Graph keeps reports for one year and has none before the session has ended.
        request-id: *
        error: line 8: "999 999 999" has 9 digits, where a meeting ID has 10 to 18. Copy the join link or the meeting ID from the meeting's invitation.

        """.ReplaceLineEndings("\n");

    [Fact]
    public async Task Have_a_line_for_each_session_and_no_failure_stops_the_others()
    {
        var result = await new Tool { Input = Lines }.RunAsync("summary --demo --sources -");

        Assert.Equal(
            """
            3 sessions of 2 sources: 5 people, who came 6 times

             Meeting                                                                          Start (UTC)          Duration  People  At once  Median time  Late  Partial
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Weekly review                                                                    2021-10-05 04:30:00    45m 0s       0        0            -     0        0
             Weekly review                                                                    2021-10-12 04:30:00    45m 0s       4        4      38m 11s     1        1
             me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZiMi04ZdFpHRTNaR1F6WGhyZWFkLnYy  2021-03-16 18:59:46   25m 59s       2        2      22m 36s     -        -


            """.ReplaceLineEndings("\n"),
            result.Output);
        Failed(result);
    }

    [Fact]
    public async Task Have_a_line_for_each_report()
    {
        var result = await new Tool { Input = Lines }.RunAsync("reports --demo --sources -");

        Assert.Equal(
            """
            3 reports of 2 sources

             Source                                                                           Report                                Start (UTC)          End (UTC)            Duration  People
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Weekly review                                                                    2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89  2021-10-12 04:30:00  2021-10-12 05:15:30   45m 30s       4
             Weekly review                                                                    c9b6db1c-d5eb-427d-a5c0-20088d9b22d7  2021-10-05 04:38:23  2021-10-05 04:43:49    5m 26s       1
             me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZiMi04ZdFpHRTNaR1F6WGhyZWFkLnYy  7f0c5b3e-2a64-4f0e-8f5e-6b0a4f8f9c21  2021-03-16 18:59:46  2021-03-16 19:25:45   25m 59s       2


            """.ReplaceLineEndings("\n"),
            result.Output);
        Failed(result);
    }

    [Theory]
    [InlineData("summary", "reports")]
    [InlineData("reports", null)]
    public async Task Make_one_array_as_json(string command, string? reports)
    {
        var result = await new Tool { Input = Lines }.RunAsync($"{command} --demo --sources - --json");

        var items = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().ToList();
        Assert.Equal([MeetingPath, MeetingPath, SmallMeetingPath], items.Select(item => item.GetProperty("source").GetString()));
        Assert.All(items, item => Assert.Equal(reports is not null, item.TryGetProperty("reports", out _)));
        Failed(result);
    }

    [Fact]
    public async Task Say_in_each_row_of_an_export_which_meeting_it_is_of()
    {
        var result = await new Tool { Input = Lines }.RunAsync("export --demo --sources - --rows stays --from 2021-10-01");

        var lines = result.Output.Split('\n');
        Assert.Equal(
            "source,subject,sessionReportId,sessionStartedAt,sessionEndedAt,key,displayName,emailAddress,role,joinedAt,leftAt,durationSeconds",
            lines[0]);
        Assert.Equal(7, lines.Length);
        Assert.All(lines[1..6], line => Assert.StartsWith(
            $"{MeetingPath},Weekly review,2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,", line,
            StringComparison.Ordinal));
        Assert.StartsWith(
            $"{SmallMeetingPath} has 1 report, and none from 2021-10-01 00:00:00 UTC on.\nerror: line 4: ", result.Error,
            StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Are_taken_as_one_each_where_all_is_asked_for()
    {
        var result = await new Tool { Input = $"{MeetingPath}\n{SmallMeetingPath}" }.RunAsync("summary --demo --sources - --all --json");

        Assert.Equal(
            [2, 1], JsonDocument.Parse(result.Output).RootElement.EnumerateArray()
                .Select(session => session.GetProperty("reports").GetArrayLength()));
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("summary --registrations", "2 sessions of 1 source: 4 people")]
    [InlineData("export --rows registrants", "source,subject,sessionReportId,")]
    public async Task Are_told_with_their_failures_where_none_of_them_has_registrations(string command, string output)
    {
        var result = await new Tool { Input = $"{MeetingPath}\nme/messages/1\n" }.RunAsync($"{command} --demo --sources -");

        Assert.StartsWith(output, result.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "note: 2 of 2 sessions have no registrations, as only webinars and town halls do.\n" +
            "error: line 2: \"me/messages/1\" is no attendance source",
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Are_not_repeated_at_length_where_they_are_rows_of_another_table()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        var row = $"Ada Lovelace,ada@contoso.com,{new string('x', 200)},the end";
        var tool = new Tool { Input = $"{row}\nme/{row}\nName;Mail\n", Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        var result = await tool.RunAsync("reports --auth token --sources -");

        Assert.Empty(graph.Uris);
        Assert.StartsWith(
            $"error: line 1: \"{row[..100]}…\" is no attendance source: \"{row[..100]}…\" stands where", result.Error,
            StringComparison.Ordinal);
        Assert.Contains(
            $"error: line 2: \"me/{row[..97]}…\" is no attendance source: \"{row[..100]}…\" stands where", result.Error,
            StringComparison.Ordinal);
        Assert.Contains("error: line 3: \"Name;Mail\" is no attendance source", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the end", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_read_a_few_at_a_time_and_told_in_their_order()
    {
        var sources = Enumerable.Range(0, 40).Select(number => AttendanceSource.Meeting(Organizer.Me, $"m{number:D2}")).ToList();
        var graph = new FakeGraph();
        foreach (var source in sources)
            graph.Add(source, Report(0, 100) with { Id = $"report of {source}" });
        using var handler = new CountingHandler(graph);
        var tool = new Tool { Input = string.Join('\n', sources), Handler = handler, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        var result = await tool.RunAsync("summary --auth token --sources - --json");

        Assert.Equal(
            sources.Select(source => source.ToString()),
            JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(session => session.GetProperty("source").GetString()));
        Assert.Equal(8, handler.Most);
    }

    [Fact]
    public async Task Say_which_of_them_has_no_report_yet()
    {
        var graph = new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "a")).Add(
            AttendanceSource.Meeting(Organizer.Me, "b"), Report(0, 100) with { Id = "r" });
        var tool = new Tool
        {
            Input = "me/onlineMeetings/a\nme/onlineMeetings/b",
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        var summary = await tool.RunAsync("summary --auth token --sources -");
        var reports = await tool.RunAsync("reports --auth token --sources -");

        Assert.Equal("me/onlineMeetings/a has no report yet.\n", summary.Error);
        Assert.Equal("me/onlineMeetings/a has no report yet.\n", reports.Error);
        Assert.StartsWith(
            "1 session of 1 source: number", summary.Output.Replace("0 people, who came 0 times", "number", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Equal((0, 0), (summary.ExitCode, reports.ExitCode));
    }

    [Fact]
    public async Task Read_the_registrations_of_a_webinar_once()
    {
        const string Webinar = "w";
        var first = AttendanceSource.Webinar(Webinar, "s1");
        var second = AttendanceSource.Webinar(Webinar, "s2");
        var graph = new FakeGraph()
            .Add(new VirtualEvent { Kind = VirtualEventKind.Webinar, Id = Webinar })
            .Add(first, Report(0, 100) with { Id = "r1" })
            .Add(second, Report(0, 100) with { Id = "r2" })
            .Add(VirtualEventKind.Webinar, Webinar, new Registration { Id = "reg", Status = RegistrationStatus.Registered });
        using var handler = new RecordingHandler(graph);
        var tool = new Tool { Input = $"{first}\n{second}\n", Handler = handler, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        var result = await tool.RunAsync("summary --auth token --sources - --registrations");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Output.Split('\n').Count(line => line.EndsWith("1         1", StringComparison.Ordinal)));
        Assert.Single(handler.Uris, uri => uri.EndsWith("/registrations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_a_town_hall_without_its_registrations_where_Graph_does_not_serve_them_and_say_so()
    {
        var webinar = AttendanceSource.Webinar("e", "s");
        AttendanceSource[] townhall = [AttendanceSource.Townhall("e", "s1"), AttendanceSource.Townhall("e", "s2")];
        var graph = new FakeGraph()
            .Add(webinar, Report(0, 100) with { Id = "w" })
            .Add(townhall[0], Report(0, 100) with { Id = "t1" })
            .Add(townhall[1], Report(0, 100) with { Id = "t2" })
            .Add(AttendanceSource.Meeting(Organizer.Me, "m"), Report(0, 100) with { Id = "r" })
            .Add(VirtualEventKind.Webinar, "e", new Registration { Id = "reg", Status = RegistrationStatus.Registered });
        using var handler = new RecordingHandler(new TownhallsWithoutRegistrations(graph));
        var tool = new Tool
        {
            Input = $"{webinar}\n{townhall[0]}\n{townhall[1]}\nme/onlineMeetings/m\n",
            Handler = handler,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        var result = await tool.RunAsync("summary --auth token --sources - --registrations --json");

        Assert.Equal(
            "note: 1 of 4 sessions has no registrations, as only webinars and town halls do.\n" +
            "note: 2 of 4 sessions have no registrations, as Graph does not serve those of the town hall (400).\n",
            result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            [
                (webinar.ToString(), JsonValueKind.Object),
                .. townhall.Select(source => (source.ToString(), JsonValueKind.Null)),
                ("me/onlineMeetings/m", JsonValueKind.Null),
            ],
            JsonDocument.Parse(result.Output).RootElement.EnumerateArray()
                .Select(session => (session.GetProperty("source").GetString()!, session.GetProperty("registrations").ValueKind)));
        Assert.Equal(
            [
                "https://graph.microsoft.com/v1.0/solutions/virtualEvents/townhalls/e/registrations",
                "https://graph.microsoft.com/v1.0/solutions/virtualEvents/webinars/e/registrations",
            ],
            handler.Uris.Where(uri => uri.EndsWith("/registrations", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("townhalls/t/sessions/s", 403)]
    [InlineData("webinars/w/sessions/s", 400)]
    public async Task Fail_with_any_other_refusal_of_registrations(string source, int status)
    {
        var graph = new FakeGraph()
            .Add(AttendanceSource.Parse($"solutions/virtualEvents/{source}"), Report(0, 100) with { Id = "r" })
            .FailNext(GraphFault.Status((HttpStatusCode)status, "Forbidden", "x"), GraphOperation.ListRegistrations);
        var tool = new Tool { Input = $"solutions/virtualEvents/{source}", Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        var result = await tool.RunAsync("summary --auth token --sources - --registrations");

        Assert.StartsWith(
            $"error: line 1, solutions/virtualEvents/{source}: " +
            $"GET https://graph.microsoft.com/v1.0/solutions/virtualEvents/{source.Split('/')[0]}/{source.Split('/')[1]}/registrations " +
            $"failed with {status} ",
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal(("", 1), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Are_not_tried_one_by_one_where_nobody_is_signed_in()
    {
        var tool = new Tool { Input = Lines, Environment = { ["AZURE_CLIENT_SECRET"] = "s" }, Handler = new RefusingHandler() };

        var result = await tool.RunAsync("reports --auth secret --tenant t --client-id c --user u --sources -");

        Assert.Single(result.Error.Split('\n'), line => line.StartsWith("error: Sign-in failed.", StringComparison.Ordinal));
        Assert.DoesNotContain("line 4", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("summary")]
    [InlineData("export")]
    public async Task End_with_130_by_the_user(string command)
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new CancellingHandler(cancellation);
        var tool = new Tool
        {
            Input = "me/onlineMeetings/a\nme/onlineMeetings/b",
            Handler = handler,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        var result = await tool.RunAsync($"{command} --auth token --sources -", cancellation.Token);

        Assert.Equal("Cancelled.\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(130, result.ExitCode);
    }

    private static void Failed(ToolResult result)
    {
        Assert.Equal(
            LinesErrors,
            System.Text.RegularExpressions.Regex.Replace(
                result.Error, "request-id: [0-9a-f-]{36}", "request-id: *", default, TimeSpan.FromSeconds(1)));
        Assert.Equal(1, result.ExitCode);
    }

    /// <summary>Holds requests until as many as there may be have come, and lets others come in between.</summary>
    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private int _now;

        public int Most { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                Most = Math.Max(Most, ++_now);
                if (_now == 8)
                    _full.TrySetResult();
            }

            await _full.Task;
            for (var turn = 0; turn < 50; turn++)
                await Task.Yield();
            lock (_gate)
                _now--;

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RefusingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest)
            {
                Content = new StringContent("""{"error":"invalid_client"}"""),
            });
    }

    private sealed class CancellingHandler(CancellationTokenSource cancellation) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await cancellation.CancelAsync();
            // As sockets do: a request ends once its own token is cancelled, which comes a moment after the user's.
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private sealed class TownhallsWithoutRegistrations(HttpMessageHandler graph) : DelegatingHandler(graph)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath.EndsWith("/townhalls/e/registrations", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)
                {
                    Content = new StringContent(
                        """{"error":{"code":"BadRequest","message":"Resource not found for the segment 'registrations'."}}"""),
                })
                : base.SendAsync(request, cancellationToken);
    }
}
