using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Analysis;

/// <summary>Times in whole seconds after an agreed moment, so that tests can be read and counted.</summary>
internal static class Timeline
{
    private static readonly DateTimeOffset Zero = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(double seconds) => Zero.AddSeconds(seconds);

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    public static TimeWindow Window(double start, double end) => new(At(start), At(end));

    public static AttendanceInterval Stay(double? joined, double? left, double? duration = null) => new()
    {
        JoinedAt = joined is { } from ? At(from) : null,
        LeftAt = left is { } to ? At(to) : null,
        Duration = duration is { } seconds ? Seconds(seconds) : null,
    };

    public static AttendanceRecord Person(string id, params AttendanceInterval[] stays) =>
        new() { Identity = new AttendeeIdentity { Id = id }, Intervals = stays };

    public static AttendanceReport Report(double? start, double? end, params AttendanceRecord[] records) => new()
    {
        StartedAt = start is { } from ? At(from) : null,
        EndedAt = end is { } to ? At(to) : null,
        Records = records,
    };
}
