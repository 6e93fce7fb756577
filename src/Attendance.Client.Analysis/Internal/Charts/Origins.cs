namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Where people belong, beside the organizer's tenant.</summary>
internal sealed class Origins(string? homeTenant)
{
    private static readonly HashSet<string> OutsideTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "federatedUser", "personalMicrosoftAccountUser", "skypeUser", "emailUser",
    };

    public static Origins Of(IEnumerable<(AttendeeRole? Role, AttendeeIdentity? Identity)> people) =>
        new(people.FirstOrDefault(static person =>
            person.Role == AttendeeRole.Organizer && person.Identity?.TenantId is not null).Identity?.TenantId);

    public Origin Of(AttendeeIdentity? identity) => identity?.Kind switch
    {
        null => Origin.Inside,
        AttendeeKind.Guest or AttendeeKind.AzureCommunicationServicesUser => Origin.Guest,
        AttendeeKind.Phone => Origin.Phone,
        AttendeeKind.Application or AttendeeKind.ApplicationInstance => Origin.Application,
        _ when Is(identity.UserIdentityType, "phoneUser") => Origin.Phone,
        _ when Is(identity.UserIdentityType, "anonymousGuest") || IsInvitedGuest(identity.UserPrincipalName) => Origin.Guest,
        _ when OutsideTypes.Contains(identity.UserIdentityType ?? "") => Origin.Outside,
        _ when homeTenant is not null && identity.TenantId is { Length: > 0 } tenant && !Is(tenant, homeTenant) => Origin.Outside,
        _ => Origin.Inside,
    };

    // Entra gives a guest's account in the own tenant such a name.
    private static bool IsInvitedGuest(string? userPrincipalName) =>
        userPrincipalName?.IndexOf("#EXT#", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Is(string? text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
