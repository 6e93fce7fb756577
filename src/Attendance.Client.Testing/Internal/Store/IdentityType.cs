namespace Attendance.Client.Testing.Internal;

/// <summary>Types of identities as Graph names them.</summary>
internal static class IdentityType
{
    public const string User = "#microsoft.graph.communicationsUserIdentity";
    public const string Guest = "#microsoft.graph.communicationsGuestIdentity";
    public const string Phone = "#microsoft.graph.communicationsPhoneIdentity";
    public const string Encrypted = "#microsoft.graph.communicationsEncryptedIdentity";
    public const string AzureCommunicationServicesUser = "#microsoft.graph.azureCommunicationServicesUserIdentity";

    /// <summary>The type's name of a kind, or null where there is none.</summary>
    public static string? Of(AttendeeKind kind) => kind switch
    {
        AttendeeKind.User => User,
        AttendeeKind.AzureCommunicationServicesUser => AzureCommunicationServicesUser,
        AttendeeKind.Guest => Guest,
        AttendeeKind.Phone => Phone,
        AttendeeKind.Encrypted => Encrypted,
        AttendeeKind.Application => "#microsoft.graph.communicationsApplicationIdentity",
        AttendeeKind.ApplicationInstance => "#microsoft.graph.communicationsApplicationInstanceIdentity",
        AttendeeKind.TeamworkUser => "#microsoft.graph.teamworkUserIdentity",
        _ => null,
    };
}
