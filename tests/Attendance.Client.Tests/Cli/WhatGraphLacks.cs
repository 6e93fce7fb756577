using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>Answers that lack times or ids: what cannot be shown or read for that is told.</summary>
public class WhatGraphLacks
{
    private const string Unknown = "Customized Time Zone";

    private const string Reports = """
        {"value": [
          {"id": "r1", "totalParticipantCount": 1, "meetingStartDateTime": "2026-03-01T10:00:00Z", "meetingEndDateTime": "2026-03-01T11:00:00Z"},
          {"id": "r2", "totalParticipantCount": 1},
          {"totalParticipantCount": 9}
        ]}
        """;

    private const string Records = """
        {"value": [{"identity": {"displayName": "Ann"}, "totalAttendanceInSeconds": 600, "attendanceIntervals": [
          {"joinDateTime": "2026-03-01T10:00:00Z", "leaveDateTime": "2026-03-01T10:10:00Z", "durationInSeconds": 600}]}]}
        """;

    [Fact]
    public async Task An_event_of_which_nobody_can_tell_when_it_is_stays_in_the_list_and_is_named()
    {
        var graph = new FakeGraph()
            .Add(Webinar("before", At("2026-02-01T09:00:00"), At("2026-02-01T10:00:00")))
            .Add(Webinar("elsewhere", At("2026-03-02T09:00:00", Unknown), At("2026-03-02T10:00:00", Unknown)))
            .Add(Webinar("endless", At("2026-02-20T09:00:00"), At("2026-03-02T10:00:00", Unknown)))
            .Add(Webinar("moment", At("2026-02-20T09:00:00"), end: null))
            .Add(Webinar("ended", At("2026-02-20T09:00:00", Unknown), At("2026-02-20T10:00:00")))
            .Add(Webinar("later", start: null, At("2026-03-09T10:00:00")))
            .Add(Webinar("within", At("2026-03-02T09:00:00"), At("2026-03-02T10:00:00")));

        var result = await Tool.SignedIn(graph).RunAsync("webinars --auth token --from 2026-03-01 --to 2026-03-03");

        Assert.StartsWith("4 webinars\n", result.Output, StringComparison.Ordinal);
        Assert.All(["elsewhere", "endless", "later", "within"], id => Assert.Contains(id, result.Output, StringComparison.Ordinal));
        Assert.Equal(
            "note: 2 of 4 webinars have times in a zone that this machine does not know: " +
            "Event endless (2026-03-02T10:00:00 Customized Time Zone), Event elsewhere (2026-03-02T09:00:00 Customized Time Zone). " +
            "They are listed all the same, with the time as Graph sent it, which JSON has as null.\n" +
            "note: Of 3 of 4 webinars that are listed, it is not known whether they are of the time from --from to --to: " +
            "Event endless, Event elsewhere, Event later.\n",
            result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" --json")]
    public async Task A_calendar_tells_of_times_in_a_zone_that_the_machine_does_not_know(string json)
    {
        var graph = new FakeGraph().Add(
            Organizer.Me,
            new CalendarMeeting
            {
                Id = "1",
                Subject = "Review",
                JoinWebUrl = SampleData.JoinLink.JoinWebUrl,
                Start = At("2026-01-01T10:00:00", Unknown),
                End = At("2026-01-01T11:00:00", Unknown),
            });

        var result = await Tool.SignedIn(graph).RunAsync($"calendar --auth token{json}");

        Assert.Contains("Review", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            "note: 1 of 1 meetings has a time in a zone that this machine does not know: " +
            "Review (2026-01-01T10:00:00 Customized Time Zone). " +
            "They are listed all the same, with the time as Graph sent it, which JSON has as null.\n",
            result.Error);
    }

    [Fact]
    public async Task Sessions_and_events_without_an_id_have_no_line_which_is_told()
    {
        var sessions = await Tool.SignedIn(new StubGraph().Answers("""{"value": [{"id": "s"}, {"subject": "x"}, {"id": ".."}]}""").Handler)
            .RunAsync("sessions --auth token --webinar w --lines");
        var webinars = await Tool.SignedIn(
            new StubGraph().Answers("""{"value": [{"id": ".."}, {"displayName": "x"}, {"id": "w"}]}""")
                .Answers("""{"value": [{"id": "s"}]}""")
                .Handler).RunAsync("webinars --auth token --lines");

        Assert.Equal("solutions/virtualEvents/webinars/w/sessions/s\n", sessions.Output);
        Assert.Equal("note: 2 of 3 sessions are left out: Graph sent no id by which to ask for attendance.\n", sessions.Error);
        Assert.Equal("solutions/virtualEvents/webinars/w/sessions/s\n", webinars.Output);
        Assert.Equal("note: 2 of 3 webinars are left out: Graph sent no id by which to ask for sessions.\n", webinars.Error);
        Assert.Equal((0, 0), (sessions.ExitCode, webinars.ExitCode));
    }

