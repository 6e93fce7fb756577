namespace Attendance.Client.Notifications.Tests.Renewal;

/// <summary>A store whose steps a test comes in between.</summary>
internal sealed class InterruptedStore(ISubscriptionStore store) : ISubscriptionStore
{
    private (Func<KeptSubscription, bool> When, Func<CancellationToken, Task> Then, bool IsAfter)? _interruption;

    /// <summary>Whether the last interruption took place.</summary>
    public bool WasInterrupted => _interruption is null;

    /// <summary>Whether it fails when it is asked for the lease.</summary>
    public bool IsAway { get; set; }

    /// <summary>What is done whenever a node has asked for the lease.</summary>
    public Action Leasing { get; set; } = static () => { };

    /// <summary>Does something once, before a subscription of which a condition holds takes the place of another, or after.</summary>
    public void InterruptOnce(Func<KeptSubscription, bool> when, Func<CancellationToken, Task> then, bool isAfter = false) =>
        _interruption = (when, then, isAfter);

    public Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken) => store.LoadAsync(cancellationToken);

    public Task<KeptSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken) =>
        store.FindAsync(subscriptionId, cancellationToken);

    public Task<bool> TryAddAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        store.TryAddAsync(subscription, cancellationToken);

    public async Task<bool> TryReplaceAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        var (_, then, isAfter) = _interruption is { } interruption && interruption.When(subscription) ? interruption : default;
        if (then is not null)
            _interruption = null;
        if (then is not null && !isAfter)
            await then(cancellationToken);
        var isReplaced = await store.TryReplaceAsync(subscription, cancellationToken);
        if (then is not null && isAfter)
            await then(cancellationToken);
        return isReplaced;
    }

    public Task<bool> TryDeleteAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        store.TryDeleteAsync(subscription, cancellationToken);

    public async Task<SubscriptionLease?> TryLeaseAsync(
        Guid nodeId, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
    {
        try
        {
            return IsAway
                ? throw new InvalidOperationException("The database is away.")
                : await store.TryLeaseAsync(nodeId, now, duration, cancellationToken);
        }
        finally
        {
            Leasing();
        }
    }
}
