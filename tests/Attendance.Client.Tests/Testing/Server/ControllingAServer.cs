#if !NETSTANDARD_PACKAGE
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>What a test in another language sets and reads.</summary>
public sealed class ControllingAServer : IAsyncLifetime, IDisposable
{
    private const string List = "v1.0/me/onlineMeetings/m/attendanceReports";

    private readonly FakeGraph _graph = new FakeGraph { KeptRequests = 2 }.Add(
        AttendanceSource.Meeting(Organizer.Me, "m"), new AttendanceReport { Id = "r1" }, new AttendanceReport { Id = "r2" });

    private readonly HttpClient _http = new();
    private FakeGraphServer _server = null!;

    public async Task InitializeAsync()
    {
        _graph.FailNext(GraphFault.Status(HttpStatusCode.GatewayTimeout), GraphOperation.Batch);
        _server = await FakeGraphServer.StartAsync(_graph);
        _http.BaseAddress = _server.Endpoint;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _graph.Dispose();
    }

    [Fact]
    public async Task Whoever_asks_sees_the_settings_the_faults_and_how_much_was_asked()
    {
        await StatusOfAsync(List);

        Assert.Equal(
            """{"requestCount":1,"settings":{"signedInUserId":"dc17674c-81d9-4adb-bfb2-8f6a442e4623","pageSize":100,"expansionSize":null,"virtualEventRequestLimit":750,"quirks":[]},"faults":[{"status":504,"operation":"batch","times":1}]}""",
            (await AskAsync("GET", "_fake")).Body);
    }

    [Fact]
    public async Task The_latest_requests_are_there_with_what_was_answered_and_all_are_counted()
    {
        await StatusOfAsync("v1.0/me");
        await StatusOfAsync("beta/nonsense?$top=1");
        await StatusOfAsync($"{List}?$top=1");

        var requests = JsonNode.Parse((await AskAsync("GET", "_fake/requests")).Body)!;
        foreach (var request in requests["value"]!.AsArray())
            Assert.Equal("Bearer x", (string?)((JsonObject)request!)["headers"]!["Authorization"]);
        foreach (var request in requests["value"]!.AsArray())
            ((JsonObject)request!).Remove("headers");
        Assert.Equal(
            $$$"""{"count":3,"value":[{"method":"GET","url":"{{{_server.Endpoint}}}beta/nonsense?$top=1","operation":"unknown","version":"beta","query":{"$top":"1"},"status":400},{"method":"GET","url":"{{{_server.Endpoint}}}{{{List}}}?$top=1","operation":"listAttendanceReports","version":"v1.0","query":{"$top":"1"},"status":200}]}""",
            requests.ToJsonString());

        Assert.Equal((204, ""), await AskAsync("DELETE", "_fake/requests"));
        Assert.Equal((200, """{"count":0,"value":[]}"""), await AskAsync("GET", "_fake/requests"));
    }

    [Fact]
    public async Task Faults_are_laid_down_read_and_taken_away()
    {
        Assert.Equal(204, (await AskAsync("DELETE", "_fake/faults")).Status);
        Assert.Equal(204, (await AskAsync("POST", "_fake/faults", """{"status":429,"retryAfter":2.5,"every":2}""")).Status);
        Assert.Equal(
            204,
            (await AskAsync("POST", "_fake/faults", """[{"late":true,"operation":"listAttendanceReports"},{"cut":"connection","times":2}]"""))
                .Status);
        Assert.Equal(
            (200, """[{"status":429,"retryAfter":"2.5","every":2},{"late":true,"operation":"listAttendanceReports","times":1},{"cut":"connection","times":2}]"""),
            await AskAsync("GET", "_fake/faults"));

        Assert.Empty(JsonNode.Parse(await _http.GetStringAsync(List))!["value"]!.AsArray());
        Assert.Equal(429, await StatusOfAsync(List));
        await Assert.ThrowsAsync<HttpRequestException>(() => StatusOfAsync(List));
        await AskAsync("DELETE", "_fake/faults");
        Assert.Equal(200, await StatusOfAsync(List));
    }

    [Fact]
    public async Task Settings_are_changed_one_by_one()
    {
        Assert.Equal(204, (await AskAsync("PATCH", "_fake/settings", """{"pageSize":1}""")).Status);
        Assert.Equal(204, (await AskAsync("PATCH", "_fake/settings", """{"virtualEventRequestLimit":null,"quirks":["unknownMembers"]}""")).Status);

        Assert.Equal(
            (200, """{"signedInUserId":"dc17674c-81d9-4adb-bfb2-8f6a442e4623","pageSize":1,"expansionSize":null,"virtualEventRequestLimit":null,"quirks":["unknownMembers"]}"""),
            await AskAsync("GET", "_fake/settings"));
        Assert.Equal(
            $"{_server.Endpoint}{List}?$skiptoken=1", (string?)JsonNode.Parse(await _http.GetStringAsync(List))!["@odata.nextLink"]);
    }

