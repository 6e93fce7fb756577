using System.Net;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Keeps single subscriptions alive: renews them, makes those anew that are gone, and notes what was lost.</summary>
internal sealed class SubscriptionKeeper(
    AttendanceSubscriptions subscriptions, ISubscriptionStore store, AttendanceNotificationOptions options, ILogger logger)
{
    private readonly RenewalPlan _plan = new();

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Begins to go through all subscriptions.</summary>
    public RenewalPass Begin(DateTimeOffset? lastSeen, CancellationToken cancellationToken) =>
        new(Now, lastSeen, new Lazy<Task<List<Subscription>>>(() => ListAsync(cancellationToken)));

    public TimeSpan LifetimeOf(SubscriptionResource resource) => options.Lifetime ?? AttendanceSubscriptions.LongestOf(resource);

    /// <summary>A subscription that is no more, and has to be made anew.</summary>
    public static KeptSubscription Lost(KeptSubscription subscription, DateTimeOffset since, SubscriptionGapReason reason)
    {
        NotificationMeter.CountSubscription("lost");
        return subscription.WithGap(since, reason) with { SubscriptionId = null, ExpiresAt = null, SettingsHash = null };
    }

    /// <summary>Does what is due of a subscription. What fails is logged, and tried again later.</summary>
    public async Task RenewAsync(KeptSubscription subscription, RenewalPass pass, CancellationToken cancellationToken)
    {
        if (!subscription.IsDue && !_plan.MayTry(subscription.Resource, Now))
            return;

        try
        {
            await KeepAliveAsync(subscription, pass, cancellationToken).ConfigureAwait(false);
            _plan.Succeed(subscription.Resource);
        }
#pragma warning disable CA1031 // Catches everything: one subscription that fails, also by the application's credential, keeps no other.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var delay = _plan.Fail(subscription.Resource, Now, (exception as AttendanceRequestException)?.RetryAfter);
            NotificationMeter.CountSubscription("failed");
            logger.NotRenewed(exception, subscription.Resource.Kind, exception.Message, delay);
        }
    }

    private async Task<List<Subscription>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<Subscription>();
        await foreach (var subscription in subscriptions.ListAsync(cancellationToken).ConfigureAwait(false))
            all.Add(subscription);

        return all;
    }

    private async Task KeepAliveAsync(KeptSubscription subscription, RenewalPass pass, CancellationToken cancellationToken)
    {
        var lifetime = LifetimeOf(subscription.Resource);
        if (subscription is { SubscriptionId: { } id, ExpiresAt: { } expiresAt } && expiresAt > Now)
        {
            if (subscription.SettingsHash is { } hash && hash != SettingsHash.Of(options, subscription.Resource))
            {
                await subscriptions.EndAsync(id, cancellationToken).ConfigureAwait(false);
                subscription = Lost(subscription, pass.LastSeen ?? Now, SubscriptionGapReason.Reconfigured);
            }
            else if (!subscription.IsDue && !RenewalPlan.IsNearItsEnd(expiresAt, lifetime, Now))
            {
                return;
            }
            else if (await TryRenewAsync(id, subscription.Resource, cancellationToken).ConfigureAwait(false) is { } renewed)
            {
                // If that was too late, somebody has ended it or wants it renewed once more, which the next pass does.
                await SaveAsync(subscription with { ExpiresAt = ExpiryOf(renewed), IsDue = false }, cancellationToken)
                    .ConfigureAwait(false);
                return;
            }
            else
            {
                // Nobody said when it went; it lived when it was renewed last.
                subscription = Lost(subscription, expiresAt - lifetime, SubscriptionGapReason.Removed);
            }
        }
        else if (subscription.ExpiresAt is { } end)
        {
            subscription = Lost(subscription, end, SubscriptionGapReason.Expired);
        }

        if (await SaveAsync(subscription, cancellationToken).ConfigureAwait(false) is { } lost)
            await MakeAsync(lost, pass, cancellationToken).ConfigureAwait(false);
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

    private async Task MakeAsync(KeptSubscription lost, RenewalPass pass, CancellationToken cancellationToken)
    {
        // One that was made before, by a process that remembers nothing or by a request whose answer was lost, repeats a secret that
        // nobody may know any longer. Graph takes no second one beside it. One that is kept is another node's, or does for this one too.
        var others = (await pass.Existing.Value.ConfigureAwait(false)).Where(other => IsOf(other, lost.Resource)).ToList();
        foreach (var other in others)
        {
            if (await store.FindAsync(other.Id, cancellationToken).ConfigureAwait(false) is not null)
                return;

            await subscriptions.EndAsync(other.Id, cancellationToken).ConfigureAwait(false);
        }

        var made = await subscriptions.CreateAsync(lost.Resource, options, cancellationToken).ConfigureAwait(false);
        var alive = lost with
        {
            SubscriptionId = made.Id,
            ExpiresAt = ExpiryOf(made),
            SettingsHash = SettingsHash.Of(options, lost.Resource),
            LostReason = lost.LostReason ?? (others.Count > 0 ? SubscriptionGapReason.Forgotten : null),
            IsDue = false,
        };
        if (await SaveAsync(alive, cancellationToken).ConfigureAwait(false) is null)
        {
            // It was given up, or made by another node. Nobody would renew this one, or know it when it is ended.
            await subscriptions.EndAsync(made.Id, cancellationToken).ConfigureAwait(false);
            return;
        }

        NotificationMeter.CountSubscription("made");
        logger.Subscribed(lost.Resource.Kind, "made", made.ExpiresAt);
    }

    private async Task<KeptSubscription?> SaveAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        var next = subscription with { Revision = subscription.Revision + 1 };
        return await store.TryReplaceAsync(next, cancellationToken).ConfigureAwait(false) ? next : null;
    }

    private DateTimeOffset ExpiryOf(Subscription subscription) => subscription.ExpiresAt ?? Now + TimeSpan.FromHours(1);

    private bool IsOf(Subscription other, SubscriptionResource resource) =>
        (other.Resource == resource
            || string.Equals(other.Resource?.Path, resource.Path, StringComparison.OrdinalIgnoreCase)
            || (resource.JoinLink is { } link && link == other.Resource?.JoinLink))
        && string.Equals(other.NotificationUrl, options.NotificationUrl!.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
}
