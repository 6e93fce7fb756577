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
}
