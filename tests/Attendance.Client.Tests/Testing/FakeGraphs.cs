using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.FakeGraphSamples;

namespace Attendance.Client.Tests;

public class FakeGraphs
{
    [Theory]
    [InlineData(0, GraphVersion.V1)]
    [InlineData(1, GraphVersion.V1)]
    [InlineData(2, GraphVersion.V1)]
    [InlineData(3, GraphVersion.V1)]
    [InlineData(0, GraphVersion.Beta)]
    [InlineData(1, GraphVersion.Beta)]
    [InlineData(2, GraphVersion.Beta)]
    [InlineData(3, GraphVersion.Beta)]
    public async Task What_was_put_in_comes_out_of_every_operation(int index, GraphVersion version)
    {
        var source = Sources[index];
        var report = Report("r 1", records: 3);
        using var graph = new FakeGraph { PageSize = 2, ExpansionSize = 1 }.Add(source, report);
        foreach (var other in Sources.Except([source]))
            graph.Add(other, Report("other", records: 0));
        var client = graph.CreateClient(version);

        Assert.Equal([report with { Records = null }], await client.GetReportsAsync(source).ToListAsync());
        Assert.Equal(report, await client.GetReportAsync(source, "r 1"));
        Assert.Equal(report with { Records = null }, await client.GetReportAsync(source, "r 1", new ODataQuery()));
        Assert.Equal(report, await client.GetLatestReportAsync(source));
        Assert.Equal(report.Records, await client.GetRecordsAsync(source, "r 1").ToListAsync());
        if (source is MeetingSource && version == GraphVersion.Beta)
        {
#pragma warning disable CS0618 // Obsolete: the deprecated path is an operation too.
            Assert.Equal(
                new AttendanceReport { ParticipantCount = 3, Records = report.Records },
                await client.GetMeetingAttendanceReportAsync(source));
#pragma warning restore CS0618
        }
    }

    [Fact]
    public async Task A_meeting_of_the_signed_in_user_is_reached_by_both_addresses()
    {
        using var graph = new FakeGraph { SignedInUserId = "ME-ID" }.Add(AttendanceSource.Meeting(Organizer.Me, "a"), Report("r")).Add(
            AttendanceSource.Meeting(Organizer.User("me-id"), "b"), Report("r"));
        var client = graph.CreateClient();

        foreach (var meeting in new[] { "a", "b" })
        {
            Assert.NotNull(await client.GetLatestReportAsync(AttendanceSource.Meeting(Organizer.Me, meeting)));
            Assert.NotNull(await client.GetLatestReportAsync(AttendanceSource.Meeting(Organizer.User("Me-Id"), meeting)));
        }
    }

