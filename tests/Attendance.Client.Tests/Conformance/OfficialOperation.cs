#if !NETSTANDARD_PACKAGE
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Attendance.Client.Tests.Conformance;

/// <summary>An operation of the fragment: what it has to answer, how Microsoft's SDK asks for it, and how we do.</summary>
internal sealed record OfficialOperation(
    string Id, IReadOnlyList<object> Expected, Func<GraphServiceClient, Task<List<object>>> Theirs,
    Func<AttendanceClient, Task<List<object>>> Ours)
{
    private static readonly MeetingSource Mine = (MeetingSource)RichData.MyMeeting;
    private static readonly MeetingSource Foreign = (MeetingSource)RichData.TheirMeeting;
    private static readonly WebinarSource Webinar = (WebinarSource)RichData.WebinarSession;
    private static readonly TownhallSource Townhall = (TownhallSource)RichData.TownhallSession;

    /// <summary>Every operation of v1.0, in the order of the fragment.</summary>
    public static IReadOnlyList<OfficialOperation> All { get; } =
    [
        new(
            "me.listOnlineMeetings",
            [RichData.MyOnlineMeeting],
            Pages(
                client => client.Me
                    .OnlineMeetings.GetAsync(
                        request => request.QueryParameters.Filter = $"JoinWebUrl eq '{RichData.JoinWebUrl.Replace("'", "''")}'"),
                (Microsoft.Graph.Models.OnlineMeeting meeting) => OfficialModels.ToMeeting(meeting, Mine.Organizer)),
            One(client => client.GetMeetingAsync(Mine))),
        new(
            "me.listCalendarView",
            [.. RichData.Calendar.Where(meeting => meeting.JoinWebUrl is not null)],
            Pages(
                client => client.Me.CalendarView.GetAsync(request =>
                {
                    request.QueryParameters.StartDateTime = "2026-03-01T00:00:00Z";
                    request.QueryParameters.EndDateTime = "2026-03-08T00:00:00Z";
                }),
                (Event calendarEvent) =>
                    calendarEvent.IsOnlineMeeting == true ? OfficialModels.ToCalendarMeeting(calendarEvent) : null),
            Many(client => client.GetCalendarMeetingsAsync(Mine.Organizer, RichData.CalendarFrom, RichData.CalendarUntil))),
        new(
            "me.getOnlineMeeting",
            [RichData.MyOnlineMeeting],
            One(
                client => client.Me.OnlineMeetings[Mine.MeetingId].GetAsync(),
                meeting => OfficialModels.ToMeeting(meeting, Mine.Organizer)),
            One(client => client.GetMeetingAsync(Mine))),
        new(
            "me.listAttendanceReports",
            [.. RichData.ReportsOf(Mine).Select(report => report with { Records = null })],
            Pages(
                client => client.Me.OnlineMeetings[Mine.MeetingId].AttendanceReports.GetAsync(),
                (MeetingAttendanceReport report) => OfficialModels.ToListedReport(report)),
            Many(client => client.GetReportsAsync(Mine))),
        new(
            "me.getAttendanceReport",
            WithAndWithoutRecords(Mine),
            WithAndWithoutRecords(
                (client, expand) => client.Me.OnlineMeetings[Mine.MeetingId]
                    .AttendanceReports[FirstOf(Mine)].GetAsync(request => request.QueryParameters.Expand = expand)),
            WithAndWithoutRecords((client, query) => client.GetReportAsync(Mine, FirstOf(Mine), query))),
        new(
            "me.listAttendanceRecords",
            RichData.ReportsOf(Mine)[0].Records!,
            Pages(
                client => client.Me.OnlineMeetings[Mine.MeetingId].AttendanceReports[FirstOf(Mine)].AttendanceRecords.GetAsync(),
                (Microsoft.Graph.Models.AttendanceRecord record) => OfficialModels.ToRecord(record)),
            Many(client => client.GetRecordsAsync(Mine, FirstOf(Mine)))),
        new(
            "users.listOnlineMeetings",
            [RichData.TheirOnlineMeeting],
            Pages(
                client => client.Users[RichData.OtherUser]
                    .OnlineMeetings.GetAsync(
                        request =>
                            request.QueryParameters.Filter =
                                $"joinMeetingIdSettings/joinMeetingId eq '{RichData.TheirOnlineMeeting.JoinMeetingId}'"),
                (Microsoft.Graph.Models.OnlineMeeting meeting) => OfficialModels.ToMeeting(meeting, Foreign.Organizer)),
            One(
                async client =>
                    (await client.FindMeetingAsync(Foreign.Organizer, JoinLink.Parse(RichData.TheirOnlineMeeting.JoinMeetingId!)))!)),
        new(
            "users.listCalendarView",
            [.. RichData.Calendar.Where(meeting => meeting.JoinWebUrl is not null)],
            Pages(
                client => client.Users[RichData.OtherUser].CalendarView.GetAsync(request =>
                {
                    request.QueryParameters.StartDateTime = "2026-03-01T00:00:00Z";
                    request.QueryParameters.EndDateTime = "2026-03-08T00:00:00Z";
                }),
                (Event calendarEvent) =>
                    calendarEvent.IsOnlineMeeting == true ? OfficialModels.ToCalendarMeeting(calendarEvent) : null),
            Many(client => client.GetCalendarMeetingsAsync(Foreign.Organizer, RichData.CalendarFrom, RichData.CalendarUntil))),
        new(
            "users.getOnlineMeeting",
            [RichData.TheirOnlineMeeting],
            One(
                client => client.Users[RichData.OtherUser].OnlineMeetings[Foreign.MeetingId].GetAsync(),
                meeting => OfficialModels.ToMeeting(meeting, Foreign.Organizer)),
            One(client => client.GetMeetingAsync(Foreign))),
        new(
            "users.listAttendanceReports",
            [.. RichData.ReportsOf(Foreign).Select(report => report with { Records = null })],
            Pages(
                client => client.Users[RichData.OtherUser].OnlineMeetings[Foreign.MeetingId].AttendanceReports.GetAsync(),
                (MeetingAttendanceReport report) => OfficialModels.ToListedReport(report)),
            Many(client => client.GetReportsAsync(Foreign))),
        new(
            "users.getAttendanceReport",
            WithAndWithoutRecords(Foreign),
            WithAndWithoutRecords(
                (client, expand) => client.Users[RichData.OtherUser].OnlineMeetings[Foreign.MeetingId]
                    .AttendanceReports[FirstOf(Foreign)].GetAsync(request => request.QueryParameters.Expand = expand)),
            WithAndWithoutRecords((client, query) => client.GetReportAsync(Foreign, FirstOf(Foreign), query))),
        new(
            "users.listAttendanceRecords",
            RichData.ReportsOf(Foreign)[0].Records!,
            Pages(
                client => client.Users[RichData.OtherUser].OnlineMeetings[Foreign.MeetingId]
                    .AttendanceReports[FirstOf(Foreign)].AttendanceRecords.GetAsync(),
                (Microsoft.Graph.Models.AttendanceRecord record) => OfficialModels.ToRecord(record)),
            Many(client => client.GetRecordsAsync(Foreign, FirstOf(Foreign)))),
        new(
            "groups.listTransitiveMembers",
            RichData.GroupMembers,
            Pages(
                client => client.Groups[RichData.Group].TransitiveMembers.GetAsync(),
                (DirectoryObject member) => Organizer.User(((User)member).Id!)),
            Many(client => client.GetGroupMembersAsync(RichData.Group))),
        new(
            "webinars.list",
            [.. RichData.MyWebinars, .. RichData.TheirWebinars],
            Pages(
                client => client.Solutions.VirtualEvents.Webinars.GetAsync(),
                (VirtualEventWebinar webinar) => OfficialModels.ToWebinar(webinar)),
            Many(client => client.GetWebinarsAsync())),
        new(
            "webinars.listByUserRole",
            RichData.MyWebinars,
            Pages(
                client =>
                    client.Solutions.VirtualEvents.Webinars.GetByUserRoleWithRole("organizer").GetAsGetByUserRoleWithRoleGetResponseAsync(),
                (VirtualEventWebinar webinar) => OfficialModels.ToWebinar(webinar)),
            Many(client => client.GetWebinarsAsync(Organizer.Me))),
        new(
            "webinars.listByUserIdAndRole",
            RichData.TheirWebinars,
            Pages(
                client => client.Solutions.VirtualEvents.Webinars
                    .GetByUserIdAndRoleWithUserIdWithRole(
                        "organizer", RichData.OtherUser).GetAsGetByUserIdAndRoleWithUserIdWithRoleGetResponseAsync(),
                (VirtualEventWebinar webinar) => OfficialModels.ToWebinar(webinar)),
            Many(client => client.GetWebinarsAsync(Foreign.Organizer))),
        new(
            "webinars.get",
            [RichData.MyWebinars[0]],
            One(client => client.Solutions.VirtualEvents.Webinars[Webinar.WebinarId].GetAsync(), OfficialModels.ToWebinar),
            One(client => client.GetWebinarAsync(Webinar.WebinarId))),
        new(
            "webinars.listSessions",
            [.. RichData.WebinarSessions.Select(RichData.Summary)],
            Pages(
                client => client.Solutions.VirtualEvents.Webinars[Webinar.WebinarId].Sessions.GetAsync(),
                (Microsoft.Graph.Models.VirtualEventSession session) => OfficialModels.ToSession(
                    session, AttendanceSource.Webinar(Webinar.WebinarId, session.Id!))),
            Many(client => client.GetSessionsAsync(VirtualEventKind.Webinar, Webinar.WebinarId))),
        new(
            "webinars.getSession",
            [RichData.WebinarSessions[0]],
            One(
                client => client.Solutions.VirtualEvents.Webinars[Webinar.WebinarId].Sessions[Webinar.SessionId].GetAsync(),
                session => OfficialModels.ToSession(session, Webinar)),
            One(client => client.GetSessionAsync(Webinar))),
        new(
            "webinars.listAttendanceReports",
            [.. RichData.ReportsOf(Webinar).Select(report => report with { Records = null })],
            Pages(
                client =>
                    client.Solutions.VirtualEvents.Webinars[Webinar.WebinarId].Sessions[Webinar.SessionId].AttendanceReports.GetAsync(),
                (MeetingAttendanceReport report) => OfficialModels.ToListedReport(report)),
            Many(client => client.GetReportsAsync(Webinar))),
        new(
            "webinars.getAttendanceReport",
            WithAndWithoutRecords(Webinar),
            WithAndWithoutRecords(
                (client, expand) => client.Solutions.VirtualEvents.Webinars[Webinar.WebinarId].Sessions[Webinar.SessionId]
                    .AttendanceReports[FirstOf(Webinar)].GetAsync(request => request.QueryParameters.Expand = expand)),
            WithAndWithoutRecords((client, query) => client.GetReportAsync(Webinar, FirstOf(Webinar), query))),
        new(
            "webinars.listAttendanceRecords",
            RichData.ReportsOf(Webinar)[0].Records!,
            Pages(
                client => client.Solutions.VirtualEvents.Webinars[Webinar.WebinarId].Sessions[Webinar.SessionId]
                    .AttendanceReports[FirstOf(Webinar)].AttendanceRecords.GetAsync(),
                (Microsoft.Graph.Models.AttendanceRecord record) => OfficialModels.ToRecord(record)),
            Many(client => client.GetRecordsAsync(Webinar, FirstOf(Webinar)))),
        new(
            "webinars.listRegistrations",
            RichData.Registrations,
            Pages(
                client => client.Solutions.VirtualEvents.Webinars[Webinar.WebinarId].Registrations.GetAsync(),
                (VirtualEventRegistration registration) => OfficialModels.ToRegistration(registration)),
            Many(client => client.GetRegistrationsAsync(RichData.MyWebinars[0]))),
        new(
            "webinars.getRegistration",
            [RichData.Registrations[0]],
            One(
                client => client.Solutions.VirtualEvents.Webinars[Webinar.WebinarId].Registrations[RichData.Registrations[0].Id].GetAsync(),
                OfficialModels.ToRegistration),
            One(client => client.GetRegistrationAsync(VirtualEventKind.Webinar, Webinar.WebinarId, RichData.Registrations[0].Id!))),
        new(
            "townhalls.list",
            [.. RichData.MyTownhalls, .. RichData.TheirTownhalls],
            Pages(
                client => client.Solutions.VirtualEvents.Townhalls.GetAsync(),
                (VirtualEventTownhall townhall) => OfficialModels.ToTownhall(townhall)),
            Many(client => client.GetTownhallsAsync())),
        new(
            "townhalls.listByUserRole",
            RichData.MyTownhalls,
            Pages(
                client => client.Solutions.VirtualEvents.Townhalls.GetByUserRoleWithRole("organizer")
                    .GetAsGetByUserRoleWithRoleGetResponseAsync(),
                (VirtualEventTownhall townhall) => OfficialModels.ToTownhall(townhall)),
            Many(client => client.GetTownhallsAsync(Organizer.Me))),
        new(
            "townhalls.listByUserIdAndRole",
            RichData.TheirTownhalls,
            Pages(
                client => client.Solutions.VirtualEvents.Townhalls
                    .GetByUserIdAndRoleWithUserIdWithRole(
                        "organizer", RichData.OtherUser).GetAsGetByUserIdAndRoleWithUserIdWithRoleGetResponseAsync(),
                (VirtualEventTownhall townhall) => OfficialModels.ToTownhall(townhall)),
            Many(client => client.GetTownhallsAsync(Foreign.Organizer))),
        new(
            "townhalls.get",
            [RichData.MyTownhalls[0]],
            One(client => client.Solutions.VirtualEvents.Townhalls[Townhall.TownhallId].GetAsync(), OfficialModels.ToTownhall),
            One(client => client.GetTownhallAsync(Townhall.TownhallId))),
        new(
            "townhalls.listSessions",
            [.. RichData.TownhallSessions.Select(RichData.Summary)],
            Pages(
                client => client.Solutions.VirtualEvents.Townhalls[Townhall.TownhallId].Sessions.GetAsync(),
                (Microsoft.Graph.Models.VirtualEventSession session) => OfficialModels.ToSession(
                    session, AttendanceSource.Townhall(Townhall.TownhallId, session.Id!))),
            Many(client => client.GetSessionsAsync(VirtualEventKind.Townhall, Townhall.TownhallId))),
        new(
            "townhalls.getSession",
            [RichData.TownhallSessions[0]],
            One(
                client => client.Solutions.VirtualEvents.Townhalls[Townhall.TownhallId].Sessions[Townhall.SessionId].GetAsync(),
                session => OfficialModels.ToSession(session, Townhall)),
            One(client => client.GetSessionAsync(Townhall))),
        new(
            "townhalls.listAttendanceReports",
            [.. RichData.ReportsOf(Townhall).Select(report => report with { Records = null })],
            Pages(
                client =>
                    client.Solutions.VirtualEvents.Townhalls[Townhall.TownhallId].Sessions[Townhall.SessionId].AttendanceReports.GetAsync(),
                (MeetingAttendanceReport report) => OfficialModels.ToListedReport(report)),
            Many(client => client.GetReportsAsync(Townhall))),
        new(
            "townhalls.getAttendanceReport",
            WithAndWithoutRecords(Townhall),
            WithAndWithoutRecords(
                (client, expand) => client.Solutions.VirtualEvents.Townhalls[Townhall.TownhallId].Sessions[Townhall.SessionId]
                    .AttendanceReports[FirstOf(Townhall)].GetAsync(request => request.QueryParameters.Expand = expand)),
            WithAndWithoutRecords((client, query) => client.GetReportAsync(Townhall, FirstOf(Townhall), query))),
        new(
            "townhalls.listAttendanceRecords",
            RichData.ReportsOf(Townhall)[0].Records!,
            Pages(
                client => client.Solutions.VirtualEvents.Townhalls[Townhall.TownhallId].Sessions[Townhall.SessionId]
                    .AttendanceReports[FirstOf(Townhall)].AttendanceRecords.GetAsync(),
                (Microsoft.Graph.Models.AttendanceRecord record) => OfficialModels.ToRecord(record)),
            Many(client => client.GetRecordsAsync(Townhall, FirstOf(Townhall)))),
        new(
            "townhalls.listRegistrations",
            [.. RichData.Registrations.Reverse()],
            Pages(
                client => client.Solutions.VirtualEvents.Townhalls[Townhall.TownhallId].Registrations.GetAsync(),
                (VirtualEventRegistration registration) => OfficialModels.ToRegistration(registration)),
            Many(client => client.GetRegistrationsAsync(RichData.MyTownhalls[0]))),
        new(
            "townhalls.getRegistration",
            [RichData.Registrations[0]],
            One(
                client => client.Solutions.VirtualEvents.Townhalls[Townhall.TownhallId].Registrations[RichData.Registrations[0].Id].GetAsync(),
                OfficialModels.ToRegistration),
            One(client => client.GetRegistrationAsync(VirtualEventKind.Townhall, Townhall.TownhallId, RichData.Registrations[0].Id!))),
    ];

    private static string FirstOf(AttendanceSource source) => RichData.ReportsOf(source)[0].Id!;

    private static IReadOnlyList<object> WithAndWithoutRecords(AttendanceSource source)
    {
        var report = RichData.ReportsOf(source)[0];
        return [report, report with { Records = null }];
    }

    private static Func<GraphServiceClient, Task<List<object>>> WithAndWithoutRecords(
        Func<GraphServiceClient, string[], Task<MeetingAttendanceReport?>> get) =>
        async client => [
            OfficialModels.ToReport((await get(client, ["attendanceRecords"]))!), OfficialModels.ToReport((await get(client, []))!)];

    private static Func<AttendanceClient, Task<List<object>>> WithAndWithoutRecords(
        Func<AttendanceClient, ODataQuery, Task<AttendanceReport>> get) =>
        async client => [await get(client, new ODataQuery { Expand = ["attendanceRecords"] }), await get(client, new ODataQuery())];

    private static Func<GraphServiceClient, Task<List<object>>> Pages<TItem, TPage>(
        Func<GraphServiceClient, Task<TPage?>> getFirst, Func<TItem, object?> map)
        where TPage : IParsable, IAdditionalDataHolder, new() => async client =>
    {
        var items = new List<object>();
        var iterator = PageIterator<TItem, TPage>.CreatePageIterator(client, (await getFirst(client))!, item =>
        {
            if (map(item) is { } mapped)
                items.Add(mapped);
            return true;
        });
        await iterator.IterateAsync();
        return items;
    };

    private static Func<GraphServiceClient, Task<List<object>>> One<T>(Func<GraphServiceClient, Task<T?>> get, Func<T, object> map)
        where T : class => async client => [map((await get(client))!)];

    private static Func<AttendanceClient, Task<List<object>>> Many<T>(Func<AttendanceClient, IAsyncEnumerable<T>> list)
        where T : class => async client => [.. await list(client).ToListAsync()];

    private static Func<AttendanceClient, Task<List<object>>> One<T>(Func<AttendanceClient, Task<T>> get)
        where T : class => async client => [await get(client)];
}
#endif
