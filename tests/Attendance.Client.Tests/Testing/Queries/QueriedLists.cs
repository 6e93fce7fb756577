using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>OData's options on reports, records, users and events.</summary>
public class QueriedLists
{
    private const string Document =
        """
        {
          "me": {
            "displayName": "Ada Lovelace", "mail": "ada@contoso.com", "userPrincipalName": "ada@contoso.com",
            "onlineMeetings": [
              {
                "id": "m", "allowedPresenters": "everyone", "ours": { "x": 1 },
                "attendanceReports": [
                  {
                    "id": "r1", "totalParticipantCount": 3, "meetingStartDateTime": "2026-03-02T09:00:00Z", "meetingEndDateTime": "2026-03-02T10:00:00Z",
                    "attendanceRecords": [
                      { "id": "1", "emailAddress": "Ada@contoso.com", "role": "Organizer", "totalAttendanceInSeconds": 3600, "identity": { "id": "ada", "displayName": "Ada Lovelace" }, "attendanceIntervals": [{ "durationInSeconds": 3600 }] },
                      { "id": "2", "emailAddress": "zoe@contoso.com", "role": "Attendee", "totalAttendanceInSeconds": 600, "identity": { "displayName": "Zoë O'Neil" }, "attendanceIntervals": [{ "durationInSeconds": 300 }, { "durationInSeconds": 300 }] },
                      { "id": "3", "emailAddress": null, "role": "Attendee", "totalAttendanceInSeconds": null, "identity": null, "attendanceIntervals": [], "mood": "good" }
                    ]
                  },
                  { "id": "r2", "totalParticipantCount": 0, "meetingStartDateTime": "2026-03-09T09:00:00Z", "meetingEndDateTime": "2026-03-09T10:00:00Z" }
                ]
              }
            ],
            "calendarView": [
              { "id": "e1", "subject": "b", "isOnlineMeeting": true, "start": { "dateTime": "2026-03-02T09:00:00", "timeZone": "UTC" }, "end": { "dateTime": "2026-03-02T10:00:00", "timeZone": "UTC" } },
              { "id": "e2", "subject": "a", "isOnlineMeeting": false, "start": { "dateTime": "2026-03-03T09:00:00", "timeZone": "UTC" }, "end": { "dateTime": "2026-03-03T10:00:00", "timeZone": "UTC" } }
            ]
          },
          "users": { "u-2": { "displayName": "Zoë O'Neil", "mail": "zoe@contoso.com", "userPrincipalName": "zoe@contoso.com" } }
        }
        """;

    private const string Records = "me/onlineMeetings/m/attendanceReports/r1/attendanceRecords";

    [Theory]
    [InlineData(Records + "?$filter=role eq 'Attendee'", "2,3")]
    [InlineData(Records + "?$filter=role ne 'Attendee' and totalAttendanceInSeconds ge 3600", "1")]
    [InlineData(Records + "?$filter=totalAttendanceInSeconds lt 1000", "2")]
    [InlineData(Records + "?$filter=totalAttendanceInSeconds eq null", "3")]
    [InlineData(Records + "?$filter=not (role eq 'Attendee') or id eq '3'", "1,3")]
    [InlineData(Records + "?$filter=startswith(emailAddress,'zoe')", "2")]
    [InlineData(Records + "?$filter=endswith(tolower(emailAddress),'@contoso.com')", "1,2")]
    [InlineData(Records + "?$filter=contains(identity/displayName,'O''Neil')", "2")]
    [InlineData(Records + "?$filter=id in ('1','3')", "1,3")]
    [InlineData(Records + "?$filter=attendanceIntervals/any(i:i/durationInSeconds eq 300)", "2")]
    [InlineData(Records + "?$filter=attendanceIntervals/$count gt 1", "2")]
    [InlineData(Records + "?$filter=totalAttendanceInSeconds div 60 eq 10", "2")]
    [InlineData(Records + "?$filter=mood eq 'good'", "3")]
    [InlineData(Records + "?$orderby=totalAttendanceInSeconds", "3,2,1")]
    [InlineData(Records + "?$orderby=role desc,id desc", "1,3,2")]
    [InlineData(Records + "?$orderby=identity/displayName desc&$top=1", "2")]
    [InlineData(Records + "?$filter=role eq 'Attendee'&$skip=1", "3")]
    [InlineData("me/onlineMeetings/m/attendanceReports?$filter=meetingEndDateTime gt 2026-03-03T00:00:00Z", "r2")]
    [InlineData("me/onlineMeetings/m/attendanceReports?$orderby=meetingStartDateTime", "r1,r2")]
    [InlineData("me/onlineMeetings/m/attendanceReports?$filter=year(meetingEndDateTime) eq 2026 and day(meetingEndDateTime) eq 2", "r1")]
    [InlineData("me/calendarView?startDateTime=2026-03-01&endDateTime=2026-03-08&$orderby=subject", "e2,e1")]
    [InlineData("me/calendarView?startDateTime=2026-03-01&endDateTime=2026-03-08&$filter=start/dateTime ge '2026-03-03'", "e2")]
    [InlineData("me/calendar/calendarView?startDateTime=2026-03-01&endDateTime=2026-03-03", "e1")]
    [InlineData("me/events?$filter=subject eq 'b'", "e1")]
    [InlineData("users/ada@contoso.com/calendarView?startDateTime=2026-03-01&endDateTime=2026-03-08", "e1,e2")]
    [InlineData("users?$filter=mail eq 'ZOE@contoso.com'", "u-2")]
    [InlineData("users?$filter=startsWith(displayName,'ada')&$select=id", "dc17674c-81d9-4adb-bfb2-8f6a442e4623")]
    [InlineData("users?$orderby=displayName desc&$top=1", "u-2")]
    public async Task A_list_has_what_is_asked_for_in_the_order_that_is_asked_for(string path, string ids)
    {
        using var graph = new FakeGraph().AddJson(Document);

        var items = (await graph.GetJsonAsync(path))["value"]!.AsArray();

        Assert.Equal(ids, string.Join(',', items.Select(item => (string?)item!["id"])));
    }

