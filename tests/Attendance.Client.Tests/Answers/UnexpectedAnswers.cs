using System.Net;
using System.Text.Json;

namespace Attendance.Client.Tests;

/// <summary>Answers that are not what was asked for, nor an error of Graph.</summary>
public class UnexpectedAnswers
{
    private const string User = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User(User), "m");

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
    [InlineData(404, "application/json", "{\"error\":{\"code\":\"ItemNotFound\",\"message\":null}}", "ItemNotFound. Check")]
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
            """{"id":"r","attendanceRecords":[]}""", (HttpStatusCode)status, "application/json", ("Location", "https://login.contoso.com/saml?token=secret"));

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
    [InlineData(200, "application/json", "[]", "the answer is not the JSON object that was asked for. Check")]
    [InlineData(200, "application/json", "7", "the answer is not the JSON object that was asked for: 7")]
    [InlineData(200, "application/json", "{\"id\":\"r\",", "the answer is not the JSON object that was asked for. Check")]
    [InlineData(200, "application/json", "{\"id\":\"r\"}}", "the answer is not the JSON object that was asked for")]
    [InlineData(
        200, "application/json", "{\"id\":\"r\",\"attendanceRecords\":\"none\"}", "the answer is not the JSON object that was asked for")]
    [InlineData(200, "application/json", "<html>Sign in</html>", "the answer is not the JSON object that was asked for: Sign in")]
    [InlineData(200, "application/json", "{}", "the answer is JSON, but not the object that was asked for. Check")]
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
                $"the answer is {fault} that was asked for. Check",
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
    public async Task A_failed_connection_stays_what_it_is()
    {
        using var handler = new FailingHandler(new HttpRequestException("refused"));
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(), new AttendanceClientOptions { MaxRetries = 0 });

        Assert.Equal("refused", (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetReportAsync(Source, "r"))).Message);
    }

    private static string Body(string code, string message) => JsonSerializer.Serialize(new { error = new { code, message } });

    private sealed class FailingHandler(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw exception;
    }
}
