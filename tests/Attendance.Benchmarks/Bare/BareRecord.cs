namespace Attendance.Benchmarks.Bare;

internal sealed record BareRecord(
    string? Id,
    BareIdentity? Identity,
    string? EmailAddress,
    string? Role,
    int? TotalAttendanceInSeconds,
    List<BareInterval>? AttendanceIntervals,
    string? RegistrationId,
    BareExternalRegistration? ExternalRegistrationInformation,
    List<BareEngagement>? Engagements);
