using System.Net;
using System.Net.Http.Headers;
using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>
/// An in-memory Microsoft Graph: an HTTP handler that is filled with reports and answers every attendance request, in both versions, as the service does.
/// </summary>
/// <remarks>
/// It knows <c>$expand</c>, <c>$top</c>, <c>$skip</c>, <c>$select</c> and <c>$count</c>, sends pages and at most 50 reports, and refuses what Graph refuses:
/// 401 without a token, 403 without an access policy or for somebody else's meeting, 404 for what it does not hold, each with Graph's error body.
/// It may be used from several threads.
/// </remarks>
public sealed class FakeGraph : HttpMessageHandler
{
    private const string ApplicationId = "00000000-0000-0000-0000-00000000a990";
    private const int MostReportsInAList = 50;

    private readonly object _gate = new();
    private readonly Dictionary<ResourceKey, List<AttendanceReport>> _reports = [];
    private readonly HashSet<string> _usersWithoutPolicy = new(StringComparer.OrdinalIgnoreCase);
    private int _requestCount;

    /// <summary>Object id of the signed-in user, whom <c>/me</c> stands for.</summary>
    /// <value>The default is <c>dc17674c-81d9-4adb-bfb2-8f6a442e4623</c>. Set it before adding meetings of <see cref="Organizer.Me"/>.</value>
    public string SignedInUserId { get; set; } = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    /// <summary>Most items in a page, whatever <c>$top</c> asks for.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; set; } = 100;

    /// <summary>Most records that an expansion carries before it links to the rest, or null for no limit.</summary>
    /// <value>The default is null.</value>
    public int? ExpansionSize { get; set; }

    /// <summary>The clock that dates the answers.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Adds a meeting, webinar or town hall session with the reports given, or further reports to it.</summary>
    /// <returns>This graph, to go on adding.</returns>
    /// <exception cref="ArgumentException">A report has no id.</exception>
    public FakeGraph Add(AttendanceSource source, params IEnumerable<AttendanceReport> reports)
    {
        var key = KeyOf(source ?? throw new ArgumentNullException(nameof(source)));
        var added = reports.ToList();
        if (added.Exists(report => string.IsNullOrEmpty(report.Id)))
            throw new ArgumentException("A report has no Id, so nobody could ask for it. Give it one.", nameof(reports));

        lock (_gate)
        {
            if (!_reports.TryGetValue(key, out var held))
                _reports.Add(key, held = []);
            held.AddRange(added);
        }

        return this;
    }

    /// <summary>Takes the application access policy from a user: requests for <c>/users/{userId}</c> then get 403.</summary>
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

    /// <summary>A client that talks to this graph.</summary>
    public AttendanceClient CreateClient(GraphVersion version = GraphVersion.V1) => CreateClient(new AttendanceClientOptions { Version = version });

    /// <summary>A client with options of one's own that talks to this graph, whatever the endpoint.</summary>
    public AttendanceClient CreateClient(AttendanceClientOptions options) =>
        new(new HttpClient(this, disposeHandler: false), new FakeCredential(), options);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ids = new AnswerIds(NextRequestId(), ClientRequestIdOf(request), TimeProvider.GetUtcNow());
        HttpStatusCode status;
        byte[] json;
        try
        {
            json = Answer(request);
            status = HttpStatusCode.OK;
        }
        catch (GraphRefusal refusal)
        {
            json = refusal.ToJson(ids);
            status = refusal.Status;
        }

        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent(json) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8");
        response.Headers.Date = ids.Date;
        response.Headers.Add("request-id", ids.RequestId);
        response.Headers.Add("client-request-id", ids.ClientRequestId);
        return Task.FromResult(response);
    }

    private static string ClientRequestIdOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues("client-request-id", out var values) ? values.First() : Guid.Empty.ToString();

    private static AttendanceReport Find(IEnumerable<AttendanceReport> reports, string? id) =>
        reports.FirstOrDefault(report => string.Equals(report.Id, id, StringComparison.Ordinal)) ?? throw GraphRefusal.NotFound("attendance report");

    // The same ids in every run, so that a demo and a test print the same twice.
    private string NextRequestId() => new Guid(Interlocked.Increment(ref _requestCount), 0, 0, new byte[8]).ToString();

    private byte[] Answer(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get)
            throw new GraphRefusal(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", $"The method {request.Method} is not allowed.");
        if (string.IsNullOrEmpty(request.Headers.Authorization?.Parameter))
            throw new GraphRefusal(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", "Access token is empty.");

        var asked = AttendanceRequest.Parse(request.RequestUri!);
        var reports = FindReports(asked);
        if (asked.IsSingular)
            return WireJson.SingularReport(asked, reports.Count > 0 ? reports[0] : throw GraphRefusal.NotFound("attendance report"), ExpansionSize);
        if (asked.ReportId is null)
            return WireJson.Reports(asked, [.. reports.Take(MostReportsInAList)], PageSize);

        var report = Find(reports, asked.ReportId);
        return asked.AsksForRecords ? WireJson.Records(asked, report.Records ?? [], PageSize) : WireJson.Report(asked, report, ExpansionSize);
    }

    private List<AttendanceReport> FindReports(AttendanceRequest asked)
    {
        var key = asked.Key(SignedInUserId);
        lock (_gate)
        {
            if (asked.UserId is { } user && _usersWithoutPolicy.Contains(user))
                throw new GraphRefusal(HttpStatusCode.Forbidden, "Forbidden", $"No application access policy found for this app: {ApplicationId} on the user: {user}.");
            if (_reports.TryGetValue(key, out var reports))
                return [.. reports.OrderByDescending(report => report.EndedAt)];
            if (_reports.Keys.Any(held => held.IsSameMeetingOfAnotherUser(key)))
                throw OfAnotherUser(asked);
        }

        if (key.Id.StartsWith("19:", StringComparison.Ordinal))
            throw GraphRefusal.BadRequest($"Invalid meeting id {key.Id}.");

        throw GraphRefusal.NotFound(asked.IsMe || asked.UserId is not null ? "online meeting" : "virtual event session");
    }

    private GraphRefusal OfAnotherUser(AttendanceRequest asked) => asked.IsMe
        ? new GraphRefusal(HttpStatusCode.Forbidden, "General", $"User ID in token({SignedInUserId}) is not the organizer of the queried meeting.")
        : new GraphRefusal(HttpStatusCode.NotFound, "NotFound", $"Organizer Id mismatch User Id: {asked.UserId}.");

    private ResourceKey KeyOf(AttendanceSource source) => source switch
    {
        MeetingSource meeting => ResourceKey.Meeting(meeting.Organizer.UserId ?? SignedInUserId, meeting.MeetingId),
        WebinarSource webinar => ResourceKey.Session("webinars", webinar.WebinarId, webinar.SessionId),
        TownhallSource townhall => ResourceKey.Session("townhalls", townhall.TownhallId, townhall.SessionId),
        _ => throw new NotSupportedException($"Graph has no {source.GetType()}."),
    };
}
