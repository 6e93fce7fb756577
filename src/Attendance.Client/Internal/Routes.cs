using Attendance.Client.Generated;
using Microsoft.Kiota.Abstractions;

namespace Attendance.Client.Internal;

/// <summary>Picks the request builder for a source: <c>/me</c> or <c>/users</c>, meeting, webinar or town hall.</summary>
internal static class Routes
{
    public static RequestInformation Reports(GraphClient graph, AttendanceSource source) => source switch
    {
        MeetingSource { Organizer.UserId: { } user } meeting => graph.Users[user].OnlineMeetings[meeting.MeetingId].AttendanceReports.ToGetRequestInformation(),
        MeetingSource meeting => graph.Me.OnlineMeetings[meeting.MeetingId].AttendanceReports.ToGetRequestInformation(),
        WebinarSource webinar => graph.Solutions.VirtualEvents.Webinars[webinar.WebinarId].Sessions[webinar.SessionId].AttendanceReports.ToGetRequestInformation(),
        TownhallSource townhall => graph.Solutions.VirtualEvents.Townhalls[townhall.TownhallId].Sessions[townhall.SessionId].AttendanceReports.ToGetRequestInformation(),
        _ => throw NoRoute(source),
    };

    public static RequestInformation Report(GraphClient graph, AttendanceSource source, string reportId) => source switch
    {
        MeetingSource { Organizer.UserId: { } user } meeting => graph.Users[user].OnlineMeetings[meeting.MeetingId].AttendanceReports[reportId].ToGetRequestInformation(),
        MeetingSource meeting => graph.Me.OnlineMeetings[meeting.MeetingId].AttendanceReports[reportId].ToGetRequestInformation(),
        WebinarSource webinar => graph.Solutions.VirtualEvents.Webinars[webinar.WebinarId].Sessions[webinar.SessionId].AttendanceReports[reportId].ToGetRequestInformation(),
        TownhallSource townhall => graph.Solutions.VirtualEvents.Townhalls[townhall.TownhallId].Sessions[townhall.SessionId].AttendanceReports[reportId].ToGetRequestInformation(),
        _ => throw NoRoute(source),
    };

    public static RequestInformation Records(GraphClient graph, AttendanceSource source, string reportId) => source switch
    {
        MeetingSource { Organizer.UserId: { } user } meeting => graph.Users[user].OnlineMeetings[meeting.MeetingId].AttendanceReports[reportId].AttendanceRecords.ToGetRequestInformation(),
        MeetingSource meeting => graph.Me.OnlineMeetings[meeting.MeetingId].AttendanceReports[reportId].AttendanceRecords.ToGetRequestInformation(),
        WebinarSource webinar => graph.Solutions.VirtualEvents.Webinars[webinar.WebinarId].Sessions[webinar.SessionId].AttendanceReports[reportId].AttendanceRecords.ToGetRequestInformation(),
        TownhallSource townhall => graph.Solutions.VirtualEvents.Townhalls[townhall.TownhallId].Sessions[townhall.SessionId].AttendanceReports[reportId].AttendanceRecords.ToGetRequestInformation(),
        _ => throw NoRoute(source),
    };

    [Obsolete("Graph has deprecated this path.")]
    public static RequestInformation MeetingAttendanceReport(GraphClient graph, MeetingSource meeting) => meeting.Organizer.UserId is { } user
        ? graph.Users[user].OnlineMeetings[meeting.MeetingId].MeetingAttendanceReport.ToGetRequestInformation()
        : graph.Me.OnlineMeetings[meeting.MeetingId].MeetingAttendanceReport.ToGetRequestInformation();

    private static NotSupportedException NoRoute(AttendanceSource source) => new($"No route leads to {source.GetType()}.");
}
