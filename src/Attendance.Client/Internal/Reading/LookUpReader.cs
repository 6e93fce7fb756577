using System.Globalization;
using System.Runtime.CompilerServices;
using Attendance.Client.Generated.Models;
using Microsoft.Kiota.Abstractions;
using Wire = Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal;

/// <summary>Reads from one version of Graph what leads to a source: meetings, calendars, virtual events, and the registrations for
/// them.</summary>
internal sealed class LookUpReader(GraphService service)
{
    // Without a selection an event brings its whole text along. An array, as the compiler would add a kind of list of its own for a
    // read-only one.
    private static readonly ODataQuery CalendarQuery = new()
    {
        Top = 100,
        Select = (string[])
        [
            "id", "iCalUId", "subject", "start", "end", "isOrganizer", "isCancelled", "isOnlineMeeting", "onlineMeeting",
            "seriesMasterId", "type", "organizer", "attendees",
        ],
    };

    private static readonly ODataQuery MemberQuery = new() { Top = 999, Select = (string[])["id"] };

    public async Task<OnlineMeeting?> FindMeetingAsync(Organizer organizer, JoinLink link, CancellationToken cancellationToken)
    {
        var query = new ODataQuery
        {
            Filter = link.JoinWebUrl is { } url
                ? $"JoinWebUrl eq '{Routes.Quoted(url)}'"
                : $"joinMeetingIdSettings/joinMeetingId eq '{Routes.Quoted(link.JoinMeetingId!)}'",
        };
        var meetings = ListAsync<OnlineMeetingCollectionResponse, Wire.OnlineMeeting, OnlineMeeting>(
            "FindMeeting",
            () => Routes.Meetings(service.Builders, organizer).Address(query),
            static page => page.Value,
            meeting => AttendanceMapper.ToMeeting(meeting, organizer),
            cancellationToken);
        await foreach (var meeting in meetings.ConfigureAwait(false))
            return meeting;

        return null;
    }

    public Task<OnlineMeeting> GetMeetingAsync(MeetingSource source, CancellationToken cancellationToken) =>
        GetAsync<Wire.OnlineMeeting, OnlineMeeting>(
            "GetMeeting",
            Routes.Meeting(service.Builders, source),
            meeting => AttendanceMapper.ToMeeting(meeting, source.Organizer),
            cancellationToken);

