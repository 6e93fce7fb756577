using Attendance.Client.Generated;
using Attendance.Client.Generated.Solutions.VirtualEvents;
using Microsoft.Kiota.Abstractions;
using TownhallSession = Attendance.Client.Generated.Solutions.VirtualEvents.Townhalls.Item.Sessions.Item.VirtualEventSessionItemRequestBuilder;
using WebinarSession = Attendance.Client.Generated.Solutions.VirtualEvents.Webinars.Item.Sessions.Item.VirtualEventSessionItemRequestBuilder;

namespace Attendance.Client.Internal;

/// <summary>Picks the request builder for a source: <c>/me</c> or <c>/users</c>, meeting, webinar or town hall.</summary>
internal static class Routes
{
    public static RequestInformation Reports(GraphClient graph, AttendanceSource source) => source switch
    {
        MeetingSource { Organizer.UserId: { } user } meeting =>
            graph.Users[user].OnlineMeetings[meeting.MeetingId].AttendanceReports.ToGetRequestInformation(),
        MeetingSource meeting => graph.Me.OnlineMeetings[meeting.MeetingId].AttendanceReports.ToGetRequestInformation(),
        WebinarSource webinar => Session(graph, webinar).AttendanceReports.ToGetRequestInformation(),
        TownhallSource townhall => Session(graph, townhall).AttendanceReports.ToGetRequestInformation(),
        _ => throw NoRoute(source),
    };

    public static RequestInformation Report(GraphClient graph, AttendanceSource source, string reportId) => source switch
    {
        MeetingSource { Organizer.UserId: { } user } meeting =>
            graph.Users[user].OnlineMeetings[meeting.MeetingId].AttendanceReports[reportId].ToGetRequestInformation(),
        MeetingSource meeting => graph.Me.OnlineMeetings[meeting.MeetingId].AttendanceReports[reportId].ToGetRequestInformation(),
        WebinarSource webinar => Session(graph, webinar).AttendanceReports[reportId].ToGetRequestInformation(),
        TownhallSource townhall => Session(graph, townhall).AttendanceReports[reportId].ToGetRequestInformation(),
        _ => throw NoRoute(source),
    };

    public static RequestInformation Records(GraphClient graph, AttendanceSource source, string reportId) => source switch
    {
        MeetingSource { Organizer.UserId: { } user } meeting =>
            graph.Users[user].OnlineMeetings[meeting.MeetingId].AttendanceReports[reportId].AttendanceRecords.ToGetRequestInformation(),
        MeetingSource meeting =>
            graph.Me.OnlineMeetings[meeting.MeetingId].AttendanceReports[reportId].AttendanceRecords.ToGetRequestInformation(),
        WebinarSource webinar => Session(graph, webinar).AttendanceReports[reportId].AttendanceRecords.ToGetRequestInformation(),
        TownhallSource townhall => Session(graph, townhall).AttendanceReports[reportId].AttendanceRecords.ToGetRequestInformation(),
        _ => throw NoRoute(source),
    };

    [Obsolete("Graph has deprecated this path.")]
    public static RequestInformation MeetingAttendanceReport(GraphClient graph, MeetingSource meeting) =>
        meeting.Organizer.UserId is { } user
        ? graph.Users[user].OnlineMeetings[meeting.MeetingId].MeetingAttendanceReport.ToGetRequestInformation()
        : graph.Me.OnlineMeetings[meeting.MeetingId].MeetingAttendanceReport.ToGetRequestInformation();

    public static RequestInformation Meetings(GraphClient graph, Organizer organizer) => organizer.UserId is { } user
        ? graph.Users[user].OnlineMeetings.ToGetRequestInformation()
        : graph.Me.OnlineMeetings.ToGetRequestInformation();

    public static RequestInformation Meeting(GraphClient graph, MeetingSource meeting) => meeting.Organizer.UserId is { } user
        ? graph.Users[user].OnlineMeetings[meeting.MeetingId].ToGetRequestInformation()
        : graph.Me.OnlineMeetings[meeting.MeetingId].ToGetRequestInformation();

