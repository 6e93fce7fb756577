using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attendance.Client.Internal;
using Attendance.Client.Testing.Internal;
using Azure.Core;

namespace Attendance.Client.Testing;

/// <summary>
/// An in-memory Microsoft Graph: an HTTP handler that is filled with meetings, webinars, town halls and their reports, and answers as the service does.
/// </summary>
/// <remarks>
/// It answers every operation that <see cref="AttendanceClient"/> sends, in both versions, with pages, at most 50 reports in a list, the query options that
/// Graph documents, and <c>$top</c>, <c>$skip</c>, <c>$select</c> and <c>$count</c> for reports and records. It refuses what Graph refuses, each with Graph's
/// error body: 401 without a token, 403 without permission or access policy or for somebody else's meeting, 404 for what it does not hold, 429 beyond a limit.
/// It may be used from several threads.
/// </remarks>
public sealed class FakeGraph : HttpMessageHandler
{
    /// <summary>Object id of the signed-in user where a test names none.</summary>
    internal const string SomeUserId = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly object _gate = new();
    private readonly GraphStore _store = new();
    private readonly FaultPlan _faults = new();
    private readonly RequestWindow _eventRequests = new();
    private readonly HashSet<string> _usersWithoutPolicy = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FakeCaller> _callers = new(StringComparer.Ordinal);
    private readonly List<FakeGraphRequest> _requests = [];
    private int _requestCount;

    /// <summary>Object id of the signed-in user, whom <c>/me</c> stands for where <see cref="Caller"/> is null.</summary>
    /// <value>The default is <c>dc17674c-81d9-4adb-bfb2-8f6a442e4623</c>. Set it before adding meetings of <see cref="Organizer.Me"/>.</value>
    public string SignedInUserId { get; set; } = SomeUserId;

    /// <summary>Who calls, with any token that <see cref="SignIn"/> does not know, or null for somebody who may do everything.</summary>
    /// <value>The default is null: a signed-in user for <c>/me</c>, an application for all else, with every permission.</value>
    public FakeCaller? Caller { get; set; }

    /// <summary>Oddities of the answers.</summary>
    /// <value>The default is <see cref="GraphQuirks.None"/>.</value>
    public GraphQuirks Quirks { get; set; }

    /// <summary>Most items in a page, whatever <c>$top</c> asks for.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; set; } = 100;

    /// <summary>Most records that an expansion carries before it links to the rest, or null for no limit.</summary>
    /// <value>The default is null.</value>
    public int? ExpansionSize { get; set; }

    /// <summary>Most requests about webinars and town halls within 30 seconds, beyond which they get 429, or null for no limit.</summary>
    /// <value>The default is 750, Graph's own limit.</value>
    public int? VirtualEventRequestLimit { get; set; } = 750;

    /// <summary>The clock that dates the answers, measures the limit and makes delays.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Told of every request when its answer is ready, or null for nobody.</summary>
    public Action<FakeGraphRequest>? RequestAnswered { get; set; }

    /// <summary>The requests that have arrived, in the order of their answers.</summary>
    public IReadOnlyList<FakeGraphRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Adds a meeting or a session with the reports given, or further reports to it; one with an id that is there replaces the old one.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">A report has no id.</exception>
    public FakeGraph Add(AttendanceSource source, params IEnumerable<AttendanceReport> reports)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        var added = reports.ToList();
        if (added.Exists(report => string.IsNullOrEmpty(report.Id)))
            throw new ArgumentException("A report has no Id, so nobody could ask for it. Give it one.", nameof(reports));

        lock (_gate)
        {
            var place = PlaceOf(source);
            foreach (var report in added)
                place.Add(StoredReport.Of(report));
        }

