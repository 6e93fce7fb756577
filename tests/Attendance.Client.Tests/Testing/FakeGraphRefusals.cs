using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.FakeGraphSamples;

namespace Attendance.Client.Tests;

/// <summary>What a fake graph refuses, as Graph does.</summary>
public class FakeGraphRefusals
{
    [Theory]
    [InlineData("/v1.0/me/onlineMeetings/unknown/attendanceReports", 404, "NotFound", "The requested online meeting was not found.")]
    [InlineData(
        "/v1.0/me/onlineMeetings/19:meeting_x@thread.v2/attendanceReports", 400, "BadRequest",
        "Invalid meeting id 19:meeting_x@thread.v2.")]
    [InlineData(
        "/v1.0/me/onlineMeetings/m@x/attendanceReports", 403, "General",
        "User ID in token(dc17674c-81d9-4adb-bfb2-8f6a442e4623) is not the organizer of the queried meeting.")]
    [InlineData("/v1.0/users/third/onlineMeetings/m@x/attendanceReports", 404, "NotFound", "Organizer Id mismatch User Id: third.")]
    [InlineData(
        "/v1.0/users/nopolicy/onlineMeetings/m@x/attendanceReports", 403, "Forbidden",
        "No application access policy found for this app: 00000000-0000-0000-0000-00000000a990 on the user: nopolicy.")]
    [InlineData(
        "/v1.0/users/other/onlineMeetings/m@x/attendanceReports/unknown", 404, "NotFound",
        "The requested attendance report was not found.")]
    [InlineData(
        "/beta/users/other/onlineMeetings/empty/meetingAttendanceReport", 404, "NotFound",
        "The requested attendance report was not found.")]
    [InlineData(
        "/v1.0/users/other/onlineMeetings/m@x/meetingAttendanceReport", 400, "BadRequest",
        "Resource not found for the segment 'meetingAttendanceReport'.")]
    [InlineData(
        "/v1.0/solutions/virtualEvents/webinars/w/sessions/x/attendanceReports", 404, "NotFound",
        "The requested virtual event session was not found.")]
    [InlineData(
        "/v1.0/solutions/virtualEvents/events/w/sessions/x/attendanceReports", 400, "BadRequest",
        "Resource not found for the segment 'attendanceReports'.")]
    [InlineData("/v2.0/me", 400, "BadRequest", "Resource not found for the segment 'me'.")]
    [InlineData(
        "/v1.0/users/other/onlineMeetings/m@x/attendanceReports?$top=0", 400, "BadRequest",
        "Invalid value '0' for $top query option found.")]
    [InlineData(
        "/v1.0/users/other/onlineMeetings/m@x/attendanceReports?$skip=-1", 400, "BadRequest",
        "Invalid value '-1' for $skip query option found.")]
    [InlineData(
        "/v1.0/users/other/onlineMeetings/m@x/attendanceReports?$search=x", 400, "BadRequest",
        "The query option '$search' is not supported.")]
    [InlineData(
        "/v1.0/users/other/onlineMeetings/m@x/attendanceReports/r?$top=1", 400, "BadRequest", "The query option '$top' is not supported.")]
    [InlineData(
        "/v1.0/users/other/onlineMeetings/m@x/attendanceReports/r?$expand=people", 400, "BadRequest",
        "Could not find a property named 'people' on type 'microsoft.graph.meetingAttendanceReport'.")]
    [InlineData(
        "/v1.0/users/other/onlineMeetings/m@x/attendanceReports/r/attendanceRecords?$select=name", 400, "BadRequest",
        "Could not find a property named 'name' on type 'microsoft.graph.attendanceRecord'.")]
    public async Task What_Graph_refuses_is_refused_with_its_error_body(string path, int status, string code, string message)
    {
        using var graph = new FakeGraph { TimeProvider = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)) }
            .Add(Sources[1], Report("r")).Add(AttendanceSource.Meeting(Organizer.User("other"), "empty")).RevokeAccessPolicy("nopolicy");

        using var response = await Get(graph, path);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(
            JsonSerializer.SerializeToNode(new
            {
                error = new
                {
                    code,
                    message,
                    innerError = new Dictionary<string, string>
                    {
                        ["date"] = "2026-01-02T03:04:05",
                        ["request-id"] = "00000001-0000-0000-0000-000000000000",
                        ["client-request-id"] = "id-1",
                    },
                },
            })!.ToJsonString(),
            JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString());
    }

    [Fact]
    public async Task A_request_without_a_token_is_refused()
    {
        using var graph = SampleData.CreateGraph();
        using var http = new HttpClient(graph, disposeHandler: false);

        using var response = await http.GetAsync(new Uri($"{Root}/v1.0/{SampleData.Meeting}/attendanceReports"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("\"InvalidAuthenticationToken\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_is_refused()
    {
        using var graph = SampleData.CreateGraph();
        using var http = graph.Authorized();

        using var response = await http.DeleteAsync(new Uri($"{Root}/v1.0/{SampleData.Meeting}/attendanceReports/x"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task An_access_policy_can_be_taken_and_given_back()
    {
        using var graph = new FakeGraph().Add(Sources[1], Report("r")).RevokeAccessPolicy("OTHER");
        var client = graph.CreateClient();

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Sources[1], "r"));
        Assert.Equal(AttendanceErrorReason.MissingAccessPolicy, exception.Reason);

        graph.GrantAccessPolicy("other");
        Assert.Equal("r", (await client.GetReportAsync(Sources[1], "r")).Id);
    }

    [Fact]
    public void A_report_without_an_id_is_refused()
    {
        using var graph = new FakeGraph();

        Assert.Equal("reports", Assert.Throws<ArgumentException>(() => graph.Add(Sources[0], new AttendanceReport())).ParamName);
        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => graph.Add((AttendanceSource)null!)).ParamName);
    }
}
