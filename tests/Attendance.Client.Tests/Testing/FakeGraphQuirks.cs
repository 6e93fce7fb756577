using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class FakeGraphQuirks
{
    private static readonly AttendanceReport Report = FakeGraphData.Report with
    {
        Records =
        [
            new AttendanceRecord
            {
                EmailAddress = "zoe@contoso.com",
                Identity = new AttendeeIdentity { Id = "i", Kind = AttendeeKind.Guest, Email = "zoe@contoso.com" },
                Intervals = [new AttendanceInterval { JoinedAt = FakeGraphData.At(9) }],
            },
            new AttendanceRecord { EmailAddress = null },
        ],
    };

    [Theory]
    [InlineData(GraphQuirks.None, "emailAddress", "zoe@contoso.com")]
    [InlineData(GraphQuirks.EmptyEmailAddresses, "emailAddress", "")]
    [InlineData(GraphQuirks.None, "identity/@odata.type", "#microsoft.graph.communicationsGuestIdentity")]
    [InlineData(GraphQuirks.IdentitiesWithoutType, "identity/@odata.type", null)]
    [InlineData(GraphQuirks.IdentitiesWithoutType | GraphQuirks.TypesWithoutHash, "identity/@odata.type", null)]
    [InlineData(GraphQuirks.TypesWithoutHash, "identity/@odata.type", "microsoft.graph.communicationsGuestIdentity")]
    [InlineData(GraphQuirks.None, "attendanceIntervals/joinDateTime", "2026-03-02T09:00:00Z")]
    [InlineData(GraphQuirks.TimesWithoutZone, "attendanceIntervals/joinDateTime", "2026-03-02T09:00:00")]
    [InlineData(GraphQuirks.None, "memberOfTomorrow/nested", null)]
    [InlineData(GraphQuirks.UnknownMembers, "memberOfTomorrow/nested", "1")]
    [InlineData(GraphQuirks.UnknownMembers, "identity/memberOfTomorrow/nested", "1")]
    public async Task A_record_has_the_oddity(GraphQuirks quirks, string path, string? value)
    {
        using var graph = new FakeGraph { Quirks = quirks }.Add(FakeGraphData.MeetingSource, Report);

        var report = await graph.GetJsonAsync($"{FakeGraphData.MeetingSource}/attendanceReports/r?$expand=attendanceRecords");
        var expanded = report["attendanceRecords"]![0];
        var listed = (await graph.GetJsonAsync($"{FakeGraphData.MeetingSource}/attendanceReports/r/attendanceRecords"))["value"]![0];

        foreach (var record in new[] { expanded, listed })
        {
            Assert.Equal(
                value,
                path.Split('/').Aggregate(record, (node, name) => First(node)?[name]) is { } found ? First(found)!.ToString() : null);
        }

        static JsonNode? First(JsonNode? node) => node is JsonArray items ? items[0] : node;
    }

    [Theory]
    [InlineData(GraphQuirks.None, """{"dateTime":"2026-03-02T09:00:00.0000000","timeZone":"UTC"}""")]
    [InlineData(GraphQuirks.SessionTimesAsText, "\"2026-03-02T09:00:00.0000000Z\"")]
    [InlineData(GraphQuirks.SessionTimesAsText | GraphQuirks.TimesWithoutZone, "\"2026-03-02T09:00:00.0000000\"")]
    public async Task A_session_has_its_times_in_either_form(GraphQuirks quirks, string json)
    {
        using var graph = new FakeGraph { Quirks = quirks }
            .Add(FakeGraphData.Webinar with { Start = DateTimeTimeZone.Utc(FakeGraphData.At(9)) })
            .Add(FakeGraphData.Session with { Start = DateTimeTimeZone.Utc(FakeGraphData.At(9)) });

        Assert.Equal(json, (await graph.GetJsonAsync("solutions/virtualEvents/webinars/w@t/sessions/s"))["startDateTime"]!.ToJsonString());
        Assert.Equal(
            json,
            (await graph.GetJsonAsync("solutions/virtualEvents/webinars/w@t/sessions"))["value"]![0]!["startDateTime"]!.ToJsonString());
        Assert.IsType<JsonObject>((await graph.GetJsonAsync("solutions/virtualEvents/webinars/w@t"))["startDateTime"]);
    }

    [Fact]
    public async Task A_single_entity_is_wrapped_and_a_collection_is_not()
    {
        using var graph = new FakeGraph { Quirks = GraphQuirks.WrappedEntities }.Add(FakeGraphData.MeetingSource, Report);

        Assert.Equal(
            $$$"""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users('{{{FakeGraphData.Organizer}}}')/onlineMeetings('MSpk=*0')","value":{"id":"MSpk=*0"}}""",
            (await graph.GetJsonAsync(FakeGraphData.MeetingSource.ToString())).ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.IsType<JsonArray>((await graph.GetJsonAsync($"{FakeGraphData.MeetingSource}/attendanceReports"))["value"]);
    }

    [Theory]
    [InlineData(GraphVersion.V1)]
    [InlineData(GraphVersion.Beta)]
    public async Task The_client_reads_the_same_through_all_oddities_at_once(GraphVersion version)
    {
        using var plain = FakeGraphData.CreateGraph();
        using var odd = FakeGraphData.CreateGraph();
        odd.Quirks = GraphQuirks.All & ~(GraphQuirks.IdentitiesWithoutType | GraphQuirks.TypesWithoutHash | GraphQuirks.SessionTimesAsText);

        foreach (var source in new[] { FakeGraphData.MeetingSource, FakeGraphData.Session.Source!, FakeGraphData.TownhallSession.Source! })
        {
            Assert.Equal(
                await plain.CreateClient(version).GetReportAsync(source, "r"), await odd.CreateClient(version).GetReportAsync(source, "r"));
        }

        Assert.Equal(FakeGraphData.Meeting, await odd.CreateClient(version).GetMeetingAsync(FakeGraphData.MeetingSource));
        Assert.Equal(FakeGraphData.Webinar, await odd.CreateClient(version).GetWebinarAsync("w@t"));
        Assert.Equal(FakeGraphData.Session, await odd.CreateClient(version).GetSessionAsync(FakeGraphData.Session.Source!));
        Assert.Equal(
            FakeGraphData.Registration, await odd.CreateClient(version).GetRegistrationAsync(VirtualEventKind.Webinar, "w@t", "reg"));
        Assert.Equal(
            [FakeGraphData.Registration],
            await odd.CreateClient(version).GetRegistrationsAsync(VirtualEventKind.Webinar, "w@t").ToListAsync());
    }
}
