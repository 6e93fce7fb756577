#if !NETSTANDARD_PACKAGE
using System.Text.Json.Nodes;
using static Attendance.Client.Tests.SubscribedProgram;

namespace Attendance.Client.Tests;

/// <summary>What a test in another language does to subscriptions.</summary>
public sealed class ControllingSubscriptions : IAsyncLifetime
{
    private SubscribedProgram _program = null!;

    public async Task InitializeAsync() => _program = await SubscribedProgram.StartAsync();

    public async Task DisposeAsync() => await _program.DisposeAsync();

    [Fact]
    public async Task A_report_that_is_added_is_told_to_who_has_subscribed()
    {
        var id = await _program.SubscribeAsync(Reports);

        await _program.AddReportsAsync("r-1");

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
            Assert.Single(_program.Receiver.Told)));
        Assert.Equal(
            (200, """{"delivered":1,"refused":0,"pending":0,"loseNext":0,"repeatNext":0,"retryDelaySeconds":10,"tenantId":"84bd8158-6d4d-4958-8b9f-9d6445542f95"}"""),
            await _program.AskAsync("GET", "_fake/notifications"));
    }

    [Fact]
    public async Task Those_that_live_are_listed_with_the_secret_that_Graph_keeps_to_itself()
    {
        Assert.Equal((200, """{"value":[]}"""), await _program.AskAsync("GET", "_fake/subscriptions"));
        var id = await _program.SubscribeAsync(Reports);
        var shown = JsonNode.Parse((await _program.AskAsync("GET", $"v1.0/subscriptions/{id}")).Body)!.AsObject();
        shown.Remove("@odata.context");
        Assert.Null(shown["clientState"]);

        shown["clientState"] = "a secret of mine";
        Assert.Equal((200, $$"""{"value":[{{shown.ToJsonString()}}]}"""), await _program.AskAsync("GET", "_fake/subscriptions"));
    }

    [Fact]
    public async Task The_next_are_lost_and_those_behind_them_are_sent_twice()
    {
        await _program.SubscribeAsync(Reports);

        Assert.Equal(204, (await _program.AskAsync("PATCH", "_fake/notifications", """{"loseNext":2,"repeatNext":1}""")).Status);
        await _program.AddReportsAsync("lost");
        Assert.Empty(_program.Receiver.Told);
        Assert.Equal((1, 1), (await _program.NumberAsync("loseNext"), await _program.NumberAsync("repeatNext")));

        await _program.AddReportsAsync("lost too", "twice", "once");

        Assert.Equal(["once", "twice", "twice"], _program.Receiver.Ids);
        Assert.Equal((0, 0), (await _program.NumberAsync("loseNext"), await _program.NumberAsync("repeatNext")));
        Assert.Equal(3, await _program.NumberAsync("delivered"));
    }

    [Fact]
    public async Task What_is_not_taken_is_sent_again_after_the_delay_that_is_set_and_names_the_tenant_that_is_set()
    {
        var clock = new SkippingTimeProvider
        {
            Start = new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero),
            AttemptTimeout = TimeSpan.FromSeconds(10),
        };
        await using var program = await SubscribedProgram.StartAsync(clock);
        await program.SubscribeAsync(Reports);
        await program.AskAsync("PATCH", "_fake/notifications", """{"retryDelaySeconds":240,"tenantId":"our-tenant"}""");
        program.Receiver.Refusals = 4;

        await program.AddReportsAsync("r-1");

        Assert.Equal(Enumerable.Repeat("r-1", 5), program.Receiver.Ids);
        Assert.Equal([4, 8, 10, 10], clock.Waits.Select(static wait => wait.TotalMinutes));
        Assert.All(program.Receiver.Told, told => Assert.Equal("our-tenant", (string?)told["value"]![0]!["tenantId"]));
        Assert.Equal((1, 4), (await program.NumberAsync("delivered"), await program.NumberAsync("refused")));
        Assert.Equal(0, await program.NumberAsync("pending"));
    }

    [Theory]
    [InlineData("reauthorizationRequired", 1)]
    [InlineData("missed", 1)]
    [InlineData("subscriptionRemoved", 0)]
    public async Task What_happens_to_a_subscription_is_told(string lifecycleEvent, int left)
    {
        var id = await _program.SubscribeAsync(Reports);

        Assert.Equal((204, ""), await _program.AskAsync("POST", "_fake/lifecycleEvents", Lifecycle(id, lifecycleEvent)));
        await _program.AddReportsAsync("r-1");

        Assert.Equal(
            [(lifecycleEvent, id, "a secret of mine")],
            _program.Receiver.Lifecycles.Select(told =>
                ((string?)told["lifecycleEvent"], (string?)told["subscriptionId"], (string?)told["clientState"])));
        Assert.Equal((left, left), (_program.Receiver.Ids.Count, _program.Subscriptions.All.Count));
    }

    [Fact]
    public async Task One_that_is_taken_away_without_a_word_is_gone_for_the_application_too()
    {
        var id = await _program.SubscribeAsync(Reports);

        Assert.Equal((204, ""), await _program.AskAsync("DELETE", $"_fake/subscriptions/{id}"));
        await _program.AddReportsAsync("r-1");

        Assert.Empty(_program.Receiver.Told);
        Assert.Equal(404, (await _program.AskAsync("GET", $"v1.0/subscriptions/{id}")).Status);
        Assert.Equal(
            (404, $"There is no subscription '{id}', or not any more; GET /_fake/subscriptions lists those that live."),
            await _program.RefusedAsync("DELETE", $"_fake/subscriptions/{id}"));
    }

    [Fact]
    public async Task Calls_are_told_of_to_who_watches_their_meeting()
    {
        await _program.SubscribeAsync(Calls);
        var other = Link.Replace("meeting_a", "meeting_b", StringComparison.Ordinal);

        await _program.AskAsync(
            "POST", "_fake/callEvents",
            $$"""[{"joinWebUrl":"{{Link}}","eventType":"callEnded","eventDateTime":"2026-11-28T11:00:00"},{"joinWebUrl":"{{other}}","eventType":"callEnded"}]""");
        await _program.AskAsync("GET", "_fake/notifications/settled");

        var told = Assert.Single(_program.Receiver.Told)["value"]![0]!;
        Assert.Equal(
            ("updated", Calls, "#microsoft.graph.callEvent"),
            ((string?)told["changeType"], (string?)told["resource"], (string?)told["resourceData"]!["@odata.type"]));
    }

    [Fact]
    public async Task A_call_record_is_told_of_and_can_be_asked_for()
    {
        await _program.SubscribeAsync(CallRecords);

        await _program.AskAsync(
            "POST", "_fake/callRecords", $$"""{"id":"c-1","joinWebUrl":"{{Link}}","endDateTime":"2026-11-28T11:00:00+01:00"}""");
        await _program.AskAsync("POST", "_fake/callRecords", """{"id":"c-2"}""");
        await _program.AskAsync("GET", "_fake/notifications/settled");

        Assert.Equal(["c-1", "c-2"], _program.Receiver.Ids);
        var first = JsonNode.Parse((await _program.AskAsync("GET", "v1.0/communications/callRecords/c-1")).Body)!;
        var second = JsonNode.Parse((await _program.AskAsync("GET", "v1.0/communications/callRecords/c-2")).Body)!;
        Assert.Equal((Link, "2026-11-28T10:00:00.0000000Z"), ((string?)first["joinWebUrl"], (string?)first["endDateTime"]));
        Assert.Equal((null, "2026-11-28T12:00:00.0000000Z"), ((string?)second["joinWebUrl"], (string?)second["endDateTime"]));
    }

    [Fact]
    public async Task After_a_reset_nothing_is_left_of_subscriptions_and_nothing_more_is_sent()
    {
        await _program.SubscribeAsync(Reports);
        var before = (await _program.AskAsync("GET", "_fake/notifications")).Body;
        await _program.AskAsync("POST", "_fake/callRecords", """{"id":"c-1"}""");
        await _program.AskAsync("PATCH", "_fake/notifications", """{"loseNext":1,"repeatNext":3,"retryDelaySeconds":7200,"tenantId":"t"}""");
        await _program.AskAsync("PATCH", "_fake/notifications", """{"loseNext":0,"repeatNext":0}""");
        _program.Receiver.Refusals = int.MaxValue;
        await _program.AddReportsAsync(["r-1"], settled: false);
        await _program.Receiver.ToldAsync();
        Assert.Equal(1, await _program.NumberAsync("pending"));
        var givenUp = _program.Subscriptions.DeliveredAsync();

        Assert.Equal((204, ""), await _program.AskAsync("POST", "_fake/reset"));
        await givenUp.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((200, """{"value":[]}"""), await _program.AskAsync("GET", "_fake/subscriptions"));
        Assert.Equal((200, before), await _program.AskAsync("GET", "_fake/notifications"));
        Assert.Equal(404, (await _program.AskAsync("GET", "v1.0/communications/callRecords/c-1")).Status);
        Assert.Single(_program.Receiver.Told);
    }
}
#endif
