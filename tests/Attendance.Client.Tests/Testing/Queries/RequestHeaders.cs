using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>What headers of a request change, and what HTTP wants of those of an answer.</summary>
public class RequestHeaders
{
    private const string Calendar = "me/calendarView?startDateTime=2026-03-02&endDateTime=2026-03-03";

    [Theory]
    [InlineData("outlook.timezone=\"Europe/Berlin\"", "Europe/Berlin", "2026-03-02T10:00:00.0000000")]
    [InlineData("return=minimal, outlook.timezone=\"Asia/Kolkata\"", "Asia/Kolkata", "2026-03-02T14:30:00.0000000")]
    public async Task Times_of_a_calendar_come_in_the_zone_that_is_preferred(string prefer, string zone, string start)
    {
        using var answer = await AskAsync(Calendar, "Prefer", prefer);

        var calendarEvent = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["value"]![0]!;
        Assert.Equal((start, zone), ((string?)calendarEvent["start"]!["dateTime"], (string?)calendarEvent["start"]!["timeZone"]));
        Assert.Equal($"outlook.timezone=\"{zone}\"", Assert.Single(answer.Headers.GetValues("Preference-Applied")));
    }

    [Theory]
    [InlineData(Calendar, "return=minimal")]
    [InlineData("me/onlineMeetings/m", "outlook.timezone=\"Europe/Berlin\"")]
    public async Task A_preference_that_says_nothing_here_is_not_applied(string path, string prefer)
    {
        using var answer = await AskAsync(path, "Prefer", prefer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Preference-Applied"));
    }

    [Fact]
    public async Task A_zone_that_is_none_is_refused()
    {
        using var answer = await AskAsync(Calendar, "Prefer", "outlook.timezone=\"Mars\"");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("'Mars'", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json;odata.metadata=none", "none")]
    [InlineData("application/json; odata.metadata = None", "none")]
    [InlineData("application/json;odata.metadata=minimal", "minimal")]
    [InlineData("application/json", "minimal")]
    public async Task What_is_about_the_data_is_left_out_for_whom_it_may_be(string accept, string metadata)
    {
        using var answer = await AskAsync("me/onlineMeetings/m/attendanceReports/r?$expand=attendanceRecords", "Accept", accept);

        var report = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(metadata, answer.Content.Headers.ContentType!.Parameters.Single(item => item.Name == "odata.metadata").Value);
        Assert.Equal(metadata == "minimal", report["@odata.context"] is not null);
        Assert.Equal(metadata == "minimal", report["attendanceRecords"]![0]!["identity"]!["@odata.type"] is not null);
        Assert.Equal("Ada", (string?)report["attendanceRecords"]![0]!["identity"]!["displayName"]);
    }

    [Theory]
    [InlineData("Basic eDp4")]
    [InlineData("Bearer")]
    [InlineData("x")]
    public async Task Another_kind_of_token_is_none_and_the_answer_says_which_is_wanted(string authorization)
    {
        using var graph = CreateGraph();
        using var http = new HttpClient(graph, disposeHandler: false);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await http.GetAsync(new Uri("https://graph.microsoft.com/v1.0/me"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task A_method_that_is_not_allowed_is_told_which_one_is()
    {
        using var graph = CreateGraph();
        using var http = graph.Authorized();

        using var answer = await http.DeleteAsync(new Uri("https://graph.microsoft.com/v1.0/me/onlineMeetings/m"));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (answer.StatusCode, Assert.Single(answer.Content.Headers.Allow)));
    }

    private static FakeGraph CreateGraph() => new FakeGraph().AddJson(
        """
        {
          "me": {
            "onlineMeetings": [{ "id": "m", "attendanceReports": [{ "id": "r", "attendanceRecords": [
              { "id": "1", "identity": { "@odata.type": "#microsoft.graph.identity", "displayName": "Ada" } }] }] }],
            "calendarView": [{ "id": "e", "start": { "dateTime": "2026-03-02T09:00:00", "timeZone": "UTC" }, "end": { "dateTime": "2026-03-02T10:00:00", "timeZone": "UTC" } }]
          }
        }
        """);

    private static async Task<HttpResponseMessage> AskAsync(string path, string header, string value)
    {
        using var graph = CreateGraph();
        using var http = graph.Authorized();
        http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        return await http.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/{path}"));
    }
}
