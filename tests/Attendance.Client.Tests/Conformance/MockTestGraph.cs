using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;
using RichardSzalay.MockHttp;

namespace Attendance.Client.Tests.Conformance;

/// <summary>MockHttp, with an answer for each address of what was put in; its JSON is made here, without <see cref="FakeGraph"/>.</summary>
internal sealed class MockTestGraph : TestGraph
{
    private readonly MockHttpMessageHandler _mock = new();
    private readonly Dictionary<string, List<object>> _lists = new(StringComparer.Ordinal);
    private readonly List<SentToGraph> _requests = [];
    private readonly ConcurrentQueue<Func<Task<HttpResponseMessage>>> _faults = new();

    public MockTestGraph() => _mock.Fallback.Respond(
        request => AnswerAsync(request, () => Error(HttpStatusCode.NotFound, "NotFound", "There is no such thing.")));

    public override int PageSize { get; set; } = 100;

    public override int? ExpansionSize { get; set; }

    public override IReadOnlyList<SentToGraph> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public override void Add(AttendanceSource source, params IEnumerable<AttendanceReport> reports)
    {
        var path = $"{PathOf(source)}/attendanceReports";
        AddToList(path);
        foreach (var report in reports)
        {
            AddToList(path, MockJson.Report(report));
            var records = $"{path}/{Uri.EscapeDataString(report.Id!)}/attendanceRecords";
            var items = report.Records!.Select(MockJson.Record).ToList();
            foreach (var version in new[] { "v1.0", "beta" })
            {
                When($"{version}/{records}", request => Page(request.RequestUri!, items));
                When($"{version}/{path}/{Uri.EscapeDataString(report.Id!)}", request => Json(
                    request.RequestUri!.Query.Contains("$expand=attendanceRecords", StringComparison.Ordinal)
                        ? WithRecords(MockJson.Report(report), items, $"https://graph.microsoft.com/{version}/{records}")
                        : MockJson.Report(report)));
                if (version == "beta" && source is MeetingSource)
                {
                    When($"beta/{PathOf(source)}/meetingAttendanceReport", _ => Json(
                        WithRecords(
                            new { totalParticipantCount = report.ParticipantCount }, items,
                            $"https://graph.microsoft.com/beta/{records}")));
                }
            }
        }
    }

    public override void Add(OnlineMeeting meeting) => AddEntity(PathOf(meeting.Source!), MockJson.Meeting(meeting));

    public override void Add(Organizer owner, IReadOnlyList<CalendarMeeting> meetings) =>
        AddToList($"{PathOf(owner)}/calendarView", [.. meetings.Select(MockJson.CalendarEvent)]);

    public override void Add(VirtualEvent virtualEvent)
    {
        var path = PathOf(virtualEvent.Kind);
        var json = MockJson.VirtualEvent(virtualEvent);
        AddToList(path, json);
        AddToList($"{path}/getByUserIdAndRole(userId='{virtualEvent.CreatedBy!.Id}',role='organizer')", json);
        if (virtualEvent.CreatedBy.Id == RichData.Me)
            AddToList($"{path}/getByUserRole(role='organizer')", json);
        AddEntity($"{path}/{Uri.EscapeDataString(virtualEvent.Id!)}", json);
    }

    public override void Add(VirtualEventSession session)
    {
        var path = PathOf(session.Source!);
        AddEntity(path, MockJson.Session(session));
        AddToList(path[..path.LastIndexOf('/')], MockJson.Session(RichData.Summary(session)));
    }

    public override void Add(VirtualEventKind kind, string eventId, IReadOnlyList<Registration> registrations)
    {
        var path = $"{PathOf(kind)}/{Uri.EscapeDataString(eventId)}/registrations";
        AddToList(path, [.. registrations.Select(MockJson.Registration)]);
        foreach (var registration in registrations)
            AddEntity($"{path}/{Uri.EscapeDataString(registration.Id!)}", MockJson.Registration(registration));
    }

    public override void FailNext(HttpStatusCode status, string code, string message, string? retryAfter = null) => _faults.Enqueue(() =>
    {
        var response = Error(status, code, message);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(response);
    });

