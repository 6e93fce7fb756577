namespace Attendance.Client.Notifications.Tests.Renewal;

/// <summary>A store whose steps a test comes in between.</summary>
internal sealed class InterruptedStore(ISubscriptionStore store) : ISubscriptionStore
{
    private (Func<KeptSubscription, bool> When, Func<CancellationToken, Task> Then)? _interruption;

    /// <summary>Whether the last interruption took place.</summary>
    public bool WasInterrupted => _interruption is null;

    /// <summary>What is done whenever a node has asked for the lease.</summary>
    public Action Leasing { get; set; } = static () => { };

    /// <summary>Does something before a subscription of which a condition holds is replaced, once.</summary>
    public void InterruptOnce(Func<KeptSubscription, bool> when, Func<CancellationToken, Task> then) => _interruption = (when, then);

    public Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken) => store.LoadAsync(cancellationToken);

    public Task<KeptSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken) =>
        store.FindAsync(subscriptionId, cancellationToken);

    public Task<bool> TryAddAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        store.TryAddAsync(subscription, cancellationToken);

    public async Task<bool> TryReplaceAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        if (_interruption is var (when, then) && when(subscription))
        {
            _interruption = null;
            await then(cancellationToken);
        }

        return await store.TryReplaceAsync(subscription, cancellationToken);
    }

    public Task<bool> TryDeleteAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        store.TryDeleteAsync(subscription, cancellationToken);

    public async Task<SubscriptionLease?> TryLeaseAsync(
        Guid nodeId, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
    {
        var lease = await store.TryLeaseAsync(nodeId, now, duration, cancellationToken);
        Leasing();
        return lease;
    }
}
