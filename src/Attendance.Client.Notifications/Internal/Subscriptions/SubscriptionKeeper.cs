using System.Net;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Keeps single subscriptions alive: renews them, makes those anew that are gone, and notes what was lost.</summary>
internal sealed class SubscriptionKeeper(
    AttendanceSubscriptions subscriptions, ISubscriptionStore store, AttendanceNotificationOptions options, ILogger logger)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    private readonly RenewalPlan _plan = new(LongestDelay);

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Begins to go through all subscriptions.</summary>
    public RenewalPass Begin(DateTimeOffset? lastSeen, CancellationToken cancellationToken) =>
        new(Now, lastSeen, new Lazy<Task<List<Subscription>>>(() => ListAsync(cancellationToken)));

    /// <summary>Does what is due of a subscription. What fails is logged, and tried again later.</summary>
    public async Task RenewAsync(KeptSubscription subscription, RenewalPass pass, CancellationToken cancellationToken)
    {
        if (!_plan.MayTry(subscription.Resource, Now))
            return;

        try
        {
            if (await KeepAliveAsync(subscription, pass, cancellationToken).ConfigureAwait(false))
                _plan.Succeed(subscription.Resource);
            else
                _plan.Fail(subscription.Resource, Now);
        }
#pragma warning disable CA1031 // Catches everything: one subscription that fails, also by the application's credential, keeps no other.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var delay = _plan.Fail(subscription.Resource, Now, exception);
            NotificationMeter.CountSubscription("failed");
            logger.NotRenewed(exception, subscription.Resource.Kind, NotificationLog.Sentence(exception), delay);
        }
    }

    /// <summary>Forgets that a subscription failed, as it is ended.</summary>
    public void Forget(SubscriptionResource resource) => _plan.Succeed(resource);

    private async Task<List<Subscription>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<Subscription>();
        await foreach (var subscription in subscriptions.ListAsync(cancellationToken).ConfigureAwait(false))
            all.Add(subscription);

        return all;
    }

    // Returns false where somebody else was faster, who finishes it.
    private async Task<bool> KeepAliveAsync(KeptSubscription subscription, RenewalPass pass, CancellationToken cancellationToken)
    {
        var lost = subscription;
        if (subscription is { SubscriptionId: { } id, ExpiresAt: { } expiresAt } && expiresAt > Now)
        {
            if (subscription.SettingsHash is { } hash && hash != SettingsHash.Of(options, subscription.Resource))
            {
                // First of all, as a later pass does not know since when.
                var changed = subscription.WithGap(pass.LastSeen ?? Now, Now, SubscriptionGapReason.Reconfigured);
                if (await store.TrySaveAsync(changed, cancellationToken).ConfigureAwait(false) is not { } noted)
                    return false;

                await subscriptions.EndAsync(id, cancellationToken).ConfigureAwait(false);
                lost = noted.WithoutSubscription(Now, Now, SubscriptionGapReason.Reconfigured);
            }
            else if (!subscription.IsDue && !RenewalPlan.IsNearItsEnd(expiresAt, LifetimeOf(subscription.Resource), Now))
            {
                return true;
            }
            else if (await TryRenewAsync(id, subscription.Resource, cancellationToken).ConfigureAwait(false) is { } renewed)
            {
                // If that was too late, somebody has ended it or wants it renewed once more, which the next pass does.
                await store.TrySaveAsync(subscription with { ExpiresAt = ExpiryOf(renewed), IsDue = false }, cancellationToken)
                    .ConfigureAwait(false);
                return true;
            }
            else
            {
                // Nobody said when it went; it lived when it was renewed last.
                lost = subscription.WithoutSubscription(
                    expiresAt - AttendanceSubscriptions.LongestOf(subscription.Resource), Now, SubscriptionGapReason.Removed);
            }
        }
        else if (subscription.ExpiresAt is { } end)
        {
            lost = subscription.WithoutSubscription(end, Now, SubscriptionGapReason.Expired);
        }

        if (await store.TrySaveAsync(lost, cancellationToken).ConfigureAwait(false) is not { } saved)
            return false;

        if (subscription.SubscriptionId is not null)
            NotificationMeter.CountSubscription("lost");
        return await MakeAsync(saved, pass, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Subscription?> TryRenewAsync(string id, SubscriptionResource resource, CancellationToken cancellationToken)
    {
        try
        {
            var renewed = await subscriptions.RenewAsync(id, resource, options.Lifetime, cancellationToken).ConfigureAwait(false);
            NotificationMeter.CountSubscription("renewed");
            logger.Subscribed(resource.Kind, "renewed", renewed.ExpiresAt);
            return renewed;
        }
        catch (AttendanceRequestException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }
    }

    private async Task<bool> MakeAsync(KeptSubscription lost, RenewalPass pass, CancellationToken cancellationToken)
    {
        // One that was made before, by a process that remembers nothing or by a request whose answer was lost, repeats a secret that
        // nobody may know any longer. Graph takes no second one beside it. One that is kept is another node's, or does for this one too.
        var others = (await pass.Existing.Value.ConfigureAwait(false)).Where(other => IsOf(other, lost.Resource)).ToList();
        foreach (var other in others)
        {
            if (await store.FindAsync(other.Id, cancellationToken).ConfigureAwait(false) is not null)
                return false;

            await subscriptions.EndAsync(other.Id, cancellationToken).ConfigureAwait(false);
        }

        var made = await subscriptions.CreateAsync(lost.Resource, options, cancellationToken).ConfigureAwait(false);
        var reason = lost.LostReason ?? (others.Count > 0 ? SubscriptionGapReason.Forgotten : null);
        var alive = lost with
        {
            SubscriptionId = made.Id,
            ExpiresAt = ExpiryOf(made),
            SettingsHash = SettingsHash.Of(options, lost.Resource),
            LostReason = reason,
            LostUntil = reason is null ? null : Now,
            IsDue = false,
        };
        if (await store.TrySaveAsync(alive, cancellationToken).ConfigureAwait(false) is null)
        {
            // It was given up, or made by another node. Nobody would renew this one, or know it when it is ended.
            await subscriptions.EndAsync(made.Id, cancellationToken).ConfigureAwait(false);
            return false;
        }

        NotificationMeter.CountSubscription("made");
        logger.Subscribed(lost.Resource.Kind, "made", made.ExpiresAt);
        return true;
    }

    private TimeSpan LifetimeOf(SubscriptionResource resource) => options.Lifetime ?? AttendanceSubscriptions.LongestOf(resource);

    private DateTimeOffset ExpiryOf(Subscription subscription) => subscription.ExpiresAt ?? Now + TimeSpan.FromHours(1);

    private bool IsOf(Subscription other, SubscriptionResource resource) =>
        (other.Resource == resource
            || (resource.JoinLink is { } link && link == other.Resource?.JoinLink))
        && string.Equals(other.NotificationUrl, options.NotificationUrl!.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
}
