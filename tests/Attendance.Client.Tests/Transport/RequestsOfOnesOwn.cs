using System.Net;
using System.Text;
using System.Text.Json;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public sealed class RequestsOfOnesOwn : IDisposable
{
    private readonly RecordingGraph _graph = new();

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_body_goes_to_the_path_below_the_version_with_the_token_and_the_answer_comes_as_it_is()
    {
        _graph.Answers.Enqueue(() => Json(HttpStatusCode.Created, """{"id":"1","more":[true]}"""));

        var answer = await Client().SendAsync(HttpMethod.Post, "/subscriptions", Element("""{"resource":"a"}"""));

        Assert.Equal("""{"id":"1","more":[true]}""", answer!.Value.GetRawText());
        Assert.Equal(
            ["POST https://graph.microsoft.com/v1.0/subscriptions Bearer token application/json {\"resource\":\"a\"}"], _graph.Sent);
    }

    [Fact]
    public async Task A_success_without_a_body_is_null()
    {
        _graph.Answers.Enqueue(() => new HttpResponseMessage(HttpStatusCode.NoContent));

        Assert.Null(await Client().SendAsync(HttpMethod.Delete, "subscriptions/1"));

        Assert.Equal(["DELETE https://graph.microsoft.com/v1.0/subscriptions/1 Bearer token  "], _graph.Sent);
    }

    [Fact]
    public async Task A_link_of_the_same_server_is_followed_as_it_is()
    {
        _graph.Answers.Enqueue(() => Json(HttpStatusCode.OK, """{"value":[]}"""));

        await Client().SendAsync(HttpMethod.Get, "https://graph.microsoft.com/beta/subscriptions?$skiptoken=a%20b");

        Assert.Equal(["GET https://graph.microsoft.com/beta/subscriptions?$skiptoken=a%20b Bearer token  "], _graph.Sent);
    }

    [Theory]
    [InlineData("https://attacker.example/v1.0/subscriptions")]
    [InlineData("http://graph.microsoft.com/v1.0/subscriptions")]
    [InlineData("https://graph.microsoft.com:8443/v1.0/subscriptions")]
    public async Task Nothing_is_sent_to_another_server(string path)
    {
        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => Client().SendAsync(HttpMethod.Get, path));

        Assert.Contains("leads away from https://graph.microsoft.com", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_graph.Sent);
    }

    [Theory]
    [InlineData("//attacker.example/subscriptions", "https://graph.microsoft.com/v1.0/attacker.example/subscriptions")]
    [InlineData("\\\\attacker.example/subscriptions", null)]
    public async Task A_path_that_begins_as_a_host_stays_on_the_server(string path, string? url)
    {
        _graph.Answers.Enqueue(() => Json(HttpStatusCode.OK, "{}"));

        if (url is null)
            await Assert.ThrowsAsync<AttendanceRequestException>(() => Client().SendAsync(HttpMethod.Get, path));
        else
            await Client().SendAsync(HttpMethod.Get, path);

        Assert.Equal(url is null ? [] : [$"GET {url} Bearer token  "], _graph.Sent);
    }

    [Theory]
    [InlineData("POST", HttpStatusCode.ServiceUnavailable, 1)]
    [InlineData("POST", HttpStatusCode.GatewayTimeout, 1)]
    [InlineData("POST", HttpStatusCode.RequestTimeout, 1)]
    [InlineData("POST", HttpStatusCode.TooManyRequests, 2)]
    [InlineData("PATCH", HttpStatusCode.ServiceUnavailable, 2)]
    [InlineData("DELETE", HttpStatusCode.GatewayTimeout, 2)]
    [InlineData("GET", HttpStatusCode.ServiceUnavailable, 2)]
    public async Task What_may_make_a_second_one_is_sent_again_only_where_nothing_was_made(string method, HttpStatusCode status, int times)
    {
        _graph.Answers.Enqueue(() => new HttpResponseMessage(status));
        _graph.Answers.Enqueue(() => Json(HttpStatusCode.OK, "{}"));
        var call = Client().SendAsync(new HttpMethod(method), "subscriptions", Element("""{"a":1}"""));

        if (times == 1)
            Assert.Equal(status, (await Assert.ThrowsAsync<AttendanceRequestException>(() => call)).Status);
        else
            Assert.Equal("{}", (await call)!.Value.GetRawText());

        Assert.Equal(times, _graph.Sent.Count);
        Assert.All(_graph.Sent, sent => Assert.EndsWith("{\"a\":1}", sent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 2)]
    public async Task A_connection_that_broke_may_have_made_something(string method, int times)
    {
        _graph.Answers.Enqueue(() => throw new HttpRequestException("Connection reset."));
        _graph.Answers.Enqueue(() => Json(HttpStatusCode.OK, "{}"));
        var call = Client().SendAsync(new HttpMethod(method), "subscriptions", Element("{}"));

        if (times == 1)
            await Assert.ThrowsAsync<HttpRequestException>(() => call);
        else
            await call;

        Assert.Equal(times, _graph.Sent.Count);
    }

    [Fact]
    public async Task A_rejected_token_made_nothing_so_that_another_one_is_tried()
    {
        _graph.Answers.Enqueue(() => new HttpResponseMessage(HttpStatusCode.Unauthorized)
        {
            Headers = { { "WWW-Authenticate", "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\"" } },
        });
        _graph.Answers.Enqueue(() => Json(HttpStatusCode.Created, "{}"));

        await Client().SendAsync(HttpMethod.Post, "subscriptions", Element("""{"a":1}"""));

        Assert.Equal(2, _graph.Sent.Count);
        Assert.All(_graph.Sent, sent => Assert.EndsWith("{\"a\":1}", sent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_names_the_method_and_no_permission_of_attendance()
    {
        _graph.Answers.Enqueue(() => Json(HttpStatusCode.Forbidden, """{"error":{"code":"Forbidden","message":"Forbidden"}}"""));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => Client().SendAsync(HttpMethod.Post, "subscriptions", Element("{}")));

        Assert.Equal(
            "POST https://graph.microsoft.com/v1.0/subscriptions failed with 403 Forbidden, Forbidden: Forbidden. Consent to the " +
            "permission that the path needs, which its page in Graph's reference names. The token's audience must be " +
            "https://graph.microsoft.com.",
            exception.Message);
    }

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("<html>")]
    public async Task A_success_that_is_no_JSON_is_an_error(string body)
    {
        _graph.Answers.Enqueue(() => Json(HttpStatusCode.Created, body));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => Client().SendAsync(HttpMethod.Post, "subscriptions", Element("{}")));

        Assert.Equal(AttendanceErrorReason.UnexpectedResponse, exception.Reason);
    }

    [Fact]
    public async Task Other_methods_and_an_empty_path_are_refused_before_anything_is_sent()
    {
        var method = await Assert.ThrowsAsync<ArgumentException>(() => Client().SendAsync(HttpMethod.Trace, "subscriptions"));
        var path = await Assert.ThrowsAsync<ArgumentException>(() => Client().SendAsync(HttpMethod.Get, " "));

        Assert.Equal(("method", "path"), (method.ParamName, path.ParamName));
        Assert.Empty(_graph.Sent);
    }

    private static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;

    private static HttpResponseMessage Json(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private AttendanceClient Client() => new(
        new HttpClient(_graph, disposeHandler: false), new FakeCredential("token"),
        new AttendanceClientOptions { MaxRetryDelay = TimeSpan.FromMilliseconds(1) });

    private sealed class RecordingGraph : HttpMessageHandler
    {
        public Queue<Func<HttpResponseMessage>> Answers { get; } = new();

        public List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Sent.Add(
                $"{request.Method} {request.RequestUri!.AbsoluteUri} {request.Headers.Authorization} " +
                $"{request.Content?.Headers.ContentType} {body}");
            return Answers.Dequeue()();
        }
    }
}
