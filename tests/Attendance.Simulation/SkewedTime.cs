namespace Attendance.Simulation;

/// <summary>The clock of a machine that is wrong by a little.</summary>
internal sealed class SkewedTime(TimeSpan skew) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;
}
