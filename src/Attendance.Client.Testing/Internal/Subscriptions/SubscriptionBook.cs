namespace Attendance.Client.Testing.Internal;

/// <summary>The subscriptions, of which those count that have not ended.</summary>
internal sealed class SubscriptionBook(Func<DateTimeOffset> now)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, FakeSubscription> _all = new(StringComparer.Ordinal);

    public DateTimeOffset Now => now();

    public IReadOnlyList<FakeSubscription> Alive
    {
        get
        {
            lock (_lock)
                return [.. _all.Values.Where(IsAlive)];
        }
    }

    public FakeSubscription? Find(string id)
    {
        lock (_lock)
            return _all.TryGetValue(id, out var found) && IsAlive(found) ? found : null;
    }

    /// <summary>Adds a subscription, unless its application has one of the same kind.</summary>
    public bool TryAdd(FakeSubscription subscription)
    {
        lock (_lock)
        {
            if (_all.Values.Any(other => IsAlive(other)
                && other.ApplicationId == subscription.ApplicationId
                && other.UserId == subscription.UserId
                && SubscriptionRules.IsSameResource(other.Resource, subscription.Resource)
                && other.ChangeType == subscription.ChangeType))
            {
                return false;
            }

            _all[subscription.Id] = subscription;
            return true;
        }
    }

    public void Replace(FakeSubscription subscription)
    {
        lock (_lock)
            _all[subscription.Id] = subscription;
    }

    public void Remove(string id)
    {
        lock (_lock)
            _all.Remove(id);
    }

    /// <summary>Holds these and no others.</summary>
    public void Restore(IReadOnlyList<FakeSubscription> subscriptions)
    {
        lock (_lock)
        {
            _all.Clear();
            foreach (var subscription in subscriptions)
                _all[subscription.Id] = subscription;
        }
    }

    private bool IsAlive(FakeSubscription subscription) => subscription.ExpiresAt > now();
}
