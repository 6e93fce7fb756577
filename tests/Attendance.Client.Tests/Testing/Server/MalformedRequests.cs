#if !NETSTANDARD_PACKAGE
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>Whatever arrives is answered with Graph's body and noted, so that nobody wonders where a request went.</summary>
public class MalformedRequests
{
    [Theory]
    [InlineData(
        "GET /v1.0/me HTTP/1.1\r\nHost: evil.example",
        "The host 'evil.example' is not served here, but for loopback alone and what the server is told to allow.", "GET /v1.0/me 400")]
    [InlineData(
        "GET /v1.0/me HTTP/1.1\r\nHost: 127.0.0.1.evil.example",
        "The host '127.0.0.1.evil.example' is not served here, but for loopback alone and what the server is told to allow.",
        "GET /v1.0/me 400")]
    [InlineData(
        "GET http://evil.example/v1.0/me HTTP/1.1\r\nHost: localhost",
        "The host 'evil.example' is not served here, but for loopback alone and what the server is told to allow.", "GET /v1.0/me 400")]
    [InlineData("GET /v1.0/me HTTP/1.1\r\nHost: a:99999", "The host 'a:99999' is none.", "GET /v1.0/me 400")]
    [InlineData("GET /v1.0/me HTTP/1.1\r\nHost:", "The request names no host.", "GET /v1.0/me 400")]
    [InlineData("GET /v1.0/me HTTP/1.0", "The request names no host.", "GET /v1.0/me 400")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: localhost", "The request target '*' is no path.", "OPTIONS /%2A 400")]
    [InlineData(
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443", "The request target 'evil.example:443' is no path.",
        "CONNECT /evil.example%3A443 400")]
    [InlineData(
        "GET /v1.0/me/onlineMeetings?=x HTTP/1.1\r\nHost: localhost:1\r\nAuthorization: Bearer x",
        "The query has an option without a name.", "GET /v1.0/me/onlineMeetings?=x 400")]
    [InlineData(
        "GET /v1.0/me HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: gopher",
        "The headers X-Forwarded-Proto and X-Forwarded-Host make no address.", "GET /v1.0/me 400")]
    public async Task A_request_that_no_client_sends_is_refused_and_noted(string head, string message, string noted)
    {
        using var graph = new FakeGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);

        Assert.Equal(("400", "BadRequest", message), RawHttp.ErrorOf(await server.AskRawAsync(head)));
        Assert.Equal(noted, Assert.Single(graph.Requests).ToString());
    }

    [Theory]
    [InlineData(
        "GET /a b HTTP/1.1\r\nHost: localhost", "400", @"Invalid request line: 'GET /a b HTTP/1.1\x0D'",
        "MALFORMED /Invalid%20request%20line%3A%20%27GET%20%2Fa%20b%20HTTP%2F1.1%5Cx0D%27 400")]
    [InlineData(
        "NONSENSE", "400", @"Invalid request line: 'NONSENSE\x0D'",
        "MALFORMED /Invalid%20request%20line%3A%20%27NONSENSE%5Cx0D%27 400")]
    [InlineData(
        "GET /v1.0/me HTTP/3.7\r\nHost: localhost", "505", "Unrecognized HTTP version: 'HTTP/3.7'",
        "MALFORMED /Unrecognized%20HTTP%20version%3A%20%27HTTP%2F3.7%27 505")]
    [InlineData("GET /v1.0/me HTTP/1.1", "400", "Request is missing Host header.", "GET /v1.0/me 400")]
    [InlineData("GET /v1.0/me HTTP/1.1\r\nHost: a\r\nHost: b", "400", "Multiple Host headers.", "GET /v1.0/me 400")]
    [InlineData(
        "GET /v1.0/me HTTP/1.1\r\nHost: localhost\r\nNo colon", "400", @"Invalid request header: 'No colon\x0D\x0A'", "GET /v1.0/me 400")]
    [InlineData(
        "GET /v1.0/ä HTTP/1.1\r\nHost: localhost", "400", @"Invalid request target: '/v1.0/\xC3\xA4'",
        "MALFORMED /Invalid%20request%20target%3A%20%27%2Fv1.0%2F%5CxC3%5CxA4%27 400")]
    [InlineData(
        "POST /v1.0/$batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: x", "400", "Invalid content length: x", "POST /v1.0/$batch 400")]
    [InlineData(
        "GET /v1.0/%00 HTTP/1.1\r\nHost: localhost", "400", "Invalid request target: '/v1.0/%00'",
        "MALFORMED /v1.0/%00 400")]
    public async Task What_is_no_HTTP_is_refused_by_Graphs_body_too_and_noted(
        string head, string status, string message, string noted)
    {
        using var graph = new FakeGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);

        var answer = await server.AskRawAsync(head);

        Assert.Equal((status, "BadRequest", message), RawHttp.ErrorOf(answer));
        Assert.Contains("\r\nrequest-id: 00000001-0000-0000-0000-000000000000\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(noted, Assert.Single(graph.Requests).ToString());
    }

    [Fact]
    public async Task Data_that_make_no_answer_are_told_of()
    {
        using var graph = new FakeGraph().AddJson("""{"me":{"calendarView":[{"start":5}]}}""");
        await using var server = await FakeGraphServer.StartAsync(graph);

        var answer = await server.AskRawAsync(
            "GET /v1.0/me/calendarView?startDateTime=2026-01-01&endDateTime=2026-01-02 HTTP/1.1\r\n" +
            "Host: localhost\r\nAuthorization: Bearer x");

        var (status, code, message) = RawHttp.ErrorOf(answer);
        Assert.Equal(("500", "InternalServerError"), (status, code));
        Assert.StartsWith("The data make no answer: ", message, StringComparison.Ordinal);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused_and_noted()
    {
        using var graph = new FakeGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);

        var answer = await server.AskRawAsync($"GET /v1.0/me?$filter={new string('x', 20_000)} HTTP/1.1\r\nHost: localhost");

        Assert.Equal("414", RawHttp.ErrorOf(answer).Status);
        Assert.EndsWith(" 414", Assert.Single(graph.Requests).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_body_at_all_is_refused_and_noted()
    {
        using var graph = new FakeGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);
        const string Head = "POST /v1.0/$batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n";

        var large = await server.AskRawAsync($"{Head}Content-Length: 5000000", "{");
        var broken = await server.AskRawAsync($"{Head}Transfer-Encoding: chunked", "zz\r\n");

        Assert.Equal(("413", "400"), (RawHttp.ErrorOf(large).Status, RawHttp.ErrorOf(broken).Status));
        Assert.Equal(["POST /v1.0/$batch 413", "POST /v1.0/$batch 400"], graph.Requests.Select(request => request.ToString()));
    }
}
#endif
