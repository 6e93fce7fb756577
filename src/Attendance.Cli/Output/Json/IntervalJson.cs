using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>A stay.</summary>
internal sealed record IntervalJson(DateTime? JoinedAt, DateTime? LeftAt, double? DurationSeconds)
{
    public static IntervalJson Of(AttendanceInterval interval) =>
        new(interval.JoinedAt?.UtcDateTime, interval.LeftAt?.UtcDateTime, interval.Duration?.TotalSeconds);
}
