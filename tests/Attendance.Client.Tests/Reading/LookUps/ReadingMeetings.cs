namespace Attendance.Client.Tests.LookUps;

public class ReadingMeetings
{
    [Theory]
    [InlineData(LookUpSamples.MeetingJson)]
    [InlineData($$"""{"@odata.context":"x","value":{{LookUpSamples.MeetingJson}}}""")]
    public async Task Every_member_of_a_meeting_is_read(string json) =>
        Assert.Equal(LookUpSamples.Meeting, await Read(json));

    [Theory]
    [InlineData("""{"id":"m"}""")]
    [InlineData("""{"id":"m","participants":null,"chatInfo":null,"joinMeetingIdSettings":null,"startDateTime":null}""")]
    [InlineData(
        """{"id":"m","participants":{"organizer":null,"attendees":null},"chatInfo":{},"joinMeetingIdSettings":{"joinMeetingId":null},"endDateTime":"soon"}""")]
    [InlineData("""{"id":"m","participants":{"attendees":[null]},"new":{"deep":[1,{}]}}""")]
    public async Task What_was_not_sent_is_null_and_nobody_is_an_empty_list(string json) =>
        Assert.Equal(new OnlineMeeting { Id = "m", Source = AttendanceSource.Meeting(Organizer.User("u"), "m") }, await Read(json));

    [Fact]
    public async Task The_source_is_of_the_organizer_who_was_asked_for_and_of_the_id_that_came_back()
    {
        var graph = new StubGraph().Answers("""{"id":"canonical"}""");

        var meeting = await graph.CreateClient().GetMeetingAsync(AttendanceSource.Meeting(Organizer.Me, "m"));

        Assert.Equal(AttendanceSource.Meeting(Organizer.Me, "canonical"), meeting.Source);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"..\"")]
    [InlineData("\"a\\u0000\"")]
    public async Task An_id_that_cannot_be_asked_for_gives_no_source(string id)
    {
        var meeting = await Read($$"""{"id":{{id}},"joinWebUrl":"https://x"}""");

        Assert.Equal((null, "https://x"), (meeting.Source, meeting.JoinWebUrl));
    }

    [Fact]
    public async Task Every_member_of_a_calendars_meeting_is_read() =>
        Assert.Equal([LookUpSamples.CalendarMeeting], await ReadCalendar(LookUpSamples.CalendarMeetingJson));

    [Theory]
    [InlineData("""{"onlineMeeting":{"joinUrl":"https://x"}}""")]
    [InlineData(
        """{"id":null,"start":null,"end":null,"isOrganizer":null,"isOnlineMeeting":false,"onlineMeeting":{"joinUrl":"https://x"}}""")]
    [InlineData(
        """{"onlineMeeting":{"joinUrl":"https://x"},"seriesMasterId":null,"type":null,"organizer":null,"attendees":null}""")]
    [InlineData("""{"onlineMeeting":{"joinUrl":"https://x"},"seriesMasterId":"","attendees":[]}""")]
    public async Task A_calendars_meeting_needs_no_more_than_a_join_link(string json) =>
        Assert.Equal([new CalendarMeeting { JoinWebUrl = "https://x" }], await ReadCalendar(json));

    [Theory]
    [InlineData("singleInstance", nameof(CalendarMeetingType.SingleInstance))]
    [InlineData("occurrence", nameof(CalendarMeetingType.Occurrence))]
    [InlineData("exception", nameof(CalendarMeetingType.Exception))]
    [InlineData("seriesMaster", nameof(CalendarMeetingType.SeriesMaster))]
    public async Task Each_type_of_a_calendars_meeting_that_Graph_sends_is_known(string sent, string name)
    {
        var meetings = await ReadCalendar($$"""{"isOnlineMeeting":true,"type":"{{sent}}"}""");

        Assert.Equal(typeof(CalendarMeetingType).GetProperty(name)!.GetValue(obj: null), Assert.Single(meetings).Type);
    }

    [Theory]
    [InlineData("required", "none", nameof(CalendarAttendeeType.Required), nameof(CalendarResponse.None))]
    [InlineData("optional", "organizer", nameof(CalendarAttendeeType.Optional), nameof(CalendarResponse.Organizer))]
    [InlineData(
        "resource", "tentativelyAccepted", nameof(CalendarAttendeeType.Resource), nameof(CalendarResponse.TentativelyAccepted))]
    [InlineData("required", "accepted", nameof(CalendarAttendeeType.Required), nameof(CalendarResponse.Accepted))]
    [InlineData("required", "declined", nameof(CalendarAttendeeType.Required), nameof(CalendarResponse.Declined))]
    [InlineData("required", "notResponded", nameof(CalendarAttendeeType.Required), nameof(CalendarResponse.NotResponded))]
    public async Task So_is_each_type_and_answer_of_who_is_invited(string type, string response, string typeName, string responseName)
    {
        var attendees = $$"""[{"type":"{{type}}","status":{"response":"{{response}}"} }]""";
        var meeting = Assert.Single(await ReadCalendar($$"""{"attendees":{{attendees}},"isOnlineMeeting":true}"""));

        Assert.Equal(
            new CalendarAttendee
            {
                Type = (CalendarAttendeeType)typeof(CalendarAttendeeType).GetProperty(typeName)!.GetValue(obj: null)!,
                Response = (CalendarResponse)typeof(CalendarResponse).GetProperty(responseName)!.GetValue(obj: null)!,
            },
            Assert.Single(meeting.Attendees));
    }

    [Fact]
    public async Task What_is_no_online_meeting_is_left_out_and_one_whose_link_Graph_withholds_is_not() =>
        Assert.Equal(
            ["2", "4"],
            (await ReadCalendar("""
                {"id":"1"}, {"id":"2","onlineMeeting":{"joinUrl":"https://x"}}, {"id":"3","onlineMeeting":null}, {"id":"4","isOnlineMeeting":true,"onlineMeeting":{}},
                {"id":"5","onlineMeeting":{"joinUrl":null}}, {"id":"6","onlineMeeting":{"joinUrl":""}}, null
                """)).Select(meeting => meeting.Id));

    private static Task<OnlineMeeting> Read(string json) =>
        new StubGraph().Answers(json).CreateClient().GetMeetingAsync(AttendanceSource.Meeting(Organizer.User("u"), "m"));

    private static Task<List<CalendarMeeting>> ReadCalendar(string items) =>
        new StubGraph().Answers($$"""{"value":[{{items}}]}""").CreateClient()
        .GetCalendarMeetingsAsync(Organizer.Me, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)).ToListAsync().AsTask();
}
