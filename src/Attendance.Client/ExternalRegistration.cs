namespace Attendance.Client;

/// <summary>A registration that was made in another system.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/virtualeventexternalregistrationinformation"/>.</remarks>
public sealed record ExternalRegistration
{
    /// <summary>URL or text of where the registration was made, or null where Graph does not say.</summary>
    public string? Referrer { get; init; }

    /// <summary>Id of the registration in that system, which is not <see cref="AttendanceRecord.RegistrationId"/>; null where Graph does
    /// not say.</summary>
    public string? RegistrationId { get; init; }
}
