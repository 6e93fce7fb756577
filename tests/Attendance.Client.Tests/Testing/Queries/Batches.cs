using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class Batches
{
    private const string Meeting = "me/onlineMeetings/m";

    [Fact]
    public async Task Each_request_of_a_batch_is_answered_by_itself()
    {
        using var graph = CreateGraph();

        var (status, answer) = await SendAsync(
            graph,
            $$"""
            { "requests": [
              { "id": "1", "method": "GET", "url": "/{{Meeting}}" },
              { "id": "b", "method": "get", "url": "{{Meeting}}/attendanceReports?$top=1", "headers": { "client-request-id": "mine" } },
              { "id": 3, "method": "GET", "url": "/me/onlineMeetings/none" },
              { "id": "4", "method": "DELETE", "url": "/{{Meeting}}" }
            ] }
            """);

        var parts = answer["responses"]!.AsArray();
        Assert.Equal(200, status);
        Assert.Equal(
            [("1", 200), ("b", 200), ("3", 404), ("4", 405)],
            parts.Select(part => ((string)part!["id"]!, (int)part["status"]!)));
        Assert.Equal("m", (string?)parts[0]!["body"]!["id"]);
        Assert.Equal(
            $"https://graph.microsoft.com/v1.0/{Meeting}/attendanceReports?$top=1&$skiptoken=1",
            (string?)parts[1]!["body"]!["@odata.nextLink"]);
        Assert.Equal("mine", (string?)parts[1]!["headers"]!["client-request-id"]);
        Assert.Equal("NotFound", (string?)parts[2]!["body"]!["error"]!["code"]);
        Assert.Equal(
            ["GetOnlineMeeting", "ListAttendanceReports", "GetOnlineMeeting", "GetOnlineMeeting", "Batch"],
            graph.Requests.Select(request => request.Operation.ToString()));
    }

    [Fact]
    public async Task A_throttled_request_of_a_batch_is_told_how_long_to_wait_and_the_others_are_answered()
    {
        using var graph = CreateGraph().FailNext(GraphFault.Throttled(TimeSpan.FromSeconds(7)), GraphOperation.GetOnlineMeeting);

        var (status, answer) = await SendAsync(
            graph,
            $$"""{"requests":[{"id":"1","method":"GET","url":"/{{Meeting}}"},{"id":"2","method":"GET","url":"/{{Meeting}}"}]}""");

        var parts = answer["responses"]!.AsArray();
        Assert.Equal((200, 429, 200), (status, (int)parts[0]!["status"]!, (int)parts[1]!["status"]!));
        Assert.Equal("7", (string?)parts[0]!["headers"]!["Retry-After"]);
    }

    [Fact]
    public async Task What_depends_on_a_failure_is_not_tried()
    {
        using var graph = CreateGraph();

        var (_, answer) = await SendAsync(
            graph,
            $$"""
            { "requests": [
              { "id": "1", "method": "GET", "url": "/me/onlineMeetings/none" },
              { "id": "2", "method": "GET", "url": "/{{Meeting}}", "dependsOn": ["1"] },
              { "id": "3", "method": "GET", "url": "/{{Meeting}}", "dependsOn": ["2"] },
              { "id": "4", "method": "GET", "url": "/{{Meeting}}" }
            ] }
            """);

        Assert.Equal([404, 424, 424, 200], answer["responses"]!.AsArray().Select(part => (int)part!["status"]!));
        Assert.Equal(3, graph.Requests.Count);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_a_part_without_one()
    {
        using var graph = CreateGraph().FailNext(GraphFault.CutConnection(), GraphOperation.GetOnlineMeeting)
            .FailNext(GraphFault.Content("<p>Sign in</p>"), GraphOperation.GetOnlineMeeting);

        var (_, answer) = await SendAsync(
            graph,
            $$"""{"requests":[{"id":"1","method":"GET","url":"/{{Meeting}}"},{"id":"2","method":"GET","url":"/{{Meeting}}"}]}""");

        var parts = answer["responses"]!.AsArray();
        Assert.Equal((504, 200), ((int)parts[0]!["status"]!, (int)parts[1]!["status"]!));
        Assert.Equal("<p>Sign in</p>", (string?)parts[1]!["body"]);
    }

    [Theory]
    [InlineData("", "Invalid batch payload format.")]
    [InlineData("[]", "Invalid batch payload format.")]
    [InlineData("""{"requests":7}""", "Invalid batch payload format.")]
    [InlineData("""{"requests":[7]}""", "Invalid batch payload format.")]
    [InlineData("""{"requests":[{"id":"1","method":"GET"}]}""", "Invalid batch payload format.")]
    [InlineData("""{"requests":[{"id":true,"method":"GET","url":"/me"}]}""", "Invalid batch payload format.")]
    [InlineData(
        """{"requests":[{"id":"a","method":"GET","url":"/me"},{"id":"A","method":"GET","url":"/me"}]}""",
        "The ids of the requests in a batch must differ.")]
    public async Task A_batch_that_cannot_be_read_is_refused(string body, string message)
    {
        using var graph = CreateGraph();

        var (status, answer) = await SendAsync(graph, body);

        Assert.Equal((400, "BadRequest", message), (status, (string?)answer["error"]!["code"], (string?)answer["error"]!["message"]));
        Assert.Equal("POST /v1.0/$batch 400", Assert.Single(graph.Requests).ToString());
    }

    [Fact]
    public async Task A_batch_has_20_requests_at_most()
    {
        using var graph = CreateGraph();
        var requests = Enumerable.Range(0, 21).Select(id => $$"""{"id":"{{id}}","method":"GET","url":"/me"}""").ToList();

        var (few, _) = await SendAsync(graph, $$"""{"requests":[{{string.Join(',', requests.Take(20))}}]}""");
        var (many, answer) = await SendAsync(graph, $$"""{"requests":[{{string.Join(',', requests)}}]}""");

        Assert.Equal((200, 400), (few, many));
        Assert.Equal(
            "The number of requests in a batch is limited to 20; this one has 21.", (string?)answer["error"]!["message"]);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/me")]
    [InlineData("/$batch")]
    public async Task A_url_is_relative_and_no_batch(string url)
    {
        using var graph = CreateGraph();

        var (_, answer) = await SendAsync(graph, $$"""{"requests":[{"id":"1","method":"GET","url":"{{url}}"}]}""");

        Assert.Equal(400, (int)answer["responses"]![0]!["status"]!);
    }

    [Fact]
    public async Task A_batch_needs_a_token_and_POST_and_each_request_the_permissions()
    {
        using var graph = CreateGraph();
        graph.Caller = FakeCaller.User("somebody", "User.Read");
        using var anonymous = new HttpClient(graph, disposeHandler: false);
        using var http = graph.Authorized();
        var url = new Uri("https://graph.microsoft.com/v1.0/$batch");
        using var body = new StringContent($$"""{"requests":[{"id":"1","method":"GET","url":"/{{Meeting}}"}]}""");

        using var withoutToken = await anonymous.PostAsync(url, body);
        using var read = await http.GetAsync(url);
        var (_, answer) = await SendAsync(graph, $$"""{"requests":[{"id":"1","method":"GET","url":"/{{Meeting}}"}]}""");

        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.MethodNotAllowed, 403),
            (withoutToken.StatusCode, read.StatusCode, (int)answer["responses"]![0]!["status"]!));
        Assert.Equal(["POST"], read.Content.Headers.Allow);
    }

    private static FakeGraph CreateGraph() => new FakeGraph().Add(
        AttendanceSource.Meeting(Organizer.Me, "m"), new AttendanceReport { Id = "r1" }, new AttendanceReport { Id = "r2" });

    private static async Task<(int Status, JsonNode Answer)> SendAsync(FakeGraph graph, string body)
    {
        using var http = graph.Authorized();
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await http.PostAsync(new Uri("https://graph.microsoft.com/v1.0/$batch"), content);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
