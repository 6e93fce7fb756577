namespace Attendance.Client.Notifications.Internal;

/// <summary>How long to wait before another attempt: twice as long each time, from 2 seconds to a minute.</summary>
internal static class Backoff
{
    public static TimeSpan After(int attempt) => TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(attempt, 10))));
}
