namespace Attendance.Client.Testing.Internal;

/// <summary>Types of identities as Graph names them.</summary>
internal static class IdentityType
{
    public const string User = "#microsoft.graph.communicationsUserIdentity";
    public const string Guest = "#microsoft.graph.communicationsGuestIdentity";
    public const string Phone = "#microsoft.graph.communicationsPhoneIdentity";
    public const string Encrypted = "#microsoft.graph.communicationsEncryptedIdentity";
    public const string AzureCommunicationServicesUser = "#microsoft.graph.azureCommunicationServicesUserIdentity";
}
