#if !NETSTANDARD_PACKAGE
using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>A server that stands for Graph's own host, or behind another server.</summary>
public class ProxiesOfServers
{
    private const string List = "me/onlineMeetings/m/attendanceReports";

    [Fact]
    public async Task A_program_that_knows_Graphs_host_alone_is_served_through_the_proxy_it_is_told_of()
    {
        using var graph = TwoPages();
        await using var server = await FakeGraphServer.StartAsync(graph, new FakeGraphServerOptions { UsesHttps = true });
        using var http = Through(server);
        var client = new AttendanceClient(http, new FakeCredential());

        var reports = await client.GetReportsAsync(AttendanceSource.Meeting(Organizer.Me, "m")).ToListAsync();

        Assert.Equal(["r1", "r2"], reports.Select(report => report.Id));
        Assert.All(graph.Requests, request => Assert.Equal("https://graph.microsoft.com", request.Uri.GetLeftPart(UriPartial.Authority)));
    }

    [Fact]
    public async Task A_proxy_leads_to_no_other_host()
    {
        using var graph = new FakeGraph();
        await using var server = await FakeGraphServer.StartAsync(graph, new FakeGraphServerOptions { UsesHttps = true });
        using var http = Through(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://login.microsoftonline.com/")));

        Assert.Equal("CONNECT /login.microsoftonline.com%3A443 400", Assert.Single(graph.Requests).ToString());
    }

    [Fact]
    public async Task A_proxy_takes_a_request_that_comes_in_pieces()
    {
        using var graph = TwoPages();
        await using var server = await FakeGraphServer.StartAsync(graph, new FakeGraphServerOptions { UsesHttps = true });
        using var client = new System.Net.Sockets.TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, server.Endpoint.Port);
        await using var stream = client.GetStream();

        foreach (var letter in "CONNECT graph.microsoft.com:443 HTTP/1.1\r\nHost: graph.microsoft.com:443\r\n\r\n")
            await stream.WriteAsync(new[] { (byte)letter });
        var answer = new byte[39];
        await stream.ReadExactlyAsync(answer);

        Assert.Equal("HTTP/1.1 200 Connection established\r\n\r\n", System.Text.Encoding.ASCII.GetString(answer));
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task A_whole_address_in_place_of_a_path_is_served_and_linked_to()
    {
        using var graph = TwoPages();
        await using var server = await FakeGraphServer.StartAsync(graph);

        var answer = await server.AskRawAsync(
            $"GET http://graph.microsoft.com/v1.0/{List} HTTP/1.1\r\nHost: graph.microsoft.com\r\nAuthorization: Bearer x");

        Assert.Equal($"http://graph.microsoft.com/v1.0/{List}?$skiptoken=1", LinkOf(RawHttp.BodyOf(answer)));
    }

    [Theory]
    [InlineData("X-Forwarded-Proto: https", "https://localhost/v1.0/")]
    [InlineData("X-Forwarded-Proto: https\r\nX-Forwarded-Host: graph.test", "https://graph.test/v1.0/")]
    [InlineData("X-Forwarded-Proto: https, http\r\nX-Forwarded-Host: graph.test:8443, inner", "https://graph.test:8443/v1.0/")]
    [InlineData("X-Forwarded-Host: graph.test\r\nX-Forwarded-Prefix: /graph/", "http://graph.test/graph/v1.0/")]
    public async Task Links_and_contexts_begin_with_what_a_proxy_says(string headers, string root)
    {
        using var graph = TwoPages();
        await using var server = await FakeGraphServer.StartAsync(graph);

        var body = RawHttp.BodyOf(
            await server.AskRawAsync($"GET /v1.0/{List} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n{headers}"));

        Assert.Equal($"{root}{List}?$skiptoken=1", LinkOf(body));
        Assert.StartsWith($"{root}$metadata#users(", (string?)JsonNode.Parse(body)!["@odata.context"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com", "/v1.0", "https://graph.microsoft.com/v1.0/")]
    [InlineData("https://gateway.test/teams/graph/", "/v1.0", "https://gateway.test/teams/graph/v1.0/")]
    [InlineData("https://gateway.test/teams/graph", "/teams/graph/v1.0", "https://gateway.test/teams/graph/v1.0/")]
    public async Task Links_begin_with_the_address_that_the_server_is_told(string url, string version, string root)
    {
        using var graph = TwoPages();
        await using var server = await FakeGraphServer.StartAsync(graph, new FakeGraphServerOptions { PublicUrl = new Uri(url) });

        foreach (var host in new[] { "localhost", new Uri(url).Host })
        {
            var answer = await server.AskRawAsync(
                $"GET {version}/{List} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer x\r\nX-Forwarded-Host: ignored");
            Assert.Equal($"{root}{List}?$skiptoken=1", LinkOf(RawHttp.BodyOf(answer)));
        }
    }

    [Fact]
    public async Task All_hosts_are_served_where_the_server_is_told_so()
    {
        var options = new FakeGraphServerOptions { Address = IPAddress.Any, AllowedHosts = { "*" } };
        await using var server = await FakeGraphServer.StartAsync(new FakeGraph(), options);

        Assert.Equal("127.0.0.1", server.Endpoint.Host);
        Assert.StartsWith("HTTP/1.1 401 ", await server.AskRawAsync("GET /v1.0/me HTTP/1.1\r\nHost: graph"), StringComparison.Ordinal);
    }

    private static FakeGraph TwoPages() => new FakeGraph { PageSize = 1 }.Add(
        AttendanceSource.Meeting(Organizer.Me, "m"), new AttendanceReport { Id = "r1" }, new AttendanceReport { Id = "r2" });

    private static HttpClient Through(FakeGraphServer server)
    {
        var handler = (SocketsHttpHandler)server.CreateHandler();
        handler.UseProxy = true;
        handler.Proxy = new WebProxy($"http://127.0.0.1:{server.Endpoint.Port}");
        return new HttpClient(handler);
    }

    private static string? LinkOf(string body) => (string?)JsonNode.Parse(body)!["@odata.nextLink"];
}
#endif
