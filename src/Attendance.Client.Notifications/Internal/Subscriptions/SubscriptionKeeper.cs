using System.Net;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Keeps single subscriptions alive: renews them, makes those anew that are gone, and tells what was lost.</summary>
internal sealed class SubscriptionKeeper(
    AttendanceSubscriptions subscriptions, ISubscriptionStore store, AttendanceNotificationOptions options, HandlerCalls handlers,
    ILogger logger)
{
    private readonly RenewalPlan _plan = new();

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Begins to go through all subscriptions.</summary>
    public RenewalPass Begin(DateTimeOffset? downSince, CancellationToken cancellationToken) =>
        new(Now, downSince, new Lazy<Task<List<Subscription>>>(() => ListAsync(cancellationToken)));

    public TimeSpan LifetimeOf(SubscriptionResource resource) => options.Lifetime ?? AttendanceSubscriptions.LongestOf(resource);

    /// <summary>Does what is due of a subscription. What fails is logged, and tried again later.</summary>
    public async Task RenewAsync(KeptSubscription subscription, RenewalPass pass, CancellationToken cancellationToken)
    {
        if (!subscription.IsDue && !_plan.MayTry(subscription.Resource, pass.Now))
            return;

        try
        {
            var noted = await NoteDownTimeAsync(subscription, pass, cancellationToken).ConfigureAwait(false);
            await KeepAliveAsync(noted, pass, cancellationToken).ConfigureAwait(false);
            _plan.Succeed(subscription.Resource);
        }
#pragma warning disable CA1031 // Catches everything: one subscription that fails, also by the application's credential, keeps no other.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var delay = _plan.Fail(subscription.Resource, pass.Now, (exception as AttendanceRequestException)?.RetryAfter);
            NotificationMeter.CountSubscription("failed");
            logger.NotRenewed(exception, subscription.Resource.Kind, exception.Message, delay);
        }
    }

    /// <summary>Tells of a gap.</summary>
    public async Task TellGapAsync(SubscriptionGap gap, CancellationToken cancellationToken)
    {
        logger.Gap(gap.Resource.Kind, gap.From, gap.Until, gap.Reason);
        NotificationMeter.CountSubscription("gap");
        await handlers.TellAsync(gap, cancellationToken).ConfigureAwait(false);
    }

    private static KeptSubscription Lost(KeptSubscription subscription, DateTimeOffset since, SubscriptionGapReason reason)
    {
        NotificationMeter.CountSubscription("lost");
        return subscription with
        {
            SubscriptionId = null,
            ExpiresAt = null,
            LostSince = subscription.LostSince ?? since,
            LostReason = subscription.LostReason ?? reason,
        };
    }

    private async Task<List<Subscription>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<Subscription>();
        await foreach (var subscription in subscriptions.ListAsync(cancellationToken).ConfigureAwait(false))
            all.Add(subscription);

        return all;
    }

    // What Graph tried to tell a subscription that lives is lost for the time in which no node ran; for one that ended, for longer.
    private async Task<KeptSubscription> NoteDownTimeAsync(
        KeptSubscription subscription, RenewalPass pass, CancellationToken cancellationToken)
    {
        if (pass.DownSince is not { } downSince || subscription.SubscriptionId is null)
            return subscription;

        if (subscription.ExpiresAt > pass.Now)
        {
            await TellGapAsync(
                new SubscriptionGap(subscription.Resource, downSince, pass.Now, SubscriptionGapReason.Down), cancellationToken)
                .ConfigureAwait(false);
            return subscription;
        }

        return subscription with { LostSince = subscription.LostSince ?? downSince, LostReason = SubscriptionGapReason.Down };
    }

    private async Task KeepAliveAsync(KeptSubscription subscription, RenewalPass pass, CancellationToken cancellationToken)
    {
        var lifetime = LifetimeOf(subscription.Resource);
        if (subscription is { SubscriptionId: { } id, ExpiresAt: { } expiresAt } && expiresAt > pass.Now)
        {
            if (!subscription.IsDue && !RenewalPlan.IsNearItsEnd(expiresAt, lifetime, pass.Now))
                return;
            if (await TryRenewAsync(subscription, id, cancellationToken).ConfigureAwait(false))
                return;

            // Nobody said when it went; it lived when it was renewed last.
            subscription = Lost(subscription, expiresAt - lifetime, SubscriptionGapReason.Removed);
        }
        else if (subscription.ExpiresAt is { } end)
        {
            subscription = Lost(subscription, end, SubscriptionGapReason.Expired);
        }

        await store.SaveAsync(subscription, cancellationToken).ConfigureAwait(false);
        await MakeAsync(subscription, pass, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryRenewAsync(KeptSubscription subscription, string id, CancellationToken cancellationToken)
    {
        try
        {
            var renewed = await subscriptions.RenewAsync(id, subscription.Resource, options.Lifetime, cancellationToken)
                .ConfigureAwait(false);
            await store.SaveAsync(subscription with { ExpiresAt = ExpiryOf(renewed), IsDue = false }, cancellationToken)
                .ConfigureAwait(false);
            NotificationMeter.CountSubscription("renewed");
            logger.Subscribed(subscription.Resource.Kind, "renewed", renewed.ExpiresAt);
            return true;
        }
        catch (AttendanceRequestException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return false;
        }
    }

    private async Task MakeAsync(KeptSubscription subscription, RenewalPass pass, CancellationToken cancellationToken)
    {
        // One that was made before, by a process that remembers nothing or by a request whose answer was lost, repeats a secret that
        // nobody may know any longer. Graph takes no second one beside it.
        var others = (await pass.Existing.Value.ConfigureAwait(false)).Where(other => IsOf(other, subscription.Resource)).ToList();
        foreach (var other in others)
            await subscriptions.EndAsync(other.Id, cancellationToken).ConfigureAwait(false);

        var made = await subscriptions.CreateAsync(subscription.Resource, options, cancellationToken).ConfigureAwait(false);
        await store.SaveAsync(
            new KeptSubscription(subscription.Resource) { SubscriptionId = made.Id, ExpiresAt = ExpiryOf(made) }, cancellationToken)
            .ConfigureAwait(false);
        NotificationMeter.CountSubscription("made");
        logger.Subscribed(subscription.Resource.Kind, "made", made.ExpiresAt);

        if (subscription.LostSince is { } since)
        {
            var reason = subscription.LostReason ?? SubscriptionGapReason.Removed;
            await TellGapAsync(new SubscriptionGap(subscription.Resource, since, Now, reason), cancellationToken).ConfigureAwait(false);
        }
        else if (others.Count > 0)
        {
            await TellGapAsync(
                new SubscriptionGap(subscription.Resource, From: null, Now, SubscriptionGapReason.Forgotten), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private DateTimeOffset ExpiryOf(Subscription subscription) => subscription.ExpiresAt ?? Now + TimeSpan.FromHours(1);

    private bool IsOf(Subscription other, SubscriptionResource resource) =>
        (other.Resource == resource
            || string.Equals(other.Resource?.Path, resource.Path, StringComparison.OrdinalIgnoreCase)
            || (resource.JoinLink is { } link && link == other.Resource?.JoinLink))
        && string.Equals(other.NotificationUrl, options.NotificationUrl!.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
}
