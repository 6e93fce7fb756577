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
}
