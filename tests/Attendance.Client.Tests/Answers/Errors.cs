using System.Net;
using System.Text.Json;

namespace Attendance.Client.Tests;

public class Errors
{
    private const string User = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User(User), "m");

    /// <summary>The rows of Graph's known errors: status, code, message, and what they become.</summary>
    public static TheoryData<int, string, string, AttendanceErrorReason, string> KnownErrors => new()
    {
        { 403, "Forbidden", "No application access policy found for this app", AttendanceErrorReason.MissingAccessPolicy,
            $"Grant-CsApplicationAccessPolicy -Identity {User} or -Global" },
        { 403, "General", "no Application Access Policy found for this app: 1234 on the user: 5678.",
            AttendanceErrorReason.MissingAccessPolicy, "up to 30 minutes" },
        { 403, "Forbidden", "3003: User does not have access to lookup meeting", AttendanceErrorReason.NoAccessToMeeting,
            "Use the object id or a token of the meeting's organizer" },
        { 403, "General", "User ID in token(1) is not the organizer of the queried meeting.", AttendanceErrorReason.NotOrganizer,
            "Use a token of the meeting's organizer." },
        { 403, "Forbidden", "3003: No.", AttendanceErrorReason.NoAccessToMeeting,
            "where that is a shared mailbox, Graph serves no attendance." },
        { 403, "Forbidden", "User does not have access to lookup meeting", AttendanceErrorReason.NoAccessToMeeting,
            "where that is a shared mailbox, Graph serves no attendance." },
        { 403, "Authorization_RequestDenied", "No.", AttendanceErrorReason.MissingApplicationRole,
            "have an administrator consent to it, and get a new token." },
        { 403, "Forbidden", "Insufficient privileges.", AttendanceErrorReason.MissingApplicationRole,
            "have an administrator consent to it, and get a new token." },
        { 403, "Forbidden", "No for 1a2b3c4d-3003-4000-8000-000000000000.", AttendanceErrorReason.MissingPermission,
            "Consent to OnlineMeetingArtifact.Read.All" },
        { 403, "Forbidden", "", AttendanceErrorReason.MissingPermission,
            "not enough. The token's audience must be https://graph.microsoft.com." },
        { 403, "Forbidden", "", AttendanceErrorReason.MissingPermission,
            "Consent to OnlineMeetingArtifact.Read.All; OnlineMeetings permissions are not enough." },
        { 403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.",
            AttendanceErrorReason.MissingApplicationRole, "application role OnlineMeetingArtifact.Read.All" },
        { 401, "Unauthorized", "App x is not authorized to Create meeting on behalf of user y", AttendanceErrorReason.MissingAccessPolicy,
            "New-CsApplicationAccessPolicy" },
        { 401, "InvalidAuthenticationToken", "Access token is empty.", AttendanceErrorReason.InvalidToken,
            "Get a new token for https://graph.microsoft.com" },
        { 401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.", AttendanceErrorReason.InvalidToken,
            "Get a new token" },
        { 401, "InvalidAuthenticationToken", "CompactToken parsing failed with error code: 80049217", AttendanceErrorReason.InvalidToken,
            "another cloud" },
        { 400, "BadRequest", "Meeting Id is corrupted.", AttendanceErrorReason.InvalidMeetingId, "look the meeting up by its join link" },
        { 400, "BadRequest", "Invalid meeting id 19:meeting_x@thread.v2", AttendanceErrorReason.InvalidMeetingId,
            "The ids of its chat, its Teams context and its calendar event are others" },
        { 400, "BadRequest", "1026: An error has occurred.", AttendanceErrorReason.InvalidJoinLink,
            "Check that the join link is the meeting's, and that attendanceReports" },
        { 400, "BadRequest", "An error has occurred.", AttendanceErrorReason.InvalidJoinLink,
            "attendanceReports is asked for, not attendeeReport" },
        { 400, "BadRequest", "Could not find a property named 'JoinWebUrl' on type 'x'.", AttendanceErrorReason.InvalidRequest,
            "Correct the filter" },
        { 400, "BadRequest", "Value cannot be null. Parameter name: String", AttendanceErrorReason.MeetingExpired,
            "treat the meeting's reports as gone" },
        { 400, "BadRequest", "The query option is not allowed", AttendanceErrorReason.InvalidRequest,
            "Ask again without the OData options" },
        { 404, "NotFound", "Organizer Id mismatch User Id: 1", AttendanceErrorReason.OrganizerMismatch,
            "Use the object id of the meeting's organizer in the path." },
        { 404, "NotFound", "anything", AttendanceErrorReason.NotFound, "one year" },
        { 424, "FailedDependency", "x", AttendanceErrorReason.FailedDependency, "depends on" },
        { 429, "TooManyRequests", "Please retry again later.", AttendanceErrorReason.Throttled, "Retry-After" },
        { 500, "InternalServerError", "Object reference not set to an instance of an object.", AttendanceErrorReason.ServiceFault,
            "quote the request id" },
        { 502, "BadGateway", "x", AttendanceErrorReason.ServiceUnavailable, "Try again later" },
        { 503, "ServiceNotAvailable", "x", AttendanceErrorReason.ServiceUnavailable, "Try again later" },
        { 504, "GatewayTimeout", "x", AttendanceErrorReason.ServiceUnavailable, "Try again later" },
        { 408, "RequestTimeout", "x", AttendanceErrorReason.ServiceUnavailable, "Try again later" },
    };

    [Theory]
    [MemberData(nameof(KnownErrors))]
    public async Task Each_known_error_has_its_reason_and_its_remedy(
        int status, string code, string message, AttendanceErrorReason reason, string remedy)
    {
        var exception = await Fail(Body(code, message), status);

        Assert.Equal((HttpStatusCode)status, exception.Status);
        Assert.Equal(reason, exception.Reason);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Contains(remedy, exception.Remedy, StringComparison.Ordinal);
        Assert.StartsWith(
            $"GET https://graph.microsoft.com/v1.0/users/{User}/onlineMeetings/m/attendanceReports/r failed with {status} ",
            exception.Message, StringComparison.Ordinal);
        Assert.Contains($", {code}: {message.TrimEnd('.')}", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(exception.Remedy!, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "19:meeting_MGQ4@thread.v2",
        "This one is the id of a chat, by which Microsoft Graph finds no meeting. " +
        "Look the meeting up by its join link, with FindMeetingAsync.")]
    [InlineData(
        "MCMxOTptZWV0aW5nX01HUTQ=",
        "This one is the id of a chat in the form that Teams gives to apps, by which Microsoft Graph finds no meeting. " +
        "Look the meeting up by its join link, with FindMeetingAsync.")]
    [InlineData(
        "AAMkAGViMDU1NjVh",
        "This one is the id of a calendar event. Read that event from Microsoft Graph, and take its onlineMeeting.joinUrl.")]
    [InlineData("264183392744150", "This one is what an invitation says: pass it to JoinLink.Parse, and that to FindMeetingAsync.")]
    [InlineData(
        "https://teams.microsoft.com/meet/264183392744150",
        "This one is what an invitation says: pass it to JoinLink.Parse, and that to FindMeetingAsync.")]
    [InlineData(
        "MSpkYzE3Njc0Yy04MWQ5",
        "The ids of its chat, its Teams context and its calendar event are others: look the meeting up by its join link.")]
    [InlineData("m", "The ids of its chat, its Teams context and its calendar event are others: look the meeting up by its join link.")]
    public async Task An_id_of_something_else_is_told_for_what_it_is(string id, string remedy)
    {
        var graph = new StubGraph().Answers(Body("BadRequest", "Meeting Id is corrupted."), HttpStatusCode.BadRequest);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient().GetReportAsync(AttendanceSource.Meeting(Organizer.Me, id), "r"));

        Assert.Equal(
            (AttendanceErrorReason.InvalidMeetingId, $"Pass the id of the online meeting. {remedy}"), (exception.Reason, exception.Remedy));
    }

    [Theory]
    [InlineData(418)]
    [InlineData(501)]
    public async Task An_unknown_error_has_no_reason_and_no_remedy(int status)
    {
        var exception = await Fail(Body("X", "y"), status);

        Assert.Equal((AttendanceErrorReason.Unknown, null), (exception.Reason, exception.Remedy));
        Assert.EndsWith(", X: y.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_options_has_only_its_ids_to_be_wrong()
    {
        var graph = new StubGraph().Answers(Body("BadRequest", "x"), HttpStatusCode.BadRequest);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient().GetReportAsync(Source, "r", new ODataQuery()));

        Assert.Equal((AttendanceErrorReason.InvalidRequest, "Check the ids in the URL."), (exception.Reason, exception.Remedy));
    }

    [Fact]
    public async Task A_policy_is_granted_to_the_organizer_whose_id_only_the_caller_knows_where_the_path_has_none()
    {
        var graph = new StubGraph().Answers(Body("Forbidden", "No application access policy found for this app"), HttpStatusCode.Forbidden);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient().GetReportAsync(AttendanceSource.Meeting(Organizer.Me, "m"), "r"));

        Assert.Contains(
            "Grant-CsApplicationAccessPolicy -Identity {the organizer's object id} or -Global.", exception.Remedy,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "no attendance in the China cloud")]
    [InlineData(403, "no attendance in the China cloud")]
    [InlineData(404, "no attendance in the China cloud")]
    [InlineData(401, "Get a new token for https://microsoftgraph.chinacloudapi.cn")]
    [InlineData(500, "quote the request id")]
    public async Task What_a_cloud_lacks_explains_no_rejected_token_and_no_fault_of_the_service(int status, string remedy)
    {
        var graph = new StubGraph().Answers(Body("x", "y"), (HttpStatusCode)status);
        var client = graph.CreateClient(new AttendanceClientOptions { Endpoint = GraphCloud.China, MaxRetries = 0 });

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Source, "r"));

        Assert.Contains(remedy, exception.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webinar_can_be_reached_with_the_permission_of_its_chat_too()
    {
        var graph = new StubGraph().Answers(Body("Forbidden", ""), HttpStatusCode.Forbidden);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient().GetReportAsync(AttendanceSource.Webinar("w", "s"), "r"));

        Assert.Contains("OnlineMeetingArtifact.Read.Chat", exception.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://microsoftgraph.chinacloudapi.cn", GraphVersion.V1, false, "no attendance in the China cloud")]
    [InlineData("https://graph.microsoft.us", GraphVersion.V1, true, "none of webinars and town halls")]
    [InlineData("https://graph.microsoft.us", GraphVersion.Beta, false, "in v1.0 only")]
    [InlineData("https://dod-graph.microsoft.us", GraphVersion.Beta, false, "in v1.0 only")]
    [InlineData("https://graph.microsoft.us", GraphVersion.V1, false, "Check the ids")]
    [InlineData("https://graph.microsoft.com", GraphVersion.Beta, true, "Check the ids")]
    public async Task A_cloud_that_lacks_what_was_asked_for_is_named(string endpoint, GraphVersion version, bool webinar, string remedy)
    {
        var graph = new StubGraph().Answers(Body("NotFound", "x"), HttpStatusCode.NotFound);
        var client = graph.CreateClient(new AttendanceClientOptions { Endpoint = new Uri(endpoint), Version = version });

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => client.GetReportAsync(webinar ? AttendanceSource.Webinar("w", "s") : Source, "r"));

        Assert.Contains(remedy, exception.Remedy, StringComparison.Ordinal);
    }

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
    [InlineData("99999999999999999999", null)]
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

    [Theory]
    [InlineData(
        502,
        "text/html",
        "<html><head><style>p{}</style><title>502</title></head><body><h1>Bad\r\n Gateway</h1><script>x()</script></body></html>",
        "502 Bad Gateway")]
    [InlineData(403, "text/plain", "Forbidden by policy", "Forbidden by policy")]
    [InlineData(403, "text/plain", "Forbidden by <a> policy", "Forbidden by <a> policy")]
    [InlineData(502, "text/html", "<HTML><STYLE>p {\n}</STYLE><p\nclass=x>Bad</p>\u0007<SCRIPT src=y>\nx()</SCRIPT></HTML>", "Bad. ")]
    [InlineData(500, "application/json", "{\"error\":", "{\"error\":")]
    [InlineData(500, "application/json", "[1,2]", "[1,2]")]
    [InlineData(500, "application/json", "{\"fault\":\"x\"}", "{\"fault\":\"x\"}")]
    [InlineData(503, null, "", null)]
    [InlineData(
        400, "application/json", "{\"error\":{\"code\":\"\",\"message\":null,\"details\":[{\"message\":\"the detail\"}]}}", "the detail")]
    [InlineData(404, "application/json", "{\"error\":{\"code\":\"ItemNotFound\",\"message\":null}}", "ItemNotFound: {\"error\"")]
    public async Task An_error_that_is_not_Graphs_JSON_keeps_its_status_and_shows_what_it_says(
        int status, string? mediaType, string body, string? said)
    {
        var graph = new StubGraph().Answers(body, (HttpStatusCode)status, mediaType);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetReportAsync(Source, "r"));

        Assert.Equal((HttpStatusCode)status, exception.Status);
        Assert.Contains(
            said is null ? $"failed with {status} Service Unavailable. " : $", {said}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_that_says_where_it_leads(int status)
    {
        var graph = new StubGraph().Answers(
            """{"id":"r"}""", (HttpStatusCode)status, "application/json", ("Location", "https://login.contoso.com/saml?token=secret"));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetReportAsync(Source, "r"));

        Assert.Equal(((HttpStatusCode)status, AttendanceErrorReason.UnexpectedResponse), (exception.Status, exception.Reason));
        Assert.Contains("a redirect to https://login.contoso.com/saml, which is not followed", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        Assert.Single(graph.Requests);
    }

    [Theory]
    [InlineData(200, "text/html", "<html>Sign in</html>", "the answer is text/html, not JSON: Sign in")]
    [InlineData(200, "application/json", "", ", the answer is empty. Check")]
    [InlineData(204, null, "", ", the answer is empty. Check")]
    [InlineData(200, "application/json", "null", "the answer is not the JSON object that was asked for: null")]
    [InlineData(200, "application/json", "[]", "the answer is not the JSON object that was asked for: []")]
    [InlineData(200, "application/json", "7", "the answer is not the JSON object that was asked for: 7")]
    [InlineData(200, "application/json", "{\"id\":\"r\",", "the answer is not the JSON object that was asked for: {\"id\":\"r\",")]
    [InlineData(200, "application/json", "{\"id\":\"\\uD800\"}", "the answer is not the JSON object that was asked for")]
    [InlineData(200, "application/json", "{\"id\":\"r\"}}", "the answer is not the JSON object that was asked for")]
    [InlineData(
        200, "application/json", "{\"id\":\"r\",\"attendanceRecords\":\"none\"}", "the answer is not the JSON object that was asked for")]
    [InlineData(200, "application/json", "<html>Sign in</html>", "the answer is not the JSON object that was asked for: Sign in")]
    [InlineData(200, "application/json", "{}", "the answer is JSON, but not the object that was asked for: {}")]
    [InlineData(200, "application/json", "{\"error\":{\"code\":\"x\"}}", "the answer is JSON, but not the object that was asked for")]
    [InlineData(200, "application/json", "{\"value\":[]}", "the answer is JSON, but not the object that was asked for")]
    public async Task A_success_that_is_not_the_report_is_an_error(int status, string? mediaType, string body, string fault)
    {
        var graph = new StubGraph().Answers(body, (HttpStatusCode)status, mediaType, ("request-id", "id-1"));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetReportAsync(Source, "r"));

        Assert.Equal(
            ((HttpStatusCode)status, AttendanceErrorReason.UnexpectedResponse, "id-1"),
            (exception.Status, exception.Reason, exception.RequestId));
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
        Assert.Contains("proxy", exception.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "JSON, but not the object")]
    [InlineData("{\"id\":\"r\"}", "JSON, but not the object")]
    [InlineData("{\"error\":{\"code\":\"x\"}}", "JSON, but not the object")]
    [InlineData("{\"items\":{\"value\":[]}}", "JSON, but not the object")]
    [InlineData("{\"items\":[{\"value\":[]}],\"more\":1}", "JSON, but not the object")]
    [InlineData("[]", "not the JSON object")]
    [InlineData("{\"value\":{}}", "not the JSON object")]
    public async Task A_success_that_is_no_page_is_an_error_and_not_an_empty_list(string body, string fault)
    {
        var graph = new StubGraph().Answers(body).Answers(body);
        var client = graph.CreateClient();

        foreach (var call in new Func<Task>[]
        {
            async () => await client.GetReportsAsync(Source).ToListAsync(),
            async () => await client.GetRecordsAsync(Source, "r").ToListAsync(),
        })
        {
            Assert.Contains(
                $"the answer is {fault} that was asked for: {body}. Check",
                (await Assert.ThrowsAsync<AttendanceRequestException>(call)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_error_on_a_later_page_comes_after_the_items_before_it()
    {
        var graph = new StubGraph()
            .Answers("""{"value":[{"id":"1"}],"@odata.nextLink":"https://graph.microsoft.com/v1.0/2"}""")
            .Answers(Body("x", "y"), HttpStatusCode.ServiceUnavailable);
        var seen = new List<string?>();

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(async () =>
        {
            await foreach (var report in graph.CreateClient().GetReportsAsync(Source))
                seen.Add(report.Id);
        });

        Assert.Equal(["1"], seen);
        Assert.Contains("GET https://graph.microsoft.com/v1.0/2 failed", exception.Message, StringComparison.Ordinal);
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
    public async Task A_failed_connection_stays_what_it_is()
    {
        using var handler = new FailingHandler(new HttpRequestException("refused"));
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(), new AttendanceClientOptions { MaxRetries = 0 });

        Assert.Equal("refused", (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetReportAsync(Source, "r"))).Message);
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

    private sealed class FailingHandler(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw exception;
    }
}
