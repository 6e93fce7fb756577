using Attendance.Client.Notifications.Internal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Notifications;

/// <summary>Keeps subscriptions alive: renews them long before they end, makes those anew that are gone, and tells what was lost.</summary>
/// <remarks>
/// <c>AddAttendanceNotifications</c> registers it as a hosted service. Of several nodes that share an <see cref="ISubscriptionStore"/> one
/// renews at a time. Subscriptions outlive the process, as Graph sends again for four hours what nobody takes.
/// </remarks>
public sealed class SubscriptionRenewer : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeaseDuration = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PatienceOfGraph = TimeSpan.FromHours(4);

    private readonly AttendanceSubscriptions _subscriptions;
    private readonly ISubscriptionStore _store;
    private readonly AttendanceNotificationOptions _options;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger _logger;
    private readonly SubscriptionKeeper _keeper;
    private readonly SemaphoreSlim _pass = new(1, 1);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly string _owner = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    internal SubscriptionRenewer(
        AttendanceSubscriptions subscriptions, ISubscriptionStore store, IOptions<AttendanceNotificationOptions> options,
        HandlerCalls handlers, IHostApplicationLifetime lifetime, ILogger<SubscriptionRenewer> logger)
    {
        _subscriptions = subscriptions;
        _store = store;
        _options = options.Value;
        _lifetime = lifetime;
        _logger = logger;
        _keeper = new SubscriptionKeeper(subscriptions, store, _options, handlers, logger);
    }

    private DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>Subscribes to a resource, and keeps the subscription alive from now on, over restarts where the store outlives
    /// them.</summary>
    /// <exception cref="ArgumentException">The resource is of a kind that this library does not know.</exception>
    public async Task KeepAsync(SubscriptionResource resource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.Changes is null)
            throw new ArgumentException($"\"{resource}\" is none of the resources that tell of attendance.", nameof(resource));

        var kept = await _store.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (!kept.Any(known => known.Resource == resource))
            await _store.SaveAsync(new KeptSubscription(resource), cancellationToken).ConfigureAwait(false);

        Wake();
    }

    /// <summary>Ends the subscription to a resource. One that is among the options is made again when the application starts.</summary>
    public async Task EndAsync(SubscriptionResource resource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        await _pass.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var kept = await _store.LoadAsync(cancellationToken).ConfigureAwait(false);
            if (kept.FirstOrDefault(known => known.Resource == resource) is not { } found)
                return;

            await _store.DeleteAsync(resource, cancellationToken).ConfigureAwait(false);
            if (found.SubscriptionId is { } id)
                await _subscriptions.EndAsync(id, cancellationToken).ConfigureAwait(false);
            NotificationMeter.CountSubscription("ended");
        }
        finally
        {
            _pass.Release();
        }
    }

    /// <summary>Does what is due, unless another node does: makes, renews and mends subscriptions. The hosted service calls it every
    /// minute; where none runs, such as in a function, a timer may.</summary>
    /// <returns>Whether this node does it.</returns>
    public async Task<bool> RenewDueAsync(CancellationToken cancellationToken = default)
    {
        await _pass.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = Now;
            if (await _store.TryLeaseAsync(_owner, now, LeaseDuration, cancellationToken).ConfigureAwait(false) is not { } lease)
                return false;

            var kept = await LoadAsync(cancellationToken).ConfigureAwait(false);
            var lastSeen = lease.PreviousUntil - LeaseDuration;
            var pass = _keeper.Begin(now - lastSeen > PatienceOfGraph ? lastSeen : null, cancellationToken);
            await Parallel.ForEachAsync(
                kept,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (subscription, cancel) => await _keeper.RenewAsync(subscription, pass, cancel).ConfigureAwait(false))
                .ConfigureAwait(false);
            return true;
        }
        finally
        {
            _pass.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _pass.Dispose();
        _wake.Dispose();
        base.Dispose();
    }

    /// <summary>Takes what Graph tells of a subscription; what it tells of one that is kept no longer is passed over.</summary>
    internal async Task TellAsync(LifecycleNotification notification, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var all = await _store.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (notification.SubscriptionId is not { } id || all.FirstOrDefault(kept => kept.SubscriptionId == id) is not { } found)
            return;

        if (notification.Event == LifecycleEvent.ReauthorizationRequired)
        {
            await _store.SaveAsync(found with { IsDue = true }, cancellationToken).ConfigureAwait(false);
        }
        else if (notification.Event == LifecycleEvent.SubscriptionRemoved)
        {
            var lost = found with
            {
                SubscriptionId = null,
                ExpiresAt = null,
                LostSince = found.LostSince ?? receivedAt,
                LostReason = SubscriptionGapReason.Removed,
            };
            await _store.SaveAsync(lost, cancellationToken).ConfigureAwait(false);
        }
        else if (notification.Event == LifecycleEvent.Missed)
        {
            // It does not say since when. Longer ago than a life of the subscription it is not.
            var from = receivedAt - _keeper.LifetimeOf(found.Resource);
            var gap = new SubscriptionGap(found.Resource, from, receivedAt, SubscriptionGapReason.Missed);
            await _keeper.TellGapAsync(gap, cancellationToken).ConfigureAwait(false);
        }

        Wake();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Graph asks the notification address back before it makes a subscription, so what listens there must listen.
        await WaitForStartAsync(stoppingToken).ConfigureAwait(false);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RenewDueAsync(stoppingToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Catches everything: whatever the application's store throws, the next attempt may end better.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                _logger.StoreFailed(exception, Pause);
            }

            await PauseAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var whenStarted = _lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        using var pause = new CancellationTokenSource(Pause, _options.TimeProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancellationToken);
        try
        {
            await _wake.WaitAsync(end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody woke it.
        }
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake.
        }
    }

    private async Task<List<KeptSubscription>> LoadAsync(CancellationToken cancellationToken)
    {
        var kept = (await _store.LoadAsync(cancellationToken).ConfigureAwait(false)).ToList();
        foreach (var resource in _options.Subscriptions.Distinct())
        {
            if (kept.Exists(known => known.Resource == resource))
                continue;

            var added = new KeptSubscription(resource);
            await _store.SaveAsync(added, cancellationToken).ConfigureAwait(false);
            kept.Add(added);
        }

        return kept;
    }
}
