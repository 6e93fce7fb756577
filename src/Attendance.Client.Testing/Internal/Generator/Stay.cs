namespace Attendance.Client.Testing.Internal;

/// <summary>Makes stays and their sums as Graph counts them.</summary>
internal static class Stay
{
    /// <summary>A stay in whole seconds, cut, and of zero seconds where a time is missing.</summary>
    public static AttendanceInterval Of(DateTimeOffset? joined, DateTimeOffset? left) => new()
    {
        JoinedAt = joined,
        LeftAt = left,
        Duration = new TimeSpan((left - joined)?.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond ?? 0),
    };

    public static TimeSpan Total(IEnumerable<AttendanceInterval> stays) => new(stays.Sum(static stay => stay.Duration?.Ticks ?? 0));
}
