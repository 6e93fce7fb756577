using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.LookUps;

public class FindingMeetings
{
    private const string LongLink =
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NTg0%40thread.v2/0?context=%7b%22Tid%22%3a%22909c6581-5130-43e9-88f3-fcb3582cde37%22%2c%22Oid%22%3a%22dc17674c-81d9-4adb-bfb2-8f6a442e4623%22%7d";

    private const string FilterByLongLink =
        "?$filter=JoinWebUrl%20eq%20%27https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting_NTg0%2540thread.v2%2F0%3Fcontext%3D%257b%2522Tid%2522%253a%2522909c6581-5130-43e9-88f3-fcb3582cde37%2522%252c%2522Oid%2522%253a%2522dc17674c-81d9-4adb-bfb2-8f6a442e4623%2522%257d%27";

    [Theory]
    [InlineData(GraphVersion.V1, "https://graph.microsoft.com/v1.0/")]
    [InlineData(GraphVersion.Beta, "https://graph.microsoft.com/beta/")]
    public async Task A_link_and_a_meeting_ID_are_asked_for_by_the_filter_that_fits_encoded_once(GraphVersion version, string root)
    {
        const string Found = """{"value":[{"id":"MSpk=*0"}]}""";
        var graph = new StubGraph().Answers(Found).Answers(Found).Answers(Found);
        var client = graph.CreateClient(version);

        await client.FindMeetingAsync(Organizer.Me, JoinLink.Parse(LongLink));
        await client.FindMeetingAsync(Organizer.User("u"), JoinLink.Parse(LongLink));
        await client.FindMeetingAsync(Organizer.User("u"), JoinLink.Parse("123 456 789 012"));

        Assert.Equal(
            [
                $"{root}me/onlineMeetings{FilterByLongLink}",
                $"{root}users/u/onlineMeetings{FilterByLongLink}",
                $"{root}users/u/onlineMeetings?$filter=joinMeetingIdSettings%2FjoinMeetingId%20eq%20%27123456789012%27",
            ],
            graph.Urls);
    }

    [Fact]
    public async Task A_found_meeting_leads_straight_to_its_reports()
    {
        using var graph = FakeGraphData.CreateGraph().Add(FakeGraphData.Meeting with { JoinWebUrl = LongLink });
        var client = graph.CreateClient();
        var link = JoinLink.Parse(LongLink);

        var meeting = await client.FindMeetingAsync(Organizer.User(link.OrganizerId!), link);

        Assert.Equal(FakeGraphData.Meeting with { JoinWebUrl = LongLink }, meeting);
        Assert.Equal("r", (await client.GetLatestReportAsync(meeting!.Source!))!.Id);
        Assert.Equal(meeting, await client.FindMeetingAsync(Organizer.User(link.OrganizerId!), JoinLink.Parse("123456789012")));
    }

    [Fact]
    public async Task The_meetings_of_a_calendar_lead_to_their_reports()
    {
        using var graph = new FakeGraph().Add(FakeGraphData.Meeting with { JoinWebUrl = LongLink }, FakeGraphData.Report)
            .Add(
                Organizer.User(FakeGraphData.Organizer), FakeGraphData.Occurrence with { JoinWebUrl = LongLink },
                FakeGraphData.Occurrence with { JoinWebUrl = "https://zoom.us/j/1" });
        var client = graph.CreateClient();
        var organizer = Organizer.User(FakeGraphData.Organizer);

        var meetings = await client.GetCalendarMeetingsAsync(organizer, FakeGraphData.At(0), FakeGraphData.At(23)).ToListAsync();

        Assert.Equal([JoinLink.Parse(LongLink), null], meetings.Select(meeting => meeting.JoinLink));
        Assert.Equal(
            "r", (await client.GetLatestReportAsync((await client.FindMeetingAsync(organizer, meetings[0].JoinLink!))!.Source!))!.Id);
    }

    [Fact]
    public async Task A_meeting_ID_that_nobody_has_finds_nothing()
    {
        var graph = new StubGraph().Answers("""{"value":[]}""");

        Assert.Null(await graph.CreateClient().FindMeetingAsync(Organizer.Me, JoinLink.Parse("123456789012")));
    }

    [Fact]
    public async Task An_empty_page_is_no_end()
    {
        var graph = new StubGraph()
            .Answers("""{"value":[],"@odata.nextLink":"https://graph.microsoft.com/v1.0/me/onlineMeetings?$skiptoken=1"}""")
            .Answers("""{"value":[{"id":"m"}],"@odata.nextLink":"https://graph.microsoft.com/v1.0/me/onlineMeetings?$skiptoken=2"}""");

        Assert.Equal("m", (await graph.CreateClient().FindMeetingAsync(Organizer.Me, JoinLink.Parse("123456789012")))!.Id);
        Assert.Equal(2, graph.Requests.Count);
    }

    [Theory]
    [InlineData(
        FakeGraphData.Stranger, "123456789012", HttpStatusCode.Forbidden, AttendanceErrorReason.NoAccessToMeeting,
        "Use the object id or a token of the meeting's organizer")]
    [InlineData(
        FakeGraphData.Organizer, LongLink, HttpStatusCode.BadRequest, AttendanceErrorReason.InvalidJoinLink,
        "Check that the join link is the meeting's, and that the user asked for is the organizer whom it names.")]
    public async Task A_meeting_of_somebody_else_and_a_link_that_Graph_does_not_know_are_refusals(
        string user, string link, HttpStatusCode status, AttendanceErrorReason reason, string remedy)
    {
        using var graph = FakeGraphData.CreateGraph();

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient().FindMeetingAsync(Organizer.User(user), JoinLink.Parse(link)));

        Assert.Equal((status, reason), (exception.Status, exception.Reason));
        Assert.StartsWith(remedy, exception.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused()
    {
        var client = new StubGraph().CreateClient();

        Assert.Equal(
            "organizer",
            Assert.Throws<ArgumentNullException>(() => { _ = client.FindMeetingAsync(null!, JoinLink.Parse("123456789012")); }).ParamName);
        Assert.Equal("link", Assert.Throws<ArgumentNullException>(() => { _ = client.FindMeetingAsync(Organizer.Me, null!); }).ParamName);
    }
}
