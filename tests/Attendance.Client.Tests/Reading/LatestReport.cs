namespace Attendance.Client.Tests;

public class LatestReport
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Theory]
    [InlineData(
        "the newest end, wherever it stands",
        """{"id":"a","meetingEndDateTime":"2025-01-01T00:00:00Z"},{"id":"b","meetingEndDateTime":"2025-01-03T00:00:00Z"},{"id":"c","meetingEndDateTime":"2025-01-02T00:00:00Z"}""",
        "b")]
    [InlineData(
        "by the end, not by the start",
        """{"id":"a","meetingStartDateTime":"2025-01-02T00:00:00Z","meetingEndDateTime":"2025-01-02T01:00:00Z"},{"id":"b","meetingStartDateTime":"2025-01-01T00:00:00Z","meetingEndDateTime":"2025-01-03T00:00:00Z"}""",
        "b")]
    [InlineData(
        "by the start where there is no end",
        """{"id":"a","meetingStartDateTime":"2025-01-01T00:00:00Z"},{"id":"b","meetingStartDateTime":"2025-01-02T00:00:00Z"}""", "b")]
    [InlineData("the first where no time is known, as Graph sends newest first", """{"id":"a"},{"id":"b"}""", "a")]
    [InlineData("a known time before none", """{"id":"a"},{"id":"b","meetingEndDateTime":"2025-01-01T00:00:00Z"}""", "b")]
    public async Task It_is(string rule, string items, string id)
    {
        var graph = new StubGraph().Answers($$"""{"value":[{{items}}]}""").Answers("""{"id":"x","attendanceRecords":[{"id":"rec"}]}""");

        var latest = await graph.CreateClient().GetLatestReportAsync(Source);

        Assert.True(graph.Requests[1].Url.EndsWith($"/attendanceReports/{id}?$expand=attendanceRecords", StringComparison.Ordinal), rule);
        Assert.Equal(new AttendanceReport { Id = "x", Records = [new AttendanceRecord { Id = "rec" }] }, latest);
    }

    [Fact]
    public async Task It_may_stand_on_a_later_page()
    {
        var graph = new StubGraph()
            .Answers(
                """{"value":[{"id":"a","meetingEndDateTime":"2025-01-01T00:00:00Z"}],"@odata.nextLink":"https://graph.microsoft.com/v1.0/2"}""")
            .Answers("""{"value":[{"id":"b","meetingEndDateTime":"2025-01-02T00:00:00Z"}]}""")
            .Answers("""{"id":"b","attendanceRecords":[]}""");

        Assert.Equal("b", (await graph.CreateClient().GetLatestReportAsync(Source))?.Id);
    }
}
