using System.Runtime.InteropServices;

namespace Attendance.Benchmarks;

/// <summary>What was read, so that contestants can be held to the same answer.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Attended(int Records, int Intervals, TimeSpan Total)
{
    public Attended With(int intervals, TimeSpan attendance) => new(Records + 1, Intervals + intervals, Total + attendance);
}