    [Fact]
    public async Task Answers_are_those_of_the_wire()
    {
        using var graph = new FakeGraph { TimeProvider = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)) };
        graph.Add(AttendanceSource.Webinar("w@t", "s"), Report("r", records: 1));

        using var response = await Get(
            graph, "/beta/solutions/virtualEvents/webinars/w@t/sessions/s/attendanceReports/r?$expand=attendanceRecords");

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("id-1", Assert.Single(response.Headers.GetValues("client-request-id")));
        Assert.Equal("00000001-0000-0000-0000-000000000000", Assert.Single(response.Headers.GetValues("request-id")));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), response.Headers.Date);
        Assert.Equal(
            JsonNode.Parse(
                """
                {
                  "@odata.context": "https://graph.microsoft.com/beta/$metadata#solutions/virtualEvents/webinars('w@t')/sessions('s')/attendanceReports('r')",
                  "id": "r",
                  "totalParticipantCount": 1,
                  "meetingStartDateTime": "2025-01-01T10:00:00.1234567Z",
                  "meetingEndDateTime": "2025-01-01T11:00:00Z",
                  "externalEventInformation": [{ "applicationId": "app", "externalEventId": "event" }],
                  "attendanceRecords": [
                    {
                      "id": "rec-0",
                      "emailAddress": "a0@contoso.com",
                      "totalAttendanceInSeconds": 60,
                      "role": "Presenter",
                      "registrantId": null,
                      "registrationId": "reg",
                      "identity": { "@odata.type": "#microsoft.graph.communicationsGuestIdentity", "id": "i", "displayName": "Ä", "tenantId": null, "email": "g@h" },
                      "attendanceIntervals": [{ "joinDateTime": "2025-01-01T10:00:00Z", "leaveDateTime": null, "durationInSeconds": 60 }],
                      "externalRegistrationInformation": { "referrer": "x", "registrationId": "y" },
                      "engagements": [{ "dateTime": "2025-01-01T10:00:30Z", "engagementType": "hand", "engagementSubType": "raiseHand" }]
                    }
                  ]
                }
                """)!.ToJsonString(),
            JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString());
    }

    [Theory]
    [InlineData("", "id,totalParticipantCount,meetingStartDateTime,meetingEndDateTime,externalEventInformation")]
    [InlineData("?$select=id", "id")]
    [InlineData("?$select=id,%20meetingEndDateTime", "id,meetingEndDateTime")]
    [InlineData("?$expand=attendanceRecords&$select=id", "id,attendanceRecords")]
    public async Task A_report_has_the_members_that_are_selected(string query, string members)
    {
        using var graph = new FakeGraph().Add(Sources[2], Report("r", records: 2));

        var report = await GetJson(graph, $"/v1.0/{Sources[2]}/attendanceReports/r{query}");
        var listed = (await GetJson(graph, $"/v1.0/{Sources[2]}/attendanceReports{query}"))["value"]![0]!;

        Assert.Equal(members.Split(','), report.AsObject().Select(member => member.Key).Where(key => key[0] != '@'));
        Assert.Equal(members.Split(','), listed.AsObject().Select(member => member.Key));
        Assert.Equal(0, listed["attendanceRecords"]?.AsArray().Count ?? 0);
    }

    [Fact]
    public async Task A_record_has_the_members_that_are_selected()
    {
        using var graph = new FakeGraph().Add(Sources[2], Report("r", records: 1));

        var page = await GetJson(graph, $"/v1.0/{Sources[2]}/attendanceReports/r/attendanceRecords?$select=role,emailAddress");

        Assert.Equal("""{"emailAddress":"a0@contoso.com","role":"Presenter"}""", page["value"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData("", "0,1", "$skiptoken=2", null)]
    [InlineData("?$top=1", "0", "$top=1&$skiptoken=1", null)]
    [InlineData("?$top=99&$count=true", "0,1", "$top=99&$count=true&$skiptoken=2", 5)]
    [InlineData("?$skip=2", "2,3", "$skiptoken=4", null)]
    [InlineData("?$skip=4&$count=false", "4", null, null)]
    [InlineData("?$skip=9&$count=true", "", null, 5)]
    [InlineData("?$skiptoken=3", "3,4", null, null)]
    public async Task Collections_come_in_pages_that_link_on_with_all_options(string query, string items, string? next, int? count)
    {
        using var graph = new FakeGraph { PageSize = 2 }.Add(Sources[0], Report("r", records: 5));
        var url = $"/v1.0/{Sources[0]}/attendanceReports/r/attendanceRecords";

        var page = await GetJson(graph, url + query);

        Assert.Equal(
            items, string.Join(',', page["value"]!.AsArray().Select(record => record!["id"]!.GetValue<string>()["rec-".Length..])));
        Assert.Equal(next is null ? null : $"{Root}{url}?{next}", page["@odata.nextLink"]?.GetValue<string>());
        Assert.Equal(count, page["@odata.count"]?.GetValue<int>());
    }

    [Fact]
    public async Task At_most_the_50_newest_reports_are_listed_newest_first()
    {
        var reports = Enumerable.Range(0, 60).Select(day => Report(day.ToString(CultureInfo.InvariantCulture)) with
        {
            EndedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day),
        });
        using var graph = new FakeGraph { PageSize = 20 }.Add(Sources[0], reports);

        var listed = await graph.CreateClient().GetReportsAsync(Sources[0]).ToListAsync();

        Assert.Equal(
            Enumerable.Range(10, 50).Reverse().Select(day => day.ToString(CultureInfo.InvariantCulture)),
            listed.Select(report => report.Id));
        Assert.Equal("3", (await graph.CreateClient().GetReportAsync(Sources[0], "3")).Id);
    }

    [Fact]
    public async Task Reports_can_be_added_while_others_read()
    {
        using var graph = new FakeGraph().Add(Sources[0]);
        var client = graph.CreateClient();
        Assert.Null(await client.GetLatestReportAsync(Sources[0]));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(index => Task.Run(async () =>
        {
            graph.Add(Sources[0], Report($"r{index}"));
            Assert.Equal($"r{index}", (await client.GetReportAsync(Sources[0], $"r{index}")).Id);
        })));

        Assert.Equal(50, await client.GetReportsAsync(Sources[0]).CountAsync());
    }

    private static async Task<JsonNode> GetJson(FakeGraph graph, string path)
    {
        using var response = await Get(graph, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
