namespace Attendance.Client.Tests;

/// <summary>A clock whose long waits are over when the test says so, and whose short ones are over at once.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly List<Action> _held = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public int Held
    {
        get
        {
            lock (_held)
                return _held.Count;
        }
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == TimeSpan.FromSeconds(30))
        {
            lock (_held)
                _held.Add(() => callback(state));
        }
        else if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(1))
        {
            _now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
    }

    public void Release()
    {
        _now += TimeSpan.FromSeconds(30);
        foreach (var end in _held.ToList())
            ThreadPool.QueueUserWorkItem(_ => end());
    }
}
