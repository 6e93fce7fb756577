using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>A registration for a webinar or town hall.</summary>
internal sealed record RegistrationJson(
    string? Id,
    string? UserId,
    string? FirstName,
    string? LastName,
    string? Email,
    string? Status,
    DateTime? RegisteredAt,
    DateTime? CanceledAt,
    string? PreferredLanguage,
    string? PreferredTimeZone,
    IReadOnlyList<RegistrationAnswer> Answers,
    ExternalRegistration? ExternalRegistration)
{
    public static RegistrationJson Of(Registration registration) => new(
        registration.Id,
        registration.UserId,
        registration.FirstName,
        registration.LastName,
        registration.Email,
        registration.Status?.Value,
        registration.RegisteredAt?.UtcDateTime,
        registration.CanceledAt?.UtcDateTime,
        registration.PreferredLanguage,
        registration.PreferredTimeZone,
        registration.Answers,
        registration.ExternalRegistration);
}
