using System.Text;
using System.Text.Json;
using Attendance.Client.Internal;
using Azure.Core;

namespace Attendance.Client;

/// <summary>Reads from Microsoft Graph who attended a Teams meeting, webinar or town hall.</summary>
/// <remarks>
/// Thread-safe; keep one for the life of the application. Reports and records need the permission <c>OnlineMeetingArtifact.Read.All</c>,
/// delegated or application; for webinars and town halls the resource-specific <c>OnlineMeetingArtifact.Read.Chat</c> does too. What leads
/// to them needs others, which each method names. An application calling for a user needs a Teams application access policy for that user
/// besides. See <see href="https://learn.microsoft.com/graph/api/resources/meetingattendancereport"/>.
/// </remarks>
public class AttendanceClient
{
    private readonly GraphConnection? _connection;
    private readonly AccessTokens? _tokens;
    private readonly GraphService? _service;
    private readonly ReportReader? _reports;
    private readonly LookUpReader? _lookUps;
    private readonly AccessReader? _access;

    /// <summary>A client with a connection of its own.</summary>
    /// <param name="credential">
    /// Gives the access tokens. Those of a credential of Azure.Identity are kept until shortly before they expire; one of your own is asked
    /// with every request, so that it may look up the current user, and keeps its tokens itself.
    /// </param>
    /// <param name="options">How to reach Graph, or null for v1.0 of the global cloud.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it, the cause and the cure.</exception>
    public AttendanceClient(TokenCredential credential, AttendanceClientOptions? options = null)
        : this(GraphHttp.CreateClient((options = Checked(options)).Endpoint), credential, options)
    {
    }

    /// <summary>A client over the application's own connection, which the application configures and disposes of.</summary>
    /// <param name="httpClient">Sends the requests. It should not follow redirects.</param>
    /// <param name="credential">
    /// Gives the access tokens. Those of a credential of Azure.Identity are kept until shortly before they expire; one of your own is asked
    /// with every request, so that it may look up the current user, and keeps its tokens itself.
    /// </param>
    /// <param name="options">How to reach Graph, or null for v1.0 of the global cloud.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it, the cause and the cure.</exception>
    public AttendanceClient(HttpClient httpClient, TokenCredential credential, AttendanceClientOptions? options = null)
        : this(
            new GraphConnection(httpClient ?? throw new ArgumentNullException(nameof(httpClient)), Checked(options)),
            credential ?? throw new ArgumentNullException(nameof(credential)),
            options?.Version ?? GraphVersion.V1)
    {
    }

    /// <summary>For mocks, which override the methods that they need.</summary>
    protected AttendanceClient()
    {
    }

    private AttendanceClient(GraphConnection connection, TokenCredential credential, GraphVersion version)
        : this(connection, connection.TokensOf(credential), version)
    {
    }

    internal AttendanceClient(GraphConnection connection, AccessTokens tokens, GraphVersion version)
    {
        Version = version;
        _connection = connection;
        _tokens = tokens;
        var service = _service = new GraphService(connection, tokens, version);
        _reports = new ReportReader(service, connection.Logger);
        _lookUps = new LookUpReader(service);
        _access = new AccessReader(connection.Endpoint, connection.TimeProvider, tokens, _reports, _lookUps);
    }

    /// <summary>Version of Graph that the client talks to.</summary>
    public virtual GraphVersion Version { get; }

    private ReportReader Reports => _reports ?? throw NotMocked();

    private LookUpReader LookUps => _lookUps ?? throw NotMocked();

    private AccessReader Access => _access ?? throw NotMocked();