    public IAsyncEnumerable<CalendarMeeting> GetCalendarMeetingsAsync(
        Organizer owner, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        ListAsync<EventCollectionResponse, Wire.Event, CalendarMeeting>(
            "GetCalendarMeetings",
            () => Routes.CalendarView(service.Builders, owner, Iso(from), Iso(until)).Address(CalendarQuery),
            static page => page.Value?.FindAll(
                static item => item is { IsOnlineMeeting: true } || !string.IsNullOrEmpty(item?.OnlineMeeting?.JoinUrl)),
            AttendanceMapper.ToCalendarMeeting,
            cancellationToken);

    public IAsyncEnumerable<Organizer> GetGroupMembersAsync(string groupId, CancellationToken cancellationToken) =>
        ListAsync<DirectoryObjectCollectionResponse, DirectoryObject, Organizer>(
            "GetGroupMembers",
            () => Routes.GroupMembers(service.Builders, groupId).Address(MemberQuery),
            static page => page.Value?.FindAll(static member =>
                member?.OdataType?.EndsWith("microsoft.graph.user", StringComparison.Ordinal) != false && ResourceId.CanBeSent(member?.Id)),
            static member => Organizer.User(member.Id!),
            cancellationToken);

    public IAsyncEnumerable<VirtualEvent> GetVirtualEventsAsync(VirtualEventKind kind, CancellationToken cancellationToken) =>
        ListVirtualEventsAsync(kind, () => Routes.VirtualEvents(service.Builders, kind).Address(), cancellationToken);

    public IAsyncEnumerable<VirtualEvent> GetVirtualEventsAsync(
        VirtualEventKind kind, Organizer user, VirtualEventRole role, CancellationToken cancellationToken)
    {
        var name = NameOf(role);
        return ListVirtualEventsAsync(kind, () => Routes.VirtualEventsOf(service.Builders, kind, user, name).Address(), cancellationToken);
    }

    public Task<VirtualEvent> GetVirtualEventAsync(VirtualEventKind kind, string eventId, CancellationToken cancellationToken) =>
        GetAsync<Wire.VirtualEvent, VirtualEvent>(
            $"Get{kind}",
            Routes.VirtualEvent(service.Builders, kind, eventId),
            virtualEvent => AttendanceMapper.ToVirtualEvent(virtualEvent, kind),
            cancellationToken);

    public IAsyncEnumerable<VirtualEventSession> GetSessionsAsync(
        VirtualEventKind kind, string eventId, CancellationToken cancellationToken)
    {
        Check(kind);
        Func<string, AttendanceSource> sourceOf = kind is VirtualEventKind.Webinar
            ? sessionId => AttendanceSource.Webinar(eventId, sessionId)
            : sessionId => AttendanceSource.Townhall(eventId, sessionId);
        return ListAsync<VirtualEventSessionCollectionResponse, Wire.VirtualEventSession, VirtualEventSession>(
            "GetSessions",
            () => Routes.Sessions(service.Builders, kind, eventId).Address(),
            static page => page.Value,
            session => AttendanceMapper.ToSession(session, sourceOf),
            cancellationToken);
    }

    public Task<VirtualEventSession> GetSessionAsync(AttendanceSource source, CancellationToken cancellationToken) =>
        GetAsync<Wire.VirtualEventSession, VirtualEventSession>(
            "GetSession",
            Routes.Session(service.Builders, source),
            session => AttendanceMapper.ToSession(session, _ => source),
            cancellationToken);

    public IAsyncEnumerable<Registration> GetRegistrationsAsync(VirtualEventKind kind, string eventId, CancellationToken cancellationToken)
    {
        Check(kind);
        return ListAsync<VirtualEventRegistrationCollectionResponse, VirtualEventRegistration, Registration>(
            "GetRegistrations",
            () => Routes.Registrations(service.Builders, kind, eventId).Address(),
            static page => page.Value,
            AttendanceMapper.ToRegistration,
            cancellationToken);
    }

    public Task<Registration> GetRegistrationAsync(
        VirtualEventKind kind, string eventId, string registrationId, CancellationToken cancellationToken)
    {
        Check(kind);
        return GetAsync<VirtualEventRegistration, Registration>(
            "GetRegistration",
            Routes.Registration(service.Builders, kind, eventId, registrationId),
            AttendanceMapper.ToRegistration,
            cancellationToken);
    }

    private static void Check(VirtualEventKind kind)
    {
        if (kind is not (VirtualEventKind.Webinar or VirtualEventKind.Townhall))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Use VirtualEventKind.Webinar or VirtualEventKind.Townhall.");
    }

    private static string NameOf(VirtualEventRole role) => role switch
    {
        VirtualEventRole.Organizer => "organizer",
        VirtualEventRole.CoOrganizer => "coOrganizer",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Use VirtualEventRole.Organizer or VirtualEventRole.CoOrganizer."),
    };

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private IAsyncEnumerable<VirtualEvent> ListVirtualEventsAsync(
        VirtualEventKind kind, Func<RequestInformation> request, CancellationToken cancellationToken) =>
        ListAsync<VirtualEventCollectionResponse, Wire.VirtualEvent, VirtualEvent>(
            $"Get{kind}s",
            request,
            static page => page.Value,
            virtualEvent => AttendanceMapper.ToVirtualEvent(virtualEvent, kind),
            cancellationToken);

    private async Task<TPublic> GetAsync<TWire, TPublic>(
        string name, RequestInformation request, Func<TWire, TPublic> map, CancellationToken cancellationToken)
        where TWire : class, new()
    {
        using var operation = service.Start(name);
        return map(await service.GetAsync<TWire>(request.Address(), operation, cancellationToken).ConfigureAwait(false));
    }

    // A request is made for each enumeration, as it holds the token and so cannot be shared.
    private async IAsyncEnumerable<TPublic> ListAsync<TPage, TWire, TPublic>(
        string name,
        Func<RequestInformation> first,
        Func<TPage, List<TWire>?> itemsOf,
        Func<TWire, TPublic> map,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : BaseCollectionResponse, new()
        where TWire : class
    {
        using var operation = service.Start(name);
        var pages = service.GetPagesAsync<TPage>(first(), operation, readAhead: false, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var item in itemsOf(page) ?? [])
            {
                if (item is not null)
                    yield return map(item);
            }
        }
    }
}
