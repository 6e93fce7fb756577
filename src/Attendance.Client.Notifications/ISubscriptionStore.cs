namespace Attendance.Client.Notifications;

/// <summary>What is known of the subscriptions that are kept alive. The default store is in memory and forgets with the process; one in a
/// database outlives it and serves several nodes.</summary>
/// <remarks>
/// Each method is one step, as nodes and notifications change the same subscription at the same time. Whoever changes one passes the
/// <see cref="KeptSubscription.Revision"/> that follows the one that was read, and reads anew where somebody was faster.
/// </remarks>
public interface ISubscriptionStore
{
    /// <summary>All subscriptions.</summary>
    Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>The subscription with an id, or null where none has it.</summary>
    Task<KeptSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>Keeps a subscription, unless there is one to the same resource.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> TryAddAsync(KeptSubscription subscription, CancellationToken cancellationToken);

    /// <summary>Keeps a subscription in place of the one to the same resource, if that one has the revision just before it.</summary>
    /// <returns>Whether it was replaced; false says that it was changed or deleted in the meantime.</returns>
    Task<bool> TryReplaceAsync(KeptSubscription subscription, CancellationToken cancellationToken);

    /// <summary>Forgets a subscription, if the one to its resource has its revision.</summary>
    /// <returns>Whether it was deleted; false says that it was changed or deleted in the meantime.</returns>
    Task<bool> TryDeleteAsync(KeptSubscription subscription, CancellationToken cancellationToken);

    /// <summary>Takes, or keeps, the right to renew, or returns null while another node has it.</summary>
    /// <param name="nodeId">Id of the node.</param>
    /// <param name="now">The time by the node's clock.</param>
    /// <param name="duration">For how long; zero gives it back.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<SubscriptionLease?> TryLeaseAsync(Guid nodeId, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken);
}
