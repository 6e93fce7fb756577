namespace Attendance.Client.Tests.LookUps;

public class ReadingVirtualEvents
{
    [Theory]
    [InlineData(LookUpSamples.VirtualEventJson)]
    [InlineData($$"""{"@odata.context":"x","value":{{LookUpSamples.VirtualEventJson}}}""")]
    [InlineData($$"""{"@odata.context":"x","@odata.count":1,"value":{{LookUpSamples.VirtualEventJson}},"after":1}""")]
    public async Task Every_member_of_an_event_is_read_and_its_kind_is_what_was_asked_for(string json)
    {
        Assert.Equal(LookUpSamples.Townhall, await ReadTownhall(json));
        Assert.Equal(
            LookUpSamples.Townhall with { Kind = VirtualEventKind.Webinar },
            await new StubGraph().Answers(json).CreateClient().GetWebinarAsync("w"));
    }

    [Fact]
    public async Task Events_of_a_list_are_of_the_kind_that_was_asked_for()
    {
        const string Page = $$"""{"value":[{{LookUpSamples.VirtualEventJson}},{}]}""";
        var graph = new StubGraph();
        for (var answer = 0; answer < 6; answer++)
            graph.Answers(Page);

        var client = graph.CreateClient();

        var townhall = LookUpSamples.Townhall;
        Assert.Equal([townhall, new VirtualEvent { Kind = VirtualEventKind.Townhall }], await client.GetTownhallsAsync().ToListAsync());
        Assert.Equal(
            [townhall, new VirtualEvent { Kind = VirtualEventKind.Townhall }], await client.GetTownhallsAsync(Organizer.Me).ToListAsync());
        Assert.Equal(
            [townhall, new VirtualEvent { Kind = VirtualEventKind.Townhall }],
            await client.GetTownhallsAsync(Organizer.User("u")).ToListAsync());

        var webinar = townhall with { Kind = VirtualEventKind.Webinar };
        Assert.Equal([webinar, new VirtualEvent()], await client.GetWebinarsAsync().ToListAsync());
        Assert.Equal([webinar, new VirtualEvent()], await client.GetWebinarsAsync(Organizer.Me).ToListAsync());
        Assert.Equal([webinar, new VirtualEvent()], await client.GetWebinarsAsync(Organizer.User("u")).ToListAsync());
    }