    public override Task HangNext()
    {
        var hasCome = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _faults.Enqueue(() =>
        {
            hasCome.SetResult();
            return new TaskCompletionSource<HttpResponseMessage>().Task;
        });
        return hasCome.Task;
    }

    public override string RequestId(int number) => $"mock-{number}";

    public override AttendanceClient CreateClient(AttendanceClientOptions options) =>
        new(new HttpClient(_mock, disposeHandler: false), new FakeCredential(), options);

    public override ValueTask DisposeAsync()
    {
        _mock.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string PathOf(Organizer organizer) => organizer.UserId is { } user ? $"users/{Uri.EscapeDataString(user)}" : "me";

    private static string PathOf(VirtualEventKind kind) =>
        $"solutions/virtualEvents/{(kind == VirtualEventKind.Webinar ? "webinars" : "townhalls")}";

    private static string PathOf(AttendanceSource source) => source switch
    {
        MeetingSource meeting => $"{PathOf(meeting.Organizer)}/onlineMeetings/{Uri.EscapeDataString(meeting.MeetingId)}",
        WebinarSource webinar =>
            $"{PathOf(VirtualEventKind.Webinar)}/{Uri.EscapeDataString(webinar.WebinarId)}/sessions/{Uri.EscapeDataString(webinar.SessionId)}",
        TownhallSource townhall =>
            $"{PathOf(VirtualEventKind.Townhall)}/{Uri.EscapeDataString(townhall.TownhallId)}/sessions/{Uri.EscapeDataString(townhall.SessionId)}",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    private static HttpResponseMessage Json(object json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(JsonSerializer.Serialize(json), Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Error(HttpStatusCode status, string code, string message) =>
        Json(new { error = new { code, message } }, status);

    private void AddEntity(string path, object json)
    {
        foreach (var version in new[] { "v1.0", "beta" })
            When($"{version}/{path}", _ => Json(json));
    }

    private void AddToList(string path, params object[] items)
    {
        if (!_lists.TryGetValue(path, out var list))
        {
            _lists.Add(path, list = []);
            foreach (var version in new[] { "v1.0", "beta" })
                When($"{version}/{path}", request => Page(request.RequestUri!, list));
        }

        list.AddRange(items);
    }

    private void When(string path, Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        _mock.When(HttpMethod.Get, $"https://graph.microsoft.com/{path}").Respond(request => AnswerAsync(request, () => answer(request)));

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, Func<HttpResponseMessage> answer)
    {
        var response = _faults.TryDequeue(out var fault) ? await fault() : answer();
        lock (_requests)
        {
            var headers = request.Headers.ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            _requests.Add(new SentToGraph(request.RequestUri!.PathAndQuery, headers));
            response.Headers.Add("request-id", RequestId(_requests.Count));
        }

        return response;
    }

    private HttpResponseMessage Page(Uri uri, List<object> items)
    {
        var options = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .ToLookup(option => option.StartsWith("$skiptoken=", StringComparison.Ordinal));
        var begin = options[true].Select(option => int.Parse(option.Split('=')[1], CultureInfo.InvariantCulture)).SingleOrDefault();
        var end = Math.Min(begin + PageSize, items.Count);
        var json = new Dictionary<string, object?>(StringComparer.Ordinal) { ["value"] = items[begin..end] };
        if (end < items.Count)
            json["@odata.nextLink"] = $"{uri.GetLeftPart(UriPartial.Path)}?{string.Join('&', options[false].Append($"$skiptoken={end}"))}";
        return Json(json);
    }

    private JsonObject WithRecords(object report, List<object> records, string address)
    {
        var json = JsonSerializer.SerializeToNode(report)!.AsObject();
        var inLine = Math.Min(ExpansionSize ?? records.Count, records.Count);
        json["attendanceRecords"] = JsonSerializer.SerializeToNode(records[..inLine]);
        if (inLine < records.Count)
            json["attendanceRecords@odata.nextLink"] = $"{address}?$skiptoken={inLine}";
        return json;
    }
}
