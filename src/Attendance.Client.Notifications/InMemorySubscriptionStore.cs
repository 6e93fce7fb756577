namespace Attendance.Client.Notifications;

/// <summary>A store that forgets with the process. Several nodes of a test may share one.</summary>
public sealed class InMemorySubscriptionStore : ISubscriptionStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SubscriptionResource, KeptSubscription> _subscriptions = [];
    private string? _owner;
    private DateTimeOffset? _leasedUntil;

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<KeptSubscription>>([.. _subscriptions.Values]);
    }

    /// <inheritdoc/>
    public Task SaveAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        lock (_lock)
            _subscriptions[subscription.Resource] = subscription;

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(SubscriptionResource resource, CancellationToken cancellationToken)
    {
        lock (_lock)
            _subscriptions.Remove(resource);

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<SubscriptionLease?> TryLeaseAsync(
        string owner, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_leasedUntil > now && !string.Equals(_owner, owner, StringComparison.Ordinal))
                return Task.FromResult<SubscriptionLease?>(null);

            var lease = new SubscriptionLease(now + duration, _leasedUntil);
            (_owner, _leasedUntil) = (owner, lease.Until);
            return Task.FromResult<SubscriptionLease?>(lease);
        }
    }
}
