namespace Attendance.Benchmarks.Bare;

internal sealed record BareExternalRegistration
{
    public string? Referrer { get; set; }

    public string? RegistrationId { get; set; }
}