    public static RequestInformation CalendarView(GraphClient graph, Organizer owner, string from, string until) => owner.UserId is { } user
        ? graph.Users[user].CalendarView.ToGetRequestInformation(request =>
            (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = (from, until))
        : graph.Me.CalendarView.ToGetRequestInformation(request =>
            (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = (from, until));

    public static RequestInformation GroupMembers(GraphClient graph, string groupId) =>
        graph.Groups[groupId].TransitiveMembers.ToGetRequestInformation();

    public static RequestInformation VirtualEvents(GraphClient graph, VirtualEventKind kind) => kind switch
    {
        VirtualEventKind.Webinar => Events(graph).Webinars.ToGetRequestInformation(),
        _ => Events(graph).Townhalls.ToGetRequestInformation(),
    };

    public static RequestInformation VirtualEventsOf(GraphClient graph, VirtualEventKind kind, Organizer user, string role) =>
        (kind, user.UserId) switch
        {
            (VirtualEventKind.Webinar, { } id) =>
                Events(graph).Webinars.GetByUserIdAndRoleWithUserIdWithRole(role, Quoted(id)).ToGetRequestInformation(),
            (VirtualEventKind.Webinar, _) => Events(graph).Webinars.GetByUserRoleWithRole(role).ToGetRequestInformation(),
            (_, { } id) => Events(graph).Townhalls.GetByUserIdAndRoleWithUserIdWithRole(role, Quoted(id)).ToGetRequestInformation(),
            _ => Events(graph).Townhalls.GetByUserRoleWithRole(role).ToGetRequestInformation(),
        };

    public static RequestInformation VirtualEvent(GraphClient graph, VirtualEventKind kind, string eventId) => kind switch
    {
        VirtualEventKind.Webinar => Events(graph).Webinars[eventId].ToGetRequestInformation(),
        _ => Events(graph).Townhalls[eventId].ToGetRequestInformation(),
    };

    public static RequestInformation Sessions(GraphClient graph, VirtualEventKind kind, string eventId) => kind switch
    {
        VirtualEventKind.Webinar => Events(graph).Webinars[eventId].Sessions.ToGetRequestInformation(),
        _ => Events(graph).Townhalls[eventId].Sessions.ToGetRequestInformation(),
    };

    public static RequestInformation Session(GraphClient graph, AttendanceSource source) => source switch
    {
        WebinarSource webinar => Session(graph, webinar).ToGetRequestInformation(),
        TownhallSource townhall => Session(graph, townhall).ToGetRequestInformation(),
        _ => throw NoRoute(source),
    };

    public static RequestInformation Registrations(GraphClient graph, VirtualEventKind kind, string eventId) => kind switch
    {
        VirtualEventKind.Webinar => Events(graph).Webinars[eventId].Registrations.ToGetRequestInformation(),
        _ => Events(graph).Townhalls[eventId].Registrations.ToGetRequestInformation(),
    };

    public static RequestInformation Registration(
        GraphClient graph, VirtualEventKind kind, string eventId, string registrationId) => kind switch
        {
            VirtualEventKind.Webinar => Events(graph).Webinars[eventId].Registrations[registrationId].ToGetRequestInformation(),
            _ => Events(graph).Townhalls[eventId].Registrations[registrationId].ToGetRequestInformation(),
        };

    // A text in an OData URL stands between single quotes; one in it is written twice.
    public static string Quoted(string text) => text.Replace("'", "''");

    private static VirtualEventsRequestBuilder Events(GraphClient graph) => graph.Solutions.VirtualEvents;

    private static WebinarSession Session(GraphClient graph, WebinarSource webinar) =>
        graph.Solutions.VirtualEvents.Webinars[webinar.WebinarId].Sessions[webinar.SessionId];

    private static TownhallSession Session(GraphClient graph, TownhallSource townhall) =>
        graph.Solutions.VirtualEvents.Townhalls[townhall.TownhallId].Sessions[townhall.SessionId];

    private static NotSupportedException NoRoute(AttendanceSource source) => new($"No route leads to {source.GetType()}.");
}
