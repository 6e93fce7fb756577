namespace Attendance.Client.Tests;

/// <summary>A clock whose waits end when the test says so.</summary>
internal sealed class HeldTimers(TimeProvider clock, Action<TimeSpan> onTimer) : TimeProvider, IDisposable
{
    private readonly List<Action> _held = [];

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != new AttendanceClientOptions().AttemptTimeout)
        {
            Waits.Add(dueTime);
            _held.Add(() => callback(state));
            onTimer(dueTime);
        }

        return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
    }

    public void Release()
    {
        foreach (var end in _held.ToList())
            end();
    }

    public void Dispose() => _held.Clear();
}
