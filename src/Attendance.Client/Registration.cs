using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>A registration for a webinar or town hall.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/virtualeventregistration"/>.</remarks>
public sealed record Registration
{
    /// <summary>Key of the registration, which <see cref="AttendanceRecord.RegistrationId"/> of its attendance names; null where Graph sent
    /// none.</summary>
    public string? Id { get; init; }

    /// <summary>Object id of the registrant's Entra user, or null for somebody without one.</summary>
    public string? UserId { get; init; }

    /// <summary>First name, or null where Graph does not say.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name, or null where Graph does not say.</summary>
    public string? LastName { get; init; }

    /// <summary>E-mail address, or null where Graph sent none or an empty one.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the registrant is registered, canceled, on a waiting list or not let in, or null where Graph does not
    /// say.</summary>
    public RegistrationStatus? Status { get; init; }

    /// <summary>When the registrant registered, in UTC, or null where Graph does not say.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>When the registration was canceled, in UTC, or null where it was not.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>Language that the registrant prefers, such as <c>en-us</c>, or null where Graph does not say.</summary>
    public string? PreferredLanguage { get; init; }

    /// <summary>Time zone that the registrant prefers, a Windows name, or null where Graph does not say.</summary>
    public string? PreferredTimeZone { get; init; }

    /// <summary>Answers to the registration's questions; empty where Graph sent none.</summary>
    public IReadOnlyList<RegistrationAnswer> Answers
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<RegistrationAnswer>.Empty;
    } = ValueList<RegistrationAnswer>.Empty;

    /// <summary>Registration in another system, or null where there is none.</summary>
    public ExternalRegistration? ExternalRegistration { get; init; }
}
