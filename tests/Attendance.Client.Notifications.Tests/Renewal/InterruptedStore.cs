namespace Attendance.Client.Notifications.Tests.Renewal;

/// <summary>A store whose steps a test comes in between.</summary>
internal sealed class InterruptedStore(ISubscriptionStore store) : ISubscriptionStore
{
    private (Func<KeptSubscription, bool> When, Func<CancellationToken, Task> Then, bool IsAfter)? _interruption;

    /// <summary>Whether the last interruption took place.</summary>
    public bool WasInterrupted => _interruption is null;

    /// <summary>Whether it fails.</summary>
    public bool IsAway { get; set; }

    /// <summary>What is done whenever a node has asked for the lease.</summary>
    public Action Leasing { get; set; } = static () => { };

    private ISubscriptionStore Store => IsAway ? throw new InvalidOperationException("The database is away.") : store;

    /// <summary>Does something once, before a subscription of which a condition holds takes the place of another, or after.</summary>
    public void InterruptOnce(Func<KeptSubscription, bool> when, Func<CancellationToken, Task> then, bool isAfter = false) =>
        _interruption = (when, then, isAfter);

    public Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken) => Store.LoadAsync(cancellationToken);

    public Task<KeptSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken) =>
        Store.FindAsync(subscriptionId, cancellationToken);

    public Task<bool> TryAddAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        Store.TryAddAsync(subscription, cancellationToken);

    public async Task<bool> TryReplaceAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        var (_, then, isAfter) = _interruption is { } interruption && interruption.When(subscription) ? interruption : default;
        if (then is not null)
            _interruption = null;
        if (then is not null && !isAfter)
            await then(cancellationToken);
        var isReplaced = await Store.TryReplaceAsync(subscription, cancellationToken);
        if (then is not null && isAfter)
            await then(cancellationToken);
        return isReplaced;
    }

    public Task<bool> TryDeleteAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        Store.TryDeleteAsync(subscription, cancellationToken);

    public async Task<SubscriptionLease?> TryLeaseAsync(
        Guid nodeId, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
    {
        try
        {
            return await Store.TryLeaseAsync(nodeId, now, duration, cancellationToken);
        }
        finally
        {
            Leasing();
        }
    }
}
