#if !NETSTANDARD_PACKAGE
using static Attendance.Client.Tests.SubscribedProgram;

namespace Attendance.Client.Tests;

/// <summary>What a test in another language gets wrong about subscriptions.</summary>
public sealed class WrongWordsOnSubscriptions : IAsyncLifetime
{
    private SubscribedProgram _program = null!;

    public async Task InitializeAsync() => _program = await SubscribedProgram.StartAsync();

    public async Task DisposeAsync() => await _program.DisposeAsync();

    [Theory]
    [InlineData("PATCH", "notifications", """{"lose":1}""", 400, "$.notifications.lose is not known; $.notifications may have loseNext, repeatNext, retryDelaySeconds, tenantId.")]
    [InlineData("PATCH", "notifications", """{"loseNext":1,"repeatNext":-1}""", 400, "$.notifications.repeatNext is no whole number from 0 on.")]
    [InlineData("PATCH", "notifications", """{"loseNext":1,"tenantId":""}""", 400, "$.notifications.tenantId is empty.")]
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
    public async Task What_is_wrong_is_refused_and_nobody_is_told_anything(
        string method, string path, string body, int status, string message)
    {
        await _program.SubscribeAsync(CallRecords);
        var before = await StateAsync();

        Assert.Equal((status, message), await _program.RefusedAsync(method, $"_fake/{path}", body));

        await _program.AskAsync("GET", "_fake/notifications/settled");
        Assert.Equal(before, await StateAsync());
        Assert.Empty(_program.Receiver.Told);
    }

    [Fact]
    public async Task One_without_an_address_for_it_cannot_be_told_what_happens_to_it()
    {
        var id = await _program.SubscribeAsync(Reports, withLifecycle: false);

        Assert.Equal(
            (400, $"$.lifecycleEvents[0].subscriptionId is '{id}', which was made without lifecycleNotificationUrl, so that nobody could " +
                $"be told; subscribe with one, or take it away without a word by DELETE /_fake/subscriptions/{id}."),
            await _program.RefusedAsync("POST", "_fake/lifecycleEvents", Lifecycle(id, "subscriptionRemoved")));
        Assert.Equal(id, Assert.Single(_program.Subscriptions.All).Id);
    }

    [Fact]
    public async Task Nothing_more_happens_to_one_that_is_removed()
    {
        var id = await _program.SubscribeAsync(Reports);

        Assert.Equal(
            (400, $"$.lifecycleEvents[1].subscriptionId is '{id}', which an event before it removes; tell the others first."),
            await _program.RefusedAsync(
                "POST", "_fake/lifecycleEvents", $"[{Lifecycle(id, "subscriptionRemoved")},{Lifecycle(id, "missed")}]"));
        Assert.Equal(id, Assert.Single(_program.Subscriptions.All).Id);
    }

    private async Task<(string, string)> StateAsync() =>
        ((await _program.AskAsync("GET", "_fake/notifications")).Body, (await _program.AskAsync("GET", "_fake/subscriptions")).Body);
}
#endif
