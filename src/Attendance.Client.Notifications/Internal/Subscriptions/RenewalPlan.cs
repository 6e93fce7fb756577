namespace Attendance.Client.Notifications.Internal;

/// <summary>When a subscription is renewed, and when one that failed is tried again.</summary>
/// <param name="longestDelay">The longest wait after failures, unless Graph asks for a longer one.</param>
internal sealed class RenewalPlan(TimeSpan longestDelay)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);

    private readonly Dictionary<SubscriptionResource, (int Failures, DateTimeOffset NextAt)> _failed = [];
    private readonly Lock _lock = new();

    /// <summary>Whether so little of its life is left that it is renewed: a third.</summary>
    public static bool IsNearItsEnd(DateTimeOffset expiresAt, TimeSpan lifetime, DateTimeOffset now) => expiresAt - now <= lifetime / 3;

    /// <summary>Whether the last failure is long enough ago.</summary>
    public bool MayTry(SubscriptionResource resource, DateTimeOffset now)
    {
        lock (_lock)
            return !_failed.TryGetValue(resource, out var failed) || failed.NextAt <= now;
    }

    /// <summary>Forgets that it failed.</summary>
    public void Succeed(SubscriptionResource resource)
    {
        lock (_lock)
            _failed.Remove(resource);
    }

    /// <summary>Notes a failure, and returns how long to wait.</summary>
    public TimeSpan Fail(SubscriptionResource resource, DateTimeOffset now, Exception? exception = null)
    {
        var asked = (exception as AttendanceRequestException)?.RetryAfter;
        lock (_lock)
        {
            var failures = _failed.TryGetValue(resource, out var failed) ? failed.Failures + 1 : 1;
            var delay = FirstDelay * Math.Pow(2, Math.Min(failures - 1, 10));
            delay = delay < longestDelay ? delay : longestDelay;
            delay = asked > delay ? asked.Value : delay;
            _failed[resource] = (failures, now + delay);
            return delay;
        }
    }
}