    /// <summary>A client for another version over the same connection, with the same credential and options.</summary>
    public virtual AttendanceClient WithVersion(GraphVersion version) => version switch
    {
        _ when version == Version => this,
        GraphVersion.V1 or GraphVersion.Beta => new AttendanceClient(_connection ?? throw NotMocked(), _tokens!, version),
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "Use GraphVersion.V1 or GraphVersion.Beta."),
    };

    /// <summary>A client for another user, application or tenant over the same connection, with the same options, limits and
    /// hold-back.</summary>
    /// <remarks>It is cheap to make, so make one for each user that asks. No token of one credential is ever sent for another.</remarks>
    /// <param name="credential">Gives the access tokens.</param>
    public virtual AttendanceClient WithCredential(TokenCredential credential) =>
        new(_connection ?? throw NotMocked(), credential ?? throw new ArgumentNullException(nameof(credential)), Version);

    /// <summary>The reports of all sessions that have ended, at most the 50 newest, without their records, in the order of Graph.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew. No report stands in the list while the meeting runs and for a
    /// while after. Needs <c>OnlineMeetingArtifact.Read.All</c>. See
    /// <see href="https://learn.microsoft.com/graph/api/meetingattendancereport-list"/>.
    /// </remarks>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="query">OData options, or null for none. Records stay null unless <c>$expand</c> asks for them and Graph sends
    /// them.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<AttendanceReport> GetReportsAsync(
        AttendanceSource source, ODataQuery? query = null, CancellationToken cancellationToken = default)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        return Reports.GetReportsAsync(source, query, cancellationToken);
    }

    /// <summary>A report with every record, also where these come in several pages.</summary>
    /// <remarks>Needs <c>OnlineMeetingArtifact.Read.All</c>. See
    /// <see href="https://learn.microsoft.com/graph/api/meetingattendancereport-get"/>.</remarks>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="reportId">Id of the report.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<AttendanceReport> GetReportAsync(
        AttendanceSource source, string reportId, CancellationToken cancellationToken = default) =>
        GetReportAsync(source, reportId, ODataQuery.WithRecords, cancellationToken);

    /// <summary>A report with just what the query asks for: its records, all of them, only where <c>$expand</c> names
    /// <c>attendanceRecords</c>, else null.</summary>
    /// <remarks>Needs <c>OnlineMeetingArtifact.Read.All</c>. See
    /// <see href="https://learn.microsoft.com/graph/api/meetingattendancereport-get"/>.</remarks>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="reportId">Id of the report.</param>
    /// <param name="query"><c>$expand</c> and <c>$select</c>; an empty query asks for the report alone.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL, or the query
    /// has an option for collections.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<AttendanceReport> GetReportAsync(
        AttendanceSource source, string reportId, ODataQuery query, CancellationToken cancellationToken = default)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        ResourceId.Check(reportId);
        _ = query ?? throw new ArgumentNullException(nameof(query));
        if (query is not { Top: null, Skip: null, Filter: null, OrderBy: null, Count: null })
        {
            throw new ArgumentException(
                "A single report takes $expand and $select only. Leave the other options out, or ask GetReportsAsync or GetRecordsAsync.",
                nameof(query));
        }

        return Reports.GetReportAsync(source, reportId, query, cancellationToken);
    }

    /// <summary>The report of the newest session, by its end, with every record, or null where there is no report yet.</summary>
    /// <remarks>
    /// Asks for the list, then for the newest report in it. Needs <c>OnlineMeetingArtifact.Read.All</c>.
    /// See <see href="https://learn.microsoft.com/graph/api/meetingattendancereport-list"/>.
    /// </remarks>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<AttendanceReport?> GetLatestReportAsync(AttendanceSource source, CancellationToken cancellationToken = default)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        return Reports.GetLatestReportAsync(source, cancellationToken);
    }

    /// <summary>Waits for the report of a session, and returns it with every record, or null where there is none in time.</summary>
    /// <remarks>
    /// Null says "not yet"; a report without records says that nobody came. Graph makes a report minutes to hours after the session, and
    /// tells nobody. A failure that goes beyond <see cref="AttendanceClientOptions.MaxRetries"/> ends the waiting; a question under way
    /// when the time is over is finished, with its retries. Needs <c>OnlineMeetingArtifact.Read.All</c>.
    /// See <see href="https://learn.microsoft.com/graph/api/meetingattendancereport-list"/>.
    /// </remarks>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="timeout">How long to wait; zero to ask once.</param>
    /// <param name="interval">How long to wait between two questions, or null for a minute.</param>
    /// <param name="endedAfter">Time after which the session has ended, to leave out earlier sessions of the meeting, or null for
    /// any.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative, or the interval is not positive or longer than a
    /// day.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<AttendanceReport?> WaitForReportAsync(
        AttendanceSource source, TimeSpan timeout, TimeSpan? interval = null, DateTimeOffset? endedAfter = null,
        CancellationToken cancellationToken = default)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        if (timeout < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout), timeout,
                "The timeout is negative. Pass zero to ask once, or a CancellationToken and TimeSpan.MaxValue to wait without end.");
        }

        if (interval is { } pause && (pause <= TimeSpan.Zero || pause > TimeSpan.FromDays(1)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(interval), interval, "The interval is not positive, or longer than a day. Pass a minute or more.");
        }

        return Reports.WaitForReportAsync(source, endedAfter, timeout, interval ?? TimeSpan.FromMinutes(1), cancellationToken);
    }

    /// <summary>The records of a report, page after page.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew.
    /// Needs <c>OnlineMeetingArtifact.Read.All</c>. See <see href="https://learn.microsoft.com/graph/api/attendancerecord-list"/>.
    /// </remarks>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="reportId">Id of the report.</param>
    /// <param name="query">OData options, or null for none.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<AttendanceRecord> GetRecordsAsync(
        AttendanceSource source, string reportId, ODataQuery? query = null, CancellationToken cancellationToken = default)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        ResourceId.Check(reportId);
        return Reports.GetRecordsAsync(source, reportId, query, cancellationToken);
    }

    /// <summary>The reports of many sources at once: one outcome each, its reports or its error, with as many sources at a time as the
    /// options allow.</summary>
    /// <remarks>
    /// No failure stops the others. However many sources there are, only those at work are held in memory. Nothing is sent before
    /// enumeration; stopping it cancels what is at work. Needs <c>OnlineMeetingArtifact.Read.All</c>.
    /// See <see href="https://learn.microsoft.com/graph/api/meetingattendancereport-list"/>.
    /// </remarks>
    /// <param name="sources">Where attendance was taken.</param>
    /// <param name="options">How many at once, in which order, with or without records; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="OperationCanceledException">The enumeration was cancelled.</exception>
    public virtual IAsyncEnumerable<AttendanceOutcome> GetReportsAsync(
        IEnumerable<AttendanceSource> sources, BulkOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = sources ?? throw new ArgumentNullException(nameof(sources));
        return BulkReader.ReadAsync(Reports, BulkReader.ToAsync(sources), options ?? new BulkOptions(), cancellationToken);
    }

    /// <inheritdoc cref="GetReportsAsync(IEnumerable{AttendanceSource}, BulkOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<AttendanceOutcome> GetReportsAsync(
        IAsyncEnumerable<AttendanceSource> sources, BulkOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = sources ?? throw new ArgumentNullException(nameof(sources));
        return BulkReader.ReadAsync(Reports, sources, options ?? new BulkOptions(), cancellationToken);
    }

    /// <summary>Reports that were listed, in their order and each with every record, with as many at a time as the options allow.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration; stopping it cancels what is at work. Of the options, the others than
    /// <see cref="BulkOptions.MaxConcurrency"/> count for nothing. Needs <c>OnlineMeetingArtifact.Read.All</c>. See
    /// <see href="https://learn.microsoft.com/graph/api/meetingattendancereport-get"/>.
    /// </remarks>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="reports">The reports, such as those of <see cref="GetReportsAsync(AttendanceSource, ODataQuery?, CancellationToken)"/>
    /// that are wanted.</param>
    /// <param name="options">How many at once; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentException">A report is null, or has no id by which to ask for its records.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<AttendanceReport> GetReportsWithRecordsAsync(
        AttendanceSource source, IEnumerable<AttendanceReport> reports, BulkOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        string[] ids =
        [
            .. (reports ?? throw new ArgumentNullException(nameof(reports))).Select(report => report?.Id ?? throw new ArgumentException(
                "A report is null or has no id, so its records cannot be asked for. Leave it out.", nameof(reports))),
        ];
        return OrderedWork.RunAsync(
            ids, (id, stop) => GetReportAsync(source, id, stop), (options ?? new BulkOptions()).MaxConcurrency, cancellationToken);
    }

    /// <summary>The report of a meeting's newest session from beta's deprecated singular path: with every record, but without id and
    /// times.</summary>
    /// <remarks>Needs <c>OnlineMeetingArtifact.Read.All</c>. See
    /// <see href="https://learn.microsoft.com/graph/api/meetingattendancereport-get?view=graph-rest-beta"/>.</remarks>
    /// <param name="source">A meeting: webinars and town halls have no such path.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ArgumentException">The source is no meeting.</exception>
    /// <exception cref="InvalidOperationException">The client talks to v1.0, which has no such path.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    [Obsolete("Graph has deprecated this path. Use GetLatestReportAsync, which works in both versions and returns id and times too.")]
    public virtual Task<AttendanceReport> GetMeetingAttendanceReportAsync(
        AttendanceSource source, CancellationToken cancellationToken = default)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        if (source is not MeetingSource meeting)
            throw new ArgumentException("Only a meeting has the path meetingAttendanceReport. Use GetLatestReportAsync.", nameof(source));
        if (Version != GraphVersion.Beta)
        {
            throw new InvalidOperationException(
                "Only beta has the path meetingAttendanceReport. Use GetLatestReportAsync, or WithVersion(GraphVersion.Beta).");
        }

        return Reports.GetMeetingAttendanceReportAsync(meeting, cancellationToken);
    }

    /// <summary>What stands between the caller and a report: sign-in, token, permissions, and for a source also access policy, reports and
    /// records, each right, missing with its remedy, or unknown. For the health check of an application.</summary>
    /// <remarks>
    /// A failure is a step of the answer, and not thrown. A token that is a JWT is read, but neither kept nor told; of any other, Graph's
    /// answers alone tell. See
    /// <see href="https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy"/>.
    /// </remarks>
    /// <param name="source">Where attendance was taken, or null to ask the credential alone, and Graph nothing.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public virtual Task<AccessDiagnosis> DiagnoseAccessAsync(
        AttendanceSource? source = null, CancellationToken cancellationToken = default) =>
        source is null ? Access.DiagnoseAsync(cancellationToken) : Access.DiagnoseAsync(source, cancellationToken);

    /// <summary>What stands between the caller and a report of the meeting that a join link or a meeting ID leads to, as for a
    /// source.</summary>
    /// <remarks>See <see href="https://learn.microsoft.com/graph/api/onlinemeeting-get"/>.</remarks>
    /// <param name="organizer">Who organizes the meeting.</param>
    /// <param name="link">The join link or meeting ID.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public virtual Task<AccessDiagnosis> DiagnoseAccessAsync(
        Organizer organizer, JoinLink link, CancellationToken cancellationToken = default)
    {
        _ = organizer ?? throw new ArgumentNullException(nameof(organizer));
        _ = link ?? throw new ArgumentNullException(nameof(link));
        return Access.DiagnoseAsync(organizer, link, cancellationToken);
    }

    /// <summary>The meeting that a join link or a meeting ID leads to, or null where Graph finds none.</summary>
    /// <remarks>
    /// A long link names its organizer, <see cref="JoinLink.OrganizerId"/>, whom an application has to ask for. Needs
    /// <c>OnlineMeetings.Read</c> delegated, or
    /// <c>OnlineMeetings.Read.All</c> as an application, with an access policy for the user. See
    /// <see href="https://learn.microsoft.com/graph/api/onlinemeeting-get"/>.
    /// </remarks>
    /// <param name="organizer">Who organizes the meeting: others are refused.</param>
    /// <param name="link">The join link or meeting ID.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for: so it also says that it does not know
    /// a long link.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<OnlineMeeting?> FindMeetingAsync(Organizer organizer, JoinLink link, CancellationToken cancellationToken = default)
    {
        _ = organizer ?? throw new ArgumentNullException(nameof(organizer));
        _ = link ?? throw new ArgumentNullException(nameof(link));
        return LookUps.FindMeetingAsync(organizer, link, cancellationToken);
    }

    /// <summary>A meeting by its id.</summary>
    /// <remarks>Needs <c>OnlineMeetings.Read</c> delegated, or <c>OnlineMeetings.Read.All</c> as an application, with an access policy for
    /// the user. See <see href="https://learn.microsoft.com/graph/api/onlinemeeting-get"/>.</remarks>
    /// <param name="source">A meeting: webinars and town halls have sessions, which <see cref="GetSessionAsync"/> reads.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The source is no meeting.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<OnlineMeeting> GetMeetingAsync(AttendanceSource source, CancellationToken cancellationToken = default) =>
        source switch
        {
            null => throw new ArgumentNullException(nameof(source)),
            MeetingSource meeting => LookUps.GetMeetingAsync(meeting, cancellationToken),
            _ => throw new ArgumentException("The source is a session of a webinar or town hall. Use GetSessionAsync.", nameof(source)),
        };

    /// <summary>The online meetings in a user's calendar that touch a time range, occurrence by occurrence of a series, each with its join
    /// link, or without one where Graph withholds it.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew.
    /// Needs <c>Calendars.Read</c>; only the organizer of a meeting may read its attendance. See
    /// <see href="https://learn.microsoft.com/graph/api/user-list-calendarview"/>.
    /// </remarks>
    /// <param name="owner">Whose calendar.</param>
    /// <param name="from">Begin of the range.</param>
    /// <param name="until">End of the range, which must be later.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<CalendarMeeting> GetCalendarMeetingsAsync(
        Organizer owner, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        _ = owner ?? throw new ArgumentNullException(nameof(owner));
        return from < until
            ? LookUps.GetCalendarMeetingsAsync(owner, from, until, cancellationToken)
            : throw new ArgumentException(
                $"The range ends at {until:O}, which is not after its begin at {from:O}. Pass a later end.", nameof(until));
    }

    /// <summary>The users in a group, and in the groups in it, as organizers of meetings.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew. Devices, contacts and other members are left out.
    /// Needs <c>GroupMember.Read.All</c>. See <see href="https://learn.microsoft.com/graph/api/group-list-transitivemembers"/>.
    /// </remarks>
    /// <param name="groupId">Object id of the group.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentException">The id cannot be sent.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<Organizer> GetGroupMembersAsync(string groupId, CancellationToken cancellationToken = default) =>
        LookUps.GetGroupMembersAsync(ResourceId.Check(groupId), cancellationToken);

    /// <summary>All webinars whose organizer has an access policy for the application.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew.
    /// Needs <c>VirtualEvent.Read.All</c> as an application. No webinar may come although there are some: then ask by a user's role. See
    /// <see href="https://learn.microsoft.com/graph/api/virtualeventsroot-list-webinars"/>.
    /// </remarks>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<VirtualEvent> GetWebinarsAsync(CancellationToken cancellationToken = default) =>
        LookUps.GetVirtualEventsAsync(VirtualEventKind.Webinar, cancellationToken);

    /// <summary>The webinars in which a user has a role.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew.
    /// Needs <c>VirtualEvent.Read</c> delegated for the signed-in user, or <c>VirtualEvent.Read.All</c> as an application for any other.
    /// See <see href="https://learn.microsoft.com/graph/api/virtualeventwebinar-getbyuserrole"/>.
    /// </remarks>
    /// <param name="user">The user: the signed-in one, or one by object id.</param>
    /// <param name="role">The user's role.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The role is none of the enumeration.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<VirtualEvent> GetWebinarsAsync(
        Organizer user, VirtualEventRole role = VirtualEventRole.Organizer, CancellationToken cancellationToken = default) =>
        LookUps.GetVirtualEventsAsync(
            VirtualEventKind.Webinar, user ?? throw new ArgumentNullException(nameof(user)), role, cancellationToken);

    /// <summary>A webinar by its id.</summary>
    /// <remarks>Needs <c>VirtualEvent.Read</c> delegated, or <c>VirtualEvent.Read.All</c> or the resource-specific
    /// <c>VirtualEvent.Read.Chat</c> as an application. See
    /// <see href="https://learn.microsoft.com/graph/api/virtualeventwebinar-get"/>.</remarks>
    /// <param name="webinarId">Id of the webinar.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<VirtualEvent> GetWebinarAsync(string webinarId, CancellationToken cancellationToken = default) =>
        LookUps.GetVirtualEventAsync(VirtualEventKind.Webinar, ResourceId.Check(webinarId), cancellationToken);

    /// <summary>All town halls whose organizer has an access policy for the application.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew.
    /// Needs <c>VirtualEvent.Read.All</c> as an application. No town hall may come although there are some: then ask by a user's role.
    /// Graph's pages disagree on whether v1.0 has the list; beta does. See
    /// <see href="https://learn.microsoft.com/graph/api/virtualeventsroot-list-townhalls"/>.
    /// </remarks>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<VirtualEvent> GetTownhallsAsync(CancellationToken cancellationToken = default) =>
        LookUps.GetVirtualEventsAsync(VirtualEventKind.Townhall, cancellationToken);

    /// <summary>The town halls in which a user has a role.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew.
    /// Needs <c>VirtualEvent.Read</c> delegated for the signed-in user, or <c>VirtualEvent.Read.All</c> as an application for any other.
    /// Graph's pages disagree on whether v1.0 has the list; beta does. See
    /// <see href="https://learn.microsoft.com/graph/api/virtualeventtownhall-getbyuserrole"/>.
    /// </remarks>
    /// <param name="user">The user: the signed-in one, or one by object id.</param>
    /// <param name="role">The user's role.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The role is none of the enumeration.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<VirtualEvent> GetTownhallsAsync(
        Organizer user, VirtualEventRole role = VirtualEventRole.Organizer, CancellationToken cancellationToken = default) =>
        LookUps.GetVirtualEventsAsync(
            VirtualEventKind.Townhall, user ?? throw new ArgumentNullException(nameof(user)), role, cancellationToken);

    /// <summary>A town hall by its id.</summary>
    /// <remarks>Needs <c>VirtualEvent.Read</c> delegated, or <c>VirtualEvent.Read.All</c> or the resource-specific
    /// <c>VirtualEvent.Read.Chat</c> as an application. See
    /// <see href="https://learn.microsoft.com/graph/api/virtualeventtownhall-get"/>.</remarks>
    /// <param name="townhallId">Id of the town hall.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<VirtualEvent> GetTownhallAsync(string townhallId, CancellationToken cancellationToken = default) =>
        LookUps.GetVirtualEventAsync(VirtualEventKind.Townhall, ResourceId.Check(townhallId), cancellationToken);

    /// <summary>The sessions of a webinar or town hall, each with the source of its attendance.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew.
    /// Needs <c>VirtualEvent.Read</c> delegated, or <c>VirtualEvent.Read.All</c> as an application. See
    /// <see href="https://learn.microsoft.com/graph/api/virtualevent-list-sessions"/>.
    /// </remarks>
    /// <param name="virtualEvent">The webinar or town hall.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentException">The event has no id that can be asked for.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<VirtualEventSession> GetSessionsAsync(
        VirtualEvent virtualEvent, CancellationToken cancellationToken = default) =>
        GetSessionsAsync(
            (virtualEvent ?? throw new ArgumentNullException(nameof(virtualEvent))).Kind,
            IdOf(virtualEvent, "sessions"),
            cancellationToken);

    /// <summary>The sessions of a webinar or town hall by its id, each with the source of its attendance.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew.
    /// Needs <c>VirtualEvent.Read</c> delegated, or <c>VirtualEvent.Read.All</c> as an application. See
    /// <see href="https://learn.microsoft.com/graph/api/virtualevent-list-sessions"/>.
    /// </remarks>
    /// <param name="kind">Whether it is a webinar or a town hall.</param>
    /// <param name="eventId">Id of the webinar or town hall.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the enumeration.</exception>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<VirtualEventSession> GetSessionsAsync(
        VirtualEventKind kind, string eventId, CancellationToken cancellationToken = default) =>
        LookUps.GetSessionsAsync(kind, ResourceId.Check(eventId), cancellationToken);

    /// <summary>A session of a webinar or town hall, with its capacity, which a list leaves out.</summary>
    /// <remarks>Needs <c>VirtualEvent.Read</c> delegated, or <c>VirtualEvent.Read.All</c> as an application. See
    /// <see href="https://learn.microsoft.com/graph/api/virtualeventsession-get"/>.</remarks>
    /// <param name="source">A session: a meeting has none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The source is a meeting.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<VirtualEventSession> GetSessionAsync(AttendanceSource source, CancellationToken cancellationToken = default) =>
        source switch
        {
            null => throw new ArgumentNullException(nameof(source)),
            MeetingSource =>
                throw new ArgumentException(
                    "The source is a meeting, which has no sessions of its own. Use GetMeetingAsync.", nameof(source)),
            _ => LookUps.GetSessionAsync(source, cancellationToken),
        };

    /// <summary>The registrations for a webinar or town hall, canceled ones too, with the registrants' answers.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew. Graph's pages describe the registrations of webinars only; for
    /// those of a town hall it may answer 400. Needs the resource-specific <c>VirtualEvent.Read.Chat</c>, or <c>VirtualEvent.Read.All</c>,
    /// as an application; delegated calls are refused.
    /// See <see href="https://learn.microsoft.com/graph/api/virtualeventwebinar-list-registrations"/>.
    /// </remarks>
    /// <param name="virtualEvent">The webinar or town hall.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentException">The event has no id that can be asked for.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<Registration> GetRegistrationsAsync(
        VirtualEvent virtualEvent, CancellationToken cancellationToken = default) =>
        GetRegistrationsAsync(
            (virtualEvent ?? throw new ArgumentNullException(nameof(virtualEvent))).Kind,
            IdOf(virtualEvent, "registrations"),
            cancellationToken);

    /// <summary>The registrations for a webinar or town hall by its id, canceled ones too, with the registrants' answers.</summary>
    /// <remarks>
    /// Nothing is sent before enumeration, and each enumeration asks anew. Graph's pages describe the registrations of webinars only; for
    /// those of a town hall it may answer 400. Needs the resource-specific <c>VirtualEvent.Read.Chat</c>, or <c>VirtualEvent.Read.All</c>,
    /// as an application; delegated calls are refused.
    /// See <see href="https://learn.microsoft.com/graph/api/virtualeventwebinar-list-registrations"/>.
    /// </remarks>
    /// <param name="kind">Whether it is a webinar or a town hall.</param>
    /// <param name="eventId">Id of the webinar or town hall.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the enumeration.</exception>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual IAsyncEnumerable<Registration> GetRegistrationsAsync(
        VirtualEventKind kind, string eventId, CancellationToken cancellationToken = default) =>
        LookUps.GetRegistrationsAsync(kind, ResourceId.Check(eventId), cancellationToken);

    /// <summary>A registration for a webinar or town hall.</summary>
    /// <remarks>
    /// Graph's pages describe the registrations of webinars only; for one of a town hall it may answer 400. Needs <c>VirtualEvent.Read</c>
    /// delegated, or <c>VirtualEvent.Read.Chat</c> or <c>VirtualEvent.Read.All</c> as an application.
    /// See <see href="https://learn.microsoft.com/graph/api/virtualeventregistration-get"/>.
    /// </remarks>
    /// <param name="kind">Whether it is a webinar or a town hall.</param>
    /// <param name="eventId">Id of the webinar or town hall.</param>
    /// <param name="registrationId">Id of the registration, as <see cref="AttendanceRecord.RegistrationId"/> names it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the enumeration.</exception>
    /// <exception cref="ArgumentException">An id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<Registration> GetRegistrationAsync(
        VirtualEventKind kind, string eventId, string registrationId, CancellationToken cancellationToken = default) =>
        LookUps.GetRegistrationAsync(kind, ResourceId.Check(eventId), ResourceId.Check(registrationId), cancellationToken);

    /// <summary>Sends a request that no other method stands for, with the client's token, retries, limits and errors, and returns the JSON
    /// of the answer, or null where a 201, 202 or 204 says nothing.</summary>
    /// <remarks>
    /// It is sent again where other requests are; a POST, which may make something each time, only after a 429, or after a 401 with another
    /// token. Which permission it needs, Graph's page of the path says.
    /// </remarks>
    /// <param name="method">GET, POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">Path below the version with ids encoded, such as <c>subscriptions</c>, with a query where one is needed, or a
    /// whole URL of the same server that an answer links to.</param>
    /// <param name="body">JSON to send, or null for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The method is another one, or the path is empty.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for, or the URL is of another server, to
    /// which nothing is sent.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<JsonElement?> SendAsync(
        HttpMethod method, string path, JsonElement? body = null, CancellationToken cancellationToken = default)
    {
        _ = method ?? throw new ArgumentNullException(nameof(method));
        if (string.IsNullOrWhiteSpace(path ?? throw new ArgumentNullException(nameof(path))))
            throw new ArgumentException("The path is empty. Pass what follows the version in Graph's URL.", nameof(path));

        var service = _service ?? throw NotMocked();
        return service.SendAsync(
            RequestUri.MethodOf(method) ?? throw new ArgumentException(
                $"The method {method} is not sent. Use GET, POST, PUT, PATCH or DELETE.", nameof(method)),
            path!,
            body is { } json ? Encoding.UTF8.GetBytes(json.GetRawText()) : null,
            cancellationToken);
    }

    private static string IdOf(VirtualEvent virtualEvent, string what) => virtualEvent.Id is var id && ResourceId.CanBeSent(id)
        ? id
        : throw new ArgumentException(
            $"The event's Id is missing or none of Graph's, so nobody can ask for its {what}. Pass an event that Graph returned.",
            nameof(virtualEvent));

    private static AttendanceClientOptions Checked(AttendanceClientOptions? options)
    {
        options ??= new AttendanceClientOptions();
        var faults = string.Join(" ", OptionsFault.In(options));
        return faults.Length == 0 ? options : throw new ArgumentException(faults, nameof(options));
    }

    private static NotSupportedException NotMocked() =>
        new(
            "This client was made by the constructor for mocks, and the member that was called is not overridden. " +
            "Override it, or use another constructor.");
}
