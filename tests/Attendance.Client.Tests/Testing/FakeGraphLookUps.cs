using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class FakeGraphLookUps
{
    private static readonly Organizer Owner = Organizer.User(FakeGraphData.Organizer);

    [Theory]
    [InlineData(GraphVersion.V1)]
    [InlineData(GraphVersion.Beta)]
    public async Task What_was_put_in_comes_out_of_every_look_up(GraphVersion version)
    {
        using var graph = FakeGraphData.CreateGraph();
        var client = graph.CreateClient(version);

        Assert.Equal(FakeGraphData.Meeting, await client.GetMeetingAsync(FakeGraphData.MeetingSource));
        Assert.Equal(
            [FakeGraphData.Occurrence],
            await client.GetCalendarMeetingsAsync(Owner, FakeGraphData.At(0), FakeGraphData.At(23)).ToListAsync());
        Assert.Equal([FakeGraphData.Webinar], await client.GetWebinarsAsync().ToListAsync());
        Assert.Equal([FakeGraphData.Webinar], await client.GetWebinarsAsync(Organizer.Me).ToListAsync());
        Assert.Equal(
            [FakeGraphData.Webinar],
            await client.GetWebinarsAsync(Organizer.User(FakeGraphData.CoOrganizer), VirtualEventRole.CoOrganizer).ToListAsync());
        Assert.Empty(await client.GetWebinarsAsync(Organizer.User(FakeGraphData.CoOrganizer)).ToListAsync());
        Assert.Equal(FakeGraphData.Webinar, await client.GetWebinarAsync("w@t"));
        Assert.Equal([FakeGraphData.Session with { Capacity = null }], await client.GetSessionsAsync(FakeGraphData.Webinar).ToListAsync());
        Assert.Equal(FakeGraphData.Session, await client.GetSessionAsync(FakeGraphData.Session.Source!));
        Assert.Equal([FakeGraphData.Registration], await client.GetRegistrationsAsync(FakeGraphData.Webinar).ToListAsync());
        Assert.Equal(FakeGraphData.Registration, await client.GetRegistrationAsync(VirtualEventKind.Webinar, "w@t", "reg"));

        Assert.Equal([FakeGraphData.Townhall], await client.GetTownhallsAsync().ToListAsync());
        Assert.Equal([FakeGraphData.Townhall], await client.GetTownhallsAsync(Organizer.Me).ToListAsync());
        Assert.Equal([FakeGraphData.Townhall], await client.GetTownhallsAsync(Owner).ToListAsync());
        Assert.Equal(FakeGraphData.Townhall, await client.GetTownhallAsync("t@t"));
        Assert.Equal(
            [FakeGraphData.TownhallSession with { Capacity = null }],
            await client.GetSessionsAsync(VirtualEventKind.Townhall, "t@t").ToListAsync());
        Assert.Equal(FakeGraphData.TownhallSession, await client.GetSessionAsync(FakeGraphData.TownhallSession.Source!));
        Assert.Equal([FakeGraphData.TownhallRegistration], await client.GetRegistrationsAsync(FakeGraphData.Townhall).ToListAsync());
        Assert.Equal(FakeGraphData.TownhallRegistration, await client.GetRegistrationAsync(VirtualEventKind.Townhall, "t@t", "town-reg"));
    }

    [Fact]
    public async Task A_webinar_and_a_town_hall_of_one_id_share_no_registration()
    {
        using var graph = new FakeGraph().Add(VirtualEventKind.Webinar, "e", FakeGraphData.Registration).Add(
            VirtualEventKind.Townhall, "e", FakeGraphData.TownhallRegistration);
        var client = graph.CreateClient();

        Assert.Equal([FakeGraphData.Registration], await client.GetRegistrationsAsync(VirtualEventKind.Webinar, "e").ToListAsync());
        Assert.Equal(
            [FakeGraphData.TownhallRegistration], await client.GetRegistrationsAsync(VirtualEventKind.Townhall, "e").ToListAsync());
        var missing = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => client.GetRegistrationAsync(VirtualEventKind.Townhall, "e", "reg"));
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
    }

    [Fact]
    public async Task What_is_known_by_its_source_alone_can_be_looked_up_too()
    {
        using var graph = new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "m")).Add(AttendanceSource.Webinar("w", "s"));
        var client = graph.CreateClient();

        Assert.Equal(
            new OnlineMeeting { Source = AttendanceSource.Meeting(Organizer.Me, "m"), Id = "m" },
            await client.GetMeetingAsync(AttendanceSource.Meeting(Organizer.Me, "m")));
        Assert.Equal(
            [new VirtualEventSession { Source = AttendanceSource.Webinar("w", "s"), Id = "s" }],
            await client.GetSessionsAsync(VirtualEventKind.Webinar, "w").ToListAsync());
    }

    [Theory]
    [InlineData("JoinWebUrl eq '{link}'", "MSpk=*0")]
    [InlineData("joinWebUrl eq '{link}'", "MSpk=*0")]
    [InlineData("joinMeetingIdSettings/joinMeetingId eq '123456789012'", "MSpk=*0")]
    [InlineData("joinMeetingIdSettings/joinMeetingId eq '1'", "")]
    [InlineData("VideoTeleconferenceId eq '1'", "")]
    public async Task A_meeting_is_found_by_a_filter(string filter, string found)
    {
        using var graph = FakeGraphData.CreateGraph();

        var page = await graph.GetJsonAsync(
            $"users/{FakeGraphData.Organizer}/onlineMeetings?$filter={Uri.EscapeDataString(filter.Replace("{link}", FakeGraphData.LongLink, StringComparison.Ordinal))}&$select=id");

        Assert.Equal(
            $"https://graph.microsoft.com/v1.0/$metadata#users('{FakeGraphData.Organizer}')/onlineMeetings",
            (string?)page["@odata.context"]);
        Assert.Equal(found.Length > 0 ? $$"""[{"id":"{{found}}"}]""" : "[]", page["value"]!.ToJsonString());
    }

    [Fact]
    public async Task A_quote_in_a_filter_is_doubled()
    {
        using var graph = new FakeGraph().Add(FakeGraphData.Meeting with { JoinWebUrl = "https://x/o'neil" });

        var page = await graph.GetJsonAsync($"me/onlineMeetings?$filter={Uri.EscapeDataString("JoinWebUrl eq 'https://x/o''neil'")}");

        Assert.Single(page["value"]!.AsArray());
    }

    [Theory]
    [InlineData(
        "me/onlineMeetings", 400, "One of the required parameters to lookup meeting by QueryOptions is null or empty")]
    [InlineData(
        "me/onlineMeetings?$filter=JoinWebUrl eq 'x", 400, "There is an unterminated string literal at position 16 in 'JoinWebUrl eq 'x'.")]
    [InlineData(
        "me/onlineMeetings?$filter=JoinWebUrl ne 'x'", 400,
        "Filter expression expected - /onlineMeetings?$filter={ParameterName} eq '{id}'.")]
    [InlineData(
        "me/onlineMeetings?$filter=JoinLink eq 'x'", 400,
        "Could not find a property named 'JoinLink' on type 'microsoft.graph.onlineMeeting'.")]
    [InlineData("me/onlineMeetings?$filter=JoinWebUrl eq 'x'", 400, "1026: An error has occurred.")]
    [InlineData(
        "me/onlineMeetings?$filter=JoinWebUrl eq 'x'&$select=name", 400,
        "Could not find a property named 'name' on type 'microsoft.graph.onlineMeeting'.")]
    [InlineData(
        "me/onlineMeetings?$filter=start/dateTime ge '2026-01-01'", 400,
        "Filter expression expected - /onlineMeetings?$filter={ParameterName} eq '{id}'.")]
    [InlineData("me/onlineMeetings?$top=1", 400, "One of the required parameters to lookup meeting by QueryOptions is null or empty")]
    [InlineData(
        "users/other/onlineMeetings?$filter=joinMeetingIdSettings/joinMeetingId eq '123456789012'", 403,
        "3003: User does not have access to lookup meeting.")]
    [InlineData("users/other/onlineMeetings/MSpk=*0", 404, "Organizer Id mismatch User Id: other.")]
    [InlineData("me/onlineMeetings/none", 404, "The requested online meeting was not found.")]
    [InlineData(
        "me/calendarView", 400,
        "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.")]
    [InlineData("me/calendarView?startDateTime=x&endDateTime=2026-01-01", 400, "The value 'x' is not valid for a time.")]
    [InlineData(
        "me/calendarView?startDateTime=2025-01-01&endDateTime=2026-01-01&$orderby=name", 400,
        "Could not find a property named 'name' on type 'microsoft.graph.event'.")]
    [InlineData(
        "me/calendarView?startDateTime=2025-01-01&endDateTime=2026-01-01&$filter=isOnlineMeeting eq true", 400,
        "The property 'IsOnlineMeeting' does not support filtering.")]
    [InlineData("solutions/virtualEvents/webinars/none", 404, "The requested virtual event was not found.")]
    [InlineData("solutions/virtualEvents/webinars/t@t", 404, "The requested virtual event was not found.")]
    [InlineData("solutions/virtualEvents/webinars/none/sessions", 404, "The requested virtual event was not found.")]
    [InlineData("solutions/virtualEvents/webinars/w@t/sessions/none", 404, "The requested virtual event session was not found.")]
    [InlineData(
        "solutions/virtualEvents/webinars/none/sessions/s/attendanceReports", 404, "The requested virtual event session was not found.")]
    [InlineData("solutions/virtualEvents/webinars/w@t/registrations/none", 404, "The requested registration was not found.")]
    [InlineData("solutions/virtualEvents/webinars/w@t?$select=id", 400, "The query option '$select' is not supported.")]
    [InlineData("solutions/virtualEvents/townhalls/none/registrations", 404, "The requested virtual event was not found.")]
    [InlineData("solutions/virtualEvents/townhalls/t@t/registrations/reg", 404, "The requested registration was not found.")]
    [InlineData("solutions/virtualEvents/townhalls/t@t/registrations?$top=1", 400, "The query option '$top' is not supported.")]
    [InlineData(
        "solutions/virtualEvents/townhalls/t@t/sessions/s/registrations", 400, "Resource not found for the segment 'registrations'.")]
    [InlineData(
        "solutions/virtualEvents/webinars/getByUserRole(role='boss')", 400, "The value 'boss' is not valid for the parameter 'role'.")]
    [InlineData(
        "solutions/virtualEvents/webinars/getByUserRole(name='boss')", 400,
        "Resource not found for the segment 'getByUserRole(name='boss')'.")]
    [InlineData(
        "solutions/virtualEvents/webinars/getByUserRole(role=boss)", 400, "Resource not found for the segment 'getByUserRole(role=boss)'.")]
    public async Task What_Graph_refuses_is_refused(string path, int status, string message)
    {
        using var graph = FakeGraphData.CreateGraph();
        using var http = graph.Authorized();

        using var response = await http.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/{path}"));

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(message, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["message"]);
    }

    [Theory]
    [InlineData("getByUserIdAndRole(userId='dc17674c-81d9-4adb-bfb2-8f6a442e4623',role='organizer')", 1)]
    [InlineData("getByUserIdAndRole(userId='DC17674C-81d9-4adb-bfb2-8f6a442e4623', role='organizer')", 1)]
    [InlineData("getByUserIdAndRole(role='coOrganizer',userId='16664f75-11dc-4870-bec6-38c1aaa81431')", 1)]
    [InlineData("getByUserIdAndRole(userId='o''neil',role='organizer')", 0)]
    [InlineData("getByUserRole(role='coOrganizer')", 0)]
    public async Task Events_are_found_by_a_role_however_the_function_is_written(string function, int count)
    {
        using var graph = FakeGraphData.CreateGraph();

        var page = await graph.GetJsonAsync($"solutions/virtualEvents/webinars/{function}");

        Assert.Equal(count, page["value"]!.AsArray().Count);
        Assert.Equal("https://graph.microsoft.com/v1.0/$metadata#solutions/virtualEvents/webinars", (string?)page["@odata.context"]);
    }

    [Theory]
    [InlineData("startDateTime=2026-03-02T08:00:00Z&endDateTime=2026-03-02T23:00:00Z", "a,b,c")]
    [InlineData("startDateTime=2026-03-02T08:00:00Z&endDateTime=2026-03-02T23:00:00Z&$orderby=start/dateTime desc", "c,b,a")]
    [InlineData(
        "startDateTime=2026-03-02T08:00:00Z&endDateTime=2026-03-02T23:00:00Z" +
        "&$filter=isCancelled eq false and start/dateTime lt '2026-03-02T12:00'", "a,b")]
    [InlineData("startDateTime=2026-03-02T10:00:00Z&endDateTime=2026-03-02T20:00:00Z", "b")]
    [InlineData("startDateTime=2026-03-02T10:00:00%2B01:00&endDateTime=2026-03-02T09:00:01Z", "a")]
    [InlineData("startDateTime=2026-03-02T10:00:00Z&endDateTime=2026-03-02T10:30:00Z", "")]
    public async Task A_calendar_shows_what_touches_the_range_by_its_begin(string query, string ids)
    {
        using var graph = new FakeGraph().Add(
            Organizer.Me,
            FakeGraphData.Occurrence with
            {
                Id = "c",
                JoinWebUrl = null,
                Start = DateTimeTimeZone.Utc(FakeGraphData.At(20)),
                End = new DateTimeTimeZone { DateTime = "2026-03-02T21:00:00", TimeZone = "PacificSt" },
            },
            FakeGraphData.Occurrence with { Id = "a" },
            FakeGraphData.Occurrence with
            {
                Id = "b",
                Start = new DateTimeTimeZone { DateTime = "2026-03-02T11:30:00", TimeZone = "Europe/Berlin" },
                End = new DateTimeTimeZone { DateTime = "2026-03-02T12:30:00", TimeZone = "Europe/Berlin" },
            });

        var page = await graph.GetJsonAsync($"me/calendarView?{query}");

        Assert.Equal(ids, string.Join(',', page["value"]!.AsArray().Select(item => (string?)item!["id"])));
    }

    [Fact]
    public async Task Look_ups_come_in_pages_too()
    {
        using var graph = new FakeGraph { PageSize = 2 };
        foreach (var index in Enumerable.Range(0, 5))
        {
            graph.Add(FakeGraphData.Webinar with { Id = $"w{index}" })
                .Add(VirtualEventKind.Webinar, "w@t", FakeGraphData.Registration with { Id = $"r{index}" })
                .Add(Organizer.Me, FakeGraphData.Occurrence with { Id = $"c{index}" });
        }

        var client = graph.CreateClient();

        Assert.Equal(6, await client.GetWebinarsAsync().CountAsync());
        Assert.Equal(5, await client.GetWebinarsAsync(Organizer.Me).CountAsync());
        Assert.Equal(5, await client.GetRegistrationsAsync(VirtualEventKind.Webinar, "w@t").CountAsync());
        Assert.Equal(
            ["c0", "c1", "c2", "c3", "c4"], await client.GetCalendarMeetingsAsync(Organizer.Me, FakeGraphData.At(0), FakeGraphData.At(23))
                .Select(meeting => meeting.Id)
                .ToListAsync());
        Assert.Equal(12, graph.Requests.Count);
        Assert.Equal(6, (int?)(await graph.GetJsonAsync("solutions/virtualEvents/webinars?$count=true&$top=1"))["@odata.count"]);
    }

    [Fact]
    public async Task What_the_generator_makes_is_added_whole()
    {
        var generator = new AttendanceGenerator(seed: 7);
        using var graph = new FakeGraph { SignedInUserId = generator.Organizer.Id! };
        var meeting = generator.CreateMeeting(people: 12, occurrences: 3);
        var webinar = generator.CreateWebinar(people: 30, sessions: 2);
        var townhall = generator.CreateTownhall(people: 40, hasRegistration: true);
        var client = graph.Add(meeting).Add(webinar).Add(townhall).CreateClient(GraphVersion.Beta);

        var link = JoinLink.Parse(meeting.Meeting.JoinWebUrl!);
        var found = await client.FindMeetingAsync(Organizer.User(link.OrganizerId!), link);
        Assert.Equal(meeting.Meeting, found);
        Assert.Equal(meeting.Meeting.ThreadId, link.ThreadId);
        foreach (var report in meeting.Reports)
            Assert.Equal(report, await client.GetReportAsync(found!.Source!, report.Id!));
        Assert.Equal(
            meeting.Occurrences.OrderBy(occurrence => occurrence.Start!.At),
            await client.GetCalendarMeetingsAsync(
                Organizer.User(generator.Organizer.Id!), meeting.Meeting.StartsAt!.Value, meeting.Meeting.StartsAt.Value.AddYears(1))
                .ToListAsync());
        foreach (var made in new[] { webinar, townhall })
        {
            Assert.Equal(
                made.Event, made == webinar ? await client.GetWebinarAsync(made.Event.Id!) : await client.GetTownhallAsync(made.Event.Id!));
            Assert.Equal(
                made.Sessions.Select(session => session.Session.Id),
                await client.GetSessionsAsync(made.Event).Select(session => session.Id).ToListAsync());
            foreach (var session in made.Sessions)
                Assert.Equal(session.Reports[0], await client.GetReportAsync(session.Session.Source!, session.Reports[0].Id!));
            Assert.Equal(made.Registrations, await client.GetRegistrationsAsync(made.Event).ToListAsync());
        }
    }

    [Fact]
    public void What_nobody_could_ask_for_is_refused()
    {
        using var graph = new FakeGraph();

        Refused("meeting", "Source", () => graph.Add(FakeGraphData.Meeting with { Source = null }));
        Refused("meeting", "Source", () => graph.Add(FakeGraphData.Meeting with { Source = AttendanceSource.Webinar("w", "s") }));
        Refused("session", "Source", () => graph.Add(FakeGraphData.Session with { Source = null }));
        Refused("session", "Source", () => graph.Add(FakeGraphData.Session with { Source = FakeGraphData.MeetingSource }));
        Refused("virtualEvent", "no Id", () => graph.Add(FakeGraphData.Webinar with { Id = null }));
        Refused("registrations", "no Id", () => graph.Add(VirtualEventKind.Townhall, "t", FakeGraphData.Registration with { Id = "" }));
        Refused("reports", "no Id", () => graph.Add(FakeGraphData.Session, FakeGraphData.Report with { Id = null }));

        static void Refused(string parameter, string word, Action add)
        {
            var exception = Assert.Throws<ArgumentException>(add);
            Assert.Equal(parameter, exception.ParamName);
            Assert.Contains(word, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_report_with_the_id_of_another_takes_its_place()
    {
        using var graph = new FakeGraph().Add(
            FakeGraphData.MeetingSource, FakeGraphData.Report, FakeGraphData.Report with { ParticipantCount = 7 });

        Assert.Equal(
            [7], await graph.CreateClient().GetReportsAsync(FakeGraphData.MeetingSource).Select(report => report.ParticipantCount)
                .ToListAsync());
    }
}
