using System.Globalization;
using System.Runtime.CompilerServices;
using Attendance.Client.Generated.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Attendance.Client.Internal;

/// <summary>Reads from one version of Graph what leads to a source: meetings, calendars, virtual events, and the registrations for them.</summary>
internal sealed class LookUpReader(GraphService service)
{
    // Without a selection an event brings its whole text along. An array, as the compiler would add a kind of list of its own for a read-only one.
    private static readonly ODataQuery CalendarQuery = new()
    {
        Top = 100,
        Select = (string[])["id", "iCalUId", "subject", "start", "end", "isOrganizer", "isCancelled", "onlineMeeting"],
    };

    public async Task<OnlineMeeting?> FindMeetingAsync(Organizer organizer, JoinLink link, CancellationToken cancellationToken)
    {
        var query = new ODataQuery
        {
            Filter = link.JoinWebUrl is { } url ? $"JoinWebUrl eq '{Routes.Quoted(url)}'" : $"joinMeetingIdSettings/joinMeetingId eq '{Routes.Quoted(link.JoinMeetingId!)}'",
        };
        var meetings = ListAsync(
            "FindMeeting",
            RequestUri.Of(Routes.Meetings(service.Builders, organizer), query),
            OnlineMeetingCollectionResponse.CreateFromDiscriminatorValue,
            static page => page.Value,
            meeting => AttendanceMapper.ToMeeting(meeting, organizer),
            cancellationToken);
        await foreach (var meeting in meetings.ConfigureAwait(false))
            return meeting;

        return null;
    }

    public Task<OnlineMeeting> GetMeetingAsync(MeetingSource source, CancellationToken cancellationToken) => GetAsync(
        "GetMeeting",
        Routes.Meeting(service.Builders, source),
        Generated.Models.OnlineMeeting.CreateFromDiscriminatorValue,
        meeting => AttendanceMapper.ToMeeting(meeting, source.Organizer),
        cancellationToken);

    public IAsyncEnumerable<CalendarMeeting> GetCalendarMeetingsAsync(Organizer owner, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => ListAsync(
        "GetCalendarMeetings",
        RequestUri.Of(Routes.CalendarView(service.Builders, owner, Iso(from), Iso(until)), CalendarQuery),
        EventCollectionResponse.CreateFromDiscriminatorValue,
        static page => page.Value?.FindAll(static calendarEvent => !string.IsNullOrEmpty(calendarEvent?.OnlineMeeting?.JoinUrl)),
        AttendanceMapper.ToCalendarMeeting,
        cancellationToken);

    public IAsyncEnumerable<VirtualEvent> GetVirtualEventsAsync(VirtualEventKind kind, CancellationToken cancellationToken) =>
        ListVirtualEventsAsync(kind, Routes.VirtualEvents(service.Builders, kind), cancellationToken);

    public IAsyncEnumerable<VirtualEvent> GetVirtualEventsAsync(VirtualEventKind kind, Organizer user, VirtualEventRole role, CancellationToken cancellationToken) =>
        ListVirtualEventsAsync(kind, Routes.VirtualEventsOf(service.Builders, kind, user, NameOf(role)), cancellationToken);

    public Task<VirtualEvent> GetVirtualEventAsync(VirtualEventKind kind, string eventId, CancellationToken cancellationToken) => GetAsync(
        $"Get{kind}",
        Routes.VirtualEvent(service.Builders, kind, eventId),
        Generated.Models.VirtualEvent.CreateFromDiscriminatorValue,
        virtualEvent => AttendanceMapper.ToVirtualEvent(virtualEvent, kind),
        cancellationToken);

    public IAsyncEnumerable<VirtualEventSession> GetSessionsAsync(VirtualEventKind kind, string eventId, CancellationToken cancellationToken) => ListAsync(
        "GetSessions",
        RequestUri.Of(Routes.Sessions(service.Builders, kind, eventId)),
        VirtualEventSessionCollectionResponse.CreateFromDiscriminatorValue,
        static page => page.Value,
        session => AttendanceMapper.ToSession(
            session,
            sessionId => kind is VirtualEventKind.Webinar ? AttendanceSource.Webinar(eventId, sessionId) : AttendanceSource.Townhall(eventId, sessionId)),
        cancellationToken);

    public Task<VirtualEventSession> GetSessionAsync(AttendanceSource source, CancellationToken cancellationToken) => GetAsync(
        "GetSession",
        Routes.Session(service.Builders, source),
        Generated.Models.VirtualEventSession.CreateFromDiscriminatorValue,
        session => AttendanceMapper.ToSession(session, _ => source),
        cancellationToken);

    public IAsyncEnumerable<Registration> GetRegistrationsAsync(string webinarId, CancellationToken cancellationToken) => ListAsync(
        "GetRegistrations",
        RequestUri.Of(Routes.Registrations(service.Builders, webinarId)),
        VirtualEventRegistrationCollectionResponse.CreateFromDiscriminatorValue,
        static page => page.Value,
        AttendanceMapper.ToRegistration,
        cancellationToken);

    public Task<Registration> GetRegistrationAsync(string webinarId, string registrationId, CancellationToken cancellationToken) => GetAsync(
        "GetRegistration",
        Routes.Registration(service.Builders, webinarId, registrationId),
        VirtualEventRegistration.CreateFromDiscriminatorValue,
        AttendanceMapper.ToRegistration,
        cancellationToken);

    private static string NameOf(VirtualEventRole role) => role switch
    {
        VirtualEventRole.Organizer => "organizer",
        VirtualEventRole.CoOrganizer => "coOrganizer",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Use VirtualEventRole.Organizer or VirtualEventRole.CoOrganizer."),
    };

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private IAsyncEnumerable<VirtualEvent> ListVirtualEventsAsync(VirtualEventKind kind, RequestInformation request, CancellationToken cancellationToken) => ListAsync(
        $"Get{kind}s",
        RequestUri.Of(request),
        VirtualEventCollectionResponse.CreateFromDiscriminatorValue,
        static page => page.Value,
        virtualEvent => AttendanceMapper.ToVirtualEvent(virtualEvent, kind),
        cancellationToken);

    private async Task<TPublic> GetAsync<TWire, TPublic>(
        string name, RequestInformation request, ParsableFactory<TWire> factory, Func<TWire, TPublic> map, CancellationToken cancellationToken)
        where TWire : IParsable
    {
        using var operation = service.Start(name);
        return map(await service.GetAsync(RequestUri.Of(request), factory, operation, cancellationToken).ConfigureAwait(false));
    }

    private async IAsyncEnumerable<TPublic> ListAsync<TPage, TWire, TPublic>(
        string name, Uri first, ParsableFactory<TPage> factory, Func<TPage, List<TWire>?> itemsOf, Func<TWire, TPublic> map, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : BaseCollectionResponse
        where TWire : class
    {
        using var operation = service.Start(name);
        await foreach (var page in service.GetPagesAsync(first, factory, operation, readAhead: false, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in itemsOf(page) ?? [])
            {
                if (item is not null)
                    yield return map(item);
            }
        }
    }
}