    [Theory]
    [InlineData("""{"id":"e"}""")]
    [InlineData("""{"id":"e","description":"plain text"}""")]
    [InlineData("""{"id":"e","description":{"contentType":"text","content":null}}""")]
    [InlineData(
        """{"id":"e","description":null,"createdBy":null,"coOrganizers":null,"externalEventInformation":null,"startDateTime":null,"capacity":null}""")]
    [InlineData("""{"id":"e","createdBy":{},"coOrganizers":[],"externalEventInformation":[null]}""")]
    [InlineData("""{"id":"e","createdBy":{"user":null,"application":null,"phone":{"id":"p"}}}""")]
    public async Task What_was_not_sent_is_null_and_none_is_an_empty_list(string json) =>
        Assert.Equal(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = "e" }, await ReadTownhall(json));

    [Theory]
    [InlineData("""{"application":{"id":"bot","displayName":"Bot"}}""", "bot")]
    [InlineData("""{"application":{"id":"bot"},"user":null}""", "bot")]
    [InlineData("""{"application":{"id":"bot"},"user":{"id":"o"}}""", "o")]
    [InlineData("""{"user":{"id":"o"},"guest":{"id":"g"}}""", "o")]
    public async Task An_event_is_of_the_user_who_made_it_or_else_of_the_application(string createdBy, string id) =>
        Assert.Equal(id, (await ReadTownhall($$"""{"id":"e","createdBy":{{createdBy}}}""")).CreatedBy?.Id);

    [Theory]
    [InlineData("draft")]
    [InlineData("PUBLISHED")]
    [InlineData("postponed")]
    public async Task A_status_is_kept_as_it_was_sent(string status)
    {
        var read = (await ReadTownhall($$"""{"id":"e","status":"{{status}}"}""")).Status;

        Assert.Equal(status, read?.Value);
        Assert.Equal(status == "PUBLISHED", read == VirtualEventStatus.Published);
    }

    [Fact]
    public async Task Every_member_of_a_session_is_read_and_it_knows_where_its_attendance_is()
    {
        var graph = new StubGraph()
            .Answers($$"""{"value":[{{LookUpSamples.SessionJson}},{}]}""")
            .Answers($$"""{"value":[{{LookUpSamples.SessionJson}}]}""")
            .Answers(LookUpSamples.SessionJson)
            .Answers($$"""{"@odata.context":"x","value":{{LookUpSamples.SessionJson}}}""");
        var client = graph.CreateClient();
        var townhall = AttendanceSource.Townhall("w@t", "s/1");

        Assert.Equal(
            [LookUpSamples.Session, new VirtualEventSession()],
            await client.GetSessionsAsync(VirtualEventKind.Webinar, "w@t").ToListAsync());
        Assert.Equal(
            [LookUpSamples.Session with { Source = townhall }],
            await client.GetSessionsAsync(LookUpSamples.Townhall with { Id = "w@t" }).ToListAsync());
        Assert.Equal(LookUpSamples.Session, await client.GetSessionAsync(AttendanceSource.Webinar("w@t", "s/1")));
        Assert.Equal(LookUpSamples.Session with { Source = townhall }, await client.GetSessionAsync(townhall));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"\\t\"")]
    [InlineData("\".\"")]
    public async Task A_session_whose_id_cannot_be_asked_for_has_no_source_and_is_no_end_of_the_list(string id)
    {
        var graph = new StubGraph().Answers($$"""{"value":[{"id":{{id}},"subject":"x"},{"id":"s"}]}""");

        var sessions = await graph.CreateClient().GetSessionsAsync(VirtualEventKind.Townhall, "t").ToListAsync();

        Assert.Equal([null, AttendanceSource.Townhall("t", "s")], sessions.Select(session => session.Source));
    }

    [Theory]
    [InlineData("\"2026-03-01T10:00:00Z\"", "2026-03-01T10:00:00Z", null, 10)]
    [InlineData("\"2026-03-01T10:00:00\"", "2026-03-01T10:00:00", null, 10)]
    [InlineData("\"2026-03-01T10:00:00.0000000\"", "2026-03-01T10:00:00.0000000", null, 10)]
    [InlineData("\"2026-03-01T10:00:00+02:00\"", "2026-03-01T10:00:00+02:00", null, 8)]
    [InlineData(
        """{"dateTime":"2026-03-01T10:00:00","timeZone":"W. Europe Standard Time","x":[{}]}""", "2026-03-01T10:00:00",
        "W. Europe Standard Time", 9)]
    [InlineData("""{"dateTime":"2026-03-01T10:00:00","timeZone":"PacificSt"}""", "2026-03-01T10:00:00", "PacificSt", null)]
    [InlineData("{}", null, null, null)]
    public async Task A_session_has_its_times_as_objects_or_as_plain_text(string json, string? dateTime, string? timeZone, int? hour)
    {
        var session = await new StubGraph().Answers($$"""{"id":"s","startDateTime":{{json}}}""").CreateClient()
            .GetSessionAsync(AttendanceSource.Webinar("w", "s"));

        Assert.Equal(new DateTimeTimeZone { DateTime = dateTime, TimeZone = timeZone }, session.Start);
        Assert.Equal(hour is { } known ? new DateTimeOffset(2026, 3, 1, known, 0, 0, TimeSpan.Zero) : null, session.Start!.At);
        Assert.Null(session.End);
    }

    private static Task<VirtualEvent> ReadTownhall(string json) => new StubGraph().Answers(json).CreateClient().GetTownhallAsync("t");
}
