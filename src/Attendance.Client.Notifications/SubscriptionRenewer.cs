using System.Net;
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
    private readonly HandlerCalls _handlers;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger _logger;
    private readonly RenewalPlan _plan = new();
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
        _handlers = handlers;
        _lifetime = lifetime;
        _logger = logger;
    }

    private DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>Subscribes to a resource, and keeps the subscription alive from now on, over restarts where the store outlives them.</summary>
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
            var downSince = lease.PreviousUntil is { } end && now - (end - LeaseDuration) > PatienceOfGraph ? end - LeaseDuration : (DateTimeOffset?)null;
            var pass = new Pass(now, downSince, new Lazy<Task<List<Subscription>>>(() => ListAsync(cancellationToken)));
            await Parallel.ForEachAsync(
                kept,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (subscription, cancel) => await RenewAsync(subscription, pass, cancel).ConfigureAwait(false)).ConfigureAwait(false);
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
            var from = receivedAt - LifetimeOf(found.Resource);
            await TellGapAsync(new SubscriptionGap(found.Resource, from, receivedAt, SubscriptionGapReason.Missed), cancellationToken)
                .ConfigureAwait(false);
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

    private TimeSpan LifetimeOf(SubscriptionResource resource) => _options.Lifetime ?? AttendanceSubscriptions.LongestOf(resource);

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

    private async Task<List<Subscription>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<Subscription>();
        await foreach (var subscription in _subscriptions.ListAsync(cancellationToken).ConfigureAwait(false))
            all.Add(subscription);

        return all;
    }

    private async Task RenewAsync(KeptSubscription subscription, Pass pass, CancellationToken cancellationToken)
    {
        if (!subscription.IsDue && !_plan.MayTry(subscription.Resource, pass.Now))
            return;

        try
        {
            await KeepAliveAsync(await NoteDownTimeAsync(subscription, pass, cancellationToken).ConfigureAwait(false), pass, cancellationToken)
                .ConfigureAwait(false);
            _plan.Succeed(subscription.Resource);
        }
#pragma warning disable CA1031 // Catches everything: one subscription that fails, also by the application's credential, keeps no other.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var delay = _plan.Fail(subscription.Resource, pass.Now, (exception as AttendanceRequestException)?.RetryAfter);
            NotificationMeter.CountSubscription("failed");
            _logger.NotRenewed(exception, subscription.Resource.Kind, exception.Message, delay);
        }
    }

    // What Graph tried to tell a subscription that lives is lost for the time in which no node ran; for one that ended, for longer.
    private async Task<KeptSubscription> NoteDownTimeAsync(KeptSubscription subscription, Pass pass, CancellationToken cancellationToken)
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

    private async Task KeepAliveAsync(KeptSubscription subscription, Pass pass, CancellationToken cancellationToken)
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

        await _store.SaveAsync(subscription, cancellationToken).ConfigureAwait(false);
        await MakeAsync(subscription, pass, cancellationToken).ConfigureAwait(false);
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

    private async Task<bool> TryRenewAsync(KeptSubscription subscription, string id, CancellationToken cancellationToken)
    {
        try
        {
            var renewed = await _subscriptions.RenewAsync(id, subscription.Resource, _options.Lifetime, cancellationToken)
                .ConfigureAwait(false);
            await _store.SaveAsync(subscription with { ExpiresAt = ExpiryOf(renewed), IsDue = false }, cancellationToken)
                .ConfigureAwait(false);
            NotificationMeter.CountSubscription("renewed");
            _logger.Subscribed(subscription.Resource.Kind, "renewed", renewed.ExpiresAt);
            return true;
        }
        catch (AttendanceRequestException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return false;
        }
    }

    private async Task MakeAsync(KeptSubscription subscription, Pass pass, CancellationToken cancellationToken)
    {
        // One that was made before, by a process that remembers nothing or by a request whose answer was lost, repeats a secret that
        // nobody may know any longer. Graph takes no second one beside it.
        var others = (await pass.Existing.Value.ConfigureAwait(false)).Where(other => IsOf(other, subscription.Resource)).ToList();
        foreach (var other in others)
            await _subscriptions.EndAsync(other.Id, cancellationToken).ConfigureAwait(false);

        var made = await _subscriptions.CreateAsync(subscription.Resource, _options, cancellationToken).ConfigureAwait(false);
        await _store.SaveAsync(
            new KeptSubscription(subscription.Resource) { SubscriptionId = made.Id, ExpiresAt = ExpiryOf(made) }, cancellationToken)
            .ConfigureAwait(false);
        NotificationMeter.CountSubscription("made");
        _logger.Subscribed(subscription.Resource.Kind, "made", made.ExpiresAt);

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
        && string.Equals(other.NotificationUrl, _options.NotificationUrl!.AbsoluteUri, StringComparison.OrdinalIgnoreCase);

    private async Task TellGapAsync(SubscriptionGap gap, CancellationToken cancellationToken)
    {
        _logger.Gap(gap.Resource.Kind, gap.From, gap.Until, gap.Reason);
        NotificationMeter.CountSubscription("gap");
        await _handlers.TellAsync(gap, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One time of going through all subscriptions.</summary>
    private sealed record Pass(DateTimeOffset Now, DateTimeOffset? DownSince, Lazy<Task<List<Subscription>>> Existing);
}
