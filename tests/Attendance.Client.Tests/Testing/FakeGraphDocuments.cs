using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class FakeGraphDocuments
{
    private const string Document =
        """
        {
          // Comments and trailing commas are for people.
          "me": { "onlineMeetings": [ { "id": "mine" } ] },
          "users": {
            "u": {
              "hasAccessPolicy": false,
              "onlineMeetings": [
                {
                  "id": "m", "subject": "Stand-up", "anything": [1, { "x": null }],
                  "attendanceReports": [
                    { "id": "old", "meetingEndDateTime": "2026-01-01T10:00:00Z" },
                    { "id": "new", "meetingEndDateTime": "2026-01-02T10:00:00.5Z", "attendanceRecords": [ { "emailAddress": "a@b", "futureMember": 7 } ] },
                  ],
                },
              ],
              "calendarView": [ { "id": "c", "start": { "dateTime": "2026-01-01T09:00:00", "timeZone": "UTC" }, "end": { "dateTime": "2026-01-01T10:00:00", "timeZone": "UTC" } } ],
            },
          },
          "solutions": {
            "virtualEvents": {
              "webinars": [ { "id": "w", "description": "plain", "sessions": [ { "id": "s", "attendanceReports": [ { "id": "r" } ] } ], "registrations": [ { "id": "reg", "email": "a@b" } ] } ],
              "townhalls": [ { "id": "t", "capacity": 5 } ],
            },
          },
        }
        """;

    [Theory]
    [InlineData("me/onlineMeetings/mine", """{"id":"mine"}""")]
    [InlineData("users/u/onlineMeetings/m", """{"id":"m","subject":"Stand-up","anything":[1,{"x":null}]}""")]
    [InlineData(
        "users/u/onlineMeetings/m/attendanceReports",
        """[{"id":"new","meetingEndDateTime":"2026-01-02T10:00:00.5Z","attendanceRecords":[]},{"id":"old","meetingEndDateTime":"2026-01-01T10:00:00Z","attendanceRecords":[]}]""")]
    [InlineData(
        "users/u/onlineMeetings/m/attendanceReports/new?$expand=attendanceRecords",
        """{"id":"new","meetingEndDateTime":"2026-01-02T10:00:00.5Z","attendanceRecords":[{"emailAddress":"a@b","futureMember":7}]}""")]
    [InlineData(
        "users/u/calendarView?startDateTime=2026-01-01&endDateTime=2026-01-02",
        """[{"id":"c","start":{"dateTime":"2026-01-01T09:00:00","timeZone":"UTC"},"end":{"dateTime":"2026-01-01T10:00:00","timeZone":"UTC"}}]""")]
    [InlineData("solutions/virtualEvents/webinars/w", """{"id":"w","description":"plain"}""")]
    [InlineData("solutions/virtualEvents/webinars/w/sessions/s/attendanceReports/r", """{"id":"r"}""")]
    [InlineData("solutions/virtualEvents/webinars/w/registrations", """[{"id":"reg","email":"a@b"}]""")]
    [InlineData("solutions/virtualEvents/townhalls/t", """{"id":"t","capacity":5}""")]
    public async Task What_a_document_holds_comes_out_member_for_member(string path, string json)
    {
        using var graph = new FakeGraph().AddJson(Document).GrantAccessPolicy("u");

        Assert.Equal(json, await Get(graph, path));
        using var again = new FakeGraph().AddJson(graph.ToJson());
        Assert.Equal(json, await Get(again, path));
    }

    [Fact]
    public async Task A_document_takes_access_policies_away_and_writes_down_that_they_are_missing()
    {
        using var graph = new FakeGraph().AddJson(Document);
        using var again = new FakeGraph().AddJson(graph.ToJson());

        foreach (var held in new[] { graph, again })
        {
            var refusal = await Assert.ThrowsAsync<AttendanceRequestException>(
                () => held.CreateClient().GetMeetingAsync(AttendanceSource.Meeting(Organizer.User("U"), "m")));
            Assert.Equal(AttendanceErrorReason.MissingAccessPolicy, refusal.Reason);
        }
    }

    [Fact]
    public async Task Models_become_a_document_and_the_document_the_same_models()
    {
        using var graph = new FakeGraph().AddJson(FakeGraphData.CreateGraph().ToJson());
        var client = graph.CreateClient();

        Assert.Equal(FakeGraphData.Meeting, await client.GetMeetingAsync(FakeGraphData.MeetingSource));
        Assert.Equal(FakeGraphData.Report, await client.GetLatestReportAsync(FakeGraphData.MeetingSource));
        Assert.Equal(FakeGraphData.Session, await client.GetSessionAsync(FakeGraphData.Session.Source!));
        Assert.Equal(FakeGraphData.Registration, await client.GetRegistrationAsync(VirtualEventKind.Webinar, "w@t", "reg"));
        Assert.Equal([FakeGraphData.TownhallRegistration], await client.GetRegistrationsAsync(FakeGraphData.Townhall).ToListAsync());
        Assert.Equal([FakeGraphData.Townhall], await client.GetTownhallsAsync().ToListAsync());
    }

    [Fact]
    public async Task The_document_itself_is_not_changed_by_answers()
    {
        using var graph = new FakeGraph { Quirks = GraphQuirks.All }.AddJson(Document).GrantAccessPolicy("u");
        var before = graph.ToJson();

        await Get(graph, "users/u/onlineMeetings/m/attendanceReports/new?$expand=attendanceRecords&$select=id");
        await Get(graph, "solutions/virtualEvents/webinars/w/sessions");

        Assert.Equal(before, graph.ToJson());
    }

    [Theory]
    [InlineData("", "The document is no JSON: ")]
    [InlineData("{", "The document is no JSON: ")]
    [InlineData("[]", "$ is no object.")]
    [InlineData("null", "$ is no object.")]
    [InlineData("""{"meetings":[]}""", "$.meetings is not known; $ may have $schema, settings, callers, faults, me, users, groups, solutions.")]
    [InlineData(
        """{"me":{"meetings":[]}}""",
        "$.me.meetings is not known; $.me may have onlineMeetings, calendarView, hasAccessPolicy, businessPhones, displayName, " +
        "givenName, jobTitle, mail, mobilePhone, officeLocation, preferredLanguage, surname, userPrincipalName, id.")]
    [InlineData("""{"users":[]}""", "$.users is no object.")]
    [InlineData("""{"users":{"u":{"hasAccessPolicy":"no"}}}""", "$.users['u'].hasAccessPolicy is neither true nor false.")]
    [InlineData("""{"users":{"u":{"onlineMeetings":{}}}}""", "$.users['u'].onlineMeetings is no list.")]
    [InlineData(
        """{"users":{"u":{"onlineMeetings":[{"subject":"x"}]}}}""",
        "$.users['u'].onlineMeetings[0] has no id, so nobody could ask for it; give it one.")]
    [InlineData("""{"users":{"u":{"onlineMeetings":[{"id":"m"},7]}}}""", "$.users['u'].onlineMeetings[1] is no object.")]
    [InlineData(
        """{"me":{"onlineMeetings":[{"id":"m","attendanceReports":[{"id":5}]}]}}""",
        "$.me.onlineMeetings[0].attendanceReports[0] has no id, so nobody could ask for it; give it one.")]
    [InlineData("""{"solutions":{"events":[]}}""", "$.solutions.events is not known; $.solutions may have virtualEvents.")]
    [InlineData(
        """{"solutions":{"virtualEvents":{"events":[]}}}""",
        "$.solutions.virtualEvents.events is not known; $.solutions.virtualEvents may have webinars, townhalls.")]
    [InlineData(
        """{"solutions":{"virtualEvents":{"webinars":[{"id":"w","registrations":[{}]}]}}}""",
        "$.solutions.virtualEvents.webinars[0].registrations[0] has no id, so nobody could ask for it; give it one.")]
    public void A_document_that_is_wrong_is_refused_with_the_place_and_adds_nothing(string json, string message)
    {
        using var graph = new FakeGraph();

        Assert.StartsWith(message, Assert.Throws<FormatException>(() => graph.AddJson(json)).Message, StringComparison.Ordinal);
        Assert.Equal("""{"users":{},"solutions":{"virtualEvents":{}}}""", JsonNode.Parse(graph.ToJson())!.ToJsonString());
    }

    [Fact]
    public void A_document_that_is_wrong_at_its_end_adds_nothing_either()
    {
        using var graph = new FakeGraph();

        Assert.Throws<FormatException>(() => graph.AddJson("""{"me":{"onlineMeetings":[{"id":"m"}]},"solutions":7}"""));

        Assert.DoesNotContain("\"m\"", graph.ToJson(), StringComparison.Ordinal);
    }

    // The entity or the list of an answer, without its context.
    private static async Task<string> Get(FakeGraph graph, string path)
    {
        var json = await graph.GetJsonAsync(path);
        json.Remove("@odata.context");
        return (json["value"] ?? json).ToJsonString();
    }
}
