namespace Attendance.Client.Internal;

/// <summary>
/// Holds every call back while Graph wants the client to wait, so that not each of them has to be told. Afterwards they start one after
/// another for a while, as all at once they would be throttled again.
/// </summary>
internal sealed class ThrottleGate(TimeProvider timeProvider)
{
    /// <summary>Between two calls that were held back: 25 a second, which is Graph's documented limit for virtual events.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan ShortestPacing = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly long _origin = timeProvider.GetTimestamp();
    private volatile bool _isPacing;
    private TimeSpan _opensAt;
    private TimeSpan _pacingEnd;
    private TimeSpan _nextStart;

    // By a clock that nobody sets.
    private TimeSpan Now => timeProvider.GetElapsedTime(_origin);

    /// <summary>Closes the gate for the time given, unless it is closed for longer already.</summary>
    public void Close(TimeSpan delay)
    {
        lock (_lock)
        {
            _opensAt = Max(_opensAt, Now + delay);
            _pacingEnd = Max(_pacingEnd, _opensAt + Max(delay, ShortestPacing));
            _nextStart = Max(_nextStart, _opensAt);
            _isPacing = true;
        }
    }

    /// <summary>Waits until the gate is open and it is this call's turn.</summary>
    public ValueTask PassAsync(CancellationToken cancellationToken) => _isPacing ? WaitAsync(cancellationToken) : default;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        // Until the gate stays open: it may be closed again while this call waits for its turn.
        while (TakeTurn() is { } delay)
        {
            if (delay > TimeSpan.Zero)
                await Clock.DelayAsync(timeProvider, delay, cancellationToken).ConfigureAwait(false);
            if (IsOpen())
                return;
        }
    }

    // How long it is until this call's turn, or null where no call has to wait any longer.
    private TimeSpan? TakeTurn()
    {
        lock (_lock)
        {
            var now = Now;
            var start = Max(_nextStart, now);
            if (start == now && now >= _pacingEnd)
            {
                _isPacing = false;
                return null;
            }

            _nextStart = start + Step;

            // Timers count whole milliseconds, and less than one would be no wait at all.
            return TimeSpan.FromMilliseconds(Math.Ceiling((start - now).TotalMilliseconds));
        }
    }

    private bool IsOpen()
    {
        lock (_lock)
            return _opensAt <= Now;
    }
}
