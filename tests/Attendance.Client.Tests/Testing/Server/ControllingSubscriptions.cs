#if !NETSTANDARD_PACKAGE
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Attendance.Client.Tests;

/// <summary>What a test in another language does to subscriptions: it has HTTP, an address of its own, and nothing else.</summary>
public sealed class ControllingSubscriptions : IAsyncLifetime, IDisposable
{
    private const string Reports = "solutions/virtualEvents/webinars/w-1/getAttendanceReports";
    private const string Link = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d";
    private const string CallRecords = "communications/callRecords";

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    private static readonly string Calls =
        $"communications/onlineMeetings(joinWebUrl='{Uri.EscapeDataString(Link)}')/meetingCallEvents";

    private readonly FakeGraph _graph = new() { TimeProvider = new FixedTimeProvider(Now) };
    private readonly HttpClient _http = new();
    private FakeGraphServer _server = null!;
    private Receiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeGraphServer.StartAsync(_graph);
        _receiver = await Receiver.StartAsync();
        _http.BaseAddress = _server.Endpoint;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    public void Dispose()
    {
        _http.Dispose();
        _graph.Dispose();
    }

    [Fact]
    public async Task A_report_that_is_added_is_told_to_who_has_subscribed()
    {
        var id = await SubscribeAsync(Reports);

        await AddReportsAsync("r-1");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                { "value": [ {
                    "subscriptionId": "{{id}}",
                    "subscriptionExpirationDateTime": "2026-11-29T12:00:00.0000000Z",
                    "clientState": "a secret of mine",
                    "tenantId": "84bd8158-6d4d-4958-8b9f-9d6445542f95",
                    "changeType": "created",
                    "resource": "solutions/virtualEvents/webinars/w-1/getAttendanceReports",
                    "resourceData": {
                        "@odata.type": "#microsoft.graph.meetingAttendanceReport",
                        "@odata.id": "solutions/virtualEvents/webinars/w-1/sessions/s-1/attendanceReports/r-1",
                        "id": "r-1" } } ] }
                """),
            Assert.Single(_receiver.Told)));
        Assert.Equal(
            (200, """{"delivered":1,"refused":0,"pending":0,"loseNext":0,"repeatNext":0,"retryDelaySeconds":10,"tenantId":"84bd8158-6d4d-4958-8b9f-9d6445542f95"}"""),
            await AskAsync("GET", "_fake/notifications"));
    }

    [Fact]
    public async Task Those_that_live_are_listed_with_the_secret_that_Graph_keeps_to_itself()
    {
        Assert.Equal((200, """{"value":[]}"""), await AskAsync("GET", "_fake/subscriptions"));
        var id = await SubscribeAsync(Reports);
        var shown = JsonNode.Parse((await AskAsync("GET", $"v1.0/subscriptions/{id}")).Body)!.AsObject();
        shown.Remove("@odata.context");
        Assert.Null(shown["clientState"]);

        shown["clientState"] = "a secret of mine";
        Assert.Equal((200, $$"""{"value":[{{shown.ToJsonString()}}]}"""), await AskAsync("GET", "_fake/subscriptions"));
    }

    [Fact]
    public async Task The_next_are_lost_and_those_behind_them_are_sent_twice()
    {
        await SubscribeAsync(Reports);

        Assert.Equal(204, (await AskAsync("PATCH", "_fake/notifications", """{"loseNext":2,"repeatNext":1}""")).Status);
        await AddReportsAsync("lost");
        Assert.Empty(_receiver.Told);
        Assert.Equal((1, 1), (await NumberAsync("loseNext"), await NumberAsync("repeatNext")));

        await AddReportsAsync("lost too", "twice", "once");

        Assert.Equal(["once", "twice", "twice"], _receiver.Ids);
        Assert.Equal((0, 0, 3), (await NumberAsync("loseNext"), await NumberAsync("repeatNext"), await NumberAsync("delivered")));
    }

    [Fact]
    public async Task What_is_not_taken_is_sent_again_after_the_delay_that_is_set_and_names_the_tenant_that_is_set()
    {
        await SubscribeAsync(Reports);
        await AskAsync("PATCH", "_fake/notifications", """{"retryDelaySeconds":0,"tenantId":"our-tenant"}""");
        _receiver.Refusals = 2;

        await AddReportsAsync("r-1");

        Assert.Equal(["r-1", "r-1", "r-1"], _receiver.Ids);
        Assert.All(_receiver.Told, told => Assert.Equal("our-tenant", (string?)told["value"]![0]!["tenantId"]));
        Assert.Equal((1, 2, 0), (await NumberAsync("delivered"), await NumberAsync("refused"), await NumberAsync("pending")));
    }

    [Theory]
    [InlineData("reauthorizationRequired", 1)]
    [InlineData("missed", 1)]
    [InlineData("subscriptionRemoved", 0)]
    public async Task What_happens_to_a_subscription_is_told(string lifecycleEvent, int left)
    {
        var id = await SubscribeAsync(Reports);

        Assert.Equal((204, ""), await AskAsync("POST", "_fake/lifecycleEvents", Lifecycle(id, lifecycleEvent)));
        await AddReportsAsync("r-1");

        Assert.Equal(
            [(lifecycleEvent, id, "a secret of mine")],
            _receiver.Lifecycles.Select(told =>
                ((string?)told["lifecycleEvent"], (string?)told["subscriptionId"], (string?)told["clientState"])));
        Assert.Equal((left, left), (_receiver.Ids.Count, _graph.Subscriptions.All.Count));
    }

    [Fact]
    public async Task One_that_is_taken_away_without_a_word_is_gone_for_the_application_too()
    {
        var id = await SubscribeAsync(Reports);

        Assert.Equal((204, ""), await AskAsync("DELETE", $"_fake/subscriptions/{id}"));
        await AddReportsAsync("r-1");

        Assert.Empty(_receiver.Told);
        Assert.Equal(404, (await AskAsync("GET", $"v1.0/subscriptions/{id}")).Status);
        Assert.Equal(
            (404, $"There is no subscription '{id}', or not any more; GET /_fake/subscriptions lists those that live."),
            await RefusedAsync("DELETE", $"_fake/subscriptions/{id}"));
    }

    [Fact]
    public async Task Calls_are_told_of_to_who_watches_their_meeting()
    {
        await SubscribeAsync(Calls);
        var other = Link.Replace("meeting_a", "meeting_b", StringComparison.Ordinal);

        await AskAsync(
            "POST", "_fake/callEvents",
            $$"""[{"joinWebUrl":"{{Link}}","eventType":"callEnded","eventDateTime":"2026-11-28T11:00:00"},{"joinWebUrl":"{{other}}","eventType":"callEnded"}]""");
        await AskAsync("GET", "_fake/notifications/settled");

        var told = Assert.Single(_receiver.Told)["value"]![0]!;
        Assert.Equal(
            ("updated", Calls, "#microsoft.graph.callEvent"),
            ((string?)told["changeType"], (string?)told["resource"], (string?)told["resourceData"]!["@odata.type"]));
    }

    [Fact]
    public async Task A_call_record_is_told_of_and_can_be_asked_for()
    {
        await SubscribeAsync(CallRecords);

        await AskAsync("POST", "_fake/callRecords", $$"""{"id":"c-1","joinWebUrl":"{{Link}}","endDateTime":"2026-11-28T11:00:00+01:00"}""");
        await AskAsync("POST", "_fake/callRecords", """{"id":"c-2"}""");
        await AskAsync("GET", "_fake/notifications/settled");

        Assert.Equal(["c-1", "c-2"], _receiver.Ids);
        var first = JsonNode.Parse((await AskAsync("GET", "v1.0/communications/callRecords/c-1")).Body)!;
        var second = JsonNode.Parse((await AskAsync("GET", "v1.0/communications/callRecords/c-2")).Body)!;
        Assert.Equal((Link, "2026-11-28T10:00:00.0000000Z"), ((string?)first["joinWebUrl"], (string?)first["endDateTime"]));
        Assert.Equal((null, "2026-11-28T12:00:00.0000000Z"), ((string?)second["joinWebUrl"], (string?)second["endDateTime"]));
    }

    [Fact]
    public async Task After_a_reset_nothing_is_left_of_subscriptions_and_nothing_more_is_sent()
    {
        await SubscribeAsync(Reports);
        var before = (await AskAsync("GET", "_fake/notifications")).Body;
        await AskAsync("POST", "_fake/callRecords", """{"id":"c-1"}""");
        await AskAsync("PATCH", "_fake/notifications", """{"loseNext":1,"repeatNext":3,"retryDelaySeconds":7200,"tenantId":"t"}""");
        await AskAsync("PATCH", "_fake/notifications", """{"loseNext":0,"repeatNext":0}""");
        _receiver.Refusals = int.MaxValue;
        await AddReportsAsync(["r-1"], settled: false);
        await _receiver.ToldAsync();
        Assert.Equal(1, await NumberAsync("pending"));
        var givenUp = _graph.Subscriptions.DeliveredAsync();

        Assert.Equal((204, ""), await AskAsync("POST", "_fake/reset"));
        await givenUp.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((200, """{"value":[]}"""), await AskAsync("GET", "_fake/subscriptions"));
        Assert.Equal((200, before), await AskAsync("GET", "_fake/notifications"));
        Assert.Equal(404, (await AskAsync("GET", "v1.0/communications/callRecords/c-1")).Status);
        Assert.Single(_receiver.Told);
    }

    [Theory]
    [InlineData("PATCH", "notifications", """{"lose":1}""", 400, "$.notifications.lose is not known; $.notifications may have loseNext, repeatNext, retryDelaySeconds, tenantId.")]
    [InlineData("PATCH", "notifications", """{"loseNext":1,"repeatNext":-1}""", 400, "$.notifications.repeatNext is no whole number from 0 on.")]
    [InlineData("PATCH", "notifications", """7""", 400, "$.notifications is no object.")]
    [InlineData("POST", "lifecycleEvents", """{"subscriptionId":"s","lifecycleEvent":"removed"}""", 400, "$.lifecycleEvents[0].lifecycleEvent is none of reauthorizationRequired, subscriptionRemoved, missed.")]
    [InlineData("POST", "lifecycleEvents", """{"lifecycleEvent":"missed"}""", 400, "$.lifecycleEvents[0].subscriptionId is missing or empty.")]
    [InlineData("POST", "lifecycleEvents", """{"subscriptionId":"s","lifecycleEvent":"missed"}""", 400, "$.lifecycleEvents[0].subscriptionId is 's', which no subscription has that lives; GET /_fake/subscriptions lists those.")]
    [InlineData("POST", "callEvents", """{"joinWebUrl":"https%3A%2F%2Fteams.microsoft.com","eventType":"callEnded"}""", 400, "$.callEvents[0].joinWebUrl is no https address; write the join link as the meeting has it, not encoded once more.")]
    [InlineData("POST", "callEvents", """{"joinWebUrl":"https://teams.microsoft.com/l/1"}""", 400, "$.callEvents[0].eventType is missing or empty.")]
    [InlineData("POST", "callRecords", """[{"id":"c-1"},{"id":"c-2","endDateTime":"noon"}]""", 400, "$.callRecords[1].endDateTime is no time such as 2026-03-02T10:00:00Z.")]
    [InlineData("POST", "callRecords", """{"id":"c-1","endedAt":"2026-11-28T11:00:00Z"}""", 400, "$.callRecords[0].endedAt is not known; $.callRecords[0] may have id, joinWebUrl, endDateTime.")]
    [InlineData("POST", "subscriptions", """{}""", 405, "The method POST is not allowed for /_fake/subscriptions.")]
    [InlineData("PATCH", "subscriptions/s", """{}""", 405, "The method PATCH is not allowed for /_fake/subscriptions/s.")]
    [InlineData("POST", "notifications/settled", "", 405, "The method POST is not allowed for /_fake/notifications/settled.")]
    public async Task What_is_wrong_is_refused_and_nobody_is_told_anything(string method, string path, string body, int status, string message)
    {
        await SubscribeAsync(CallRecords);
        var before = ((await AskAsync("GET", "_fake/notifications")).Body, (await AskAsync("GET", "_fake/subscriptions")).Body);

        Assert.Equal((status, message), await RefusedAsync(method, $"_fake/{path}", body));

        await AskAsync("GET", "_fake/notifications/settled");
        Assert.Equal(before, ((await AskAsync("GET", "_fake/notifications")).Body, (await AskAsync("GET", "_fake/subscriptions")).Body));
        Assert.Empty(_receiver.Told);
    }

    [Fact]
    public async Task One_without_an_address_for_it_cannot_be_told_what_happens_to_it()
    {
        var id = await SubscribeAsync(Reports, withLifecycle: false);

        Assert.Equal(
            (400, $"$.lifecycleEvents[0].subscriptionId is '{id}', which was made without lifecycleNotificationUrl, so that nobody could be told; subscribe with one, or take it away without a word by DELETE /_fake/subscriptions/{id}."),
            await RefusedAsync("POST", "_fake/lifecycleEvents", Lifecycle(id, "subscriptionRemoved")));
        Assert.Equal(id, Assert.Single(_graph.Subscriptions.All).Id);
    }

    private static string Lifecycle(string id, string lifecycleEvent) =>
        $$"""{"subscriptionId":"{{id}}","lifecycleEvent":"{{lifecycleEvent}}"}""";

    private async Task<string> SubscribeAsync(string resource, bool withLifecycle = true)
    {
        var body = new JsonObject
        {
            ["resource"] = resource,
            ["changeType"] = resource == Calls ? "updated" : "created",
            ["notificationUrl"] = _receiver.Address,
            ["lifecycleNotificationUrl"] = withLifecycle ? _receiver.Address : null,
            ["expirationDateTime"] = "2026-11-29T12:00:00Z",
            ["clientState"] = "a secret of mine",
        };
        var (status, answer) = await AskAsync("POST", "v1.0/subscriptions", body.ToJsonString());
        Assert.True(status == 201, answer);
        return (string)JsonNode.Parse(answer)!["id"]!;
    }

    private Task AddReportsAsync(params string[] ids) => AddReportsAsync(ids, settled: true);

    private async Task AddReportsAsync(string[] ids, bool settled)
    {
        var reports = string.Join(',', ids.Select(id => $$"""{"id":"{{id}}"}"""));
        Assert.Equal((204, ""), await AskAsync("POST", "_fake/data", $$"""
            { "solutions": { "virtualEvents": { "webinars": [
                { "id": "w-1", "sessions": [ { "id": "s-1", "attendanceReports": [ {{reports}} ] } ] } ] } } }
            """));
        if (settled)
            Assert.Equal(200, (await AskAsync("GET", "_fake/notifications/settled")).Status);
    }

    private async Task<int> NumberAsync(string name) => (int)JsonNode.Parse((await AskAsync("GET", "_fake/notifications")).Body)![name]!;

    private async Task<(int Status, string? Message)> RefusedAsync(string method, string path, string body = "")
    {
        var (status, text) = await AskAsync(method, path, body);
        return (status, (string?)JsonNode.Parse(text)!["error"]!["message"]);
    }

    private async Task<(int Status, string Body)> AskAsync(string method, string path, string body = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Where a program listens for notifications.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<JsonNode> _told = [];
        private readonly WebApplication _application;

        private Receiver(WebApplication application)
        {
            _application = application;
            application.Run(AnswerAsync);
        }

        public string Address => $"{_application.Urls.Single()}/notifications";

        public int Refusals { get; set; }

        public IReadOnlyCollection<JsonNode> Told => _told;

        /// <summary>Ids of what has changed, in their own order, as notifications have none.</summary>
        public IReadOnlyList<string?> Ids =>
        [
            .. _told.Select(told => (string?)told["value"]![0]!["resourceData"]?["id"]).Where(id => id is not null)
                .Order(StringComparer.Ordinal),
        ];

        public IReadOnlyList<JsonNode> Lifecycles =>
            [.. _told.Select(told => told["value"]![0]!).Where(item => item["lifecycleEvent"] is not null)];

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
            var receiver = new Receiver(builder.Build());
            await receiver._application.StartAsync();
            return receiver;
        }

        public Task ToldAsync() => _first.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public ValueTask DisposeAsync() => _application.DisposeAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            if (context.Request.Query.TryGetValue("validationToken", out var token))
            {
                context.Response.ContentType = "text/plain";
                await context.Response.WriteAsync(token.ToString());
                return;
            }

            _told.Enqueue((await JsonNode.ParseAsync(context.Request.Body))!);
            context.Response.StatusCode = Refusals-- > 0 ? 503 : 202;
            context.Response.OnCompleted(() =>
            {
                _first.TrySetResult();
                return Task.CompletedTask;
            });
        }
    }
}
#endif
