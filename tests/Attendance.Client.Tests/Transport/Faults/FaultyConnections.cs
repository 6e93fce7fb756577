using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Attendance.Client.Tests.Faults;

public class FaultyConnections
{
    private const string Json =
        """{"id":"r","totalParticipantCount":2,"attendanceRecords":[{"id":"1","emailAddress":"a@contoso.com"},{"id":"2"}]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private static readonly AttendanceReport Report = new()
    {
        Id = "r",
        ParticipantCount = 2,
        Records = [new AttendanceRecord { Id = "1", EmailAddress = "a@contoso.com" }, new AttendanceRecord { Id = "2" }],
    };

    private static readonly RawAnswer Good = RawAnswer.Whole("200 OK", Json);

    private static readonly Dictionary<string, RawAnswer> BrokenConnections = new(StringComparer.Ordinal)
    {
        ["reset before the answer"] = RawAnswer.Of("", Ending.Reset),
        ["closed before the answer"] = RawAnswer.Of("", Ending.Close),
        ["reset in the headers"] = Good.CutTo(30, Ending.Reset),
        ["closed in the headers"] = Good.CutTo(30, Ending.Close),
        ["reset in the body"] = Good.Without(20, Ending.Reset),
        ["closed in the body"] = Good.Without(20, Ending.Close),
        ["closed in a chunk"] = RawAnswer.Of(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{Json.Length:x}\r\n{Json[..50]}",
            Ending.Close),
        ["closed before the last chunk"] = RawAnswer.Of(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{Json.Length:x}\r\n{Json}\r\n",
            Ending.Close),
        ["closed in JSON of unknown length"] =
            RawAnswer.Of($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{Json[..50]}", Ending.Close),
        ["gzip that ends too early"] = Compressed("gzip", stream => new GZipStream(stream, CompressionLevel.Optimal), cut: 20),
        ["no HTTP"] = RawAnswer.Of("SSH-2.0-OpenSSH_9.6\r\n", Ending.Close),
        ["stalled headers"] = Good.CutTo(30, Ending.Stall),
        ["stalled before the answer"] = RawAnswer.Of("", Ending.Stall),
        ["stalled body"] = Good.Without(20, Ending.Stall),
        ["closed in gzip"] = Compressed("gzip", stream => new GZipStream(stream, CompressionLevel.Optimal)).Without(20, Ending.Close),
        ["gzip that is none"] = RawAnswer.Whole("200 OK", Json, headers: "Content-Encoding: gzip"),
        ["deflate that is none"] = RawAnswer.Whole("200 OK", Json, headers: "Content-Encoding: deflate"),
#if !NETSTANDARD_PACKAGE
        ["closed in brotli"] = Compressed("br", stream => new BrotliStream(stream, CompressionLevel.Optimal)).Without(20, Ending.Close),
        ["brotli that is none"] = RawAnswer.Whole("200 OK", Json, headers: "Content-Encoding: br"),
#endif
    };

    private static readonly Dictionary<string, (RawAnswer Answer, HttpStatusCode Status, AttendanceErrorReason Reason)> WrongAnswers =
        new(StringComparer.Ordinal)
        {
            ["JSON cut off with its length"] =
                (RawAnswer.Whole("200 OK", Json[..50]), HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse),
            ["another content type"] =
                (RawAnswer.Whole("200 OK", Json, "application/octet-stream"), HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse),
            ["a login page"] = (
                RawAnswer.Whole("200 OK", "<html><body>Sign in</body></html>", "text/html"), HttpStatusCode.OK,
                AttendanceErrorReason.UnexpectedResponse),
            ["an error page"] = (
                RawAnswer.Whole("403 Forbidden", "<html><body>Blocked by policy</body></html>", "text/html"), HttpStatusCode.Forbidden,
                AttendanceErrorReason.MissingPermission),
            ["an empty answer"] = (RawAnswer.Whole("200 OK", ""), HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse),
            ["no content"] = (
                RawAnswer.Of("HTTP/1.1 204 No Content\r\n\r\n", Ending.KeepAlive), HttpStatusCode.NoContent,
                AttendanceErrorReason.UnexpectedResponse),
            ["not found"] = (
                RawAnswer.Whole("404 Not Found", """{"error":{"code":"NotFound","message":"x"}}"""), HttpStatusCode.NotFound,
                AttendanceErrorReason.NotFound),
        };

    public static TheoryData<Made> EachMade => [.. Enum.GetValues<Made>()];

    public static TheoryData<Made, string> EachBrokenConnection => Each(BrokenConnections.Keys);

    public static TheoryData<Made, string> EachWrongAnswer => Each(WrongAnswers.Keys);

    [Theory]
    [MemberData(nameof(EachBrokenConnection))]
    public async Task A_connection_that_breaks_once_is_only_a_second_request(Made made, string fault)
    {
        await using var rig = new Rig(made, BrokenConnections[fault], Good);

        Assert.Equal(Report, await rig.Client.GetReportAsync(Source, "r"));

        Assert.Equal(2, rig.Server.Requests.Count);
        Assert.Single(rig.Server.Requests.Select(request => request.Headers["client-request-id"]).Distinct());
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachBrokenConnection))]
    public async Task A_connection_that_always_breaks_stays_an_HttpRequestException(Made made, string fault)
    {
        await using var rig = new Rig(made, BrokenConnections[fault]);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => rig.Client.GetReportAsync(Source, "r"));

        Assert.EndsWith(" That was attempt 3, the last one.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(fault.StartsWith("stalled", StringComparison.Ordinal), exception.InnerException!.InnerException is TimeoutException);

        // Where not a byte has come, .NET sends the request again by itself, up to three times.
        Assert.InRange(rig.Server.Requests.Count, 3, fault.EndsWith("before the answer", StringComparison.Ordinal) ? 12 : 3);
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task A_connection_that_is_refused_stays_an_HttpRequestException(Made made)
    {
        var rig = new Rig(made, Good);
        await rig.Server.DisposeAsync();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => rig.Client.GetReportAsync(Source, "r"));

        Assert.EndsWith(" That was attempt 3, the last one.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(exception.GetBaseException()).SocketErrorCode);
        Assert.Equal(HttpRequestError.ConnectionError, Assert.IsType<HttpRequestException>(exception.InnerException).HttpRequestError);
    }

    [Theory]
    [MemberData(nameof(EachWrongAnswer))]
    public async Task A_wrong_answer_is_an_AttendanceRequestException_and_spoils_no_later_call(Made made, string fault)
    {
        var (answer, status, reason) = WrongAnswers[fault];
        await using var rig = new Rig(made, answer, Good);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => rig.Client.GetReportAsync(Source, "r"));
        Assert.Equal((status, reason, 1), (exception.Status, exception.Reason, exception.Attempts));
        Assert.Single(rig.Server.Requests);

        Assert.Equal(Report, await rig.Client.GetReportAsync(Source, "r"));
        Assert.Equal(answer.Ending == Ending.KeepAlive ? 1 : 2, rig.Server.Connections);
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task Compressed_answers_are_read(Made made)
    {
        await using var rig = new Rig(made, Compressed("gzip", stream => new GZipStream(stream, CompressionLevel.Optimal)));

        Assert.Equal(Report, await rig.Client.GetReportAsync(Source, "r"));

        Assert.Contains("gzip", Assert.Single(rig.Server.Requests).Headers["Accept-Encoding"], StringComparison.Ordinal);
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task A_redirect_takes_neither_the_request_nor_the_token_anywhere(Made made)
    {
        await using var other = new FaultyServer(Good);
        var port = other.Endpoint.Port;
        string[] locations = ["/v1.0/elsewhere", $"http://127.0.0.1:{port}/", $"//localhost:{port}/", $"https://127.0.0.1:{port}/"];
        foreach (var location in locations)
        {
            foreach (var status in new[]
            {
                "301 Moved Permanently",
                "302 Found",
                "303 See Other",
                "307 Temporary Redirect",
                "308 Permanent Redirect",
            })
            {
                await using var rig = new Rig(made, RawAnswer.Whole(status, Json, headers: $"Location: {location}"));

                var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => rig.Client.GetReportAsync(Source, "r"));

                Assert.Equal(status[..3], ((int)exception.Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
                Assert.Equal((AttendanceErrorReason.UnexpectedResponse, 1), (exception.Reason, exception.Attempts));
                Assert.Single(rig.Server.Requests);
                await rig.LeavesNothingBehindAsync();
            }
        }

        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public async Task A_client_of_the_application_that_follows_redirects_takes_no_token_along()
    {
        await using var other = new FaultyServer(RawAnswer.Whole("200 OK", "<html>Sign in</html>", "text/html"));
        await using var server = new FaultyServer(RawAnswer.Whole("302 Found", "", headers: $"Location: {other.Endpoint}"));
        using var http = new HttpClient();
        var client = new AttendanceClient(http, new Testing.FakeCredential(), new AttendanceClientOptions { Endpoint = server.Endpoint });

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Source, "r"));

        Assert.Equal(AttendanceErrorReason.UnexpectedResponse, exception.Reason);
        Assert.DoesNotContain("Authorization", Assert.Single(other.Requests).Headers.Keys);
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task No_cookie_is_sent_back(Made made)
    {
        await using var rig = new Rig(made, RawAnswer.Whole("200 OK", Json, headers: "Set-Cookie: session=1; Path=/"));

        await rig.Client.GetReportAsync(Source, "r");
        await rig.Client.GetReportAsync(Source, "r");

        Assert.Equal(2, rig.Server.Requests.Count);
        Assert.All(rig.Server.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys, StringComparer.OrdinalIgnoreCase));
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task A_rejected_token_is_replaced_once(Made made)
    {
        await using var rig = new Rig(made, RawAnswer.Whole("401 Unauthorized", ""), Good);

        Assert.Equal(Report, await rig.Client.GetReportAsync(Source, "r"));

        Assert.Equal(["Bearer token-1", "Bearer token-2"], rig.Server.Requests.Select(request => request.Headers["Authorization"]));
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task A_server_that_takes_no_token_gets_two(Made made)
    {
        await using var rig = new Rig(
            made, RawAnswer.Whole("401 Unauthorized", """{"error":{"code":"InvalidAuthenticationToken","message":"x"}}"""));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => rig.Client.GetReportAsync(Source, "r"));

        Assert.Equal(
            (HttpStatusCode.Unauthorized, AttendanceErrorReason.InvalidToken, 2), (exception.Status, exception.Reason, exception.Attempts));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], rig.Server.Requests.Select(request => request.Headers["Authorization"]));
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task A_server_that_always_throttles_is_asked_three_times(Made made)
    {
        await using var rig = new Rig(made, RawAnswer.Whole("429 Too Many Requests", "", headers: "Retry-After: 30"));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => rig.Client.GetReportAsync(Source, "r"));

        Assert.Equal(
            (AttendanceErrorReason.Throttled, 3, TimeSpan.FromSeconds(30)), (exception.Reason, exception.Attempts, exception.RetryAfter));
        Assert.Equal((3, 1), (rig.Server.Requests.Count, rig.Server.Connections));
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task A_service_that_is_down_for_two_requests_is_no_failure(Made made)
    {
        var down = RawAnswer.Whole("503 Service Unavailable", "<html>Down</html>", "text/html");
        await using var rig = new Rig(made, down, down, Good);

        Assert.Equal(Report, await rig.Client.GetReportAsync(Source, "r"));

        Assert.Equal((3, 1), (rig.Server.Requests.Count, rig.Server.Connections));
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [InlineData(Made.WithAConnectionOfItsOwn, 0)]
    [InlineData(Made.WithAConnectionOfItsOwn, 20)]
    [InlineData(Made.WithAConnectionOfItsOwn, -20)]
    [InlineData(Made.OverTheApplications, 0)]
    [InlineData(Made.OverTheApplications, 20)]
    [InlineData(Made.OverTheApplications, -20)]
    [InlineData(Made.ByTheContainer, -20)]
    public async Task Cancellation_hangs_up_wherever_the_answer_is(Made made, int sent)
    {
        await using var rig = new Rig(made, Good.CutTo(sent < 0 ? Good.Bytes.Length + sent : sent, Ending.Stall));
        using var cancellation = new CancellationTokenSource();
        rig.Server.OnStall = cancellation.Cancel;

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => rig.Client.GetReportAsync(Source, "r", cancellation.Token));

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Single(rig.Server.Requests);
        await rig.LeavesNothingBehindAsync();
    }

    [Theory]
    [MemberData(nameof(EachMade))]
    public async Task Cancellation_ends_the_wait_before_another_attempt(Made made)
    {
        await using var rig = new Rig(
            made, new SocketClock { HoldsWaits = true }, RawAnswer.Whole("429 Too Many Requests", "", headers: "Retry-After: 60"));
        using var cancellation = new CancellationTokenSource();

        var call = rig.Client.GetReportAsync(Source, "r", cancellation.Token);
        await rig.Clock.WaitBegan;
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Single(rig.Server.Requests);
        await rig.LeavesNothingBehindAsync();
    }

    private static TheoryData<Made, string> Each(IEnumerable<string> faults)
    {
        var data = new TheoryData<Made, string>();
        foreach (var fault in faults)
        {
            foreach (var made in Enum.GetValues<Made>())
                data.Add(made, fault);
        }

        return data;
    }

    private static RawAnswer Compressed(string encoding, Func<Stream, Stream> compress, int cut = 0)
    {
        using var compressed = new MemoryStream();
        using (var stream = compress(compressed))
            stream.Write(Encoding.UTF8.GetBytes(Json));

        return RawAnswer.Whole("200 OK", compressed.ToArray()[..^cut], headers: $"Content-Encoding: {encoding}");
    }
}
