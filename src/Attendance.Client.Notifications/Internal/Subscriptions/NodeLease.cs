using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Lets one node at a time work on the subscriptions of a store.</summary>
internal sealed class NodeLease(ISubscriptionStore store, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = Duration / 3;

    private readonly Guid _nodeId = Guid.NewGuid();

    /// <summary>Works as long as this node has the lease.</summary>
    /// <param name="turn">Lets one such work at a time run in this process.</param>
    /// <param name="work">The work, which is told when a node last had the lease, or null where none ever had.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Whether it was done; false says that another node has the lease.</returns>
    public async Task<bool> WhileHeldAsync(
        SemaphoreSlim turn, Func<DateTimeOffset?, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await TryTakeAsync(cancellationToken).ConfigureAwait(false) is { } lease
                && await TryWorkAsync(cancel => work(lease.PreviousUntil - Duration, cancel), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private Task<SubscriptionLease?> TryTakeAsync(CancellationToken cancellationToken) =>
        store.TryLeaseAsync(_nodeId, timeProvider.GetUtcNow(), Duration, cancellationToken);

    private async Task<bool> TryWorkAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var whileHeld = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var holding = HoldAsync(whileHeld);
        try
        {
            await work(whileHeld.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (whileHeld.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Another node has taken over, and goes on.
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
        try
        {
            while (await timer.WaitForNextTickAsync(whileHeld.Token).ConfigureAwait(false))
            {
                if (await TryTakeAsync(whileHeld.Token).ConfigureAwait(false) is null)
                    await whileHeld.CancelAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (whileHeld.IsCancellationRequested)
        {
            // The work is done.
        }
#pragma warning disable CA1031 // Catches everything: while the application's store fails, nobody knows who has the lease.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.StoreFailed(exception, Interval);
            await whileHeld.CancelAsync().ConfigureAwait(false);
        }
    }
}