    [Fact]
    public async Task Callers_are_let_in()
    {
        await AskAsync("POST", "_fake/callers", """{"token":"weak","userId":"somebody","permissions":["User.Read"]}""");

        using var request = new HttpRequestMessage(HttpMethod.Get, List) { Headers = { Authorization = new("Bearer", "weak") } };
        using var answer = await _http.SendAsync(request);

        Assert.Equal((HttpStatusCode.Forbidden, 200), (answer.StatusCode, await StatusOfAsync(List)));
    }

    [Fact]
    public async Task Data_are_added_and_replaced_and_all_is_as_it_was_after_a_reset()
    {
        var before = (await AskAsync("GET", "_fake/data")).Body;
        await AskAsync("DELETE", "_fake/faults");

        Assert.Equal(204, (await AskAsync("POST", "_fake/data", """{"me":{"onlineMeetings":[{"id":"late"}]}}""")).Status);
        Assert.Equal((200, 200), (await StatusOfAsync("v1.0/me/onlineMeetings/late"), await StatusOfAsync("v1.0/me/onlineMeetings/m")));
        Assert.Equal(204, (await AskAsync("PUT", "_fake/data", """{"settings":{"pageSize":7},"users":{}}""")).Status);
        Assert.Equal((7, 404), (_graph.PageSize, await StatusOfAsync("v1.0/me/onlineMeetings/m")));
        Assert.Equal(204, (await AskAsync("POST", "_fake/reset")).Status);

        Assert.Equal((before, 0), ((await AskAsync("GET", "_fake/data")).Body, _graph.RequestCount));
        Assert.Equal((200, 404), (await StatusOfAsync("v1.0/me/onlineMeetings/m"), await StatusOfAsync("v1.0/me/onlineMeetings/late")));
    }

    [Theory]
    [InlineData("POST", "_fake/faults", """{"every":2}""", 400, "$.faults[0] is no fault; it must have one of status, delaySeconds, content, cut, late, and may have operation, every, times.")]
    [InlineData("POST", "_fake/faults", """{"status":200}""", 400, "$.faults[0].status is no whole number from 400 to 599.")]
    [InlineData("POST", "_fake/faults", """7""", 400, "$.faults[0] is no object.")]
    [InlineData("PATCH", "_fake/settings", """{"pages":2}""", 400, "$.settings.pages is not known; $.settings may have signedInUserId, pageSize, expansionSize, virtualEventRequestLimit, quirks.")]
    [InlineData("PATCH", "_fake/settings", """{"quirks":["odd"]}""", 400, "$.settings.quirks has 'odd', which is none of none, identitiesWithoutType, typesWithoutHash, timesWithoutZone, emptyEmailAddresses, wrappedEntities, sessionTimesAsText, unknownMembers, onlineMeetingsNeedFlag, all.")]
    [InlineData("POST", "_fake/callers", """{"permissions":[]}""", 400, "$.callers[0] has neither userId nor applicationId, so nobody could say who calls.")]
    [InlineData("POST", "_fake/callers", """{"userId":"u"}""", 400, "$.callers[0] has no permissions; name them, or [] for none.")]
    [InlineData("PUT", "_fake/data", """[]""", 400, "$ is no object.")]
    [InlineData("PUT", "_fake/requests", "", 405, "The method PUT is not allowed for /_fake/requests.")]
    [InlineData(
        "GET", "_fake/nonsense", "", 404,
        "/_fake/nonsense is not known; there are /_fake, and below it requests, faults, settings, callers, data, subscriptions, " +
        "notifications, lifecycleEvents, callEvents, callRecords and reset.")]
    public async Task What_is_wrong_is_refused_and_changes_nothing(string method, string path, string body, int status, string message)
    {
        var before = _graph.ToJson();

        var (answered, text) = await AskAsync(method, path, body);

        Assert.Equal((status, message), (answered, (string?)JsonNode.Parse(text)!["error"]!["message"]));
        Assert.Equal((before, 0), (_graph.ToJson(), _graph.RequestCount));
    }

    [Fact]
    public async Task No_JSON_is_refused()
    {
        var (status, text) = await AskAsync("POST", "_fake/faults", "{");

        Assert.Equal(400, status);
        Assert.StartsWith("The body is no JSON: ", (string?)JsonNode.Parse(text)!["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_elsewhere_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "_fake/faults") { Headers = { { "Origin", "http://evil.example" } } };
        using var answer = await _http.SendAsync(request);
        using var own = new HttpRequestMessage(HttpMethod.Get, "_fake/faults") { Headers = { { "Origin", "http://localhost:3000" } } };
        using var allowed = await _http.SendAsync(own);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (answer.StatusCode, allowed.StatusCode));
        Assert.Equal("""[{"status":504,"operation":"batch","times":1}]""", await allowed.Content.ReadAsStringAsync());
    }

    private async Task<(int Status, string Body)> AskAsync(string method, string path, string body = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<int> StatusOfAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return (int)answer.StatusCode;
    }
}
#endif
