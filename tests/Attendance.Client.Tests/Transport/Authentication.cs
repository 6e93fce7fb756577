using System.Net;

namespace Attendance.Client.Tests;

public class Authentication
{
    private const string EmptyPage = """{"value":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Theory]
    [InlineData("https://graph.microsoft.com", "https://graph.microsoft.com/.default")]
    [InlineData("https://graph.microsoft.us", "https://graph.microsoft.us/.default")]
    [InlineData("https://dod-graph.microsoft.us/", "https://dod-graph.microsoft.us/.default")]
    [InlineData("https://microsoftgraph.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn/.default")]
    [InlineData("https://gateway.contoso.com:8443/graph", "https://gateway.contoso.com:8443/.default")]
    [InlineData("http://localhost:5000", "http://localhost:5000/.default")]
    public async Task The_scope_follows_the_endpoint(string endpoint, string scope)
    {
        var credential = new RecordingCredential();
        var graph = new StubGraph().Answers(EmptyPage);

        await graph.CreateClient(new AttendanceClientOptions { Endpoint = new Uri(endpoint) }, credential).GetReportsAsync(Source)
            .ToListAsync();

        Assert.Equal([scope], Assert.Single(credential.Asked).Scopes);
        Assert.Equal("Bearer token-1", graph.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task Calls_at_the_same_time_ask_for_one_token()
    {
        var release = new TaskCompletionSource();
        var credential = new RecordingCredential { Until = release.Task };
        var graph = new StubGraph();
        for (var i = 0; i < 8; i++)
            graph.Answers(EmptyPage);
        var client = graph.CreateClient(new AttendanceClientOptions(), credential);

        var calls = Enumerable.Range(0, 8).Select(_ => client.GetReportsAsync(Source).ToListAsync().AsTask()).ToList();
        release.SetResult();
        await Task.WhenAll(calls);

        Assert.Single(credential.Asked);
    }

    [Fact]
    public async Task A_token_that_Graph_challenges_is_replaced_once_with_the_claims_it_names()
    {
        var credential = new RecordingCredential();
        const string Challenge =
            "Bearer realm=\"\", authorization_uri=\"https://login\", " +
            "error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"";
        var graph = new StubGraph()
            .Answers("", HttpStatusCode.Unauthorized, null, ("WWW-Authenticate", Challenge))
            .Answers(EmptyPage)
            .Answers(EmptyPage);
        var client = KeptTokens.Client(graph.Handler, credential);

        await client.GetReportsAsync(Source).ToListAsync();
        await client.GetReportsAsync(Source).ToListAsync();

        Assert.Equal(
            ["Bearer token-1", "Bearer token-2", "Bearer token-2"], graph.Requests.Select(request => request.Headers["Authorization"]));
        Assert.Equal([null, "{\"access_token\":{}}"], credential.Asked.Select(context => context.Claims));
        Assert.All(credential.Asked, context => Assert.True(context.IsCaeEnabled));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Claims_are_read_from_either_base64_with_its_padding_or_without(int more)
    {
        var claims = $"{{\"a\":\"???>>>{new string('x', more)}\"}}";
        var base64 = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(claims));
        foreach (var challenge in new[]
        {
            $"Bearer claims=\"{base64}\"",
            $"bearer realm=\"\", CLAIMS=\"{base64.TrimEnd('=').Replace('+', '-').Replace('/', '_')}\"",
        })
        {
            var credential = new RecordingCredential();
            var graph = new StubGraph().Answers("", HttpStatusCode.Unauthorized, null, ("WWW-Authenticate", challenge)).Answers(EmptyPage);

            await graph.CreateClient(new AttendanceClientOptions(), credential).GetReportsAsync(Source).ToListAsync();

            Assert.Equal([null, claims], credential.Asked.Select(context => context.Claims));
        }
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer error=\"invalid_token\"")]
    [InlineData("Bearer claims=\"?\"")]
    [InlineData("Negotiate claims=\"eyJhIjoxfQ==\"")]
    public async Task A_challenge_without_claims_that_can_be_read_asks_for_any_other_token(string challenge)
    {
        var credential = new RecordingCredential();
        var graph = new StubGraph().Answers("", HttpStatusCode.Unauthorized, null, ("WWW-Authenticate", challenge)).Answers(EmptyPage);

        await graph.CreateClient(new AttendanceClientOptions(), credential).GetReportsAsync(Source).ToListAsync();

        Assert.Equal([null, null], credential.Asked.Select(context => context.Claims));
        Assert.Equal("Bearer token-2", graph.Requests[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task Calls_whose_token_was_rejected_ask_for_one_other_together()
    {
        var credential = new RecordingCredential();
        var bothAreRejected = new TaskCompletionSource();
        using var handler = new ScriptedHandler(async (call, _) =>
        {
            if (call > 2)
                return PagedGraph.Json("""{"id":"r","attendanceRecords":[]}""");
            if (call == 2)
                bothAreRejected.SetResult();

            await bothAreRejected.Task;
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        });
        var client = KeptTokens.Client(handler, credential);

        var reports = await Task.WhenAll(client.GetReportAsync(Source, "r"), client.GetReportAsync(Source, "r"));

        Assert.All(reports, report => Assert.Equal("r", report.Id));
        Assert.Equal((4, 2), (handler.Calls, credential.Asked.Count));
    }

    [Fact]
    public async Task A_credential_that_fails_throws_its_own_exception_and_nothing_is_sent()
    {
        var credential = new RecordingCredential
        {
            Until = Task.FromException(new Azure.Identity.CredentialUnavailableException("no login")),
        };
        var graph = new StubGraph();

        await Assert.ThrowsAsync<Azure.Identity.CredentialUnavailableException>(
            () => graph.CreateClient(new AttendanceClientOptions(), credential).GetReportAsync(Source, "r"));

        Assert.Empty(graph.Requests);
    }
}
