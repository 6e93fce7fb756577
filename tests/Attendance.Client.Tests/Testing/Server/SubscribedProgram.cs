#if !NETSTANDARD_PACKAGE
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>A program in another language with its test: it has HTTP, an address of its own, and nothing else.</summary>
internal sealed class SubscribedProgram : IAsyncDisposable
{
    public const string Reports = "solutions/virtualEvents/webinars/w-1/getAttendanceReports";
    public const string Link = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d";
    public const string CallRecords = "communications/callRecords";

    public static readonly string Calls =
        $"communications/onlineMeetings(joinWebUrl='{Uri.EscapeDataString(Link)}')/meetingCallEvents";

    private readonly FakeGraphServer _server;
    private readonly HttpClient _http = new();

    private SubscribedProgram(FakeGraphServer server, NotificationReceiver receiver)
    {
        _server = server;
        Receiver = receiver;
        _http.BaseAddress = server.Endpoint;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x");
    }

    public NotificationReceiver Receiver { get; }

    public FakeSubscriptions Subscriptions => _server.Graph.Subscriptions;

    public static async Task<SubscribedProgram> StartAsync(TimeProvider? timeProvider = null)
    {
        var clock = timeProvider ?? new FixedTimeProvider(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
        return new SubscribedProgram(
            await FakeGraphServer.StartAsync(new FakeGraph { TimeProvider = clock }), await NotificationReceiver.StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Receiver.DisposeAsync();
        _server.Graph.Dispose();
        _http.Dispose();
    }

    public static string Lifecycle(string id, string lifecycleEvent) =>
        $$"""{"subscriptionId":"{{id}}","lifecycleEvent":"{{lifecycleEvent}}"}""";

    public async Task<string> SubscribeAsync(string resource, bool withLifecycle = true)
    {
        var body = new JsonObject
        {
            ["resource"] = resource,
            ["changeType"] = resource == Calls ? "updated" : "created",
            ["notificationUrl"] = Receiver.Address,
            ["lifecycleNotificationUrl"] = withLifecycle ? Receiver.Address : null,
            ["expirationDateTime"] = "2026-11-29T12:00:00Z",
            ["clientState"] = "a secret of mine",
        };
        var (status, answer) = await AskAsync("POST", "v1.0/subscriptions", body.ToJsonString());
        Assert.True(status == 201, answer);
        return (string)JsonNode.Parse(answer)!["id"]!;
    }

    public Task AddReportsAsync(params string[] ids) => AddReportsAsync(ids, settled: true);

    public async Task AddReportsAsync(string[] ids, bool settled)
    {
        var reports = string.Join(',', ids.Select(id => $$"""{"id":"{{id}}"}"""));
        Assert.Equal((204, ""), await AskAsync("POST", "_fake/data", $$"""
            { "solutions": { "virtualEvents": { "webinars": [
                { "id": "w-1", "sessions": [ { "id": "s-1", "attendanceReports": [ {{reports}} ] } ] } ] } } }
            """));
        if (settled)
            Assert.Equal(200, (await AskAsync("GET", "_fake/notifications/settled")).Status);
    }

    public async Task<int> NumberAsync(string name) => (int)JsonNode.Parse((await AskAsync("GET", "_fake/notifications")).Body)![name]!;

    public async Task<(int Status, string? Message)> RefusedAsync(string method, string path, string body = "")
    {
        var (status, text) = await AskAsync(method, path, body);
        return (status, (string?)JsonNode.Parse(text)!["error"]!["message"]);
    }

    public async Task<(int Status, string Body)> AskAsync(string method, string path, string body = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
#endif
