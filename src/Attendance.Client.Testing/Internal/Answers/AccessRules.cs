using System.Net;

namespace Attendance.Client.Testing.Internal;

/// <summary>Who may ask what.</summary>
internal static class AccessRules
{
    private const string Artifacts = "OnlineMeetingArtifact.Read.All";

    private static readonly string[] CalendarPermissions = ["Calendars.Read", "Calendars.ReadBasic", "Calendars.ReadWrite"];

    private static readonly string[] DirectoryPermissions = ["User.ReadBasic.All", "User.Read.All", "Directory.Read.All"];

    /// <exception cref="GraphRefusal">The token does not allow the request.</exception>
    public static void CheckPermission(GraphRequest asked, FakeCaller caller)
    {
        if (asked.IsMe && caller.UserId is null)
            throw GraphRefusal.BadRequest("/me request is only valid with delegated authentication flow.");

        if (caller.Permissions.Intersect(PermissionsFor(asked, isDelegated: caller.UserId is not null), StringComparer.OrdinalIgnoreCase)
            .Any())
        {
            return;
        }

        throw caller.UserId is null
            ? GraphRefusal.Forbidden("Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
            : GraphRefusal.Forbidden("Forbidden", "Forbidden");
    }

    /// <summary>The refusal of an application without an access policy for the user.</summary>
    public static GraphRefusal NoPolicy(string applicationId, string userId) =>
        GraphRefusal.Forbidden("Forbidden", $"No application access policy found for this app: {applicationId} on the user: {userId}.");

    /// <summary>The refusal of a signed-in user who does not organize what was asked for.</summary>
    public static GraphRefusal NotOrganizer(string userId) =>
        GraphRefusal.Forbidden("General", $"User ID in token({userId}) is not the organizer of the queried meeting.");

    /// <summary>The refusal of a request that names another user than the organizer.</summary>
    public static GraphRefusal OrganizerMismatch(string userId) =>
        new(HttpStatusCode.NotFound, "NotFound", $"Organizer Id mismatch User Id: {userId}.");

    /// <summary>The refusal of a look-up of somebody else's meeting.</summary>
    public static GraphRefusal NoLookup() => GraphRefusal.Forbidden("Forbidden", "3003: User does not have access to lookup meeting.");

    private static string[] PermissionsFor(GraphRequest asked, bool isDelegated) => asked.Operation switch
    {
        GraphOperation.ListOnlineMeetings or GraphOperation.GetOnlineMeeting when isDelegated => [
            "OnlineMeetings.Read", "OnlineMeetings.ReadWrite"],
        GraphOperation.ListOnlineMeetings or GraphOperation.GetOnlineMeeting => ["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"],
        GraphOperation.ListCalendarView or GraphOperation.ListEvents => CalendarPermissions,
        GraphOperation.ListUsers or GraphOperation.GetUser => asked.IsMe ? ["User.Read", .. DirectoryPermissions] : DirectoryPermissions,
        GraphOperation.ListGroupMembers => ["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"],
        GraphOperation.ListVirtualEvents or GraphOperation.ListVirtualEventsByUserIdAndRole => isDelegated ? [] : ["VirtualEvent.Read.All"],
        GraphOperation.ListVirtualEventsByUserRole => isDelegated ? ["VirtualEvent.Read", "VirtualEvent.ReadWrite"] : [],
        GraphOperation.ListRegistrations when isDelegated => [],
        GraphOperation.GetVirtualEvent
            or GraphOperation.ListSessions or GraphOperation.GetSession or GraphOperation.GetRegistration when isDelegated =>
            ["VirtualEvent.Read", "VirtualEvent.ReadWrite"],
        GraphOperation.ListSessions when asked.RegistrationId is not null => ["VirtualEvent.Read.Chat", "VirtualEvent.Read.All"],
        GraphOperation.ListSessions or GraphOperation.GetSession => ["VirtualEvent.Read.All"],
        GraphOperation.GetVirtualEvent or GraphOperation.ListRegistrations => ["VirtualEvent.Read.Chat", "VirtualEvent.Read.All"],
        GraphOperation.GetRegistration =>
            ["VirtualEvent.Read.Chat", "VirtualEvent.Read.All", "VirtualEventRegistration-Anon.ReadWrite.All"],
        _ => asked.IsOfEvents && !isDelegated ? [Artifacts, "OnlineMeetingArtifact.Read.Chat"] : [Artifacts],
    };
}
