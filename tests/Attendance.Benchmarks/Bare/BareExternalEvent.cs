namespace Attendance.Benchmarks.Bare;

internal sealed record BareExternalEvent
{
    public string? ApplicationId { get; set; }

    public string? ExternalEventId { get; set; }
}
