namespace Attendance.Client.Tests;

/// <summary>A clock whose waits end when the test says so.</summary>
internal sealed class HeldTimers(TimeProvider clock, Action<TimeSpan> onTimer) : TimeProvider, IDisposable
{
    private readonly List<Action> _held = [];

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != new AttendanceClientOptions().AttemptTimeout)
        {
            lock (_held)
            {
                Waits.Add(dueTime);
                _held.Add(() => callback(state));
            }

            onTimer(dueTime);
        }

        return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
    }

    public void Release()
    {
        List<Action> ends;
        lock (_held)
            ends = [.. _held];
        ends.ForEach(end => end());
    }

    /// <summary>Lets time go on, and ends what waits, until the calls are done that come one after another.</summary>
    public async Task ReleaseUntilAsync(Task calls, FixedTimeProvider time)
    {
        while (!calls.IsCompleted)
        {
            Release();
            await Task.Yield();
            time.Now += TimeSpan.FromMilliseconds(40);
        }

        await calls;
    }

    public void Dispose() => _held.Clear();
}
