namespace Attendance.Benchmarks;

/// <summary>The time in the middle, which a disturbance in a few rounds does not move.</summary>
internal static class Median
{
    public static double MicrosecondsOf(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMicroseconds;
}
