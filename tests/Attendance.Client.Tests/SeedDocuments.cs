using System.Text.RegularExpressions;

namespace Attendance.Client.Tests;

/// <summary>The two pages of Graph's documentation that the project began from. Every request in them is sent, and every answer is
/// read.</summary>
public partial class SeedDocuments
{
    internal const string BetaPage = "Seeds/meetingattendancereport-get.beta.md";
    internal const string GermanPage = "Seeds/meetingattendancereport-get.v1.de.txt";

    private static readonly AttendanceSource Meeting = AttendanceSource.Meeting(Organizer.Me, "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ");
    private static readonly AttendanceSource LongMeeting = AttendanceSource.Meeting(
        Organizer.Me, "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZiMi04ZdFpHRTNaR1F6WGhyZWFkLnYy");
    private static readonly AttendanceSource Webinar = AttendanceSource.Webinar(
        "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd", "8d62dd52-4dff-4c75-96a9-f905cc3ff942");

    [Fact]
    public async Task Beta_example_1_gets_a_report_by_its_id()
    {
        var graph = new StubGraph().Answers(Answer(BetaPage, 0));

        var report = await graph.CreateClient(GraphVersion.Beta).GetReportAsync(Meeting, "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89");

        Assert.Equal(Request(BetaPage, 0), Assert.Single(graph.Urls));
        Assert.Equal(
            new AttendanceReport
            {
                Id = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7",
                StartedAt = Utc("2021-10-05T04:38:23.945Z"),
                EndedAt = Utc("2021-10-05T04:43:49.77Z"),
                ParticipantCount = 1,
                Records = [Presenter("(email address)", "(redacted)", "(redacted)")],
            },
            report);
    }

    [Fact]
    public async Task Beta_example_2_gets_the_latest_report_from_the_deprecated_path()
    {
        var graph = new StubGraph().Answers(Answer(BetaPage, 1));

#pragma warning disable CS0618 // Obsolete: the example is of the deprecated path.
        var report = await graph.CreateClient(GraphVersion.Beta).GetMeetingAttendanceReportAsync(LongMeeting);
#pragma warning restore CS0618

        Assert.Equal(Request(BetaPage, 1), Assert.Single(graph.Urls));
        Assert.Equal(
            new AttendanceReport
            {
                ParticipantCount = 2,
                Records =
                [
                    new AttendanceRecord
                    {
                        EmailAddress = "email address",
                        Role = AttendeeRole.Organizer,
                        TotalAttendance = TimeSpan.FromSeconds(1558),
                        Identity = new AttendeeIdentity { Id = "dc74d9bb-6afe-433d-8eaa-e39d80d3a647", DisplayName = "(redacted)" },
                        Intervals = [Stay("2021-03-16T18:59:46.598956Z", "2021-03-16T19:25:45.4473057Z", 1558)],
                    },
                    Presenter("email address", "(redacted)", "(redacted)"),
                ],
            },
            report);
    }

    [Fact]
    public async Task German_example_1_gets_the_report_of_a_meeting()
    {
        var graph = new StubGraph().Answers(Answer(GermanPage, 0));

        var report = await graph.CreateClient().GetReportAsync(Meeting, "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7");

        Assert.Equal(Request(GermanPage, 0), Assert.Single(graph.Urls));
        Assert.Equal(
            new AttendanceReport
            {
                Id = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7",
                StartedAt = Utc("2021-10-05T04:38:23.945Z"),
                EndedAt = Utc("2021-10-05T04:43:49.77Z"),
                ParticipantCount = 1,
                Records = [Presenter("frederick.cormier@contoso.com", "dc17674c-81d9-4adb-bfb2-8f6a442e4623", "Frederick Cormier")],
            },
            report);
    }

    [Fact]
    public async Task German_example_2_gets_the_report_of_a_webinar_session_without_its_records()
    {
        var graph = new StubGraph().Answers(Answer(GermanPage, 1));

        var report = await graph.CreateClient().GetReportAsync(Webinar, "b76965d4-0763-496e-9980-b323c5f3aa3b", new ODataQuery());

        // The page prints the '@' as it is. Encoded it means the same, and is what RFC 6570 and Microsoft's own SDK send.
        Assert.Equal(Request(GermanPage, 1), Assert.Single(graph.Urls).Replace("%40", "@"));
        Assert.Equal(
            new AttendanceReport
            {
                Id = "b76965d4-0763-496e-9980-b323c5f3aa3b",
                StartedAt = Utc("2021-10-04T23:13:31.658Z"),
                EndedAt = Utc("2021-10-04T23:18:57.563Z"),
                ParticipantCount = 2,
                Records = null,
            },
            report);
    }

