using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Internal;
using Attendance.Client.Testing.Internal;
using Azure.Core;

namespace Attendance.Client.Testing;

/// <summary>
/// An in-memory Microsoft Graph: an HTTP handler that is filled with meetings, webinars, town halls and their reports, and answers as the
/// service does.
/// </summary>
/// <remarks>
/// It answers every operation that <see cref="AttendanceClient"/> sends, in both versions, with pages, at most 50 reports in a list, the
/// query options that Graph documents, and OData's <c>$filter</c>, <c>$orderby</c>, <c>$select</c>, <c>$expand</c>, <c>$top</c>,
/// <c>$skip</c> and <c>$count</c> for reports and records. Around them it knows users, events of calendars and <c>$batch</c>. It refuses
/// what Graph refuses, each with Graph's error body: 401 without a token, 403 without permission or access policy or for somebody else's
/// meeting, 404 for what it does not hold, 429 beyond a limit. It may be used from several threads.
/// </remarks>
public sealed class FakeGraph : HttpMessageHandler
{
    /// <summary>Object id of the signed-in user where a test names none.</summary>
    internal const string SomeUserId = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    private readonly object _gate = new();
    private readonly GraphStore _store = new();
    private readonly FaultPlan _faults = new();
    private readonly HashSet<string> _usersWithoutPolicy = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FakeCaller> _callers = new(StringComparer.Ordinal);
    private readonly Queue<FakeGraphRequest> _requests = new();
    private readonly GraphResponder _responder;
    private long _requestCount;

    /// <summary>Makes a graph that holds nothing.</summary>
    public FakeGraph()
    {
        _responder = new GraphResponder(_store, _gate, CallerOf);
        Subscriptions = new FakeSubscriptions(this, _store, _gate);
    }

    /// <summary>Subscriptions to what is added, and their notifications.</summary>
    public FakeSubscriptions Subscriptions { get; }

    /// <summary>Object id of the signed-in user, whom <c>/me</c> stands for where <see cref="Caller"/> is null.</summary>
    /// <value>The default is <c>dc17674c-81d9-4adb-bfb2-8f6a442e4623</c>. Set it before adding meetings of
    /// <see cref="Organizer.Me"/>.</value>
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

    /// <summary>How many of the latest requests <see cref="Requests"/> keeps, or null for all, of which a graph that runs for days has
    /// no need.</summary>
    /// <value>The default is null.</value>
    public int? KeptRequests { get; set; }

    /// <summary>The requests that have arrived, in the order of their answers, as many as <see cref="KeptRequests"/> says.</summary>
    public IReadOnlyList<FakeGraphRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>How many requests have arrived, those that <see cref="Requests"/> no longer keeps included.</summary>
    public long RequestCount
    {
        get
        {
            lock (_gate)
                return _requestCount;
        }
    }

    /// <summary>Tells who calls an address with a token that <see cref="SignIn"/> does not know, or refuses it; null for
    /// <see cref="Caller"/>.</summary>
    internal Func<Uri, string, FakeCaller>? TokenCheck { get; set; }

    private ModelWriter Models => new(_store, _gate, SignedInUserId);

    private AnswerSettings Settings =>
        new(SignedInUserId, PageSize, ExpansionSize, VirtualEventRequestLimit, Quirks, _usersWithoutPolicy, TimeProvider);

