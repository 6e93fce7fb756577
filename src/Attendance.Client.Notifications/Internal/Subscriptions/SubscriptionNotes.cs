namespace Attendance.Client.Notifications.Internal;

/// <summary>What is to be noted of subscriptions: it waits here for as long as the store does not take it.</summary>
internal sealed class SubscriptionNotes(ISubscriptionStore store, TimeProvider timeProvider) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _saving = new(1, 1);
    private readonly Queue<(LifecycleNotification Notification, DateTimeOffset ReceivedAt)> _told = [];
    private readonly Dictionary<string, DateTimeOffset> _undelivered = new(StringComparer.Ordinal);

    public void Dispose() => _saving.Dispose();

    /// <summary>Adds what Graph tells of a subscription; what it tells of one that is kept no longer is passed over.</summary>
    public void Add(LifecycleNotification notification, DateTimeOffset receivedAt)
    {
        lock (_lock)
            _told.Enqueue((notification, receivedAt));
    }

    /// <summary>Adds that a notification which was taken led to nothing.</summary>
    public void AddUndelivered(string subscriptionId, DateTimeOffset receivedAt)
    {
        lock (_lock)
        {
            if (!_undelivered.TryGetValue(subscriptionId, out var earliest) || receivedAt < earliest)
                _undelivered[subscriptionId] = receivedAt;
        }
    }

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (NextTold() is var (notification, receivedAt))
            {
                await SaveAsync(notification.SubscriptionId, kept => Told(kept, notification.Event, receivedAt), cancellationToken)
                    .ConfigureAwait(false);
                lock (_lock)
                    _told.Dequeue();
            }

            while (NextUndelivered() is { } undelivered)
            {
                var until = timeProvider.GetUtcNow();
                await SaveAsync(
                    undelivered.Key, kept => kept.WithGap(undelivered.Value, until, SubscriptionGapReason.Undelivered), cancellationToken)
                    .ConfigureAwait(false);
                lock (_lock)
                    ((ICollection<KeyValuePair<string, DateTimeOffset>>)_undelivered).Remove(undelivered);
            }
        }
        finally
        {
            _saving.Release();
        }
    }

    private static KeptSubscription? Told(KeptSubscription kept, LifecycleEvent lifecycleEvent, DateTimeOffset receivedAt)
    {
        if (lifecycleEvent == LifecycleEvent.ReauthorizationRequired)
            return kept with { IsDue = true };
        if (lifecycleEvent == LifecycleEvent.SubscriptionRemoved)
            return kept.WithoutSubscription(receivedAt, receivedAt, SubscriptionGapReason.Removed);

        // It does not say since when. Longer ago than a life of the subscription it is not.
        return lifecycleEvent == LifecycleEvent.Missed
            ? kept.WithGap(
                receivedAt - AttendanceSubscriptions.LongestOf(kept.Resource), receivedAt, SubscriptionGapReason.Missed)
            : null;
    }

    private (LifecycleNotification Notification, DateTimeOffset ReceivedAt)? NextTold()
    {
        lock (_lock)
            return _told.TryPeek(out var next) ? next : null;
    }

    private KeyValuePair<string, DateTimeOffset>? NextUndelivered()
    {
        lock (_lock)
            return _undelivered.Count > 0 ? _undelivered.First() : null;
    }

    private async Task SaveAsync(
        string? subscriptionId, Func<KeptSubscription, KeptSubscription?> change, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(subscriptionId))
            return;

        if (await store.ChangeAsync(subscriptionId, change, cancellationToken).ConfigureAwait(false) is { SubscriptionId: null })
            NotificationMeter.CountSubscription("lost");
    }
}
