namespace Attendance.Client.Tests;

internal sealed class SlowClock(OnlyThread thread) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != new AttendanceClientOptions().AttemptTimeout && dueTime != Timeout.InfiniteTimeSpan)
            _ = RingAsync(callback, state);

        return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
    }

    private async Task RingAsync(TimerCallback callback, object? state)
    {
        await thread.HoldAsync("retry").ConfigureAwait(false);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
    }
}
