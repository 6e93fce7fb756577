#if !NETSTANDARD_PACKAGE
using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class FakeGraphServers
{
    [Fact]
    public async Task A_server_answers_as_its_graph_does()
    {
        using var graph = FakeGraphData.CreateGraph();
        graph.PageSize = 1;
        await using var server = await FakeGraphServer.StartAsync(graph);

        Assert.Matches(@"^http://127\.0\.0\.1:[1-9]\d*/$", server.Endpoint.ToString());
        Assert.Same(graph, server.Graph);
        Assert.Equal(FakeGraphData.Meeting, await server.CreateClient().GetMeetingAsync(FakeGraphData.MeetingSource));
        Assert.Equal(
            FakeGraphData.Report, await server.CreateClient(GraphVersion.Beta).GetLatestReportAsync(FakeGraphData.Session.Source!));
        Assert.All(graph.Requests, request => Assert.Equal(server.Endpoint.Authority, request.Uri.Authority));
        Assert.Equal(
            $"GET /v1.0/users/{FakeGraphData.Organizer}/onlineMeetings/MSpk%3D%2A0 200",
            graph.Requests[0].ToString());
    }

    [Fact]
    public async Task Links_lead_back_to_the_server()
    {
        using var graph = new FakeGraph { PageSize = 1 }.Add(
            FakeGraphData.MeetingSource, FakeGraphData.Report, FakeGraphData.Report with { Id = "r2" },
            FakeGraphData.Report with { Id = "r3" });
        await using var server = await FakeGraphServer.StartAsync(graph);

        Assert.Equal(3, await server.CreateClient().GetReportsAsync(FakeGraphData.MeetingSource).CountAsync());
    }

    [Fact]
    public async Task An_answer_has_the_headers_of_Graph_and_nothing_of_the_server()
    {
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.Throttled(TimeSpan.FromSeconds(2.5)));
        await using var server = await FakeGraphServer.StartAsync(graph);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Endpoint, "v1.0/me/onlineMeetings"));
        request.Headers.Add("client-request-id", "mine");

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("2.5", response.Headers.GetValues("Retry-After").Single());
        Assert.Equal("mine", response.Headers.GetValues("client-request-id").Single());
        Assert.Equal("00000001-0000-0000-0000-000000000000", response.Headers.GetValues("request-id").Single());
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            ["client-request-id", "date", "request-id", "retry-after", "vary"],
            response.Headers.Select(header => header.Key.ToLowerInvariant()).Order(StringComparer.Ordinal));
        Assert.NotNull(response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_request_without_a_token_is_refused_here_too()
    {
        using var graph = FakeGraphData.CreateGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(server.Endpoint, $"v1.0/{FakeGraphData.MeetingSource}"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_cut_connection_and_a_cut_body_are_cut_on_the_wire()
    {
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.CutConnection());
        await using var server = await FakeGraphServer.StartAsync(graph);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "x");
        var url = new Uri(server.Endpoint, $"v1.0/{FakeGraphData.MeetingSource}");

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(url));
        graph.FailNext(GraphFault.CutBody());
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_server_stops_while_a_request_still_waits()
    {
        var clock = new WatchedTimeProvider();
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.Delay(TimeSpan.FromDays(1)));
        graph.TimeProvider = clock;
        var server = await FakeGraphServer.StartAsync(graph);
        using var http = new HttpClient();
        var call = http.GetStringAsync(new Uri(server.Endpoint, "v1.0/me"));

        await clock.IsWaitedOn;
        await server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(server.Endpoint));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("graph.localhost")]
    [InlineData("127.1.2.3:5")]
    [InlineData("[::1]:5")]
    [InlineData("Graph.test:8443")]
    public async Task A_request_for_loopback_or_an_allowed_host_is_served(string host)
    {
        using var graph = FakeGraphData.CreateGraph();
        await using var server = await FakeGraphServer.StartAsync(graph, port: 0, ["graph.TEST"]);

        var answer = await server.AskRawAsync(
            $"GET /v1.0/me/onlineMeetings/none HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer x\r\nclient-request-id: ä");

        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error()
    {
        using var graph = new FakeGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);

        await Assert.ThrowsAsync<IOException>(() => FakeGraphServer.StartAsync(graph, server.Endpoint.Port));
    }

    private sealed class WatchedTimeProvider : TimeProvider
    {
        private readonly TaskCompletionSource _waitedOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsWaitedOn => _waitedOn.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waitedOn.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
#endif