    /// <summary>Adds a meeting or a session with the reports given, or further reports to it; one with an id that is there replaces the old
    /// one.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">A report has no id.</exception>
    public FakeGraph Add(AttendanceSource source, params IEnumerable<AttendanceReport> reports)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        Subscriptions.During(() => Models.Write(source, reports));
        return this;
    }

    /// <summary>Adds a meeting that can be looked up, with the reports given.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">The meeting has no <see cref="OnlineMeeting.Source"/>, or one that is no meeting, or a report
    /// has no id.</exception>
    public FakeGraph Add(OnlineMeeting meeting, params IEnumerable<AttendanceReport> reports)
    {
        Models.Write(meeting ?? throw new ArgumentNullException(nameof(meeting)), reports);
        return this;
    }

    /// <summary>Adds a group, or further members to it.</summary>
    /// <param name="groupId">Object id of the group.</param>
    /// <param name="members">Object ids of users in it.</param>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">An id cannot be sent.</exception>
    public FakeGraph AddGroup(string groupId, params IEnumerable<string> members)
    {
        Models.Write(
            Organizer.User(groupId).UserId!, (members ?? throw new ArgumentNullException(nameof(members))).Select(Organizer.User));
        return this;
    }

    /// <summary>Adds online meetings to a user's calendar.</summary>
    /// <returns>This graph, to go on adding.</returns>
    public FakeGraph Add(Organizer owner, params IEnumerable<CalendarMeeting> meetings)
    {
        Models.Write(owner ?? throw new ArgumentNullException(nameof(owner)), meetings);
        return this;
    }

    /// <summary>Adds a webinar or a town hall.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">The event has no id.</exception>
    public FakeGraph Add(VirtualEvent virtualEvent)
    {
        _ = virtualEvent ?? throw new ArgumentNullException(nameof(virtualEvent));
        Subscriptions.During(() => Models.Write(virtualEvent));
        return this;
    }

    /// <summary>Adds a session of a webinar or town hall, with the reports given.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">The session has no <see cref="VirtualEventSession.Source"/>, or one that is a meeting, or a
    /// report has no id.</exception>
    public FakeGraph Add(VirtualEventSession session, params IEnumerable<AttendanceReport> reports)
    {
        _ = session ?? throw new ArgumentNullException(nameof(session));
        Subscriptions.During(() => Models.Write(session, reports));
        return this;
    }

    /// <summary>Adds registrations for a webinar or town hall.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">A registration has no id.</exception>
    public FakeGraph Add(VirtualEventKind kind, string eventId, params IEnumerable<Registration> registrations)
    {
        _ = eventId ?? throw new ArgumentNullException(nameof(eventId));
        Subscriptions.During(() => Models.Write(kind, eventId, registrations));
        return this;
    }

    /// <summary>Adds a meeting with its reports, and its occurrences to the organizer's calendar.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">The meeting has no <see cref="OnlineMeeting.Source"/>, or one that is no meeting, or a report
    /// has no id.</exception>
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
    /// <c>{"me": {"onlineMeetings": [...], "calendarView": [...]}, "users": {"{id}": {...}}, "solutions": {"virtualEvents": {"webinars":
    /// [...], "townhalls": [...]}}}</c>, where meetings and sessions hold <c>attendanceReports</c>, these hold <c>attendanceRecords</c>,
    /// and events hold <c>sessions</c> and <c>registrations</c>. Members that this library does not know come out as they went in. Beside
    /// them stand <c>settings</c>, <c>callers</c> and <c>faults</c>, which set the graph as its members do.
    /// </remarks>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="FormatException">The text is no JSON or another document; the message says where.</exception>
    public FakeGraph AddJson(string json)
    {
        _ = json ?? throw new ArgumentNullException(nameof(json));
        Subscriptions.During(() =>
        {
            lock (_gate)
            {
                foreach (var add in Read(json))
                    add();
            }
        });

        return this;
    }

    /// <summary>All that this graph holds, and how it is set, as a document for <see cref="AddJson"/>.</summary>
    public string ToJson()
    {
        lock (_gate)
        {
            var document = new JsonObject();
            if (SettingsJson.WriteChanged(this) is { Count: > 0 } settings)
                document["settings"] = settings;
            var callers = _callers.Select(static caller => CallerJson.Write(caller.Key, caller.Value)).ToList();
            if (Caller is { } anybody)
                callers.Add(CallerJson.Write(token: null, anybody));
            if (callers.Count > 0)
                document["callers"] = new JsonArray([.. callers]);
            if (_faults.Rules is { Count: > 0 } rules)
                document["faults"] = new JsonArray([.. rules.Select(FaultJson.Write)]);
            DocumentWriter.Write(_store, _usersWithoutPolicy, document);
            return Encoding.UTF8.GetString(JsonBytes.Of(document, isIndented: true));
        }
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

    /// <summary>Takes the application access policy from a user: what applications ask for the user, or for an event of that organizer,
    /// then gets 403.</summary>
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
        _faults.Add(new FaultRule(
            fault ?? throw new ArgumentNullException(nameof(fault)), operation, Every: 1, AtLeast1(times, nameof(times))));
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
        _faults.Add(new FaultRule(fault ?? throw new ArgumentNullException(nameof(fault)), operation, AtLeast1(n, nameof(n)), Times: null));
        return this;
    }

    /// <summary>Lets requests fail no more.</summary>
    /// <returns>This graph, to go on.</returns>
    public FakeGraph StopFailing()
    {
        _faults.Clear();
        return this;
    }

    /// <summary>Forgets the requests that have arrived, and counts from 0 on.</summary>
    /// <returns>This graph, to go on.</returns>
    public FakeGraph ForgetRequests()
    {
        lock (_gate)
        {
            _requests.Clear();
            _requestCount = 0;
        }

        return this;
    }

    /// <summary>A client that talks to this graph.</summary>
    public AttendanceClient CreateClient(GraphVersion version = GraphVersion.V1) =>
        CreateClient(new AttendanceClientOptions { Version = version });

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

    /// <summary>What is still to fail.</summary>
    internal FaultPlan Faults => _faults;

    /// <summary>Holds what a document holds, and is set as it says, and nothing else.</summary>
    /// <exception cref="FormatException">The text is no JSON or another document; the message says where.</exception>
    internal void Replace(string json)
    {
        lock (_gate)
        {
            var additions = Read(json);
            _store.Clear();
            _faults.Clear();
            _usersWithoutPolicy.Clear();
            _callers.Clear();
            Caller = null;
            SettingsJson.Reset(this);
            foreach (var add in additions)
                add();
        }
    }

    /// <summary>Tells of a request that was answered before this graph could.</summary>
    internal void Note(FakeGraphRequest request)
    {
        lock (_gate)
        {
            _requestCount++;
            _requests.Enqueue(request);
            while (_requests.Count > KeptRequests)
                _requests.Dequeue();
        }

        RequestAnswered?.Invoke(request);
    }

    /// <summary>The answer to a request that is refused before it is read.</summary>
    internal HttpResponseMessage Refuse(HttpRequestMessage request, GraphRefusal refusal)
    {
        var asked = GraphRequest.Parse(request.RequestUri!);
        var response = _responder.Refuse(request, refusal, Settings);
        Note(FakeGraphRequest.Of(request, asked, response.StatusCode));
        return response;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = GraphRequest.Parse(request.RequestUri!);
        var fault = _faults.Next(asked.Operation);
        if (fault is { Kind: GraphFault.Way.Delay })
            await Clock.DelayAsync(TimeProvider, fault.DelayTime, cancellationToken).ConfigureAwait(false);

        var response = fault switch
        {
            { Kind: GraphFault.Way.CutConnection } => null,
            not { Kind: GraphFault.Way.Status } when asked.Operation == GraphOperation.Batch && request.Method == HttpMethod.Post =>
                await AnswerBatchAsync(request, asked, fault, cancellationToken).ConfigureAwait(false),
            _ when SubscriptionAnswers.Serves(asked.Operation) =>
                await AnswerSubscriptionAsync(request, asked, fault, cancellationToken).ConfigureAwait(false),
            _ => _responder.Answer(request, asked, fault, Settings),
        };
        Note(FakeGraphRequest.Of(request, asked, response?.StatusCode));
        return response
            ?? throw new HttpRequestException(
                "The connection was cut, as the test wants it.", new IOException("Connection reset by peer."));
    }

    private async Task<HttpResponseMessage> AnswerBatchAsync(
        HttpRequestMessage request, GraphRequest asked, GraphFault? fault, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
            var batch = Batch.Parse(request, asked.Root, body);
            var answers = await batch.AnswerAsync(part => SendAsync(part, cancellationToken)).ConfigureAwait(false);
            return _responder.Answer(request, fault, answers, Settings);
        }
        catch (GraphRefusal refusal)
        {
            return _responder.Refuse(request, refusal, Settings);
        }
    }

    private static async Task<string> ReadBodyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not { } content)
            return "";
#if NET
        return await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
#else
        cancellationToken.ThrowIfCancellationRequested();
        return await content.ReadAsStringAsync().ConfigureAwait(false);
#endif
    }

    private IReadOnlyList<Action> Read(string json) => new DocumentReader(_store, this, _usersWithoutPolicy).Read(json);

    private async Task<HttpResponseMessage> AnswerSubscriptionAsync(
        HttpRequestMessage request, GraphRequest asked, GraphFault? fault, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
        return await _responder.AnswerAsync(
            request,
            fault,
            () => Subscriptions.Answers.AnswerAsync(
                request.Method.Method, asked.Operation, asked.SubscriptionId, body, _responder.CallerOf(request), cancellationToken),
            Settings).ConfigureAwait(false);
    }

    private FakeCaller? CallerOf(Uri address, string token) =>
        _callers.TryGetValue(token, out var caller) ? caller : TokenCheck is { } check ? check(address, token) : Caller;

    private static int AtLeast1(int number, string name) =>
        number >= 1 ? number : throw new ArgumentOutOfRangeException(name, number, "It must be 1 or more.");
}
