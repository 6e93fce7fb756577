namespace Attendance.Client.Notifications;

/// <summary>What is known of the subscriptions that are kept alive. The default store is in memory and forgets with the process; one in a
/// database outlives it and serves several nodes.</summary>
public interface ISubscriptionStore
{
    /// <summary>All subscriptions.</summary>
    Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a subscription in place of the one to the same resource, if there is one.</summary>
    Task SaveAsync(KeptSubscription subscription, CancellationToken cancellationToken);

    /// <summary>Forgets the subscription to a resource, if there is one.</summary>
    Task DeleteAsync(SubscriptionResource resource, CancellationToken cancellationToken);

    /// <summary>Takes, or keeps, the right to renew, or returns null while another node has it. The store does that in one step, so that no
    /// two nodes have it at once.</summary>
    /// <param name="owner">Name of the node.</param>
    /// <param name="now">The time by the node's clock.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<SubscriptionLease?> TryLeaseAsync(string owner, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken);
}