    [Theory]
    [InlineData("me/onlineMeetings/m?$select=allowedPresenters", """{"allowedPresenters":"everyone"}""")]
    [InlineData("me/onlineMeetings/m?$select=lobbyBypassSettings,ID", """{"id":"m"}""")]
    [InlineData("me/onlineMeetings/m?$select=ours", """{"ours":{"x":1}}""")]
    [InlineData("me/onlineMeetings/m?$select=id&$expand=attendanceReports($select=id;$orderby=id;$top=1)", """{"id":"m","attendanceReports":[{"id":"r1"}]}""")]
    [InlineData("me/onlineMeetings/m?$select=id&$expand=transcripts", """{"id":"m","transcripts":[]}""")]
    [InlineData(
        "me/onlineMeetings/m/attendanceReports/r1?$select=id&$expand=attendanceRecords($select=emailAddress;$filter=role eq 'Organizer')",
        """{"id":"r1","attendanceRecords":[{"emailAddress":"Ada@contoso.com"}]}""")]
    [InlineData(Records + "?$top=1&$select=identity/displayName", """[{"identity":{"displayName":"Ada Lovelace"}}]""")]
    [InlineData(
        "me/onlineMeetings/m/attendanceReports/r2?$select=*",
        """{"id":"r2","totalParticipantCount":0,"meetingStartDateTime":"2026-03-09T09:00:00Z","meetingEndDateTime":"2026-03-09T10:00:00Z"}""")]
    [InlineData("me?$select=displayName,mail", """{"displayName":"Ada Lovelace","mail":"ada@contoso.com"}""")]
    [InlineData("users('zoe@contoso.com')?$select=id", """{"id":"u-2"}""")]
    [InlineData("me/onlineMeetings('m')/attendanceReports('r2')/?$select=id&$format=json", """{"id":"r2"}""")]
    public async Task An_answer_has_the_members_that_are_asked_for(string path, string json)
    {
        using var graph = new FakeGraph().AddJson(Document);

        var answer = await graph.GetJsonAsync(path);

        answer.Remove("@odata.context");
        answer.Remove("@odata.nextLink");
        Assert.Equal(json, (answer["value"] ?? answer).ToJsonString());
    }

