namespace Attendance.Benchmarks.Bare;

internal sealed record BareEngagement
{
    public DateTimeOffset? DateTime { get; set; }

    public string? EngagementType { get; set; }

    public string? EngagementSubType { get; set; }
}
