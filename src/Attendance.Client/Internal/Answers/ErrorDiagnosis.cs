using System.Net;

namespace Attendance.Client.Internal;

/// <summary>Tells from status, code and message of an answer why it failed and what to do about it.</summary>
internal static class ErrorDiagnosis
{
    public const string NotGraph = "Check what stands between the application and Graph: a proxy, a login page, or a wrong endpoint.";

    // What a path serves: each takes permissions of its own.
    private enum Resource
    {
        Attendance,
        Meeting,
        VirtualEvent,
        Calendar,
        Group,
        Other,
    }

    /// <summary>The reason, and the remedy where there is one.</summary>
    /// <remarks>
    /// Graph's codes are too coarse to tell policy, organizer and permission apart, so the messages that it is known to send decide,
    /// the more telling ones first. See https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy.
    /// </remarks>
    public static (AttendanceErrorReason Reason, string? Remedy) Of(HttpStatusCode status, string? code, string? message, Uri request)
    {
        var resource = ResourceOf(request.AbsolutePath);
        var (reason, remedy) = ((int)status) switch
        {
            >= 300 and < 400 => (AttendanceErrorReason.UnexpectedResponse, NotGraph),
            401 or 403 when Says("application access policy") || Says("on behalf of user") =>
                (AttendanceErrorReason.MissingAccessPolicy, PolicyRemedy(request)),
            403 when Says("application is not allowed to perform operations on the user") => (AttendanceErrorReason.MissingAccessPolicy,
                $"{PolicyRemedy(request)} Or install the application " +
                "in the meeting's chat with the resource-specific OnlineMeetingArtifact.Read.Chat."),
            401 => (AttendanceErrorReason.InvalidToken,
                $"Get a new token for {request.GetLeftPart(UriPartial.Authority)}; " +
                "a token of another cloud or for another audience does not do."),
            403 when Says("is not the organizer") => (AttendanceErrorReason.NotOrganizer, "Use a token of the meeting's organizer."),
            403 when Says("3003:") || Says("does not have access to lookup meeting") => (AttendanceErrorReason.NoAccessToMeeting,
                "Use the object id or a token of the meeting's organizer; where that is a shared mailbox, Graph serves no attendance."),
            403 when Is("Authorization_RequestDenied") || Says("insufficient privileges") => (AttendanceErrorReason.MissingApplicationRole,
                $"Add the application role {ApplicationPermission(resource)}, have an administrator consent to it, and get a new token."),
            403 => (AttendanceErrorReason.MissingPermission, PermissionRemedy(resource, request)),
            400 when IsOfTownhall(request.AbsolutePath) && Has(request.AbsolutePath, "/registrations") => (
                AttendanceErrorReason.InvalidRequest,
                "Check the ids in the URL. If they are right, Graph does not serve the registrations of this town hall: " +
                "its pages describe those of webinars only. " +
                (IsBeta(request) ? "Go without them." : "Try beta, or go without them.")),
            400 when Says("meeting id is corrupted") || Says("invalid meeting id") => (AttendanceErrorReason.InvalidMeetingId,
                "Pass the id of the online meeting. " + (MeetingIdRemedy(request)
                    ?? "The ids of its chat, its Teams context and its calendar event are others: look the meeting up by its join link.")),
            400 when Says("could not find a property named") =>
                (AttendanceErrorReason.InvalidRequest, "Correct the filter; a quote in it may not be closed or doubled."),
            400 when Says("value cannot be null") => (AttendanceErrorReason.MeetingExpired, "None: treat the meeting's reports as gone."),
            400 when resource is Resource.Attendance or Resource.Meeting && Says("an error has occurred") => (
                AttendanceErrorReason.InvalidJoinLink,
                "Check that the join link is the meeting's, and that " + (resource is Resource.Meeting
                    ? "the user asked for is the organizer whom it names."
                    : "attendanceReports is asked for, not attendeeReport.")),
            400 => (AttendanceErrorReason.InvalidRequest, resource is Resource.Attendance && request.Query.Length > 0
                ? "Ask again without the OData options, of which Graph documents only $expand=attendanceRecords on a single report."
                : "Check the ids in the URL."),
            404 when Says("organizer id mismatch") =>
                (AttendanceErrorReason.OrganizerMismatch, "Use the object id of the meeting's organizer in the path."),
            404 when resource is not Resource.Calendar && IdIn(request, "users")?.IndexOf('@') >= 0 => (AttendanceErrorReason.NotFound,
                "Pass the user's object id in Microsoft Entra: Graph finds nobody here by an e-mail address or a user principal name."),
            404 => (AttendanceErrorReason.NotFound, NotFoundRemedy(resource)),
            407 => (AttendanceErrorReason.UnexpectedResponse,
                "A proxy between the application and Graph wants to know who asks: " +
                "set the proxy's credentials on the HttpClient's handler."),
            424 => (AttendanceErrorReason.FailedDependency, "Look at the request that this one depends on."),
            429 => (AttendanceErrorReason.Throttled, "Wait for as long as Retry-After says, or longer each time where it says nothing."),
            500 => (AttendanceErrorReason.ServiceFault, "Try again; if it stays, quote the request id to Microsoft's support."),
            408 or 502 or 503 or 504 => (AttendanceErrorReason.ServiceUnavailable, "Try again later, waiting longer each time."),
            _ => (AttendanceErrorReason.Unknown, (string?)null),
        };
        var mayBeOfTheCloud = status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
        return (reason, mayBeOfTheCloud && CloudLimit(resource, request) is { } limit ? limit : remedy);

        bool Says(string text) => Has(message, text);
        bool Is(string text) => string.Equals(code, text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a path is of a webinar or town hall, or of their lists.</summary>
    public static bool IsOfVirtualEvent(string path) => Has(path, "/virtualEvents/");

    private static string NotFoundRemedy(Resource resource) => resource switch
    {
        Resource.Attendance => "Check the ids in the URL. Graph keeps reports for one year and has none before the session has ended.",
        Resource.Meeting => "Check the ids in the URL. The user must be the meeting's organizer.",
        Resource.Calendar => "Check the ids in the URL. The user needs a mailbox in Exchange Online.",
        _ => "Check the ids in the URL.",
    };

    private static Resource ResourceOf(string path) => path switch
    {
        _ when Has(path, "/attendanceReports") || Has(path, "/meetingAttendanceReport") => Resource.Attendance,
        _ when IsOfVirtualEvent(path) => Resource.VirtualEvent,
        _ when Has(path, "/calendarView") => Resource.Calendar,
        _ when Has(path, "/transitiveMembers") => Resource.Group,
        _ when Has(path, "/onlineMeetings") => Resource.Meeting,
        _ => Resource.Other,
    };

    private static bool IsOfTownhall(string path) => Has(path, "/virtualEvents/townhalls/");

    private static bool IsBeta(Uri request) => request.AbsolutePath.StartsWith("/beta/", StringComparison.OrdinalIgnoreCase);

    private static bool Has(string? text, string part) => text?.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string ApplicationPermission(Resource resource) => resource switch
    {
        Resource.Meeting => "OnlineMeetings.Read.All",
        Resource.VirtualEvent => "VirtualEvent.Read.All",
        Resource.Calendar => "Calendars.Read",
        Resource.Group => "GroupMember.Read.All",
        Resource.Other => "that the path needs, which its page in Graph's reference names",
        _ => "OnlineMeetingArtifact.Read.All",
    };

    private static string? IdIn(Uri request, string collection)
    {
        var segments = request.AbsolutePath.Split('/');
        var index = Array.FindIndex(segments, segment => segment.Equals(collection, StringComparison.OrdinalIgnoreCase)) + 1;
        return index > 0 && index < segments.Length ? Uri.UnescapeDataString(segments[index]) : null;
    }

    private static string? MeetingIdRemedy(Uri request) => IdIn(request, "onlineMeetings") switch
    {
        null => null,
        { } id when JoinLink.TryParse(id, out _) =>
            "This one is what an invitation says: pass it to JoinLink.Parse, and that to FindMeetingAsync.",
        { } id => JoinLinkFault.OfId(id) is { } fault ? $"This one {fault}" : null,
    };

    private static string PolicyRemedy(Uri request)
    {
        var identity = IdIn(request, "users") ?? "{the organizer's object id}";
        return "Have a Teams administrator make a policy " +
            "with New-CsApplicationAccessPolicy -AppIds {the application's id} and grant it with "
            +
            $"Grant-CsApplicationAccessPolicy -Identity {identity} or -Global. " +
            "The policy belongs to the organizer, and it takes up to 30 minutes to work.";
    }

    private static string PermissionRemedy(Resource resource, Uri request)
    {
        var path = request.AbsolutePath;
        var permission = ApplicationPermission(resource);
        var consent = resource switch
        {
            Resource.Attendance when IsOfVirtualEvent(path) =>
                $"{permission}, or install the application in the event's chat with OnlineMeetingArtifact.Read.Chat",
            Resource.VirtualEvent when Ends("/registrations") =>
                $"{permission} as an application, or install " +
                "the application in the event's chat with VirtualEvent.Read.Chat; delegated calls are refused here",
            Resource.VirtualEvent when Ends("/webinars") || Ends("/townhalls") || Has(path, "/getByUserIdAndRole(") =>
                $"{permission} as an application; delegated calls can ask for the events of the signed-in user",
            Resource.VirtualEvent => $"VirtualEvent.Read delegated, or {permission} as an application",
            Resource.Meeting => $"OnlineMeetings.Read delegated, or {permission} as an application",
            Resource.Other => $"the permission {permission}",
            _ => permission,
        };
        var insufficient = resource is Resource.Attendance ? "; OnlineMeetings permissions are not enough" : "";
        return $"Consent to {consent}{insufficient}. The token's audience must be {request.GetLeftPart(UriPartial.Authority)}.";

        bool Ends(string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);
    }

    private static string? CloudLimit(Resource resource, Uri request)
    {
        if (resource is Resource.Calendar or Resource.Group or Resource.Other)
            return null;
        if (IsIn(GraphCloud.China))
            return "Graph serves no attendance in the China cloud.";
        if (!IsIn(GraphCloud.UsGovernment) && !IsIn(GraphCloud.UsGovernmentDod))
            return null;

        return IsBeta(request) || IsOfVirtualEvent(request.AbsolutePath)
            ? "In the US Government clouds Graph serves the attendance of meetings in v1.0 only, and none of webinars and town halls."
            : null;

        bool IsIn(Uri cloud) => string.Equals(request.Host, cloud.Host, StringComparison.OrdinalIgnoreCase);
    }
}
