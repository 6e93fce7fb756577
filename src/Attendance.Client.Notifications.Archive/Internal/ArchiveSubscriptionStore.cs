using Attendance.Client.Archive;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Notifications.Archive.Internal;

/// <summary>Keeps what is known of subscriptions in an archive, apart for each address that Graph notifies.</summary>
internal sealed class ArchiveSubscriptionStore(ServiceArchive services, IOptions<AttendanceNotificationOptions> options)
    : ISubscriptionStore
{
    private ArchivedSubscriptions Subscriptions => services.Archive.GetSubscriptions(
        options.Value.NotificationUrl?.AbsoluteUri
            ?? throw new InvalidOperationException(
                "NotificationUrl is null, by which an archive tells the subscriptions of one application from those of others. Set it."));

    public async Task<IReadOnlyList<KeptSubscription>> LoadAsync(CancellationToken cancellationToken) =>
        [.. (await Subscriptions.LoadAsync(cancellationToken).ConfigureAwait(false)).Select(ToKept)];

    public async Task<KeptSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken) =>
        await Subscriptions.FindAsync(subscriptionId, cancellationToken).ConfigureAwait(false) is { } found ? ToKept(found) : null;

    public Task<bool> TryAddAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        Subscriptions.TryAddAsync(ToArchived(subscription), cancellationToken);

    public Task<bool> TryReplaceAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        Subscriptions.TryReplaceAsync(ToArchived(subscription), cancellationToken);

    public Task<bool> TryDeleteAsync(KeptSubscription subscription, CancellationToken cancellationToken) =>
        Subscriptions.TryDeleteAsync(ToArchived(subscription), cancellationToken);

    public async Task<SubscriptionLease?> TryLeaseAsync(
        Guid nodeId, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) =>
        await Subscriptions.TryLeaseAsync(nodeId, now, duration, cancellationToken).ConfigureAwait(false) is { } lease
            ? new SubscriptionLease(lease.Until, lease.LastTakenAt)
            : null;

    private static KeptSubscription ToKept(ArchivedSubscription subscription) => new(SubscriptionResource.Parse(subscription.Resource))
    {
        Revision = subscription.Revision,
        SubscriptionId = subscription.SubscriptionId,
        ExpiresAt = subscription.ExpiresAt,
        SettingsHash = subscription.SettingsHash,
        LostReason = ToReason(subscription.LostReason),
        LostSince = subscription.LostSince,
        LostUntil = subscription.LostUntil,
        IsDue = subscription.IsDue,
    };

    private static ArchivedSubscription ToArchived(KeptSubscription subscription) => new(subscription.Resource.ToString())
    {
        Revision = subscription.Revision,
        SubscriptionId = subscription.SubscriptionId,
        ExpiresAt = subscription.ExpiresAt,
        SettingsHash = subscription.SettingsHash,
        LostReason = subscription.LostReason?.ToString(),
        LostSince = subscription.LostSince,
        LostUntil = subscription.LostUntil,
        IsDue = subscription.IsDue,
    };

    // A reason that a newer version wrote is one all the same.
    private static SubscriptionGapReason? ToReason(string? text) =>
        text is null ? null : Enum.TryParse<SubscriptionGapReason>(text, out var reason) ? reason : SubscriptionGapReason.Forgotten;
}
