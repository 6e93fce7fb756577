namespace Attendance.Client.Analysis.Internal;

/// <summary>Tells kinds of people by their identities.</summary>
internal static class PersonKinds
{
    public static PersonKind? Of(AttendeeIdentity? identity) => identity?.Kind switch
    {
        null => null,
        AttendeeKind.User => PersonKind.User,
        AttendeeKind.AzureCommunicationServicesUser => PersonKind.External,
        AttendeeKind.Guest => PersonKind.Guest,
        AttendeeKind.Phone => PersonKind.Phone,
        AttendeeKind.Encrypted => PersonKind.Hidden,
        AttendeeKind.Application or AttendeeKind.ApplicationInstance => PersonKind.Application,
        AttendeeKind.TeamworkUser => OfTeamworkUser(identity!.UserIdentityType),
        _ => PersonKind.Unknown,
    };

    private static PersonKind OfTeamworkUser(string? type) => type?.ToUpperInvariant() switch
    {
        "AADUSER" or "ONPREMISEAADUSER" => PersonKind.User,
        "FEDERATEDUSER" or "PERSONALMICROSOFTACCOUNTUSER" or "SKYPEUSER" or "AZURECOMMUNICATIONSERVICESUSER" => PersonKind.External,
        "ANONYMOUSGUEST" or "EMAILUSER" => PersonKind.Guest,
        "PHONEUSER" => PersonKind.Phone,
        _ => PersonKind.Unknown,
    };
}
