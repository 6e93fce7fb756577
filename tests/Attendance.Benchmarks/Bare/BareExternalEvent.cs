namespace Attendance.Benchmarks.Bare;

internal sealed record BareExternalEvent(string? ApplicationId, string? ExternalEventId);
