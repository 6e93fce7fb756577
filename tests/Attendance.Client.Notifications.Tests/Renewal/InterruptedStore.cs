namespace Attendance.Client.Notifications.Tests.Renewal;

/// <summary>A store whose steps a test comes in between.</summary>
internal sealed class InterruptedStore(ISubscriptionStore store) : ISubscriptionStore
{
    /// <summary>What is done once before a subscription of which it holds is replaced.</summary>
    public (Func<KeptSubscription, bool> When, Func<CancellationToken, Task> Then)? BeforeReplace { get; set; }

    /// <summary>What the lease is asked for, before it is.</summary>
    public Action Leasing { get; set; } = static () => { };

    public Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken) => store.LoadAsync(cancellationToken);

    public Task<KeptSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken) =>
        store.FindAsync(subscriptionId, cancellationToken);

    public Task<bool> TryAddAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        store.TryAddAsync(subscription, cancellationToken);

    public async Task<bool> TryReplaceAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        if (BeforeReplace is var (when, then) && when(subscription))
        {
            BeforeReplace = null;
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
