using System.Net;
using Attendance.Client.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Notifications.Tests.Renewal;

public sealed class KeptAlive : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly SubscriptionResource Reports = SubscriptionResource.WebinarReports(Samples.WebinarId);
    private static readonly SubscriptionResource Calls = SubscriptionResource.CallRecords();

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly FakeGraph _graph;

    public KeptAlive() => _graph = Samples.Graph(_clock);

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_day_and_more_of_subscriptions_without_a_moment_between_them()
    {
        await using var node = await NodeAsync(new InMemorySubscriptionStore(), Reports, Calls);
        await node.Renewer.RenewDueAsync();
        var ids = Alive();

        for (var minutes = 0; minutes < 3 * 24 * 60; minutes += 5)
        {
            _clock.Advance(TimeSpan.FromMinutes(5));
            await node.Renewer.RenewDueAsync();
            Assert.Equal(ids, Alive());
        }

        // Every 16 hours that of a day, every 47 hours that of 4,230 minutes, each when a third of its life is left.
        Assert.Equal((2, 5), (Sent("POST"), Sent("PATCH")));
        Assert.Equal(0, Sent("DELETE"));
        Assert.Empty(node.Gaps);
    }

    [Fact]
    public async Task Restarted_nodes_with_one_store_go_on_where_the_last_one_stopped()
    {
        var store = new InMemorySubscriptionStore();
        var ids = Array.Empty<string>();
        for (var hour = 0; hour < 30; hour++)
        {
            await using var node = await NodeAsync(store, Reports);
            await node.Renewer.RenewDueAsync();
            ids = [.. ids.Union(Alive(), StringComparer.Ordinal)];
            _clock.Advance(TimeSpan.FromHours(1));
            Assert.Empty(node.Gaps);
        }

        Assert.Single(ids);
        Assert.Equal(1, Sent("POST"));
    }

    [Fact]
    public async Task Of_several_nodes_one_renews_at_a_time_and_another_follows_when_it_stops()
    {
        var store = new InMemorySubscriptionStore();
        var ofFirst = new InterruptedStore(store);
        await using var first = await NodeAsync(ofFirst);
        await using var second = await NodeAsync(store);
        await first.Renewer.KeepAsync(Reports);

        Assert.True(await first.Renewer.RenewDueAsync());
        Assert.False(await second.Renewer.RenewDueAsync());
        Assert.Equal(1, Sent("POST"));

        // As if it were killed.
        ofFirst.IsAway = true;
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await second.Renewer.RenewDueAsync());
        ofFirst.IsAway = false;
        Assert.False(await first.Renewer.RenewDueAsync());

        await second.DisposeAsync();
        Assert.True(await first.Renewer.RenewDueAsync());
        Assert.Empty(second.Gaps);
    }

    [Fact]
    public async Task What_ended_while_no_node_ran_is_made_anew_and_the_time_in_between_is_told()
    {
        var store = new InMemorySubscriptionStore();
        await using (var node = await NodeAsync(store, Reports))
            await node.Renewer.RenewDueAsync();

        _clock.Advance(TimeSpan.FromDays(3));
        await using var later = await NodeAsync(store, Reports);
        await later.Renewer.RenewDueAsync();

        Assert.Equal([new SubscriptionGap(Reports, Start, Start + TimeSpan.FromDays(3), SubscriptionGapReason.Down)], later.Gaps);
        Assert.Single(Alive());
    }

    [Fact]
    public async Task A_subscription_that_outlived_the_night_without_a_node_still_lost_what_Graph_gave_up()
    {
        var store = new InMemorySubscriptionStore();
        await using (var node = await NodeAsync(store, Calls))
            await node.Renewer.RenewDueAsync();

        _clock.Advance(TimeSpan.FromHours(8));
        await using var later = await NodeAsync(store, Calls);
        await later.Renewer.RenewDueAsync();
        await later.Renewer.RenewDueAsync();

        Assert.Equal([new SubscriptionGap(Calls, Start, Start + TimeSpan.FromHours(8), SubscriptionGapReason.Down)], later.Gaps);
        Assert.Equal(1, Sent("POST"));
    }

    [Fact]
    public async Task An_hour_without_a_node_loses_nothing_as_Graph_sends_again()
    {
        var store = new InMemorySubscriptionStore();
        await using (var node = await NodeAsync(store, Calls))
            await node.Renewer.RenewDueAsync();

        _clock.Advance(TimeSpan.FromHours(1));
        await using var later = await NodeAsync(store, Calls);
        await later.Renewer.RenewDueAsync();

        Assert.Empty(later.Gaps);
    }

    [Fact]
    public async Task A_process_that_remembers_nothing_replaces_its_predecessors_subscription_and_says_that_it_does_not_know()
    {
        await using (var node = await NodeAsync(new InMemorySubscriptionStore(), Reports))
            await node.Renewer.RenewDueAsync();
        var before = Alive();

        _clock.Advance(TimeSpan.FromMinutes(10));
        await using var later = await NodeAsync(new InMemorySubscriptionStore(), Reports);
        await later.Renewer.RenewDueAsync();

        Assert.Equal(
            [new SubscriptionGap(Reports, From: null, Start + TimeSpan.FromMinutes(10), SubscriptionGapReason.Forgotten)], later.Gaps);
        Assert.NotEqual(before, Alive());
        Assert.Single(Alive());
    }

    [Fact]
    public async Task A_subscription_of_another_address_is_left_alone()
    {
        await using var node = await NodeAsync(new InMemorySubscriptionStore(), Calls);
        var subscriptions = new AttendanceSubscriptions(
            _graph.CreateClient(FakeCaller.Application("other", "CallRecords.Read.All")), _clock);
        var other = await subscriptions.CreateAsync(
            Calls,
            new SubscriptionOptions { NotificationUrl = new Uri("https://other.example/attendance"), ClientState = new string('x', 20) });

        await node.Renewer.RenewDueAsync();

        Assert.Contains(other.Id, Alive());
        Assert.Equal(2, Alive().Length);
        Assert.Empty(node.Gaps);
    }

    [Fact]
    public async Task One_that_went_without_a_word_is_found_when_it_is_to_be_renewed()
    {
        await using var node = await NodeAsync(new InMemorySubscriptionStore(), Reports);
        await node.Renewer.RenewDueAsync();
        _graph.Subscriptions.Forget(Alive().Single());

        for (var hour = 0; hour < 17; hour++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await node.Renewer.RenewDueAsync();
        }

        Assert.Equal(SubscriptionGapReason.Removed, Assert.Single(node.Gaps).Reason);
        Assert.InRange(node.Gaps.Single().From!.Value, Start - TimeSpan.FromMinutes(1), Start);
        Assert.Single(Alive());
    }

    [Fact]
    public async Task What_Graph_tells_of_a_subscription_is_done()
    {
        await using var node = await NodeAsync(new InMemorySubscriptionStore(), Reports);
        await node.Renewer.RenewDueAsync();
        var first = Alive().Single();

        _clock.Advance(TimeSpan.FromHours(2));
        await TellAsync(node, subscriptions => subscriptions.RequireReauthorization(first), lifecycles: 1);
        await node.Renewer.RenewDueAsync();
        Assert.Equal(1, Sent("PATCH"));

        await TellAsync(node, subscriptions => subscriptions.Miss(first), lifecycles: 2);
        await node.Renewer.RenewDueAsync();
        Assert.Single(node.Gaps);

        _clock.Advance(TimeSpan.FromHours(1));
        await TellAsync(node, subscriptions => subscriptions.Remove(first), lifecycles: 3);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await node.Renewer.RenewDueAsync();

        Assert.NotEqual(first, Alive().Single());
        var missedAt = Start + TimeSpan.FromHours(2);
        var removedAt = Start + TimeSpan.FromHours(3);
        Assert.Equal(
            new SubscriptionGap(Reports, missedAt - TimeSpan.FromDays(1), missedAt, SubscriptionGapReason.Missed), node.Gaps.First());
        Assert.Equal((removedAt, SubscriptionGapReason.Removed), (node.Gaps.Last().From, node.Gaps.Last().Reason));
    }

    [Fact]
    public async Task One_that_fails_keeps_no_other_and_is_tried_again_later_each_time()
    {
        _graph.FailEvery(1, GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.Subscriptions);
        await using var node = await NodeAsync(new InMemorySubscriptionStore(), Reports);
        await node.Renewer.RenewDueAsync();
        for (var minute = 1; minute < 60; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await node.Renewer.RenewDueAsync();
        }

        // At 0, 1, 3, 7, 15 and then every 15 minutes.
        Assert.Equal(7, Sent("GET"));

        _graph.StopFailing();
        _clock.Advance(TimeSpan.FromMinutes(15));
        await node.Renewer.RenewDueAsync();
        Assert.Single(Alive());
    }

    [Fact]
    public async Task An_answer_that_was_lost_leaves_one_subscription()
    {
        await using var node = await NodeAsync(new InMemorySubscriptionStore(), Reports);
        _graph.FailNext(GraphFault.BrokenBody(), GraphOperation.Subscriptions, times: 2);
        await node.Renewer.RenewDueAsync();
        _clock.Advance(TimeSpan.FromMinutes(2));
        await node.Renewer.RenewDueAsync();
        _clock.Advance(TimeSpan.FromMinutes(4));
        await node.Renewer.RenewDueAsync();

        Assert.Single(Alive());
    }

    [Fact]
    public async Task One_that_is_kept_no_longer_ends()
    {
        var store = new InMemorySubscriptionStore();
        await using var node = await NodeAsync(store);
        await node.Renewer.KeepAsync(Reports);
        await node.Renewer.RenewDueAsync();
        Assert.Single(Alive());

        await node.Renewer.EndAsync(Reports);
        await node.Renewer.EndAsync(Reports);
        await node.Renewer.RenewDueAsync();

        Assert.Empty(Alive());
        Assert.Empty(await store.LoadAsync(CancellationToken.None));
    }

    private async Task<NotifiedApp> NodeAsync(ISubscriptionStore store, params SubscriptionResource[] resources) =>
        await NotifiedApp.StartAsync(
            _graph,
            options =>
            {
                options.TimeProvider = _clock;
                foreach (var resource in resources)
                    options.Subscriptions.Add(resource);
            },
            builder => builder.UseSubscriptionStore(store),
            _graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = _clock }));

    private async Task TellAsync(NotifiedApp node, Action<FakeSubscriptions> tell, int lifecycles)
    {
        tell(_graph.Subscriptions);
        await _graph.Subscriptions.DeliveredAsync();
        await node.UntilAsync(() => node.Notifications.Count == lifecycles);
    }

    private string[] Alive() => [.. _graph.Subscriptions.All.Select(subscription => subscription.Id).Order(StringComparer.Ordinal)];

    private int Sent(string method) => _graph.Requests.Count(request => request.Method == method);
}