        return this;
    }

    /// <summary>Adds a meeting that can be looked up, with the reports given.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">The meeting has no <see cref="OnlineMeeting.Source"/>, or one that is no meeting, or a report has no id.</exception>
    public FakeGraph Add(OnlineMeeting meeting, params IEnumerable<AttendanceReport> reports)
    {
        _ = meeting ?? throw new ArgumentNullException(nameof(meeting));
        if (meeting.Source is not MeetingSource source)
            throw new ArgumentException("The meeting's Source is missing or no meeting, so nobody could say whose it is. Set it to AttendanceSource.Meeting(...).", nameof(meeting));

        Add(source, reports);
        lock (_gate)
            PlaceOf(source).Entity = new Stored(source.MeetingId, () => WireModels.Meeting(meeting with { Id = source.MeetingId }));

        return this;
    }

    /// <summary>Adds online meetings to a user's calendar.</summary>
    /// <returns>This graph, to go on adding.</returns>
    public FakeGraph Add(Organizer owner, params IEnumerable<CalendarMeeting> meetings)
    {
        _ = owner ?? throw new ArgumentNullException(nameof(owner));
        lock (_gate)
        {
            foreach (var meeting in meetings)
                _store.GetOrAddUser(owner.UserId ?? SignedInUserId).Calendar.Add(new Stored(meeting.Id ?? "", () => WireModels.CalendarEvent(meeting)));
        }

        return this;
    }

    /// <summary>Adds a webinar or a town hall.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">The event has no id.</exception>
    public FakeGraph Add(VirtualEvent virtualEvent)
    {
        _ = virtualEvent ?? throw new ArgumentNullException(nameof(virtualEvent));
        var id = IdOf(virtualEvent.Id, "event", nameof(virtualEvent));
        lock (_gate)
            _store.GetOrAddEvent(virtualEvent.Kind, id).Entity = new Stored(id, () => WireModels.VirtualEvent(virtualEvent));

        return this;
    }

    /// <summary>Adds a session of a webinar or town hall, with the reports given.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">The session has no <see cref="VirtualEventSession.Source"/>, or one that is a meeting, or a report has no id.</exception>
    public FakeGraph Add(VirtualEventSession session, params IEnumerable<AttendanceReport> reports)
    {
        _ = session ?? throw new ArgumentNullException(nameof(session));
        var id = session.Source switch
        {
            WebinarSource webinar => webinar.SessionId,
            TownhallSource townhall => townhall.SessionId,
            _ => throw new ArgumentException(
                "The session's Source is missing or a meeting, so nobody could say whose session it is. Set it to AttendanceSource.Webinar(...) or Townhall(...).", nameof(session)),
        };

        Add(session.Source, reports);
        lock (_gate)
            PlaceOf(session.Source).Entity = new Stored(id, () => WireModels.Session(session with { Id = id }));

        return this;
    }

    /// <summary>Adds registrations for a webinar or town hall.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">A registration has no id.</exception>
    public FakeGraph Add(VirtualEventKind kind, string eventId, params IEnumerable<Registration> registrations)
    {
        _ = eventId ?? throw new ArgumentNullException(nameof(eventId));
        var added = registrations.ToDictionary(registration => IdOf(registration.Id, "registration", nameof(registrations)), StringComparer.Ordinal);
        lock (_gate)
        {
            var held = _store.GetOrAddEvent(kind, eventId).Registrations;
            foreach (var registration in added)
                held[registration.Key] = new Stored(registration.Key, () => WireModels.Registration(registration.Value));
        }

        return this;
    }

    /// <summary>Adds a meeting with its reports, and its occurrences to the organizer's calendar.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">The meeting has no <see cref="OnlineMeeting.Source"/>, or one that is no meeting, or a report has no id.</exception>
    public FakeGraph Add(MeetingData data)
    {
        _ = data ?? throw new ArgumentNullException(nameof(data));
        Add(data.Meeting, data.Reports);
        return Add(((MeetingSource)data.Meeting.Source!).Organizer, data.Occurrences);
    }

    /// <summary>Adds a webinar or a town hall with its sessions, their reports and its registrations.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">Something has no id, or a session no <see cref="VirtualEventSession.Source"/>.</exception>
    public FakeGraph Add(VirtualEventData data)
    {
        _ = data ?? throw new ArgumentNullException(nameof(data));
        Add(data.Event);
        foreach (var session in data.Sessions)
            Add(session.Session, session.Reports);

        return data.Registrations.Count == 0 ? this : Add(data.Event.Kind, data.Event.Id!, data.Registrations);
    }

    /// <summary>Adds what a document holds: Graph's own JSON in the order of Graph's own paths.</summary>
    /// <remarks>
    /// <c>{"me": {"onlineMeetings": [...], "calendarView": [...]}, "users": {"{id}": {...}}, "solutions": {"virtualEvents": {"webinars": [...], "townhalls": [...]}}}</c>,
    /// where meetings and sessions hold <c>attendanceReports</c>, these hold <c>attendanceRecords</c>, and events hold <c>sessions</c> and <c>registrations</c>.
    /// Members that this library does not know come out as they went in.
    /// </remarks>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="FormatException">The text is no JSON or another document; the message says where.</exception>
    public FakeGraph AddJson(string json)
    {
        lock (_gate)
            new DocumentReader(_store, SignedInUserId, _usersWithoutPolicy).Read(json ?? throw new ArgumentNullException(nameof(json)));

        return this;
    }

    /// <summary>All that this graph holds, as a document for <see cref="AddJson"/>.</summary>
    public string ToJson()
    {
        lock (_gate)
            return Encoding.UTF8.GetString(Write(DocumentWriter.Write(_store, _usersWithoutPolicy), isIndented: true));
    }

    /// <summary>Lets a token stand for a caller.</summary>
    /// <param name="token">The token, which a <see cref="FakeCredential"/> gives.</param>
    /// <param name="caller">Who calls with it.</param>
    /// <returns>This graph, to go on.</returns>
    public FakeGraph SignIn(string token, FakeCaller caller)
    {
        lock (_gate)
            _callers[token ?? throw new ArgumentNullException(nameof(token))] = caller ?? throw new ArgumentNullException(nameof(caller));

        return this;
    }

    /// <summary>Takes the application access policy from a user: what applications ask for the user, or for an event of that organizer, then gets 403.</summary>
    /// <returns>This graph, to go on.</returns>
    public FakeGraph RevokeAccessPolicy(string userId)
    {
        lock (_gate)
            _usersWithoutPolicy.Add(userId);

        return this;
    }

    /// <summary>Gives a user the application access policy back, which everybody has to begin with.</summary>
    /// <returns>This graph, to go on.</returns>
    public FakeGraph GrantAccessPolicy(string userId)
    {
        lock (_gate)
            _usersWithoutPolicy.Remove(userId);

        return this;
    }

    /// <summary>Lets the next request fail, or the next few.</summary>
    /// <param name="fault">What happens.</param>
    /// <param name="operation">To which requests, or null for all.</param>
    /// <param name="times">To how many of them.</param>
    /// <returns>This graph, to go on.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public FakeGraph FailNext(GraphFault fault, GraphOperation? operation = null, int times = 1)
    {
        _faults.Add(fault ?? throw new ArgumentNullException(nameof(fault)), operation, every: 1, AtLeast1(times, nameof(times)));
        return this;
    }

    /// <summary>Lets each n-th request fail, until <see cref="StopFailing"/>.</summary>
    /// <param name="n">1 for every request, 2 for every other one, and so on.</param>
    /// <param name="fault">What happens.</param>
    /// <param name="operation">To which requests, or null for all; others are not counted.</param>
    /// <returns>This graph, to go on.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1.</exception>
    public FakeGraph FailEvery(int n, GraphFault fault, GraphOperation? operation = null)
    {
        _faults.Add(fault ?? throw new ArgumentNullException(nameof(fault)), operation, AtLeast1(n, nameof(n)), times: -1);
        return this;
    }

    /// <summary>Lets requests fail no more.</summary>
    /// <returns>This graph, to go on.</returns>
    public FakeGraph StopFailing()
    {
        _faults.Clear();
        return this;
    }

    /// <summary>A client that talks to this graph.</summary>
    public AttendanceClient CreateClient(GraphVersion version = GraphVersion.V1) => CreateClient(new AttendanceClientOptions { Version = version });

    /// <summary>A client with options of one's own that talks to this graph, whatever the endpoint.</summary>
    /// <param name="options">The options.</param>
    /// <param name="credential">Gives the token, or null for one that <see cref="Caller"/> calls with.</param>
    public AttendanceClient CreateClient(AttendanceClientOptions options, TokenCredential? credential = null) =>
        new(new HttpClient(this, disposeHandler: false), credential ?? new FakeCredential(), options);

    /// <summary>A client with which somebody else calls this graph, whoever <see cref="Caller"/> is.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="options">The options, or null for v1.0.</param>
    public AttendanceClient CreateClient(FakeCaller caller, AttendanceClientOptions? options = null)
    {
        var token = $"token-{Guid.NewGuid()}";
        return SignIn(token, caller).CreateClient(options ?? new AttendanceClientOptions(), new FakeCredential(token));
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = GraphRequest.Parse(request.RequestUri!);
        var fault = _faults.Next(asked.Operation);
        if (fault is { Kind: GraphFault.Way.Delay })
            await Clock.DelayAsync(TimeProvider, fault.DelayTime, cancellationToken).ConfigureAwait(false);

        var response = fault is { Kind: GraphFault.Way.CutConnection } ? null : Answer(request, asked, fault);
        var record = RecordOf(request, asked, response?.StatusCode);
        lock (_gate)
            _requests.Add(record);
        RequestAnswered?.Invoke(record);
        return response ?? throw new HttpRequestException("The connection was cut, as the test wants it.", new IOException("Connection reset by peer."));
    }

    private static int AtLeast1(int number, string name) =>
        number >= 1 ? number : throw new ArgumentOutOfRangeException(name, number, "It must be 1 or more.");

    private static string IdOf(string? id, string what, string parameter) =>
        string.IsNullOrEmpty(id) ? throw new ArgumentException($"The {what} has no Id, so nobody could ask for it. Give it one.", parameter) : id!;

    private static FakeGraphRequest RecordOf(HttpRequestMessage request, GraphRequest asked, HttpStatusCode? status) =>
        new(
            request.Method.Method,
            request.RequestUri!,
            asked.Query,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase))
        {
            Operation = asked.Operation,
            Version = asked.Version,
            Source = asked.Source,
            ReportId = asked.ReportId,
            Status = status,
        };

    private static byte[] Write(JsonNode json, bool isIndented = false)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, WriterOptions with { Indented = isIndented }))
            json.WriteTo(writer);

        return bytes.ToArray();
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, GraphRequest asked, GraphFault? fault)
    {
        var requestId = NextRequestId();
        var ids = new AnswerIds(
            requestId, request.Headers.TryGetValues("client-request-id", out var values) ? values.First() : requestId, TimeProvider.GetUtcNow());
        var (status, json, retryAfter) = AnswerJson(request, asked, fault, ids);
        var isText = fault is { Kind: GraphFault.Way.Content };
        var body = isText ? Encoding.UTF8.GetBytes(fault!.Text!) : Write(json);
        var response = new HttpResponseMessage(isText ? fault!.StatusCode : status)
        {
            RequestMessage = request,
            Content = fault?.Kind switch
            {
                GraphFault.Way.BrokenBody => new ByteArrayContent(body, 0, body.Length / 2),
                GraphFault.Way.CutBody => new CutContent(body),
                _ => new ByteArrayContent(body),
            },
        };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
            isText ? $"{fault!.MediaType}; charset=utf-8" : "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8");
        response.Headers.Date = ids.Date;
        response.Headers.Add("request-id", ids.RequestId);
        response.Headers.Add("client-request-id", ids.ClientRequestId);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);

        return response;
    }

    private (HttpStatusCode Status, JsonObject Json, string? RetryAfter) AnswerJson(HttpRequestMessage request, GraphRequest asked, GraphFault? fault, AnswerIds ids)
    {
        try
        {
            if (fault is { Kind: GraphFault.Way.Status })
                throw GraphRefusal.Of(fault);
            if (request.Method != HttpMethod.Get)
                throw new GraphRefusal(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", $"The method {request.Method} is not allowed.");

            return (HttpStatusCode.OK, AnswerJson(request.Headers.Authorization?.Parameter, asked, ids), null);
        }
        catch (GraphRefusal refusal)
        {
            return (refusal.Status, refusal.ToJson(ids), refusal.RetryAfter);
        }
    }

    private JsonObject AnswerJson(string? token, GraphRequest asked, AnswerIds ids)
    {
        if (string.IsNullOrEmpty(token))
            throw new GraphRefusal(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", "Access token is empty.");

        asked.Check();
        lock (_gate)
        {
            if (asked.IsOfEvents && VirtualEventRequestLimit is { } limit)
                _eventRequests.Take(limit, ids.Date);

            var settings = new AnswerSettings(SignedInUserId, PageSize, ExpansionSize, Quirks, _usersWithoutPolicy);
            return new GraphAnswers(_store, settings, asked, _callers.TryGetValue(token!, out var caller) ? caller : Caller).Answer();
        }
    }

    // The same ids in every run, so that a demo and a test print the same twice.
    private string NextRequestId() => new Guid(Interlocked.Increment(ref _requestCount), 0, 0, new byte[8]).ToString();

    private StoredPlace PlaceOf(AttendanceSource source) => source switch
    {
        MeetingSource meeting => _store.GetOrAddMeeting(meeting.Organizer.UserId ?? SignedInUserId, meeting.MeetingId),
        WebinarSource webinar => _store.GetOrAddSession(VirtualEventKind.Webinar, webinar.WebinarId, webinar.SessionId),
        TownhallSource townhall => _store.GetOrAddSession(VirtualEventKind.Townhall, townhall.TownhallId, townhall.SessionId),
        _ => throw new NotSupportedException($"Graph has no {source.GetType()}."),
    };
}
