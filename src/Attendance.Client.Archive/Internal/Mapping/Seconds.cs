namespace Attendance.Client.Archive.Internal;

/// <summary>Lengths of time as seconds, which every database can add up.</summary>
internal static class Seconds
{
    public static double? Of(TimeSpan? time) => time?.TotalSeconds;

    public static TimeSpan? ToTime(double? seconds) =>
        seconds is { } length ? TimeSpan.FromTicks((long)Math.Round(length * TimeSpan.TicksPerSecond)) : null;
}
