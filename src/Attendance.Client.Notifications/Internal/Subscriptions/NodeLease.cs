using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Lets one node at a time work on the subscriptions of a store.</summary>
internal sealed class NodeLease(ISubscriptionStore store, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = Duration / 3;

    private readonly Guid _nodeId = Guid.NewGuid();
    private readonly Lock _lock = new();
    private DateTimeOffset? _heldUntil;

    private DateTimeOffset Now => timeProvider.GetUtcNow();

    private bool IsHeld
    {
        get
        {
            lock (_lock)
                return _heldUntil > Now;
        }
    }

    /// <summary>Works as long as this node has the lease.</summary>
    /// <param name="work">The work, which is told when a node took the lease before, or null where none ever did.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Whether it was done; false says that another node has the lease.</returns>
    public async Task<bool> WhileHeldAsync(
        Func<DateTimeOffset?, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        await TryTakeAsync(Duration, cancellationToken).ConfigureAwait(false) is { } lease
            && await TryWorkAsync(cancel => work(lease.LastTakenAt, cancel), cancellationToken).ConfigureAwait(false);

    /// <summary>Gives the lease back, so that another node need not wait for its end.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        // Who never had it would seem to have worked.
        if (IsHeld)
            await TryTakeAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SubscriptionLease?> TryTakeAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var lease = await store.TryLeaseAsync(_nodeId, Now, duration, cancellationToken).ConfigureAwait(false);
        lock (_lock)
            _heldUntil = lease?.Until;

        return lease;
    }

    private async Task<bool> TryWorkAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var whileHeld = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var holding = HoldAsync(whileHeld);
        try
        {
            await work(whileHeld.Token).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // Catches everything: what is cancelled may throw what it likes.
        catch (Exception) when (whileHeld.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // Another node has taken over, or nobody knows who has.
            return false;
        }
        finally
        {
            await whileHeld.CancelAsync().ConfigureAwait(false);
            await holding.ConfigureAwait(false);
        }
    }

    // Many subscriptions, a Graph that wants to be asked slowly, and what fills a gap take longer than one duration.
    private async Task HoldAsync(CancellationTokenSource whileHeld)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        while (!whileHeld.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(whileHeld.Token).ConfigureAwait(false);
                await TryTakeAsync(Duration, whileHeld.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (whileHeld.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Catches everything: whatever the application's store throws, the lease runs on for a while.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                logger.StoreFailed(exception, Interval);
            }

            if (!IsHeld)
                await whileHeld.CancelAsync().ConfigureAwait(false);
        }
    }
}
