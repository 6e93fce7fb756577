using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class FakeGraphFaults
{
    private static readonly AttendanceSource Source = FakeGraphData.MeetingSource;

    [Theory]
    [InlineData(400, "BadRequest", "An error has occurred.")]
    [InlineData(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.")]
    [InlineData(403, "Forbidden", "Forbidden")]
    [InlineData(404, "NotFound", "The requested resource was not found.")]
    [InlineData(429, "TooManyRequests", "Please retry again later.")]
    [InlineData(500, "InternalServerError", "Object reference not set to an instance of an object.")]
    [InlineData(503, "ServiceUnavailable", "The service is unavailable.")]
    [InlineData(504, "GatewayTimeout", "The gateway did not receive a response in time.")]
    [InlineData(418, "UnknownError", "An error has occurred.")]
    public async Task A_status_comes_with_the_words_of_Graph(int status, string code, string message)
    {
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.Status((HttpStatusCode)status), times: 2);

        var exception = await Refused(graph);

        Assert.Equal((status, code), ((int)exception.Status, exception.ErrorCode));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.RequestId);
    }

    [Fact]
    public async Task A_status_comes_with_words_and_a_wait_of_ones_own()
    {
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.Status(
            HttpStatusCode.ServiceUnavailable, "Busy", "Come back.", retryAfter: "Fri, 02 Jan 2026 00:00:10 GMT"));
        graph.TimeProvider = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));

        var exception = await Refused(graph);

        Assert.Equal((503, "Busy", TimeSpan.FromSeconds(10)), ((int)exception.Status, exception.ErrorCode, exception.RetryAfter));
        Assert.Contains("Come back.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(2128, "2.128")]
    [InlineData(30_000, "30")]
    public async Task A_throttled_request_is_told_how_long_to_wait(int? milliseconds, string? header)
    {
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.Throttled(
            milliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null));

        using var response = await Get(graph);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(header, response.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
        Assert.Contains("\"innerError\":{\"code\":\"429\",", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_comes_as_it_is()
    {
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.Content("<html>Sign in</html>"));

        using var response = await Get(graph);

        Assert.Equal(
            (HttpStatusCode.OK, "text/html", "<html>Sign in</html>"),
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_broken_body_ends_half_way()
    {
        using var graph = FakeGraphData.CreateGraph();
        using var whole = await Get(graph);
        graph.FailNext(GraphFault.BrokenBody());

        using var broken = await Get(graph);

        var json = await whole.Content.ReadAsStringAsync();
        Assert.Equal(json[..(json.Length / 2)], await broken.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await Refused(graph.FailNext(GraphFault.BrokenBody()))).Status);
    }

    [Fact]
    public async Task A_cut_connection_and_a_cut_body_are_failures_of_the_connection()
    {
        using var graph = FakeGraphData.CreateGraph();

        await Assert.ThrowsAsync<HttpRequestException>(() => Ask(graph.FailNext(GraphFault.CutConnection())));
        await Assert.ThrowsAsync<HttpRequestException>(() => Ask(graph.FailNext(GraphFault.CutBody())));

        Assert.Equal([null, HttpStatusCode.OK], graph.Requests.Select(request => request.Status));
        Assert.EndsWith(" cut", graph.Requests[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_tries_again_does_not_notice()
    {
        using var graph = FakeGraphData.CreateGraph()
            .FailNext(GraphFault.CutConnection()).FailNext(GraphFault.CutBody()).FailNext(GraphFault.Status(HttpStatusCode.BadGateway));
        var client = graph.CreateClient(new AttendanceClientOptions { TimeProvider = new SkippingTimeProvider() });

        Assert.Equal("r", (await client.GetReportAsync(Source, "r")).Id);
        Assert.Equal(
            [null, HttpStatusCode.OK, HttpStatusCode.BadGateway, HttpStatusCode.OK], graph.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_delay_lasts_as_long_as_the_clock_of_the_graph_says_and_can_be_cancelled()
    {
        var clock = new SkippingTimeProvider();
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.Delay(TimeSpan.FromHours(1)));
        graph.TimeProvider = clock;
        var before = clock.GetUtcNow();
        Assert.Equal("r", (await Client(graph).GetReportAsync(Source, "r")).Id);
        Assert.Equal(TimeSpan.FromHours(1), clock.GetUtcNow() - before);

        graph.TimeProvider = TimeProvider.System;
        using var cancellation = new CancellationTokenSource();
        var call = Client(graph.FailNext(GraphFault.Delay(TimeSpan.FromHours(1)))).GetReportAsync(Source, "r", cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task The_next_requests_for_an_operation_fail_and_no_others()
    {
        using var graph = FakeGraphData.CreateGraph().FailNext(
            GraphFault.Status(HttpStatusCode.NotFound), GraphOperation.GetAttendanceReport, times: 2);
        var client = Client(graph);

        Assert.Single(await client.GetReportsAsync(Source).ToListAsync());
        await Refused(graph);
        Assert.Single(await client.GetReportsAsync(Source).ToListAsync());
        await Refused(graph);
        Assert.Equal("r", (await client.GetReportAsync(Source, "r")).Id);
    }

    [Fact]
    public async Task Each_third_request_fails_until_it_is_stopped()
    {
        using var graph = FakeGraphData.CreateGraph().FailEvery(3, GraphFault.Status(HttpStatusCode.NotFound));

        Assert.Equal("200 200 404 200 200 404 200", await Statuses(graph, 7));
        graph.StopFailing();
        Assert.Equal("200 200 200", await Statuses(graph, 3));
    }

    [Fact]
    public async Task Rules_do_not_get_in_each_others_way()
    {
        using var graph = FakeGraphData.CreateGraph()
            .FailEvery(2, GraphFault.Status(HttpStatusCode.NotFound))
            .FailNext(GraphFault.Status(HttpStatusCode.Gone), times: 2)
            .FailEvery(3, GraphFault.Status(HttpStatusCode.Conflict));

        Assert.Equal("410 404 410 404 200 404 200 404 409", await Statuses(graph, 9));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        using var graph = new FakeGraph();

        Assert.Equal(
            "times", Assert.Throws<ArgumentOutOfRangeException>(() => graph.FailNext(GraphFault.BrokenBody(), times: 0)).ParamName);
        Assert.Equal("n", Assert.Throws<ArgumentOutOfRangeException>(() => graph.FailEvery(0, GraphFault.BrokenBody())).ParamName);
        Assert.Equal("fault", Assert.Throws<ArgumentNullException>(() => graph.FailNext(null!)).ParamName);
        Assert.Equal("delay", Assert.Throws<ArgumentOutOfRangeException>(() => GraphFault.Delay(TimeSpan.FromTicks(-1))).ParamName);
        Assert.Contains(
            "Use Content", Assert.Throws<ArgumentOutOfRangeException>(() => GraphFault.Status(HttpStatusCode.Found)).Message,
            StringComparison.Ordinal);
    }

    private static AttendanceClient Client(FakeGraph graph) =>
        graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = graph.TimeProvider });

    private static Task<AttendanceReport> Ask(FakeGraph graph) => Client(graph).GetReportAsync(Source, "r");

    private static Task<AttendanceRequestException> Refused(FakeGraph graph) =>
        Assert.ThrowsAsync<AttendanceRequestException>(() => Ask(graph));

    private static async Task<string> Statuses(FakeGraph graph, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            using var response = await Get(graph);
            statuses.Add((int)response.StatusCode);
        }

        return string.Join(' ', statuses);
    }

    private static async Task<HttpResponseMessage> Get(FakeGraph graph)
    {
        using var http = graph.Authorized();
        return await http.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/{Source}/attendanceReports"));
    }
}
