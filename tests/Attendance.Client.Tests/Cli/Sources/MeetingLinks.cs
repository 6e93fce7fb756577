using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class MeetingLinks
{
    private const string Organizer = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    private const string Root = "https://graph.microsoft.com/v1.0";
    private const string Reports = "onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports";
    private const string ByLink =
        "onlineMeetings?$filter=JoinWebUrl%20eq%20%27https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting_ZWFkLnYy%2540thread.v2%2F0%3Fcontext%3D%257b%2522Tid%2522%253a%25225466a424-aadf-425c-9b24-034ca28d4bdd%2522%252c%2522Oid%2522%253a%2522dc17674c-81d9-4adb-bfb2-8f6a442e4623%2522%257d%27";
    private const string ByNumber = "onlineMeetings?$filter=joinMeetingIdSettings%2FjoinMeetingId%20eq%20%27238420318127%27";

    private const string Parameters =
        $"threadId=19%3Ameeting_ZWFkLnYy%40thread.v2&organizerId={Organizer}&tenantId=5466a424-aadf-425c-9b24-034ca28d4bdd";

    private static readonly string Link = SampleData.JoinLink.JoinWebUrl!;

    public static TheoryData<string, string, string> Names => new()
    {
        { "--meeting", Link, $"{Root}/me/{ByLink}" },
        { "--source", Link, $"{Root}/me/{ByLink}" },
        { "--meeting", $"Join here: <{Link}>", $"{Root}/me/{ByLink}" },
        { "--meeting", $"https://teams.microsoft.com/l/meetingrecap?fileUrl=x&{Parameters}&callId=c", $"{Root}/me/{ByLink}" },
        { "--source", $"https://teams.microsoft.com/meetingOptions/?{Parameters}&messageId=0&language=en-US", $"{Root}/me/{ByLink}" },
        { "--meeting", LinkSamples.InBrowser("""{"meetingCode":"238420318127","passcode":"secret"}"""), $"{Root}/me/{ByNumber}" },
        { "--meeting", "238420318127?p=secret", $"{Root}/me/{ByNumber}" },
        { "--meeting", "238 420 318 127", $"{Root}/me/{ByNumber}" },
        { "--source", "Meeting ID: 238 420 318 127", $"{Root}/me/{ByNumber}" },
        { "--meeting", "https://teams.microsoft.com/meet/238420318127?p=secret", $"{Root}/me/{ByNumber}" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_looked_up_before_the_reports_are_read(string option, string text, string lookUp)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync(["reports", "--auth", "token", option, text]);

        Assert.Equal("", result.Error);
        Assert.StartsWith("2 reports of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ\n", result.Output, StringComparison.Ordinal);
        Assert.Equal([lookUp, $"{Root}/me/{Reports}"], graph.Uris);
    }

    [Theory]
    [InlineData("--meeting")]
    [InlineData("--source")]
    public async Task Are_looked_up_for_the_user_who_is_given(string option)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync(["reports", "--auth", "token", option, "238420318127", "--user", Organizer]);

        Assert.Equal("", result.Error);
        Assert.Equal([$"{Root}/users/{Organizer}/{ByNumber}", $"{Root}/users/{Organizer}/{Reports}"], graph.Uris);
    }

    [Fact]
    public async Task Name_the_organizer_themselves_for_an_application()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        using var web = new AppSignIn(graph);
        var tool = new Tool { Handler = web, Environment = { ["AZURE_CLIENT_SECRET"] = "secret" } };

        var result = await tool.RunAsync(
            ["reports", "--auth", "secret", "--tenant", "contoso.com", "--client-id", "app", "--meeting", Link]);

        Assert.Equal("", result.Error);
        Assert.Equal([$"{Root}/users/{Organizer}/{ByLink}", $"{Root}/users/{Organizer}/{Reports}"], graph.Uris);
    }

    [Fact]
    public async Task That_lead_to_no_meeting_say_who_has_to_ask()
    {
        var result = await new Tool().RunAsync("show --demo --meeting 9999999999");

        Assert.Equal(
            "error: Graph finds no meeting 9999999999 of me. " +
            "It looks among the meetings that this user organizes, and not among those that have expired.\n"
                +
            "what to do: Check the link. Where somebody else organizes the meeting, " +
            "an application may ask for that user, whose object id goes to --user; or else let the organizer ask.\n",
            result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    /// <summary>An authority that gives any application a token, in front of Graph.</summary>
    private sealed class AppSignIn(HttpMessageHandler graph) : DelegatingHandler(graph)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = request.RequestUri!.AbsolutePath switch
            {
                var path when path.EndsWith("/discovery/instance", StringComparison.Ordinal) => """
                    {
                      "tenant_discovery_endpoint": "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
                      "api-version": "1.1",
                      "metadata": [ { "preferred_network": "login.microsoftonline.com", "preferred_cache": "login.microsoftonline.com", "aliases": [ "login.microsoftonline.com" ] } ]
                    }
                    """,
                var path when path.EndsWith("/openid-configuration", StringComparison.Ordinal) => """
                    {
                      "token_endpoint": "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token",
                      "authorization_endpoint": "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize",
                      "issuer": "https://login.microsoftonline.com/contoso.com/v2.0"
                    }
                    """,
                var path when path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) =>
                    """{ "token_type": "Bearer", "expires_in": 3599, "access_token": "token-of-the-application" }""",
                _ => null,
            };
            return answer is null
                ? base.SendAsync(request, cancellationToken)
                : Task.FromResult(
                    new HttpResponseMessage { Content = new StringContent(answer, System.Text.Encoding.UTF8, "application/json") });
        }
    }
}
