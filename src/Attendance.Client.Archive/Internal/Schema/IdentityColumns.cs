namespace Attendance.Client.Archive.Internal;

/// <summary>An <see cref="AttendeeIdentity"/> among the columns of whoever has it.</summary>
internal sealed class IdentityColumns
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? TenantId { get; set; }

    public string? Email { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? CommunicationResourceId { get; set; }

    // There whenever the identity is, which is how an identity without any value is told from none.
    public required AttendeeKind Kind { get; set; }

    public string? UserType { get; set; }

    public string? TypeName { get; set; }

    public static IdentityColumns? Of(AttendeeIdentity? identity) => identity is null ? null : new IdentityColumns
    {
        Id = identity.Id,
        DisplayName = identity.DisplayName,
        TenantId = identity.TenantId,
        Email = identity.Email,
        UserPrincipalName = identity.UserPrincipalName,
        CommunicationResourceId = identity.AzureCommunicationServicesResourceId,
        Kind = identity.Kind,
        UserType = identity.UserIdentityType,
        TypeName = identity.ODataType,
    };

    public AttendeeIdentity ToIdentity() => new()
    {
        Id = Id,
        DisplayName = DisplayName,
        TenantId = TenantId,
        Email = Email,
        UserPrincipalName = UserPrincipalName,
        AzureCommunicationServicesResourceId = CommunicationResourceId,
        Kind = Kind,
        UserIdentityType = UserType,
        ODataType = TypeName,
    };
}
