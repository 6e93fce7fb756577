using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Tells the application what subscriptions that live again did not tell of.</summary>
internal sealed class GapReport(
    ISubscriptionStore store, AttendanceNotificationOptions options, HandlerCalls handlers, ILogger logger)
{
    private readonly RenewalPlan _plan = new();

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Tells each gap that nobody was told yet, until it is handled.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var kept = await store.LoadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var subscription in kept.Where(static one => one is { SubscriptionId: not null, LostReason: not null }))
        {
            if (_plan.MayTry(subscription.Resource, Now))
                await TellAsync(subscription, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(KeptSubscription subscription, CancellationToken cancellationToken)
    {
        var gap = new SubscriptionGap(
            subscription.Resource, subscription.LostSince, subscription.LostUntil ?? Now, subscription.LostReason!.Value);
        logger.Gap(gap.Resource.Kind, gap.From, gap.Until, gap.Reason);
        try
        {
            await handlers.TellAsync(gap, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Catches everything: a handler that fails is told again, and keeps no other gap from being told.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.GapNotHandled(exception, gap.Resource.Kind, exception.Message, _plan.Fail(gap.Resource, Now, exception));
            return;
        }

        _plan.Succeed(gap.Resource);
        NotificationMeter.CountSubscription("gap");

        // A renewal in the meantime has not changed what was lost. If more was lost, all is told once more.
        while (await store.FindAsync(subscription.SubscriptionId!, cancellationToken).ConfigureAwait(false) is { } now
            && (now.LostReason, now.LostSince, now.LostUntil)
                == (subscription.LostReason, subscription.LostSince, subscription.LostUntil))
        {
            var told = now with { LostReason = null, LostSince = null, LostUntil = null, Revision = now.Revision + 1 };
            if (await store.TryReplaceAsync(told, cancellationToken).ConfigureAwait(false))
                return;
        }
    }
}
