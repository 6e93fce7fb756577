using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>
/// The subscriptions of a <see cref="FakeGraph"/>: it checks the addresses they name, tells them of reports, events, sessions and
/// registrations that are added, lets them end, and loses and doubles notifications as a test wants.
/// </summary>
/// <remarks>Notifications are sent in the background; <see cref="DeliveredAsync"/> waits for them. One that is not answered with a success
/// is sent again, for four hours by the graph's clock. It may be used from several threads.</remarks>
public sealed class FakeSubscriptions
{
    private readonly FakeGraph _graph;
    private readonly SubscriptionBook _book;
    private readonly NotificationPost _post;

    internal FakeSubscriptions(FakeGraph graph, GraphStore store, object gate)
    {
        _graph = graph;
        _book = new SubscriptionBook(() => graph.TimeProvider.GetUtcNow());
        _post = new NotificationPost(() => graph.TimeProvider, () => Handler);
        Answers = new SubscriptionAnswers(_book, _post);
        Changes = new StoreChanges(store, gate);
    }

    /// <summary>The subscriptions that have not ended.</summary>
    public IReadOnlyList<FakeSubscription> All => _book.Alive;

    /// <summary>Leads to the addresses that subscriptions name, such as the handler of a test server, or null for the network.</summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>Id of the tenant that notifications name.</summary>
    /// <value>The default is <c>84bd8158-6d4d-4958-8b9f-9d6445542f95</c>.</value>
    public string TenantId { get; set; } = "84bd8158-6d4d-4958-8b9f-9d6445542f95";

    /// <summary>Makes the token that comes with encrypted notifications to an application, or null for none.</summary>
    /// <value>The default is null; <c>TrustTokensOf</c> lets the authority make them.</value>
    public Func<string, string>? ValidationToken { get; set; }

    /// <summary>How many notifications were answered with a success.</summary>
    public int Delivered => _post.Delivered;

    /// <summary>How many answers to notifications were no success, or did not come.</summary>
    public int Refused => _post.Refused;

    /// <summary>The first wait before a notification that was not taken is sent again; it doubles each time, up to 10
    /// minutes.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan RetryDelay
    {
        get => _post.RetryDelay;
        set => _post.RetryDelay = value;
    }

    internal SubscriptionAnswers Answers { get; }

    internal NotificationPost Post => _post;

    internal StoreChanges Changes { get; }

    /// <summary>Loses the next notifications.</summary>
    /// <returns>These subscriptions, to go on.</returns>
    public FakeSubscriptions LoseNext(int times = 1)
    {
        _post.LoseNext(times);
        return this;
    }

    /// <summary>Sends each of the next notifications twice.</summary>
    /// <returns>These subscriptions, to go on.</returns>
    public FakeSubscriptions RepeatNext(int times = 1)
    {
        _post.RepeatNext(times);
        return this;
    }

    /// <summary>Takes a subscription away, and tells so.</summary>
    /// <returns>These subscriptions, to go on.</returns>
    /// <exception cref="ArgumentException">There is no such subscription.</exception>
    public FakeSubscriptions Remove(string id)
    {
        var subscription = Known(id);
        _book.Remove(id);
        return TellLifecycle(subscription, "subscriptionRemoved");
    }

    /// <summary>Takes a subscription away, and tells nobody.</summary>
    /// <returns>These subscriptions, to go on.</returns>
    /// <exception cref="ArgumentException">There is no such subscription.</exception>
    public FakeSubscriptions Forget(string id)
    {
        _book.Remove(Known(id).Id);
        return this;
    }

    /// <summary>Asks that a subscription be renewed.</summary>
    /// <returns>These subscriptions, to go on.</returns>
    /// <exception cref="ArgumentException">There is no such subscription.</exception>
    public FakeSubscriptions RequireReauthorization(string id) => TellLifecycle(Known(id), "reauthorizationRequired");

    /// <summary>Tells that notifications of a subscription were lost.</summary>
    /// <returns>These subscriptions, to go on.</returns>
    /// <exception cref="ArgumentException">There is no such subscription.</exception>
    public FakeSubscriptions Miss(string id) => TellLifecycle(Known(id), "missed");

    /// <summary>Tells what happened in a call of a meeting: <c>callStarted</c>, <c>callEnded</c> or <c>rosterUpdated</c>.</summary>
    /// <param name="joinWebUrl">The meeting's join link, as Graph holds it.</param>
    /// <param name="eventType">What happened.</param>
    /// <param name="occurredAt">When, or null for now.</param>
    /// <returns>These subscriptions, to go on.</returns>
    public FakeSubscriptions TellCall(string joinWebUrl, string eventType, DateTimeOffset? occurredAt = null)
    {
        Tell([Change.OfCall(joinWebUrl, eventType, occurredAt ?? _graph.TimeProvider.GetUtcNow())]);
        return this;
    }

    /// <summary>Adds the record of a call, which can be asked for from then on, and tells of it.</summary>
    /// <param name="id">Id of the record.</param>
    /// <param name="joinWebUrl">The meeting's join link, or null for a call that is no meeting.</param>
    /// <param name="endedAt">When it ended, or null for now.</param>
    /// <returns>These subscriptions, to go on.</returns>
    public FakeSubscriptions AddCallRecord(string id, string? joinWebUrl, DateTimeOffset? endedAt = null)
    {
        Answers.AddCallRecord(id, joinWebUrl, endedAt ?? _graph.TimeProvider.GetUtcNow());
        Tell([Change.OfCallRecord(id)]);
        return this;
    }

    /// <summary>Waits until every notification has been taken, lost or given up.</summary>
    public Task DeliveredAsync() => _post.DeliveredAsync();

    /// <summary>Does what changes the store, and tells of what is new in it.</summary>
    internal void During(Action change)
    {
        if (_book.Alive.Count == 0)
        {
            change();
            return;
        }

        var before = Changes.Take();
        change();
        Tell(Changes.Since(before));
    }

    internal FakeSubscription? Find(string id) => _book.Find(id);

    /// <returns>What makes all of it as it is now, gives up what is not delivered, and counts from 0 on.</returns>
    internal Action Remember()
    {
        var (alive, restoreCallRecords) = (_book.Alive, Answers.RememberCallRecords());
        var (toLose, toRepeat, retryDelay, tenantId) = (_post.ToLose, _post.ToRepeat, RetryDelay, TenantId);
        return () =>
        {
            _book.Restore(alive);
            restoreCallRecords();
            _post.Forget();
            (_post.ToLose, _post.ToRepeat, RetryDelay, TenantId) = (toLose, toRepeat, retryDelay, tenantId);
        };
    }

    private FakeSubscription Known(string id) =>
        _book.Find(id) ?? throw new ArgumentException($"There is no subscription '{id}', or not any more.", nameof(id));

    private void Tell(IReadOnlyList<Change> changes)
    {
        foreach (var subscription in _book.Alive)
        {
            foreach (var change in changes.Where(change => change.IsWatchedBy(subscription)))
                _post.Send(subscription.NotificationUrl, NotificationBody.Of(subscription, change, TenantId, ValidationToken));
        }
    }

    private FakeSubscriptions TellLifecycle(FakeSubscription subscription, string lifecycle)
    {
        if (subscription.LifecycleNotificationUrl is { } url)
            _post.Send(url, NotificationBody.OfLifecycle(subscription, lifecycle, TenantId));

        return this;
    }
}
