namespace Attendance.Benchmarks.Bare;

internal sealed record BareEngagement(DateTimeOffset? DateTime, string? EngagementType, string? EngagementSubType);
