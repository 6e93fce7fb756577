namespace Attendance.Benchmarks.Bare;

internal sealed record BareRecord
{
    public string? Id { get; set; }

    public BareIdentity? Identity { get; set; }

    public string? EmailAddress { get; set; }

    public string? Role { get; set; }

    public int? TotalAttendanceInSeconds { get; set; }

    public List<BareInterval>? AttendanceIntervals { get; set; }

    public string? RegistrationId { get; set; }

    public BareExternalRegistration? ExternalRegistrationInformation { get; set; }

    public List<BareEngagement>? Engagements { get; set; }
}