    /// <summary>The path forms that the pages list, with what stands for their placeholders here.</summary>
    [Theory]
    [InlineData(BetaPage, "GET /me/onlineMeetings/{meetingId}/attendanceReports/{reportId}")]
    [InlineData(BetaPage, "GET /users/{userId}/onlineMeetings/{meetingId}/attendanceReports/{reportId}")]
    [InlineData(BetaPage, "GET /me/onlineMeetings/{meetingId}/meetingAttendanceReport")]
    [InlineData(BetaPage, "GET /users/{userId}/onlineMeetings/{meetingId}/meetingAttendanceReport")]
    [InlineData(GermanPage, "GET /me/onlineMeetings/{meetingId}/attendanceReports/{reportId}")]
    [InlineData(GermanPage, "GET /users/{userId}/onlineMeetings/{meetingId}/attendanceReports/{reportId}")]
    [InlineData(GermanPage, "GET /solutions/virtualEvents/webinars/{webinarId}/sessions/{sessionId}/attendanceReports/{reportId}")]
    public async Task Every_path_that_the_pages_list_can_be_asked(string page, string line)
    {
        Assert.Contains(line, Resource.Text(page).Split('\n').Select(text => text.Trim()));
        var isBeta = page == BetaPage;
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""");
        var client = graph.CreateClient(isBeta ? GraphVersion.Beta : GraphVersion.V1);
        var source = line.Contains("/me/", StringComparison.Ordinal) ? AttendanceSource.Meeting(Organizer.Me, "meetingId")
            : line.Contains("/users/", StringComparison.Ordinal) ? AttendanceSource.Meeting(Organizer.User("userId"), "meetingId")
            : AttendanceSource.Webinar("webinarId", "sessionId");

#pragma warning disable CS0618 // Obsolete: the page lists the deprecated path.
        _ = line.EndsWith("/meetingAttendanceReport", StringComparison.Ordinal)
            ? await client.GetMeetingAttendanceReportAsync(source)
            : await client.GetReportAsync(source, "reportId", new ODataQuery());
#pragma warning restore CS0618

        var path = line["GET ".Length..].Replace("{", "").Replace("}", "");
        Assert.Equal($"https://graph.microsoft.com/{(isBeta ? "beta" : "v1.0")}{path}", Assert.Single(graph.Urls));
    }

    [Theory]
    [InlineData(BetaPage, 2, 2, 4)]
    [InlineData(GermanPage, 2, 2, 3)]
    public void No_request_and_no_answer_of_a_page_is_left_out(string page, int requests, int answers, int paths)
    {
        Assert.Equal(requests, RequestLine().Count(Resource.Text(page)));
        Assert.Equal(answers, AnswerCount(page));
        Assert.Equal(paths, PathLine().Count(Resource.Text(page)));
    }

    internal static string Request(string page, int index) => RequestLine().Matches(Resource.Text(page))[index].Groups["url"].Value;

    internal static string Answer(string page, int index) => AnswerBody().Matches(Resource.Text(page))[index].Value;

    internal static int AnswerCount(string page) => AnswerBody().Count(Resource.Text(page));

    private static AttendanceRecord Presenter(string emailAddress, string id, string displayName) => new()
    {
        EmailAddress = emailAddress,
        Role = AttendeeRole.Presenter,
        TotalAttendance = TimeSpan.FromSeconds(1152),
        Identity = new AttendeeIdentity { Id = id, DisplayName = displayName },
        Intervals =
        [
            Stay("2021-03-16T18:59:52.2782182Z", "2021-03-16T19:06:47.7218491Z", 415),
            Stay("2021-03-16T19:09:23.9834702Z", "2021-03-16T19:16:31.1381195Z", 427),
            Stay("2021-03-16T19:20:27.7094382Z", "2021-03-16T19:25:37.7121956Z", 310),
        ],
    };

    private static AttendanceInterval Stay(string joined, string left, int seconds) =>
        new() { JoinedAt = Utc(joined), LeftAt = Utc(left), Duration = TimeSpan.FromSeconds(seconds) };

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^GET (?<url>https://\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^GET /\S+", RegexOptions.Multiline, 1000)]
    private static partial Regex PathLine();

    [GeneratedRegex(@"^\{$.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex AnswerBody();
}
