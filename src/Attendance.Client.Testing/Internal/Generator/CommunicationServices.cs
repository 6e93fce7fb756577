namespace Attendance.Client.Testing.Internal;

/// <summary>Users of Azure Communication Services.</summary>
internal static class CommunicationServices
{
    private const string Resource = "16664f75-11dc-4870-bec6-38c1aaa81431";

    public static AttendeeIdentity Identity(string name, Guid key)
    {
        var parts = key.ToString("N");
        return new AttendeeIdentity
        {
            Id = $"8:acs:{Resource}_{parts.Substring(0, 8)}-{parts.Substring(8, 4)}-{parts.Substring(12, 4)}-{parts.Substring(16)}",
            DisplayName = name,
            Kind = AttendeeKind.AzureCommunicationServicesUser,
            AzureCommunicationServicesResourceId = Resource,
            ODataType = IdentityType.AzureCommunicationServicesUser,
        };
    }
}
