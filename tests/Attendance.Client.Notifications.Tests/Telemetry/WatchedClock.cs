using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Notifications.Tests.Telemetry;

/// <summary>A clock that stands still until a test moves it, and tells who has begun to wait, so that it is not moved too early.</summary>
internal sealed class WatchedClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private readonly List<TimeSpan> _waits = [];
    private readonly Signal _changed = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_waits)
            _waits.Add(dueTime);
        _changed.Raise();
        return timer;
    }

    /// <summary>Waits until something has begun so often to wait for that long.</summary>
    public Task WaitedForAsync(TimeSpan time, int times) => _changed.UntilAsync(() =>
    {
        lock (_waits)
            return _waits.Count(wait => wait == time) >= times;
    });
}
