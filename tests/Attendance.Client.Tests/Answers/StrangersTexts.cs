using System.Net;
using System.Text;

namespace Attendance.Client.Tests;

/// <summary>What an answer says is cleaned before it is shown, and diagnosed as it came.</summary>
public class StrangersTexts
{
    private const string Policy = "No application access policy found for this app.";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User("u"), "m");

    [Fact]
    public async Task No_control_character_gets_into_any_property_or_message()
    {
        const string Evil = "a\\u001b]0;x\\u0007\\nb\\u202ec";
        var exception = await Fail(
            HttpStatusCode.Forbidden,
            $$$"""{"error":{"code":"{{{Evil}}}","message":"{{{Evil}}}","innerError":{"request-id":"{{{Evil}}}","client-request-id":"{{{Evil}}}"} } }""");

        foreach (
            var text in new[] { exception.ErrorCode, exception.RequestId, exception.ClientRequestId, exception.Message.Split('\n')[0] })
            Assert.DoesNotContain(text!, letter => char.IsControl(letter) || letter == '\u202e');
        Assert.Equal("a ]0;x b c", exception.ErrorCode);
        Assert.Equal(exception.ErrorCode, exception.RequestId);
        Assert.Equal(exception.ErrorCode, exception.ClientRequestId);
    }

    [Fact]
    public async Task Long_ones_are_cut()
    {
        var text = new string('x', 20_000);

        var exception = await Fail(
            HttpStatusCode.Forbidden, $$$"""{"error":{"code":"{{{text}}}","message":"m","innerError":{"request-id":"{{{text}}}"} } }""");

        Assert.Equal(301, exception.ErrorCode!.Length);
        Assert.Equal(301, exception.RequestId!.Length);
    }

    [Fact]
    public async Task The_token_is_in_none_of_them()
    {
        const string Token = "very-secret-token";
        var exception = await Fail(
            HttpStatusCode.Forbidden,
            $$$"""{"error":{"code":"c {{{Token}}}","message":"m {{{Token}}}","innerError":{"request-id":"{{{Token}}}"} } }""",
            Token,
            response => response.ReasonPhrase = $"No {Token}");

        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(("c ***", "***"), (exception.ErrorCode, exception.RequestId));
    }

    [Theory]
    [InlineData("app")]
    [InlineData("policy")]
    [InlineData("application access policy")]
    public async Task A_short_token_hides_nothing_from_the_diagnosis(string token)
    {
        var exception = await Fail(
            HttpStatusCode.Forbidden, $$$"""{"error":{"code":"Forbidden","message":"{{{Policy}}}"}}""", token.Replace(' ', '-'));

        Assert.Equal(AttendanceErrorReason.MissingAccessPolicy, exception.Reason);
    }

    [Theory]
    [InlineData(403, "UnknownError", " failed with 403 Forbidden, UnknownError. Consent to")]
    [InlineData(404, "UnknownError", " failed with 404 Not Found, UnknownError. Check the ids")]
    [InlineData(500, "UnknownError", " failed with 500 Internal Server Error, UnknownError. Try again")]
    [InlineData(404, "", " failed with 404 Not Found. Check the ids")]
    public async Task An_empty_message_leaves_neither_a_colon_nor_a_gap(int status, string code, string text)
    {
        var exception = await Fail((HttpStatusCode)status, $$$"""{"error":{"code":"{{{code}}}","message":""}}""");

        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_is_missing_for_the_user_is_a_missing_policy_with_the_other_way()
    {
        var exception = await Fail(
            HttpStatusCode.Forbidden,
            """
            {"error":{"code":"Forbidden","message":
            "Application is not allowed to perform operations on the user 'u', neither is allowed access through RSC permission evaluation."}}
            """);

        Assert.Equal(AttendanceErrorReason.MissingAccessPolicy, exception.Reason);
        Assert.Contains("-Identity u or -Global.", exception.Remedy, StringComparison.Ordinal);
        Assert.EndsWith(
            "Or install the application in the meeting's chat with the resource-specific OnlineMeetingArtifact.Read.Chat.",
            exception.Remedy,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_place_of_the_object_id_is_told()
    {
        var graph = new StubGraph().Answers("""{"error":{"code":"UnknownError","message":""}}""", HttpStatusCode.NotFound);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient().GetReportAsync(AttendanceSource.Meeting(Organizer.User("ada@contoso.com"), "m"), "r"));

        Assert.Equal(
            "Pass the user's object id in Microsoft Entra: Graph finds nobody here by an e-mail address or a user principal name.",
            exception.Remedy);
    }

    [Fact]
    public async Task A_proxy_that_wants_to_know_who_asks_is_named()
    {
        var exception = await Fail(HttpStatusCode.ProxyAuthenticationRequired, "");

        Assert.Equal(AttendanceErrorReason.UnexpectedResponse, exception.Reason);
        Assert.Equal(
            "A proxy between the application and Graph wants to know who asks: set the proxy's credentials on the HttpClient's handler.",
            exception.Remedy);
    }

    [Theory]
    [InlineData("""{"id":"r","attendanceRecords":[{"emailAddress":"ada@contoso.com"}""")]
    [InlineData("""[{"emailAddress":"ada@contoso.com"}]""")]
    [InlineData("""  {"value":{"id":"r","attendanceRecords":[{"emailAddress":"ada@contoso.com"}]}} garbage""")]
    public async Task JSON_of_a_success_is_quoted_nowhere_as_there_are_people_in_it(string body)
    {
        var exception = await Fail(HttpStatusCode.OK, body);

        Assert.Equal(AttendanceErrorReason.UnexpectedResponse, exception.Reason);
        Assert.DoesNotContain("ada@", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"value":{"id":"r","attendanceRecords":[]}} x""")]
    [InlineData("""{"value":{"id":"r","attendanceRecords":[]}""")]
    [InlineData("""{"value":{"id":"r","attendanceRecords":[]},""")]
    public async Task A_wrapped_entity_has_to_be_whole(string body) =>
        Assert.Equal(AttendanceErrorReason.UnexpectedResponse, (await Fail(HttpStatusCode.OK, body)).Reason);

    [Fact]
    public async Task An_answer_to_which_the_HttpClient_was_redirected_is_none()
    {
        var exception = await Fail(
            HttpStatusCode.OK,
            """{"id":"r","attendanceRecords":[]}""",
            change: response => response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, "https://graph.microsoft.com:8443/x"));

        Assert.Equal(AttendanceErrorReason.UnexpectedResponse, exception.Reason);
        Assert.Contains(
            "the answer is one of https://graph.microsoft.com:8443, to which the HttpClient was redirected", exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Ann \\ud83d\"", "Ann \uFFFD")]
    [InlineData("\"\\udc00\\ud83d\\ude00\\n\\u0041\\\\\\\"\"", "\uFFFD\U0001F600\nA\\\"")]
    [InlineData("\"ok \\ud83d\\ude00\"", "ok \U0001F600")]
    public async Task Half_a_character_is_U_FFFD_and_costs_nothing_of_the_rest(string json, string name)
    {
        var body = $$$"""{"id":"r","attendanceRecords":[{"identity":{"displayName":{{{json}}} } },{"id":"2"}]}""";

        var report = await new StubGraph().Answers(body).CreateClient().GetReportAsync(Source, "r");

        Assert.Equal([name, null], report.Records!.Select(record => record.Identity?.DisplayName));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_U_FFFD_too()
    {
        byte[] body =
        [.. """{"id":"r","attendanceRecords":[{"emailAddress":"a"""u8, 0xC3, 0x28, 0xFF, .. """b"},{"\ud83d":1,"id":"2"}]}"""u8];

        var report = await new StubGraph().Answers(body).CreateClient().GetReportAsync(Source, "r");

        Assert.Equal(["a\uFFFD(\uFFFDb", null], report.Records!.Select(record => record.EmailAddress));
        Assert.Equal("2", report.Records![1].Id);
    }

    private static async Task<AttendanceRequestException> Fail(
        HttpStatusCode status, string body, string token = "token", Action<HttpResponseMessage>? change = null)
    {
        using var handler = new ScriptedHandler((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            change?.Invoke(response);
            return Task.FromResult(response);
        });
        using var http = new HttpClient(handler);
        var client = new AttendanceClient(http, new Testing.FakeCredential(token), new AttendanceClientOptions { MaxRetries = 0 });

        return await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Source, "r"));
    }
}