    [Theory]
    [InlineData(Records + "/$count", "3")]
    [InlineData(Records + "/$count?$filter=role eq 'Attendee'", "2")]
    [InlineData("me/onlineMeetings/m/attendanceReports/$count", "2")]
    [InlineData("users/$count", "2")]
    public async Task A_number_of_items_comes_as_plain_text(string path, string count)
    {
        using var graph = new FakeGraph { PageSize = 1 }.AddJson(Document);
        using var http = graph.Authorized();

        using var answer = await http.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/{path}"));

        Assert.Equal(
            (HttpStatusCode.OK, "text/plain", count),
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData(GraphQuirks.None, "onlineMeeting", "https://x")]
    [InlineData(GraphQuirks.OnlineMeetingsNeedFlag, "onlineMeeting", null)]
    [InlineData(GraphQuirks.OnlineMeetingsNeedFlag, "onlineMeeting,isOnlineMeeting", "https://x")]
    public async Task A_join_link_may_be_missing_where_nothing_says_that_there_is_one(GraphQuirks quirks, string selected, string? link)
    {
        using var graph = new FakeGraph { Quirks = quirks }.AddJson(
            """{"me":{"calendarView":[{"id":"e","isOnlineMeeting":true,"onlineMeeting":{"joinUrl":"https://x"}}]}}""");

        var events = await graph.GetJsonAsync($"me/events?$select={selected}");

        Assert.Equal(link, (string?)events["value"]![0]!["onlineMeeting"]?["joinUrl"]);
    }

    [Theory]
    [InlineData("communications/onlineMeetings/?$filter=VideoTeleconferenceId eq '1'", "m")]
    [InlineData("communications/onlineMeetings?$filter=joinWebUrl eq 'https://x'", "m")]
    [InlineData("me/onlineMeetings?$filter=VideoTeleconferenceId eq '2'&$top=5&$select=id", "")]
    [InlineData("solutions/virtualEvents/webinars/w/registrations(email='ada@contoso.com')", "r")]
    [InlineData("solutions/virtualEvents/webinars/w/registrations(userId='u')", "r")]
    [InlineData("solutions/virtualEvents/webinars('w')/registrations('r')", "r")]
    [InlineData("solutions/virtualEvents/webinars/w/registrations/r/sessions", "s")]
    [InlineData("solutions/virtualEvents/webinars('w')/sessions('s')", "s")]
    public async Task What_leads_to_it_in_Graphs_metadata_finds_it(string path, string ids)
    {
        using var graph = new FakeGraph().AddJson(
            """
            {
              "users": { "other": { "onlineMeetings": [{ "id": "m", "videoTeleconferenceId": "1", "joinWebUrl": "https://x" }] } },
              "solutions": { "virtualEvents": { "webinars": [
                { "id": "w", "sessions": [{ "id": "s" }], "registrations": [{ "id": "q" }, { "id": "r", "email": "Ada@contoso.com", "userId": "u" }] }] } }
            }
            """);
        graph.Caller = path.Contains("me/", StringComparison.Ordinal) || path.Contains("communications", StringComparison.Ordinal)
            ? null
            : FakeCaller.Application("app", "VirtualEvent.Read.All");

        var answer = await graph.GetJsonAsync(path);

        Assert.Equal(ids, string.Join(',', answer["value"]?.AsArray().Select(item => (string?)item!["id"]) ?? [(string?)answer["id"]]));
    }

    [Fact]
    public async Task Pages_go_on_in_the_order_and_among_the_items_that_are_asked_for()
    {
        using var graph = new FakeGraph { PageSize = 1 }.AddJson(Document);

        var page = await graph.GetJsonAsync(Records + "?$filter=role eq 'Attendee'&$orderby=id desc&$count=true");
        var next = await graph.GetJsonAsync(((string)page["@odata.nextLink"]!)["https://graph.microsoft.com/v1.0/".Length..]);

        Assert.Equal(("3", 2), ((string?)page["value"]![0]!["id"], (int)page["@odata.count"]!));
        Assert.Equal("2", (string?)next["value"]![0]!["id"]);
        Assert.Null(next["@odata.nextLink"]);
    }

    [Theory]
    [InlineData(Records + "?$filter=name eq 'x'", "Could not find a property named 'name' on type 'microsoft.graph.attendanceRecord'.")]
    [InlineData(Records + "?$filter=role eq 'x", "There is an unterminated string literal at position 10 in 'role eq 'x'.")]
    [InlineData(Records + "?$filter=role eq", "Expression expected at position 7 in 'role eq'.")]
    [InlineData(Records + "?$filter=soundex(role) eq 'x'", null)]
    [InlineData(Records + "?$orderby=role up", null)]
    [InlineData(Records + "?$search=x", "The query option '$search' is not supported.")]
    [InlineData(Records + "?$format=xml", "The value 'xml' of the query option '$format' is not supported.")]
    [InlineData(
        "me/onlineMeetings/m?$expand=people", "Could not find a property named 'people' on type 'microsoft.graph.onlineMeeting'.")]
    [InlineData("me/onlineMeetings/m/$count", "Resource not found for the segment '$count'.")]
    public async Task What_OData_does_not_know_is_refused_in_its_words(string path, string? message)
    {
        using var graph = new FakeGraph().AddJson(Document);
        using var http = graph.Authorized();

        using var answer = await http.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/{path}"));

        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), (answer.StatusCode, (string?)error["code"]));
        if (message is not null)
            Assert.Equal(message, (string?)error["message"]);
    }

    [Theory]
    [InlineData(
        "users/nobody", 404, "Request_ResourceNotFound",
        "Resource 'nobody' does not exist or one of its queried reference-property objects are not present.")]
    [InlineData(
        "users/nobody@contoso.com/calendarView?startDateTime=2026-03-01&endDateTime=2026-03-08", 404, "ErrorInvalidUser",
        "The requested user 'nobody@contoso.com' is invalid.")]
    [InlineData(
        "me/calendarView?startDateTime=2026-03-01&endDateTime=2026-03-08&$filter=isOnlineMeeting eq true", 400, "ErrorInvalidProperty",
        "The property 'IsOnlineMeeting' does not support filtering.")]
    [InlineData(
        "me/onlineMeetings", 400, "InvalidArgument",
        "One of the required parameters to lookup meeting by QueryOptions is null or empty")]
    public async Task Each_workload_refuses_with_its_own_code(string path, int status, string code, string message)
    {
        using var graph = new FakeGraph().AddJson(Document);
        using var http = graph.Authorized();

        using var answer = await http.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/{path}"));

        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal((status, code, message), ((int)answer.StatusCode, (string?)error["code"], (string?)error["message"]));
    }
}
