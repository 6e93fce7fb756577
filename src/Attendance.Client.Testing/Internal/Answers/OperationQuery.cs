namespace Attendance.Client.Testing.Internal;

/// <summary>What a query may say of the answer to an operation.</summary>
/// <param name="Type">Name of the type of the entities.</param>
/// <param name="Options">The options that are understood.</param>
internal sealed record OperationQuery(string Type, string[] Options)
{
    private static readonly string[] Page =
        ["$top", "$skip", "$skiptoken", "$select", "$expand", "$count", "$filter", "$orderby"];

    private static readonly string[] Entity = ["$select", "$expand"];
    private static readonly string[] EventList = ["$top", "$skiptoken", "$count"];
    private static readonly string[] Link = ["$skiptoken"];

    /// <summary>What the pages of Graph's documentation say, each of its operation.</summary>
    public static OperationQuery Of(GraphOperation operation, VirtualEventKind? kind) => operation switch
    {
        GraphOperation.ListOnlineMeetings =>
            new("onlineMeeting", ["$filter", "$select", "$expand", "$top", "$skip", "$skiptoken", "$count", "$orderby"]),
        GraphOperation.GetOnlineMeeting => new("onlineMeeting", Entity),
        GraphOperation.ListCalendarView or GraphOperation.ListEvents => new("event", Page),
        GraphOperation.ListAttendanceReports => new("meetingAttendanceReport", Page),
        GraphOperation.GetAttendanceReport or GraphOperation.GetMeetingAttendanceReport => new("meetingAttendanceReport", Entity),
        GraphOperation.ListAttendanceRecords => new("attendanceRecord", Page),
        GraphOperation.ListUsers => new("user", Page),
        GraphOperation.GetUser => new("user", Entity),
        GraphOperation.ListGroupMembers => new("directoryObject", ["$top", "$skiptoken", "$select", "$count"]),
        GraphOperation.ListVirtualEvents => new(EventType(kind), EventList),
        GraphOperation.ListVirtualEventsByUserRole or GraphOperation.ListVirtualEventsByUserIdAndRole
            or GraphOperation.GetVirtualEvent => new(EventType(kind), Link),
        GraphOperation.GetRegistration => new("virtualEventRegistration", Entity),
        GraphOperation.ListRegistrations => new("virtualEventRegistration", Link),
        _ => new("virtualEventSession", Link),
    };

    private static string EventType(VirtualEventKind? kind) =>
        kind == VirtualEventKind.Webinar ? "virtualEventWebinar" : "virtualEventTownhall";
}
