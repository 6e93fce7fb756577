namespace Attendance.Client.Tests;

/// <summary>A clock whose waits are over when the test says so.</summary>
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

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == TimeSpan.FromSeconds(30))
        {
            lock (_held)
                _held.Add(() => callback(state));
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
