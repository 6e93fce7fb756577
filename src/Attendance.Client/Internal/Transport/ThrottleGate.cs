namespace Attendance.Client.Internal;

/// <summary>Holds every call back while Graph wants the client to wait, so that not each of them has to be told.</summary>
internal sealed class ThrottleGate(TimeProvider timeProvider)
{
    private long _opensAt;

    /// <summary>Closes the gate for the time given, unless it is closed for longer already.</summary>
    public void Close(TimeSpan delay)
    {
        var opensAt = (timeProvider.GetUtcNow() + delay).UtcTicks;
        long known;
        do
        {
            known = Interlocked.Read(ref _opensAt);
        }
        while (known < opensAt && Interlocked.CompareExchange(ref _opensAt, opensAt, known) != known);
    }

    /// <summary>Waits until the gate is open.</summary>
    public ValueTask PassAsync(CancellationToken cancellationToken) =>
        Interlocked.Read(ref _opensAt) > 0 && TicksUntilOpen() > 0 ? WaitAsync(cancellationToken) : default;

    private long TicksUntilOpen() => Interlocked.Read(ref _opensAt) - timeProvider.GetUtcNow().UtcTicks;

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (TicksUntilOpen() is > 0 and var ticks)
        {
            // Timers count whole milliseconds, and less than one would be no wait at all.
            var delay = TimeSpan.FromMilliseconds(Math.Ceiling(TimeSpan.FromTicks(ticks).TotalMilliseconds));
            await Clock.DelayAsync(timeProvider, delay, cancellationToken).ConfigureAwait(false);
        }
    }
}
