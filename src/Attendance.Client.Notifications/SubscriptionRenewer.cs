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

    private readonly AttendanceSubscriptions _subscriptions;
    private readonly ISubscriptionStore _store;
    private readonly AttendanceNotificationOptions _options;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger _logger;
    private readonly SubscriptionKeeper _keeper;
    private readonly GapReport _gaps;
    private readonly SubscriptionNotes _notes;
    private readonly NodeLease _lease;
    private readonly SemaphoreSlim _pass = new(1, 1);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private volatile bool _hasAddedOptions;
    private DateTimeOffset? _downSince;

    internal SubscriptionRenewer(
        AttendanceSubscriptions subscriptions, ISubscriptionStore store, IOptions<AttendanceNotificationOptions> options,
        HandlerCalls handlers, IHostApplicationLifetime lifetime, ILogger<SubscriptionRenewer> logger)
    {
        _subscriptions = subscriptions;
        _store = store;
        _options = options.Value;
        _lifetime = lifetime;
        _logger = logger;
        _keeper = new SubscriptionKeeper(subscriptions, store, _options, logger);
        _gaps = new GapReport(store, _options, handlers, logger);
        _notes = new SubscriptionNotes(store, _options.TimeProvider);
        _lease = new NodeLease(store, _options.TimeProvider, logger);
    }

    // Who only takes notifications keeps no subscriptions.
    private bool HasAddress => _options.NotificationUrl is not null;

    /// <summary>Subscribes to a resource, and keeps the subscription alive from now on, over restarts where the store outlives
    /// them.</summary>
    /// <exception cref="ArgumentException">The resource is of a kind that this library does not know.</exception>
    /// <exception cref="InvalidOperationException">The options have no notification URL.</exception>
    public async Task KeepAsync(SubscriptionResource resource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.Changes is null)
            throw new ArgumentException($"\"{resource}\" is none of the resources that tell of attendance.", nameof(resource));
        if (!HasAddress)
        {
            throw new InvalidOperationException(
                $"Nothing says where Graph sends notifications. Set {nameof(SubscriptionOptions.NotificationUrl)} in " +
                "AddAttendanceNotifications.");
        }

        await _store.TryAddAsync(new KeptSubscription(resource), cancellationToken).ConfigureAwait(false);
        Wake();
    }

    /// <summary>Ends the subscription to a resource, also while another node renews it; does nothing where none is kept. One that is among
    /// the options is made again when the application starts.</summary>
    /// <exception cref="AttendanceRequestException">Graph did not end it; it is kept alive as before.</exception>
    /// <exception cref="HttpRequestException">The connection failed; it is kept alive as before.</exception>
    public async Task EndAsync(SubscriptionResource resource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        while (HasAddress && await FindAsync(resource, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            if (kept.SubscriptionId is { } id)
                await _subscriptions.EndAsync(id, cancellationToken).ConfigureAwait(false);
            if (await _store.TryDeleteAsync(kept, cancellationToken).ConfigureAwait(false))
            {
                _keeper.Forget(resource);
                NotificationMeter.CountSubscription("ended");
                return;
            }
        }
    }

    /// <summary>Does what is due, unless another node does: makes, renews and mends subscriptions, and tells gaps. It returns when the gap
    /// handlers have. The hosted service does the same every minute; where none runs, such as in a function, a timer may call it.</summary>
    /// <returns>Whether this node does it: false where another node has the lease, or the options have no notification URL.</returns>
    public async Task<bool> RenewDueAsync(CancellationToken cancellationToken = default) =>
        await RenewAsync(cancellationToken).ConfigureAwait(false) && await TellGapsAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _lease.ReleaseAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Catches everything: without it, another node waits for the end of the lease.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _logger.NotReleased(exception);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _pass.Dispose();
        _notes.Dispose();
        _wake.Dispose();
        _gaps.Dispose();
    }

    /// <summary>Takes what Graph tells of a subscription.</summary>
    internal async Task TellAsync(LifecycleNotification notification, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        _notes.Add(notification, receivedAt);
        await SaveNotesAsync(cancellationToken).ConfigureAwait(false);
        Wake();
    }

    /// <summary>Notes that a notification which was taken led to nothing, so that a gap is told.</summary>
    internal void NoteUndelivered(string? subscriptionId, DateTimeOffset receivedAt)
    {
        if (subscriptionId is not null)
            _notes.AddUndelivered(subscriptionId, receivedAt);
    }

    /// <summary>Gives the store what was noted. Where that fails, each pass tries again.</summary>
    internal async Task SaveNotesAsync(CancellationToken cancellationToken)
    {
        if (!HasAddress)
            return;

        try
        {
            await _notes.SaveAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Catches everything: whatever the application's store throws, the next attempt may end better.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _logger.StoreFailed(exception, Pause);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Graph asks the notification address back before it makes a subscription, so what listens there must listen.
        await WaitForStartAsync(stoppingToken).ConfigureAwait(false);
        var telling = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            // What fills a gap may take hours, in which other subscriptions want to be renewed, and other gaps to be told.
            if (await TryAsync(RenewAsync, stoppingToken).ConfigureAwait(false))
                telling.Add(TryAsync(TellGapsAsync, stoppingToken));
            telling.RemoveAll(static one => one.IsCompleted);
            await PauseAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(telling).ConfigureAwait(false);
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Catches everything: whatever the application's store throws, the next attempt may end better.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // What is cancelled may throw what it likes.
            if (!cancellationToken.IsCancellationRequested)
                _logger.StoreFailed(exception, Pause);
            return false;
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

    private async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        if (!HasAddress)
            return false;

        await _notes.SaveAsync(cancellationToken).ConfigureAwait(false);
        await AddOptionsAsync(cancellationToken).ConfigureAwait(false);
        await _pass.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _lease.WhileHeldAsync(RenewAllAsync, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _pass.Release();
        }
    }

    private async Task RenewAllAsync(DateTimeOffset? lastSeen, CancellationToken cancellationToken)
    {
        var pass = _keeper.Begin(lastSeen, cancellationToken);
        var kept = await LoadAsync(pass, cancellationToken).ConfigureAwait(false);
        await Parallel.ForEachAsync(
            kept,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (subscription, cancel) => await _keeper.RenewAsync(subscription, pass, cancel).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    // Once, as what is ended later stays so, and by each node, which may be the first that knows of one.
    private async Task AddOptionsAsync(CancellationToken cancellationToken)
    {
        if (_hasAddedOptions)
            return;

        foreach (var resource in _options.Subscriptions)
            await _store.TryAddAsync(new KeptSubscription(resource), cancellationToken).ConfigureAwait(false);
        _hasAddedOptions = true;
    }

    private Task<bool> TellGapsAsync(CancellationToken cancellationToken) =>
        _lease.WhileHeldAsync((_, cancel) => _gaps.TellAsync(cancel), cancellationToken);

    private async Task<IReadOnlyList<KeptSubscription>> LoadAsync(RenewalPass pass, CancellationToken cancellationToken)
    {
        // The first pass alone knows it from the lease; until it is noted, it is known here.
        _downSince ??= pass.DownSince;
        var kept = await _store.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (_downSince is not { } downSince)
            return kept;

        // What Graph tried to tell a subscription is lost for the time in which no node ran.
        foreach (var id in kept.Select(static one => one.SubscriptionId).OfType<string>())
        {
            await _store.ChangeAsync(
                id, one => one.WithGap(downSince, pass.Now, SubscriptionGapReason.Down), cancellationToken).ConfigureAwait(false);
        }

        _downSince = null;
        return await _store.LoadAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<KeptSubscription?> FindAsync(SubscriptionResource resource, CancellationToken cancellationToken) =>
        (await _store.LoadAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(kept => kept.Resource == resource);
}
