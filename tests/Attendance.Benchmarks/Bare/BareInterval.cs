namespace Attendance.Benchmarks.Bare;

internal sealed record BareInterval
{
    public DateTimeOffset? JoinDateTime { get; set; }

    public DateTimeOffset? LeaveDateTime { get; set; }

    public int? DurationInSeconds { get; set; }
}
