using System.Net;

namespace Attendance.Client.Tests;

/// <summary>A report whose records were asked for and did not come says nothing of who was there.</summary>
public class RecordsThatDidNotCome
{
    private const string Root = "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports";
    private const string Records = """{"value":[{"id":"a"},{"id":"b"}]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Theory]
    [InlineData("""{"id":"r","totalParticipantCount":5}""")]
    [InlineData("""{"id":"r","totalParticipantCount":5,"attendanceRecords":null}""")]
    [InlineData("""{"id":"r","totalParticipantCount":5,"AttendanceRecords":[]}""")]
    [InlineData("""{"value":{"id":"r","totalParticipantCount":5}}""")]
    public async Task They_are_asked_for_at_their_own_path(string report)
    {
        var graph = new StubGraph().Answers(report).Answers(Records);

        var read = await graph.CreateClient().GetReportAsync(Source, "r");

        Assert.Equal(
            new AttendanceReport
            {
                Id = "r",
                ParticipantCount = 5,
                Records = [new AttendanceRecord { Id = "a" }, new AttendanceRecord { Id = "b" }],
            },
            read);
        Assert.Equal([$"{Root}/r?$expand=attendanceRecords", $"{Root}/r/attendanceRecords"], graph.Urls);
    }

    [Fact]
    public async Task So_they_are_for_the_latest_report_and_for_many_sources()
    {
        const string List = """{"value":[{"id":"r","attendanceRecords":[]}]}""";
        var graph = new StubGraph().Answers(List).Answers("""{"id":"r"}""").Answers(Records).Answers(List).Answers("""{"id":"r"}""")
            .Answers(Records);
        var client = graph.CreateClient();

        var latest = await client.GetLatestReportAsync(Source);
        var outcome = await client.GetReportsAsync([Source], new BulkOptions { IncludeRecords = true }).SingleAsync();

        Assert.Equal(2, latest?.Records?.Count);
        Assert.Equal(2, Assert.Single(outcome.GetReports()).Records?.Count);
    }

    [Fact]
    public async Task They_are_not_asked_for_where_nobody_wants_them()
    {
        var graph = new StubGraph().Answers("""{"id":"r"}""");

        var report = await graph.CreateClient().GetReportAsync(Source, "r", new ODataQuery());

        Assert.Null(report.Records);
        Assert.Equal([$"{Root}/r"], graph.Urls);
    }

    [Fact]
    public async Task A_list_that_stands_twice_is_refused_as_nobody_knows_which_one_holds()
    {
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[{"id":"a"}],"attendanceRecords":[]}""");

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetReportAsync(Source, "r"));

        Assert.Equal((HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse), (exception.Status, exception.Reason));
        Assert.Equal("The member attendanceRecords stands there twice.", exception.InnerException?.Message);
    }

    [Fact]
    public async Task So_is_a_page_with_two_lists()
    {
        var graph = new StubGraph().Answers("""{"value":[{"id":"a"}],"value":[]}""");

        await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetReportsAsync(Source).ToListAsync().AsTask());
    }

    [Fact]
    [Obsolete("The path is.")]
    public async Task The_singular_path_has_none_of_their_own_so_that_is_an_error()
    {
        var graph = new StubGraph().Answers("""{"totalParticipantCount":5}""");
        var client = graph.CreateClient(new AttendanceClientOptions { Version = GraphVersion.Beta });

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetMeetingAttendanceReportAsync(Source));

        Assert.Equal(
            "The report of https://graph.microsoft.com/beta/me/onlineMeetings/m/meetingAttendanceReport came without its records. " +
            "Try again; if it stays, report it to Microsoft.",
            exception.Message);
        Assert.Equal(AttendanceErrorReason.UnexpectedResponse, exception.Reason);
    }

    [Theory]
    [InlineData("""{"meetingEndDateTime":"2026-01-09T00:00:00Z"}""", "is missing")]
    [InlineData("""{"id":"..","meetingEndDateTime":"2026-01-09T00:00:00Z"}""", "is \"..\", which would address another resource")]
    [InlineData("""{"id":"","meetingEndDateTime":"2026-01-09T00:00:00Z"}""", "is empty")]
    public async Task A_report_that_nobody_can_ask_for_is_told_and_not_passed_over(string report, string fault)
    {
        var list = $$"""{"value":[{"id":"a","meetingEndDateTime":"2026-01-01T00:00:00Z"},{{report}}]}""";
        var graph = new StubGraph().Answers(list);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetLatestReportAsync(Source));

        Assert.Equal(
            $"The id of a report of me/onlineMeetings/m {fault}, so nobody can ask for its records. " +
            "Try again; if it stays, report it to Microsoft.",
            exception.Message);
        Assert.Single(graph.Requests);
    }
}
