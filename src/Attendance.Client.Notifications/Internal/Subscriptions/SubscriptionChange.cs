namespace Attendance.Client.Notifications.Internal;

/// <summary>Changes what is known of a subscription, whoever changes it at the same time.</summary>
internal static class SubscriptionChange
{
    /// <summary>Changes the subscription with an id, as often as somebody else was faster.</summary>
    /// <param name="store">The store.</param>
    /// <param name="subscriptionId">Id of the subscription.</param>
    /// <param name="change">What it is to be in place of what it is, or null where it stays.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    /// <returns>What is kept now, or null where nothing was changed.</returns>
    public static async Task<KeptSubscription?> ChangeAsync(
        this ISubscriptionStore store, string subscriptionId, Func<KeptSubscription, KeptSubscription?> change,
        CancellationToken cancellationToken)
    {
        while (await store.FindAsync(subscriptionId, cancellationToken).ConfigureAwait(false) is { } kept && change(kept) is { } changed)
        {
            if (await store.TrySaveAsync(changed, cancellationToken).ConfigureAwait(false) is { } saved)
                return saved;
        }

        return null;
    }

    /// <summary>Keeps a subscription that was read and changed, or returns null where somebody else was faster.</summary>
    public static async Task<KeptSubscription?> TrySaveAsync(
        this ISubscriptionStore store, KeptSubscription changed, CancellationToken cancellationToken)
    {
        var next = changed with { Revision = changed.Revision + 1 };
        return await store.TryReplaceAsync(next, cancellationToken).ConfigureAwait(false) ? next : null;
    }
}