    [Fact]
    public async Task A_report_without_times_is_taken_in_whatever_the_time_and_named()
    {
        var graph = new StubGraph().Answers(Reports).Answers(Records).Answers(Records);

        var result = await Tool.SignedIn(graph.Handler).RunAsync(
            "export --auth token --meeting m --as-ran --from 2026-03-01 --to 2026-03-01");

        Assert.Equal(["r1", "r2"], result.Output.Split('\n')[1..3].Select(line => line.Split(',')[2]));
        Assert.Equal(
            "note: 1 of 3 reports of me/onlineMeetings/m cannot be read: Graph sent no id by which to ask for the records.\n" +
            "note: Graph does not say when 1 of 3 reports of me/onlineMeetings/m took place, " +
            "so they are taken in whatever the time: r2.\n",
            result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task The_newest_session_is_told_to_be_in_doubt_where_a_report_has_no_times()
    {
        var graph = new StubGraph().Answers(Reports).Answers(Records);

        var result = await Tool.SignedIn(graph.Handler).RunAsync("summary --auth token --meeting m --as-ran");

        Assert.StartsWith("Report r1 of", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            "note: 1 of 3 reports of me/onlineMeetings/m cannot be read: Graph sent no id by which to ask for the records.\n" +
            "note: 2 of 3 reports of me/onlineMeetings/m lack times, and may be newer than what was read. " +
            "attendance reports lists them all, and --report chooses one.\n",
            result.Error);
    }

    [Fact]
    public async Task People_whom_Graph_counts_and_does_not_name_are_not_nobody()
    {
        var summary = await Tool.SignedIn(new StubGraph().Answers(Reports).Answers("""{"value": []}""").Handler)
            .RunAsync(
                "summary --auth token --source me/onlineMeetings/m " +
                "--from 2026-03-01T10:30 --to 2026-03-01T10:40 --scheduled --json --report r1");
        var sum = await Tool.SignedIn(
            new StubGraph().Answers("""{"value": [{"id": "r1", "totalParticipantCount": 5}]}""").Answers("""{"value": []}""").Handler)
            .RunAsync("summary --auth token --meeting m --as-ran");

        Assert.NotEqual("", summary.Error);
        Assert.Equal(
            "note: Graph counts people in 1 of 1 report of me/onlineMeetings/m, and sends no record of anybody: r1.\n", sum.Error);
    }

    [Fact]
    public async Task People_without_a_row_for_a_stay_are_counted()
    {
        var graph = new StubGraph().Answers("""{"value": [{"id": "r1", "totalParticipantCount": 2}]}""").Answers("""
            {"value": [{"identity": {"displayName": "Ann"}, "attendanceIntervals": [{"durationInSeconds": 0}]},
              {"identity": {"displayName": "Bob"}, "attendanceIntervals": [
                {"joinDateTime": "2026-03-01T10:00:00Z", "leaveDateTime": "2026-03-01T10:10:00Z", "durationInSeconds": 600}]}]}
            """);

        var result = await Tool.SignedIn(graph.Handler).RunAsync("export --auth token --meeting m --as-ran --rows stays");

        Assert.DoesNotContain("Ann", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            "note: 1 person came and has no row for a stay, or not for each: Graph does not say when it was, or it took no time. " +
            "--rows people has them all.\n",
            result.Error);
    }

    private static DateTimeTimeZone At(string time, string zone = "UTC") => new() { DateTime = time, TimeZone = zone };

    private static VirtualEvent Webinar(string id, DateTimeTimeZone? start, DateTimeTimeZone? end) => new()
    {
        Kind = VirtualEventKind.Webinar,
        Id = id,
        DisplayName = $"Event {id}",
        Start = start,
        End = end,
    };
}
