namespace Attendance.Client;

/// <summary>Who attended.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/identity"/> and the types derived from it.</remarks>
public sealed record AttendeeIdentity
{
    /// <summary>Key of the identity: the object id of an Entra user, an <c>8:acs:...</c> id of an Azure Communication Services user; null
    /// where Graph does not say.</summary>
    public string? Id { get; init; }

    /// <summary>Name to show, which may be out of date, or null where Graph does not say.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Tenant of the identity, or null where Graph does not say.</summary>
    public string? TenantId { get; init; }

    /// <summary>E-mail address of a guest, or null where there is none.</summary>
    public string? Email { get; init; }

    /// <summary>User principal name, or null where there is none; beta only.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>Resource of an Azure Communication Services user, or null for anybody else.</summary>
    public string? AzureCommunicationServicesResourceId { get; init; }

    /// <summary>What kind of identity it is, by <see cref="ODataType"/>; <see cref="AttendeeKind.Unknown"/> where that is missing or
    /// new.</summary>
    public AttendeeKind Kind { get; init; }

    /// <summary>Kind of a Teams user, <c>aadUser</c>, <c>federatedUser</c>, <c>anonymousGuest</c>, <c>phoneUser</c> or another; null for
    /// any other identity.</summary>
    public string? UserIdentityType { get; init; }

    /// <summary>Name of the type as Graph sent it, such as <c>#microsoft.graph.communicationsUserIdentity</c>, or null where it sent
    /// none.</summary>
    public string? ODataType { get; init; }
}
