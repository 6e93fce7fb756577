using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class FakeGraphRequests
{
    [Fact]
    public async Task What_was_asked_can_be_seen_as_operation_source_query_and_headers()
    {
        using var graph = FakeGraphData.CreateGraph();
        var client = graph.CreateClient(GraphVersion.Beta);
        await client.GetReportAsync(FakeGraphData.Session.Source!, "r");
        await client.GetReportsAsync(FakeGraphData.MeetingSource, new ODataQuery { Top = 5, Select = ["id", "totalParticipantCount"] })
            .ToListAsync();
        await client.WithVersion(GraphVersion.V1).GetRegistrationsAsync(VirtualEventKind.Webinar, "w@t").ToListAsync();

        Assert.Equal(
            [
                (GraphOperation.GetAttendanceReport, FakeGraphData.Session.Source, "r", GraphVersion.Beta, HttpStatusCode.OK),
                (GraphOperation.ListAttendanceReports, FakeGraphData.MeetingSource, null, GraphVersion.Beta, HttpStatusCode.OK),
                (GraphOperation.ListRegistrations, null, null, GraphVersion.V1, HttpStatusCode.OK),
            ],
            graph.Requests.Select(
                request => (request.Operation, request.Source, request.ReportId, request.Version!.Value, request.Status!.Value)));
        Assert.Equal([new("$expand", "attendanceRecords")], graph.Requests[0].Query);
        Assert.Equal(
            [new("$select", "id,totalParticipantCount"), new("$top", "5")],
            graph.Requests[1].Query.OrderBy(option => option.Key, StringComparer.Ordinal));
        Assert.Equal("Bearer fake-token", graph.Requests[0].Headers["authorization"]);
        Assert.Equal("GET", graph.Requests[0].Method);
        Assert.Equal(
            "GET /beta/solutions/virtualEvents/webinars/w%40t/sessions/s/attendanceReports/r?$expand=attendanceRecords 200",
            graph.Requests[0].ToString());
    }

    [Theory]
    [InlineData(
        "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports/r/attendanceRecords", GraphOperation.ListAttendanceRecords,
        GraphVersion.V1, 404)]
    [InlineData(
        "https://graph.microsoft.com/beta/me/onlineMeetings/m/meetingAttendanceReport", GraphOperation.GetMeetingAttendanceReport,
        GraphVersion.Beta, 404)]
    [InlineData("http://127.0.0.1:5000/below/v1.0/me/onlineMeetings/m", GraphOperation.GetOnlineMeeting, GraphVersion.V1, 404)]
    [InlineData("https://graph.microsoft.com/v1.0/me/messages", GraphOperation.Unknown, GraphVersion.V1, 400)]
    [InlineData("https://graph.microsoft.com/v1.0/me//onlineMeetings//attendanceReports", GraphOperation.Unknown, GraphVersion.V1, 400)]
    [InlineData("https://graph.microsoft.com/", GraphOperation.Unknown, null, 400)]
    public async Task What_was_refused_is_seen_too(string url, GraphOperation operation, GraphVersion? version, int status)
    {
        var seen = new List<FakeGraphRequest>();
        using var graph = new FakeGraph { RequestAnswered = seen.Add };
        using var http = graph.Authorized();

        using var response = await http.GetAsync(new Uri(url));

        var request = Assert.Single(graph.Requests);
        Assert.Equal(
            (operation, version, (HttpStatusCode)status, new Uri(url)),
            (request.Operation, request.Version, request.Status!.Value, request.Uri));
        Assert.Equal([request], seen);
    }

    [Fact]
    public async Task A_graph_keeps_no_more_requests_than_it_is_told_to()
    {
        using var graph = FakeGraphData.CreateGraph();
        var told = 0;
        graph.RequestAnswered = _ => told++;
        graph.KeptRequests = 2;
        using var client = new HttpClient(graph, disposeHandler: false);

        foreach (var number in new[] { 1, 2, 3 })
            (await client.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/{number}"))).Dispose();

        Assert.Equal(["GET /v1.0/2 401", "GET /v1.0/3 401"], graph.Requests.Select(request => request.ToString()));
        Assert.Equal(3, told);

        graph.KeptRequests = 0;
        (await client.GetAsync(new Uri("https://graph.microsoft.com/v1.0/4"))).Dispose();

        Assert.Empty(graph.Requests);
        Assert.Equal((4, 4), (told, graph.RequestCount));

        Assert.Equal(0, graph.ForgetRequests().RequestCount);
    }

    [Theory]
    [InlineData("?=x")]
    [InlineData("?&=&")]
    public async Task An_option_without_a_name_is_refused(string query)
    {
        using var graph = FakeGraphData.CreateGraph();
        using var client = new HttpClient(graph, disposeHandler: false) { DefaultRequestHeaders = { { "Authorization", "Bearer x" } } };

        using var answer = await client.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports{query}"));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The query has an option without a name.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
