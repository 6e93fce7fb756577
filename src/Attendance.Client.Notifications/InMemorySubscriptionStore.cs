namespace Attendance.Client.Notifications;

/// <summary>A store that forgets with the process. Several nodes of a test may share one.</summary>
public sealed class InMemorySubscriptionStore : ISubscriptionStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SubscriptionResource, KeptSubscription> _subscriptions = [];
    private Guid? _holderId;
    private DateTimeOffset? _leasedUntil;
    private DateTimeOffset? _leasedAt;

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<KeptSubscription>>([.. _subscriptions.Values]);
    }

    /// <inheritdoc/>
    public Task<KeptSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(_subscriptions.Values.FirstOrDefault(kept => kept.SubscriptionId == subscriptionId));
    }

    /// <inheritdoc/>
    public Task<bool> TryAddAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        lock (_lock)
            return Task.FromResult(_subscriptions.TryAdd(subscription.Resource, subscription));
    }

    /// <inheritdoc/>
    public Task<bool> TryReplaceAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        lock (_lock)
        {
            var isNext = RevisionOf(subscription.Resource) == subscription.Revision - 1;
            if (isNext)
                _subscriptions[subscription.Resource] = subscription;
            return Task.FromResult(isNext);
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryDeleteAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        lock (_lock)
        {
            return Task.FromResult(
                RevisionOf(subscription.Resource) == subscription.Revision && _subscriptions.Remove(subscription.Resource));
        }
    }

    /// <inheritdoc/>
    public Task<SubscriptionLease?> TryLeaseAsync(
        Guid nodeId, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_leasedUntil > now && _holderId != nodeId)
                return Task.FromResult<SubscriptionLease?>(null);

            var lease = new SubscriptionLease(now + duration, _leasedAt);
            (_holderId, _leasedAt, _leasedUntil) = (nodeId, now, lease.Until);
            return Task.FromResult<SubscriptionLease?>(lease);
        }
    }

    private long? RevisionOf(SubscriptionResource resource) =>
        _subscriptions.TryGetValue(resource, out var kept) ? kept.Revision : null;
}
