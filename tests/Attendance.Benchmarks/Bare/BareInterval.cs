namespace Attendance.Benchmarks.Bare;

internal sealed record BareInterval(DateTimeOffset? JoinDateTime, DateTimeOffset? LeaveDateTime, int? DurationInSeconds);
