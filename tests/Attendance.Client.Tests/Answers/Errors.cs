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
        Assert.Contains(
            message.Length == 0 ? $", {code}. " : $", {code}: {message.TrimEnd('.')}", exception.Message, StringComparison.Ordinal);
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

    private static Task<AttendanceRequestException> Fail(string body, int status) =>
        Assert.ThrowsAsync<AttendanceRequestException>(
            () => new StubGraph().Answers(body, (HttpStatusCode)status).CreateClient().GetReportAsync(Source, "r"));

    private static string Body(string code, string message) => JsonSerializer.Serialize(new { error = new { code, message } });
}
