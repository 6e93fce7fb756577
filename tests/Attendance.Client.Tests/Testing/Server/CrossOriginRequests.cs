#if !NETSTANDARD_PACKAGE
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class CrossOriginRequests
{
    [Theory]
    [InlineData("http://localhost:3000")]
    [InlineData("https://127.0.0.1")]
    [InlineData("http://app.localhost:8080")]
    [InlineData("http://app.test")]
    public async Task A_page_of_this_machine_or_of_an_allowed_host_may_ask_and_read(string origin)
    {
        using var graph = FakeGraphData.CreateGraph();
        await using var server = await FakeGraphServer.StartAsync(graph, port: 0, ["app.test"]);

        var preflight = await server.AskRawAsync(
            $"OPTIONS /v1.0/{FakeGraphData.MeetingSource} HTTP/1.1\r\nHost: localhost\r\nOrigin: {origin}\r\n" +
            "Access-Control-Request-Method: GET\r\nAccess-Control-Request-Headers: authorization,client-request-id");
        var answer = await server.AskRawAsync(
            $"GET /v1.0/{FakeGraphData.MeetingSource} HTTP/1.1\r\nHost: localhost\r\nOrigin: {origin}\r\nAuthorization: Bearer x");

        Assert.StartsWith("HTTP/1.1 204 ", preflight, StringComparison.Ordinal);
        Assert.Contains($"\r\nAccess-Control-Allow-Origin: {origin}\r\n", preflight, StringComparison.Ordinal);
        Assert.Contains("\r\nAccess-Control-Allow-Headers: authorization,client-request-id\r\n", preflight, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\r\nAccess-Control-Allow-Origin: {origin}\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("Retry-After", answer, StringComparison.Ordinal);
        Assert.Single(graph.Requests);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("null")]
    public async Task A_page_from_elsewhere_reads_nothing(string origin)
    {
        using var graph = FakeGraphData.CreateGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);

        var preflight = await server.AskRawAsync(
            $"OPTIONS /v1.0/me HTTP/1.1\r\nHost: localhost\r\nOrigin: {origin}\r\nAccess-Control-Request-Method: GET");
        var answer = await server.AskRawAsync($"GET /v1.0/me HTTP/1.1\r\nHost: localhost\r\nOrigin: {origin}");

        Assert.DoesNotContain("Access-Control-Allow", preflight, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control-Allow", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_can_be_read_too()
    {
        await using var server = await FakeGraphServer.StartAsync(new FakeGraph());

        var answer = await server.AskRawAsync("GET /v1.0/me HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:3000");

        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nAccess-Control-Allow-Origin: http://localhost:3000\r\n", answer, StringComparison.Ordinal);
    }
}
#endif
