namespace Attendance.Client.Internal;

/// <summary>Waits by a clock of the application's choice.</summary>
internal static class Clock
{
    public static Task DelayAsync(TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(delay, timeProvider, cancellationToken);
#else
        timeProvider.Delay(delay, cancellationToken);
#endif

    /// <summary>A source whose token is cancelled after the time given.</summary>
    public static CancellationTokenSource CancelAfter(TimeProvider timeProvider, TimeSpan delay) =>
#if NET
        new(delay, timeProvider);
#else
        timeProvider.CreateCancellationTokenSource(delay);
#endif
}
