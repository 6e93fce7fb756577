namespace Attendance.Benchmarks.Bare;

internal sealed record BareExternalRegistration(string? Referrer, string? RegistrationId);
