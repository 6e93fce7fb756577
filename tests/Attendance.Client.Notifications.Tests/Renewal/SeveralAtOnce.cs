using Attendance.Client.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Notifications.Tests.Renewal;

/// <summary>Nodes, people and Graph change the same subscription at the same time.</summary>
public sealed class SeveralAtOnce : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly SubscriptionResource Reports = SubscriptionResource.WebinarReports(Samples.WebinarId);
    private static readonly SubscriptionResource Calls = SubscriptionResource.CallRecords();

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(3);
    private static readonly TimeSpan NearTheEnd = TimeSpan.FromHours(2.5);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly InMemorySubscriptionStore _kept = new();
    private readonly InterruptedStore _store;
    private readonly FakeGraph _graph;

    public SeveralAtOnce()
    {
        _store = new InterruptedStore(_kept);
        _graph = Samples.Graph(_clock);
    }

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task One_that_is_given_up_while_it_is_made_is_ended()
    {
        await using var working = await NodeAsync();
        await using var other = await NodeAsync();
        await working.Renewer.RenewDueAsync();
        await _kept.TryAddAsync(new KeptSubscription(Reports), CancellationToken.None);
        _store.InterruptOnce(
            static kept => kept.SubscriptionId is not null, cancellationToken => other.Renewer.EndAsync(Reports, cancellationToken));

        await working.Renewer.RenewDueAsync();
        await working.Renewer.RenewDueAsync();

        Assert.Empty(Alive());
        Assert.Empty(await _kept.LoadAsync(CancellationToken.None));
        Assert.Equal((1, 1), (Sent("POST"), Sent("DELETE")));
    }

    [Fact]
    public async Task One_that_is_given_up_while_it_is_renewed_does_not_come_back()
    {
        await using var working = await NodeAsync(Reports);
        await using var other = await NodeAsync();
        await working.Renewer.RenewDueAsync();
        _clock.Advance(NearTheEnd);
        _store.InterruptOnce(static _ => true, cancellationToken => other.Renewer.EndAsync(Reports, cancellationToken));

        await working.Renewer.RenewDueAsync();
        Assert.True(_store.WasInterrupted);

        Assert.Empty(Alive());
        Assert.Empty(await _kept.LoadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_that_Graph_takes_away_while_it_is_renewed_is_made_anew_at_once_and_not_hours_later()
    {
        await using var node = await NodeAsync(Reports);
        await node.Renewer.RenewDueAsync();
        var first = Assert.Single(Alive());
        var before = node.Notifications.Count;
        _store.InterruptOnce(
            kept => kept.SubscriptionId == first && kept.ExpiresAt > Start + Lifetime,
            async _ =>
            {
                _graph.Subscriptions.Remove(first);
                await node.UntilAsync(() => node.Notifications.Count > before);
            });

        _clock.Advance(NearTheEnd);
        await node.Renewer.RenewDueAsync();
        await node.Renewer.RenewDueAsync();

        Assert.True(_store.WasInterrupted);
        Assert.NotEqual(first, Assert.Single(Alive()));
        await node.UntilAsync(() => !node.Gaps.IsEmpty);
        Assert.Equal(
            new SubscriptionGap(Reports, Start + NearTheEnd, Start + NearTheEnd, SubscriptionGapReason.Removed),
            Assert.Single(node.Gaps));
    }

    [Fact]
    public async Task A_pass_that_takes_longer_than_the_lease_keeps_it()
    {
        await using var working = await NodeAsync(Reports);
        var ofOther = new InterruptedStore(_kept) { IsAway = true };
        await using var other = await NodeAsync(builder => builder.UseSubscriptionStore(ofOther));
        await working.Renewer.RenewDueAsync();
        var leased = new Signal();
        var count = 0;
        _store.Leasing = () =>
        {
            Interlocked.Increment(ref count);
            leased.Raise();
        };
        bool? othersTurn = null;
        _store.InterruptOnce(
            static _ => true,
            async cancellationToken =>
            {
                for (var minute = 1; minute <= 10; minute++)
                {
                    var before = Volatile.Read(ref count);
                    _clock.Advance(TimeSpan.FromMinutes(1));
                    await leased.UntilAsync(() => Volatile.Read(ref count) > before);
                }

                ofOther.IsAway = false;
                othersTurn = await other.Renewer.RenewDueAsync(cancellationToken);
            });

        _clock.Advance(NearTheEnd);
        await working.Renewer.RenewDueAsync();

        Assert.False(othersTurn);
        Assert.Equal(1, Sent("PATCH"));
    }

    [Fact]
    public async Task A_gap_is_told_again_until_it_is_handled_and_holds_up_no_renewal()
    {
        var handled = new List<SubscriptionGap>();
        var trouble = true;
        await using var node = await NodeAsync(
            builder => builder.OnGap((gap, _) =>
            {
                if (trouble)
                    throw new InvalidOperationException("The database is away.");
                handled.Add(gap);
                return Task.CompletedTask;
            }),
            Reports);
        await node.Renewer.RenewDueAsync();
        await MissAsync(node, lifecycles: 1);
        await node.Renewer.RenewDueAsync();
        Assert.Empty(handled);

        for (var hour = 0; hour < 5; hour++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await node.Renewer.RenewDueAsync();
        }

        Assert.Equal((1, 2), (Sent("POST"), Sent("PATCH")));
        Assert.Empty(handled);

        // The process that comes after it knows what is left.
        trouble = false;
        await node.DisposeAsync();
        await using var later = await NodeAsync(Reports);
        await later.Renewer.RenewDueAsync();
        await later.Renewer.RenewDueAsync();

        Assert.Equal(
            new SubscriptionGap(Reports, Start - TimeSpan.FromDays(1), Start, SubscriptionGapReason.Missed), Assert.Single(later.Gaps));
    }

    [Fact]
    public async Task What_is_missed_while_a_gap_is_filled_is_told_too()
    {
        var told = new List<DateTimeOffset>();
        NotifiedApp? node = null;
        node = await NodeAsync(
            builder => builder.OnGap(async (gap, _) =>
            {
                told.Add(gap.Until);
                if (told.Count > 1)
                    return;
                _clock.Advance(TimeSpan.FromSeconds(10));
                await MissAsync(node!, lifecycles: 2);
            }),
            Reports);
        await using var whole = node;
        await node.Renewer.RenewDueAsync();
        await MissAsync(node, lifecycles: 1);
        for (var pass = 0; pass < 3; pass++)
            await node.Renewer.RenewDueAsync();

        Assert.Equal([Start, Start + TimeSpan.FromSeconds(10)], told);
        Assert.Null(Assert.Single(await _kept.LoadAsync(CancellationToken.None)).LostReason);
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_moment_ends_no_work_as_long_as_the_lease_lasts()
    {
        await using var working = await NodeAsync(Reports);
        await working.Renewer.RenewDueAsync();
        var asked = new Signal();
        var count = 0;
        _store.Leasing = () =>
        {
            Interlocked.Increment(ref count);
            asked.Raise();
        };
        _store.InterruptOnce(
            static _ => true,
            async _ =>
            {
                _store.IsAway = true;
                await MinuteAsync();
                _store.IsAway = false;
                await MinuteAsync();
            });
        _clock.Advance(NearTheEnd);
        Assert.True(await working.Renewer.RenewDueAsync());
        Assert.True(_store.WasInterrupted);

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.InterruptOnce(
            static _ => true,
            async cancellationToken =>
            {
                await using var whenCancelled = cancellationToken.Register(stopped.SetResult);
                _store.IsAway = true;
                for (var minute = 0; minute < 3; minute++)
                    await MinuteAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            });
        _clock.Advance(NearTheEnd);
        var turn = working.Renewer.RenewDueAsync();
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(await turn);

        async Task MinuteAsync()
        {
            var before = Volatile.Read(ref count);
            _clock.Advance(TimeSpan.FromMinutes(1));
            await asked.UntilAsync(() => Volatile.Read(ref count) > before);
        }
    }

    [Fact]
    public async Task Graph_that_asks_for_patience_is_asked_later_also_for_what_is_due_at_once()
    {
        await using var node = await NodeAsync(Reports);
        await node.Renewer.RenewDueAsync();
        _graph.FailEvery(1, GraphFault.Throttled(TimeSpan.FromMinutes(30)), GraphOperation.Subscription);
        _graph.Subscriptions.RequireReauthorization(Assert.Single(Alive()));
        await node.UntilAsync(() => node.Notifications.Count == 1);
        for (var minute = 0; minute < 29; minute++)
        {
            await node.Renewer.RenewDueAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, Sent("PATCH"));
        _graph.StopFailing();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await node.Renewer.RenewDueAsync();
        Assert.Equal(2, Sent("PATCH"));
    }

    [Fact]
    public async Task What_fills_a_gap_for_hours_lets_the_application_renew_the_others()
    {
        var filling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var filled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var node = await StartAsync(
            configure: null,
            builder => builder.OnGap(async (_, cancellationToken) =>
            {
                filling.TrySetResult();
                await filled.Task.WaitAsync(cancellationToken);
            }),
            renewsByItself: true,
            Reports, Calls);
        await node.Renewer.RenewDueAsync();
        _graph.Subscriptions.Miss(Alive()[0]);
        await filling.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.InterruptOnce(
            static kept => kept.Resource == Calls && kept.ExpiresAt > Start + Lifetime,
            _ =>
            {
                renewed.SetResult();
                return Task.CompletedTask;
            });

        _clock.Advance(NearTheEnd);
        await node.Renewer.KeepAsync(Reports);
        await renewed.Task.WaitAsync(TimeSpan.FromSeconds(30));

        filled.SetResult();
    }

    [Fact]
    public async Task A_node_that_loses_the_lease_stops_at_what_it_does()
    {
        await using var working = await NodeAsync(Reports);
        await working.Renewer.RenewDueAsync();
        _store.InterruptOnce(
            static _ => true,
            async cancellationToken =>
            {
                // Such as a process that was suspended for longer than its lease.
                var taken = await _kept.TryLeaseAsync(
                    Guid.NewGuid(), _clock.GetUtcNow() + TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(3), cancellationToken);
                Assert.NotNull(taken);
                _clock.Advance(TimeSpan.FromMinutes(1));
                await Task.Delay(Timeout.Infinite, cancellationToken);
            });

        _clock.Advance(NearTheEnd);

        Assert.False(await working.Renewer.RenewDueAsync().WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task What_another_node_has_made_in_the_meantime_is_left_alone()
    {
        await using var working = await NodeAsync(Reports);
        var anothers = new AttendanceSubscriptions(_graph.CreateClient(), _clock);
        Subscription? made = null;
        _store.InterruptOnce(
            static kept => kept.SubscriptionId is null,
            async cancellationToken =>
            {
                var options = new SubscriptionOptions { NotificationUrl = NotifiedApp.Url, ClientState = NotifiedApp.ClientState };
                made = await anothers.CreateAsync(Reports, options, cancellationToken);
                var kept = Assert.Single(await _kept.LoadAsync(cancellationToken));
                Assert.True(await _kept.TryReplaceAsync(
                    kept with { SubscriptionId = made.Id, ExpiresAt = made.ExpiresAt, Revision = kept.Revision + 1 }, cancellationToken));
            },
            isAfter: true);

        await working.Renewer.RenewDueAsync();
        await working.Renewer.RenewDueAsync();

        Assert.Equal([made!.Id], Alive());
        Assert.Equal((1, 0), (Sent("POST"), Sent("DELETE")));
        Assert.Equal(made.Id, Assert.Single(await _kept.LoadAsync(CancellationToken.None)).SubscriptionId);
    }

    [Fact]
    public async Task Two_spellings_of_a_resource_share_one_subscription()
    {
        await using var node = await NodeAsync(Reports, SubscriptionResource.WebinarReports(Samples.WebinarId.ToUpperInvariant()));

        for (var pass = 0; pass < 3; pass++)
        {
            await node.Renewer.RenewDueAsync();
            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Single(Alive());
        Assert.Equal(0, Sent("DELETE"));
    }

    [Fact]
    public async Task A_process_with_another_secret_makes_its_subscriptions_anew_as_it_takes_no_notification_of_the_old_ones()
    {
        await using (var node = await NodeAsync(Reports))
            await node.Renewer.RenewDueAsync();
        var before = Assert.Single(Alive());
        _clock.Advance(TimeSpan.FromMinutes(10));
        await using (var same = await NodeAsync(Reports))
        {
            await same.Renewer.RenewDueAsync();
            Assert.Empty(same.Gaps);
        }

        Assert.Equal([before], Alive());
        _clock.Advance(TimeSpan.FromMinutes(10));
        await using var other = await StartAsync(
            static options => options.ClientState = "another-secret-of-this-test", with: null, resources: Reports);
        await other.Renewer.RenewDueAsync();

        Assert.NotEqual(before, Assert.Single(Alive()));
        Assert.Equal(
            new SubscriptionGap(
                Reports, Start + TimeSpan.FromMinutes(10), Start + TimeSpan.FromMinutes(20), SubscriptionGapReason.Reconfigured),
            Assert.Single(other.Gaps));
        _graph.Add(Samples.Session, Samples.Report("told"));
        await other.UntilAsync(() => !other.Reports.IsEmpty);
        Assert.DoesNotContain("secret", (await _kept.LoadAsync(CancellationToken.None))[0].ToString(), StringComparison.Ordinal);
    }

    private async Task MissAsync(NotifiedApp node, int lifecycles)
    {
        _graph.Subscriptions.Miss(Assert.Single(Alive()));
        await node.UntilAsync(() => node.Notifications.Count == lifecycles);
    }

    private Task<NotifiedApp> NodeAsync(params SubscriptionResource[] resources) => StartAsync(null, null, resources: resources);

    private Task<NotifiedApp> NodeAsync(Action<AttendanceNotificationsBuilder> with, params SubscriptionResource[] resources) =>
        StartAsync(null, with, resources: resources);

    private Task<NotifiedApp> StartAsync(
        Action<AttendanceNotificationOptions>? configure, Action<AttendanceNotificationsBuilder>? with, bool renewsByItself = false,
        params SubscriptionResource[] resources) =>
        NotifiedApp.StartAsync(
            _graph,
            options =>
            {
                options.TimeProvider = _clock;
                options.Lifetime = Lifetime;
                foreach (var resource in resources)
                    options.Subscriptions.Add(resource);
                configure?.Invoke(options);
            },
            builder =>
            {
                builder.UseSubscriptionStore(_store);
                with?.Invoke(builder);
            },
            _graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = _clock }),
            renewsByItself);

    private string[] Alive() => [.. _graph.Subscriptions.All.Select(subscription => subscription.Id).Order(StringComparer.Ordinal)];

    private int Sent(string method) => _graph.Requests.Count(request => request.Method == method);
}
