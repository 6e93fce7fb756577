using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Tells the application what subscriptions that live again did not tell of.</summary>
internal sealed class GapReport(
    ISubscriptionStore store, AttendanceNotificationOptions options, HandlerCalls handlers, ILogger logger) : IDisposable
{
    private const int AtOnce = 8;

    // What cannot be handled for long is not likely to be soon, and what fills a gap may ask much of Graph.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(4);

    private readonly RenewalPlan _plan = new(LongestDelay);
    private readonly SemaphoreSlim _slots = new(AtOnce, AtOnce);
    private readonly Lock _lock = new();
    private readonly HashSet<SubscriptionResource> _underWay = [];

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public void Dispose() => _slots.Dispose();

    /// <summary>Tells each gap that nobody was told yet, or is being told, until it is handled.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var kept = await store.LoadAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(
            kept.Where(one => one is { SubscriptionId: not null, LostReason: not null } && _plan.MayTry(one.Resource, Now))
                .Select(one => TellOnceAsync(one.Resource, one.SubscriptionId!, cancellationToken))).ConfigureAwait(false);
    }

    private async Task TellOnceAsync(SubscriptionResource resource, string subscriptionId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_underWay.Add(resource))
                return;
        }

        try
        {
            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                // Whoever had it under way before may have told it.
                if (await store.FindAsync(subscriptionId, cancellationToken).ConfigureAwait(false) is { LostReason: not null } subscription)
                    await TellAsync(subscription, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            lock (_lock)
                _underWay.Remove(resource);
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
            var delay = _plan.Fail(gap.Resource, Now, exception);
            logger.GapNotHandled(exception, gap.Resource.Kind, NotificationLog.Sentence(exception), delay);
            return;
        }

        _plan.Succeed(gap.Resource);
        NotificationMeter.CountSubscription("gap");

        // A renewal in the meantime has not changed what was lost. If more was lost, all is told once more.
        await store.ChangeAsync(
            subscription.SubscriptionId!,
            now => (now.LostReason, now.LostSince, now.LostUntil)
                == (subscription.LostReason, subscription.LostSince, subscription.LostUntil)
                ? now with { LostReason = null, LostSince = null, LostUntil = null }
                : null,
            cancellationToken).ConfigureAwait(false);
    }
}
