using System.Net;
using System.Text.Json;

namespace Attendance.Client.Tests;

/// <summary>What an exception holds and says.</summary>
public class ErrorDetails
{
    private const string User = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User(User), "m");

    [Fact]
    public async Task An_exception_tells_all_that_there_is_to_quote()
    {
        var graph = new StubGraph().Answers(
            """{"error":{"code":"TooManyRequests","message":"Please retry again later.","innerError":{"code":"429","date":"2026-01-02T03:04:05","request-id":"body-id","client-request-id":"body-client-id"}}}""",
            HttpStatusCode.TooManyRequests,
            "application/json",
            ("request-id", "header-id"), ("client-request-id", "header-client-id"), ("Retry-After", "2.128"));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetReportAsync(Source, "r"));

        Assert.Equal(("header-id", "header-client-id"), (exception.RequestId, exception.ClientRequestId));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), exception.Date);
        Assert.Equal(TimeSpan.FromSeconds(2.128), exception.RetryAfter);
        var text = exception.ToString();
        foreach (var line in new[]
        {
            "Status: 429 TooManyRequests",
            "Reason: Throttled",
            "ErrorCode: TooManyRequests",
            "RequestId: header-id",
            "ClientRequestId: header-client-id",
            "Date: 2026-01-02T03:04:05.0000000+00:00",
            "RetryAfter: 00:00:02.1280000",
        })
        {
            Assert.Contains(line, text.Split(Environment.NewLine));
        }
    }

    [Fact]
    public async Task Ids_come_from_the_body_or_from_the_request_where_the_headers_lack_them()
    {
        var fromBody = await Fail(
            """{"error":{"code":"x","message":"y","innerError":{"request-id":"body-id","client-request-id":"body-client-id"}}}""", 404);
        var graph = new StubGraph().Answers("", HttpStatusCode.NotFound);
        var fromRequest = await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetReportAsync(Source, "r"));

        Assert.Equal(("body-id", "body-client-id"), (fromBody.RequestId, fromBody.ClientRequestId));
        Assert.Null(fromRequest.RequestId);
        Assert.Equal(graph.Requests[0].Headers["client-request-id"], fromRequest.ClientRequestId);
    }

    [Fact]
    public async Task The_date_comes_from_the_body_or_else_from_the_header()
    {
        var graph = new StubGraph()
            .Answers(
                """{"error":{"innerError":{"date":"2026-01-02T03:04:05"}}}""", HttpStatusCode.NotFound, "application/json",
                ("Date", "Fri, 02 Jan 2026 03:04:09 GMT"))
            .Answers(
                "", HttpStatusCode.NotFound, null, ("Date", "Fri, 02 Jan 2026 03:04:09 GMT"), ("request-id", "a"), ("request-id", "b"));
        var client = graph.CreateClient();

        var fromBody = await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Source, "r"));
        var fromHeader = await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Source, "r"));

        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), fromBody.Date);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 9, TimeSpan.Zero), fromHeader.Date);
        Assert.Equal("a, b", fromHeader.RequestId);
    }

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("30", 30.0)]
    [InlineData(" 2.5 ", 2.5)]
    [InlineData("Fri, 02 Jan 2026 03:05:05 GMT", 60.0)]
    [InlineData("Fri, 02 Jan 2026 03:03:05 GMT", 0.0)]
    [InlineData("-5", null)]
    [InlineData("1e99", null)]
    [InlineData("922337203686", 922337203685.4775807)]
    [InlineData("99999999999999999999", 922337203685.4775807)]
    [InlineData("Infinity", null)]
    [InlineData("NaN", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public async Task Retry_After_is_seconds_or_a_date_and_never_negative(string header, double? seconds)
    {
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", header));
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient(new AttendanceClientOptions { TimeProvider = clock, MaxRetries = 0 }).GetReportAsync(Source, "r"));

        Assert.Equal(seconds is { } known ? TimeSpan.FromSeconds(known) : null, exception.RetryAfter);
    }

    [Fact]
    public async Task A_message_holds_no_token_and_is_no_longer_than_a_few_lines()
    {
        const string Jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln";
        var graph = new StubGraph()
            .Answers(
                $"<p>Your request:</p> Authorization: Bearer my-opaque-token; my-opaque-token; {Jwt} {new string('x', 9000)}",
                HttpStatusCode.BadGateway, "text/html")
            .Answers(Body("x", $"{Jwt} my-opaque-token {new string('y', 9000)}"), HttpStatusCode.BadRequest);
        var client = graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0 }, new Testing.FakeCredential("my-opaque-token"));

        for (var call = 0; call < 2; call++)
        {
            var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Source, "r"));
            Assert.DoesNotContain("my-opaque-token", exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("eyJ", exception.ToString(), StringComparison.Ordinal);
            Assert.InRange(exception.Message.Length, 100, 1000);
        }
    }

    [Theory]
    [InlineData("my-opaque-token", "***")]
    [InlineData("not my-opaque-token, but bearer\tabc.def", "not ***, but ***")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln-_, EYJx", "***, ***")]
    [InlineData("two\r\n  lines\u0000", "two lines")]
    public async Task A_message_is_one_line_with_each_token_blacked_out(string message, string said)
    {
        var graph = new StubGraph().Answers(Body("x", message), HttpStatusCode.Conflict);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient(new AttendanceClientOptions(), new Testing.FakeCredential("my-opaque-token")).GetReportAsync(
                Source, "r"));

        Assert.EndsWith($" failed with 409 Conflict, x: {said}.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, 300, "")]
    [InlineData(301, 300, "…")]
    public async Task A_message_is_cut_after_300_letters(int length, int kept, string end)
    {
        var exception = await Fail(Body("x", new string('m', length)), 409);

        Assert.EndsWith($", x: {new string('m', kept)}{end}.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_can_be_made_by_a_test()
    {
        var exception = new AttendanceRequestException(
            "No.", HttpStatusCode.Forbidden, AttendanceErrorReason.NotOrganizer, new InvalidOperationException("why"))
        {
            ErrorCode = "General",
        };

        Assert.Equal(
            ("No.", HttpStatusCode.Forbidden, "General", "why"),
            (exception.Message, exception.Status, exception.ErrorCode, exception.InnerException!.Message));
    }

    [Fact]
    public void Its_text_has_a_line_for_each_thing_that_is_known()
    {
        var exception = new AttendanceRequestException("No.", HttpStatusCode.Forbidden, AttendanceErrorReason.NotOrganizer)
        {
            Remedy = "Ask.",
        };

        Assert.Equal(
            [
                "Attendance.Client.AttendanceRequestException: No.", "Status: 403 Forbidden", "Reason: NotOrganizer", "Remedy: Ask.",
                "Attempts: 1", "",
            ],
            exception.ToString().Split(Environment.NewLine));
    }

    private static Task<AttendanceRequestException> Fail(string body, int status) =>
        Assert.ThrowsAsync<AttendanceRequestException>(
            () => new StubGraph().Answers(body, (HttpStatusCode)status).CreateClient().GetReportAsync(Source, "r"));

    private static string Body(string code, string message) => JsonSerializer.Serialize(new { error = new { code, message } });
}
