namespace Attendance.Client.Tests.Faults;

/// <summary>
/// A clock for tests over sockets: waits are over at once, or never, and the time of an attempt begins to run when the server stalls,
/// so that no answer is given up because the machine is slow.
/// </summary>
internal sealed class SocketClock : TimeProvider
{
    private static readonly TimeSpan TimeAfterStall = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource _waitBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<ITimer> _attempts = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Whether waits never end.</summary>
    public bool HoldsWaits { get; init; }

    /// <summary>Completes as soon as the client waits before another attempt.</summary>
    public Task WaitBegan => _waitBegan.Task;

    public void Stalled()
    {
        lock (_attempts)
            _attempts.ForEach(attempt => attempt.Change(TimeAfterStall, Timeout.InfiniteTimeSpan));
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_attempts)
            return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (dueTime == new AttendanceClientOptions().AttemptTimeout)
        {
            lock (_attempts)
                _attempts.Add(timer);
            return timer;
        }

        _waitBegan.TrySetResult();
        if (HoldsWaits)
            return timer;

        lock (_attempts)
            _now += dueTime;
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return timer;
    }
}
