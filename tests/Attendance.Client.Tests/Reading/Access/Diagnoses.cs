using System.Net;
using Attendance.Client.Testing;
using Azure.Core;
using Azure.Identity;

namespace Attendance.Client.Tests;

public class Diagnoses
{
    private const string Artifacts = "OnlineMeetingArtifact.Read.All";
    private const string Ada = Jwt.UserId;
    private static readonly AttendanceSource Mine = SampleData.Meeting;
    private static readonly AttendanceSource OfAda = AttendanceSource.Meeting(Organizer.User(Ada), ((MeetingSource)Mine).MeetingId);

    private const string User = $"SignIn Right: The user {Ada} by the application {Jwt.Application} in the tenant {Jwt.Tenant}.";
    private const string App = $"SignIn Right: The application {Jwt.Application} in the tenant {Jwt.Tenant}.";
    private const string UserToken = "Token Right: It is for https://graph.microsoft.com and expires at 2030-01-01 12:00:00 UTC.";
    private const string AppToken =
        "Token Right: It is for 00000003-0000-0000-c000-000000000000 and expires at 2030-01-01 12:00:00 UTC.";
    private const string NoPolicyNeeded = "AccessPolicy Right: A signed-in user needs none.";
    private const string Known = "Meeting Right: Graph knows it.";
    private const string Listed = "Reports Right: Graph lists 2 reports.";
    private const string Readable = "Records Right: Those of the newest report can be read.";
    private const string NotChecked = "Unknown: Not checked, because another step failed.";

    [Fact]
    public async Task Of_a_user_who_may_read_are_right_in_every_step()
    {
        var (client, graph) = SignedIn(Jwt.OfUser($"User.Read {Artifacts}"), FakeCaller.User(Ada, Artifacts));

        var diagnosis = await client.DiagnoseAccessAsync(Mine);

        Assert.Equal(
            [User, UserToken, $"Permissions Right: The token has User.Read, {Artifacts}.", NoPolicyNeeded, Known, Listed, Readable],
            Lines(diagnosis));
        Assert.Equal(AccessOutcome.Right, diagnosis.Outcome);
        Assert.Equal(
            [GraphOperation.ListAttendanceReports, GraphOperation.ListAttendanceRecords],
            graph.Requests.Select(request => request.Operation).Distinct());
    }

    [Fact]
    public async Task Of_an_application_that_may_read_are_right_in_every_step()
    {
        var (client, _) = SignedIn(Jwt.OfApplication(Artifacts), FakeCaller.Application(Jwt.Application, Artifacts));

        var diagnosis = await client.DiagnoseAccessAsync(OfAda);

        Assert.Equal(
            [
                App, AppToken, $"Permissions Right: The token has {Artifacts}.",
                "AccessPolicy Right: The application may act for the organizer.", Known, Listed, Readable,
            ],
            Lines(diagnosis));
    }

    [Fact]
    public async Task Without_a_source_ask_graph_nothing()
    {
        var (client, graph) = SignedIn(Jwt.OfUser(Artifacts), FakeCaller.User(Ada, Artifacts));

        var diagnosis = await client.DiagnoseAccessAsync();

        Assert.Equal([User, UserToken, $"Permissions Right: The token has {Artifacts}."], Lines(diagnosis));
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Of_a_link_try_the_look_up_too()
    {
        var (client, graph) = SignedIn(
            Jwt.OfUser($"OnlineMeetings.ReadWrite {Artifacts}"), FakeCaller.User(Ada, "OnlineMeetings.ReadWrite", Artifacts));

        var diagnosis = await client.DiagnoseAccessAsync(Organizer.Me, SampleData.JoinLink);

        Assert.Equal(
            [
                User, UserToken, $"Permissions Right: The token has OnlineMeetings.ReadWrite, {Artifacts}.", NoPolicyNeeded, Known,
                Listed, Readable,
            ],
            Lines(diagnosis));
        Assert.Equal(GraphOperation.ListOnlineMeetings, graph.Requests[0].Operation);
    }

    [Fact]
    public async Task Of_a_link_name_each_permission_that_is_missing()
    {
        var (client, _) = SignedIn(Jwt.OfUser("User.Read"), FakeCaller.User(Ada, "User.Read"));

        var diagnosis = await client.DiagnoseAccessAsync(Organizer.Me, SampleData.JoinLink);

        Assert.Equal(
            [
                User, UserToken,
                $"Permissions Missing: The token has User.Read, but not OnlineMeetings.Read and {Artifacts}. > " +
                $"Add OnlineMeetings.Read and {Artifacts} to the delegated permissions of the application in Microsoft Entra, " +
                "have an administrator consent on this page, and get a new token:\n" +
                $"https://login.microsoftonline.com/{Jwt.Tenant}/adminconsent?client_id={Jwt.Application}",
                NoPolicyNeeded, $"Meeting {NotChecked}", $"Reports {NotChecked}", $"Records {NotChecked}",
            ],
            Lines(diagnosis));
        Assert.Equal(AccessOutcome.Missing, diagnosis.Outcome);
    }

    [Fact]
    public async Task Of_an_application_without_the_role_name_it()
    {
        var (client, _) = SignedIn(Jwt.OfApplication(), FakeCaller.Application(Jwt.Application));

        var diagnosis = await client.DiagnoseAccessAsync(OfAda);

        Assert.Equal(
            [
                App, AppToken,
                $"Permissions Missing: The token has no permissions, and needs {Artifacts}. > " +
                $"Add {Artifacts} to the application permissions of the application in Microsoft Entra, " +
                "have an administrator consent on this page, and get a new token:\n" +
                $"https://login.microsoftonline.com/{Jwt.Tenant}/adminconsent?client_id={Jwt.Application}",
                $"AccessPolicy {NotChecked}", $"Meeting {NotChecked}", $"Reports {NotChecked}", $"Records {NotChecked}",
            ],
            Lines(diagnosis));
    }

    [Fact]
    public async Task Believe_graph_rather_than_the_token()
    {
        var (client, _) = SignedIn(Jwt.OfUser("User.Read"), FakeCaller.User(Ada, Artifacts));

        var diagnosis = await client.DiagnoseAccessAsync(Mine);

        Assert.Equal(
            [User, UserToken, "Permissions Right: Graph took the token.", NoPolicyNeeded, Known, Listed, Readable], Lines(diagnosis));
    }

    [Fact]
    public async Task Without_an_access_policy_say_what_an_administrator_has_to_run()
    {
        var (client, graph) = SignedIn(Jwt.OfApplication(Artifacts), FakeCaller.Application(Jwt.Application, Artifacts));
        graph.RevokeAccessPolicy(Ada);

        var diagnosis = await client.DiagnoseAccessAsync(OfAda);

        Assert.Equal(
            [
                App, AppToken, $"Permissions Right: The token has {Artifacts}.",
                $"AccessPolicy Missing: GET https://graph.microsoft.com/v1.0/{OfAda}/attendanceReports failed with 403 Forbidden, " +
                $"Forbidden: No application access policy found for this app: {Jwt.Application} on the user: {Ada}. > " +
                "Have a Teams administrator run this in PowerShell, and wait for up to 30 minutes:\n" +
                $"New-CsApplicationAccessPolicy -Identity Attendance -AppIds \"{Jwt.Application}\"\n" +
                $"Grant-CsApplicationAccessPolicy -PolicyName Attendance -Identity \"{Ada}\"",
                $"Meeting {NotChecked}", $"Reports {NotChecked}", $"Records {NotChecked}",
            ],
            Lines(diagnosis));
    }

    [Fact]
    public async Task Put_no_text_of_a_stranger_into_a_command()
    {
        var token = Jwt.Of(new { appid = "\"; Remove-Item *", roles = new[] { Artifacts } });
        var (client, graph) = SignedIn(token, FakeCaller.Application("a", Artifacts));
        graph.FailNext(GraphFault.Status(HttpStatusCode.Forbidden, "Forbidden", "No application access policy found for this app"));

        var diagnosis = await client.DiagnoseAccessAsync(AttendanceSource.Meeting(Organizer.User("$(Remove-Item *)"), "m"));

        Assert.EndsWith(
            "\nNew-CsApplicationAccessPolicy -Identity Attendance -AppIds \"{the application's id}\"\n" +
            "Grant-CsApplicationAccessPolicy -PolicyName Attendance -Identity \"{the organizer's object id}\"",
            diagnosis.Steps.Single(step => step.Kind == AccessStepKind.AccessPolicy).Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://graph.microsoft.us", "It is for https://graph.microsoft.us, and not for https://graph.microsoft.com.")]
    [InlineData("api://mine", "It is for api://mine, and not for https://graph.microsoft.com.")]
    public async Task Of_a_token_for_something_else_say_so(string audience, string expected)
    {
        var (client, graph) = SignedIn(Jwt.OfUser(Artifacts, audience), FakeCaller.User(Ada, Artifacts));
        graph.FailEvery(1, GraphFault.Status(HttpStatusCode.Unauthorized));

        var diagnosis = await client.DiagnoseAccessAsync(Mine);

        Assert.Equal(
            [
                User, $"Token Missing: {expected} > Get a new token for https://graph.microsoft.com/.default.",
                $"Permissions Right: The token has {Artifacts}.", NoPolicyNeeded,
                $"Meeting {NotChecked}", $"Reports {NotChecked}", $"Records {NotChecked}",
            ],
            Lines(diagnosis));
    }

    [Fact]
    public async Task Of_a_gateway_leave_open_whether_it_takes_another_token()
    {
        var token = Jwt.OfUser(Artifacts, "api://gateway");
        var options = new AttendanceClientOptions { Endpoint = new Uri("https://gateway.contoso.com/graph") };

        var client = new FakeGraph().CreateClient(options, new FakeCredential(token));

        Assert.Equal(
            "Token Unknown: It is for api://gateway, and not for https://gateway.contoso.com. > " +
            "Get a new token for https://gateway.contoso.com/.default.",
            Lines(await client.DiagnoseAccessAsync())[1]);
    }

    [Fact]
    public async Task Of_an_expired_token_say_since_when()
    {
        var end = new DateTimeOffset(2020, 2, 29, 23, 59, 59, TimeSpan.Zero);
        var (client, graph) = SignedIn(Jwt.OfUser(Artifacts, end: end), FakeCaller.User(Ada, Artifacts));
        graph.FailEvery(1, GraphFault.Status(HttpStatusCode.Unauthorized));

        Assert.Equal(
            "Token Missing: It is for https://graph.microsoft.com and expired at 2020-02-29 23:59:59 UTC. > " +
            "Get a new token for https://graph.microsoft.com/.default.",
            Lines(await client.DiagnoseAccessAsync(Mine))[1]);
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("e30.W10.e30")]
    public async Task Of_a_token_that_only_graph_can_read_go_by_what_graph_says(string token)
    {
        var (client, _) = SignedIn(token, FakeCaller.User(Ada, Artifacts));

        Assert.Equal(
            [
                "SignIn Right: The credential gave a token.",
                "Token Unknown: It is not one that can be read here. > Name a source, to see whether Graph takes it.",
                "Permissions Unknown: The token is not one that can be read here. > Name a source, to see whether Graph takes it.",
            ],
            Lines(await client.DiagnoseAccessAsync()));
        Assert.Equal(
            [
                "SignIn Right: The credential gave a token.", "Token Right: Graph took the token.",
                "Permissions Right: Graph took the token.",
                "AccessPolicy Right: There is one, or a user is signed in, who needs none.", Known, Listed, Readable,
            ],
            Lines(await client.DiagnoseAccessAsync(Mine)));
    }

    [Fact]
    public async Task Without_a_sign_in_reach_nothing()
    {
        var graph = SampleData.CreateGraph();
        var client = graph.CreateClient(
            new AttendanceClientOptions(),
            DelegatedTokenCredential.Create((_, _) => throw new CredentialUnavailableException($"Nobody.\nNot {Jwt.OfUser("s")}")));

        Assert.Equal(
            [
                "SignIn Missing: Nobody. Not *** > " +
                "Sign in again, or check what the credential is made of: tenant, application, and secret or certificate.",
                $"Token {NotChecked}", $"Permissions {NotChecked}", $"AccessPolicy {NotChecked}", $"Meeting {NotChecked}",
                $"Reports {NotChecked}", $"Records {NotChecked}",
            ],
            Lines(await client.DiagnoseAccessAsync(Mine)));
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Tell_what_the_sign_in_server_said_and_what_mends_it()
    {
        var server = new InvalidOperationException(
            "A configuration issue. Original exception: AADSTS7000222: The provided client secret keys are expired. Trace ID: 1 Time: 2");

        Assert.Equal(
            "SignIn Missing: AADSTS7000222: The provided client secret keys are expired. > " +
            "Make a new client secret in the application's registration: this one has expired.",
            await WhereSignInFailsAsync(new AuthenticationFailedException("ClientSecretCredential authentication failed: ", server)));
        Assert.Equal(
            "SignIn Missing: AADSTS1: Something new. > " +
            "Sign in again, or check what the credential is made of: tenant, application, and secret or certificate.",
            await WhereSignInFailsAsync(new AuthenticationFailedException("AADSTS1: Something new.")));
    }

    [Fact]
    public async Task Tell_that_the_sign_in_server_cannot_be_reached()
    {
        var tries = new AggregateException(
            "Retry failed after 2 tries.", new HttpRequestException("No such host."), new HttpRequestException("No such host."));

        Assert.Equal(
            "SignIn Missing: The sign-in server could not be reached. No such host. > " +
            "Check the network and the proxy on the way to the sign-in server.",
            await WhereSignInFailsAsync(new AuthenticationFailedException("Failed: " + tries.Message, tries)));
    }

    [Fact]
    public async Task Tell_that_a_sign_in_has_ended_when_graph_wants_another_token()
    {
        var asked = 0;
        var graph = SampleData.CreateGraph().FailEvery(1, GraphFault.Status(HttpStatusCode.Unauthorized));
        var client = graph.CreateClient(
            new AttendanceClientOptions(),
            DelegatedTokenCredential.Create((_, _) => asked++ == 0
                ? new AccessToken(Jwt.OfUser(Artifacts), DateTimeOffset.MaxValue)
                : throw new AuthenticationFailedException("The user has left.")));

        Assert.Equal(
            [
                "SignIn Missing: The user has left. > " +
                "Sign in again, or check what the credential is made of: tenant, application, and secret or certificate.",
                UserToken, $"Permissions Right: The token has {Artifacts}.", NoPolicyNeeded, $"Meeting {NotChecked}",
                $"Reports {NotChecked}", $"Records {NotChecked}",
            ],
            Lines(await client.DiagnoseAccessAsync(Mine)));
    }

    [Theory]
    [InlineData("", "SignIn Missing: The credential gave an empty token. > Look at where it has the token from.")]
    [InlineData(
        "to ken",
        "SignIn Missing: The credential's access token has the character U+0020 at position 2, which cannot stand in a header. " +
        "Nothing was sent. Look at where the credential has it from: a file that ends in a line break, or a password in place of a " +
        "token. > Look at where the credential has it from: a file that ends in a line break, or a password in place of a token.")]
    public async Task Of_what_is_no_token_say_so(string token, string expected)
    {
        var client = SampleData.CreateGraph().CreateClient(new AttendanceClientOptions(), new FakeCredential(token));

        Assert.Equal(expected, Lines(await client.DiagnoseAccessAsync(Mine))[0]);
    }

    [Fact]
    public async Task Of_an_application_that_asks_for_me_say_what_to_name()
    {
        var (client, graph) = SignedIn(Jwt.OfApplication(Artifacts), FakeCaller.Application(Jwt.Application, Artifacts));

        Assert.Equal(
            "Meeting Missing: The token is an application's, for which there is no signed-in user, \"me\". > " +
            "Name the organizer by object id, as Organizer.User does.",
            Lines(await client.DiagnoseAccessAsync(Mine))[4]);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Of_somebody_elses_meeting_blame_the_meeting()
    {
        var (client, _) = SignedIn(Jwt.OfUser(Artifacts), FakeCaller.User("somebody", Artifacts));

        var meeting = (await client.DiagnoseAccessAsync(OfAda)).Steps[(int)AccessStepKind.Meeting];

        Assert.Equal(AccessOutcome.Missing, meeting.Outcome);
        Assert.Contains("is not the organizer of the queried meeting", meeting.Detail, StringComparison.Ordinal);
        Assert.Equal("Use a token of the meeting's organizer.", meeting.Remedy);
    }

    [Fact]
    public async Task Of_an_unknown_meeting_blame_the_meeting()
    {
        var (client, _) = SignedIn(Jwt.OfUser(Artifacts), FakeCaller.User(Ada, Artifacts));

        var diagnosis = await client.DiagnoseAccessAsync(AttendanceSource.Meeting(Organizer.Me, "unknown"));

        Assert.Equal(
            "Meeting Missing: GET https://graph.microsoft.com/v1.0/me/onlineMeetings/unknown/attendanceReports failed with " +
            "404 Not Found, NotFound: The requested online meeting was not found. > " +
            "Check the ids in the URL. Graph keeps reports for one year and has none before the session has ended.",
            Lines(diagnosis)[4]);
    }

    [Fact]
    public async Task Of_a_meeting_id_that_leads_nowhere_blame_the_meeting()
    {
        var (client, _) = SignedIn(
            Jwt.OfUser($"OnlineMeetings.Read {Artifacts}"), FakeCaller.User(Ada, "OnlineMeetings.Read", Artifacts));

        Assert.Equal(
            "Meeting Missing: Graph finds no such meeting of the organizer. > " +
            "Check the link, and that the user asked for organizes the meeting; invitations are found by nobody else.",
            Lines(await client.DiagnoseAccessAsync(Organizer.Me, JoinLink.Parse("238 420 318 128")))[4]);
    }

    [Fact]
    public async Task Without_a_report_leave_the_records_open()
    {
        var graph = new FakeGraph().Add(Mine);

        var diagnosis = await graph.CreateClient(FakeCaller.User(Ada, Artifacts)).DiagnoseAccessAsync(Mine);

        Assert.Equal(
            [
                "Reports Right: Graph lists no report.",
                "Records Unknown: There is no report to read records of. > " +
                "Ask again when a session has ended: Graph makes a report minutes to hours later, and keeps it for a year.",
            ],
            Lines(diagnosis)[5..]);
        Assert.Equal(AccessOutcome.Unknown, diagnosis.Outcome);
    }

    [Fact]
    public async Task Where_graph_does_not_answer_leave_the_rest_open()
    {
        var (client, graph) = SignedIn(Jwt.OfUser(Artifacts), FakeCaller.User(Ada, Artifacts), maxRetries: 0);
        graph.FailNext(GraphFault.Status(HttpStatusCode.ServiceUnavailable)).FailNext(GraphFault.CutConnection());

        var unavailable = await client.DiagnoseAccessAsync(Mine);
        var unreachable = await client.DiagnoseAccessAsync(Mine);

        Assert.Equal(
            "Reports Unknown: GET https://graph.microsoft.com/v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports " +
            "failed with 503 Service Unavailable, ServiceUnavailable: The service is unavailable. > " +
            "Try again later, waiting longer each time.",
            Lines(unavailable)[5]);
        Assert.Equal(
            "Reports Unknown: The connection was cut, as the test wants it. > " +
            "Check the network and the proxy on the way to https://graph.microsoft.com.",
            Lines(unreachable)[5]);
        Assert.Equal((AccessOutcome.Unknown, AccessOutcome.Unknown), (unavailable.Outcome, unreachable.Outcome));
    }

    [Fact]
    public async Task Of_records_that_are_refused_blame_the_records()
    {
        var (client, graph) = SignedIn(Jwt.OfUser(Artifacts), FakeCaller.User(Ada, Artifacts));
        graph.FailNext(GraphFault.Status(HttpStatusCode.NotFound), GraphOperation.ListAttendanceRecords);

        var diagnosis = await client.DiagnoseAccessAsync(Mine);

        Assert.Equal([Known, Listed], Lines(diagnosis)[4..6]);
        Assert.StartsWith("Records Missing: GET ", Lines(diagnosis)[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_cancelled_end_with_it()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SampleData.CreateGraph().CreateClient().DiagnoseAccessAsync(Mine, cancellation.Token));
    }

    [Fact]
    public async Task Tell_no_token()
    {
        var token = Jwt.OfUser("User.Read");
        var (client, graph) = SignedIn(token, FakeCaller.User(Ada, "User.Read"));
        graph.FailNext(GraphFault.Content($"<p>Your request: Authorization: Bearer {token}</p>", status: HttpStatusCode.Forbidden));

        var diagnosis = await client.DiagnoseAccessAsync(Mine);

        Assert.All(Lines(diagnosis), line => Assert.DoesNotContain("eyJ", line, StringComparison.Ordinal));
        Assert.DoesNotContain("ada", string.Join(' ', Lines(diagnosis)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Compare_by_value()
    {
        AccessStep[] steps = [new(AccessStepKind.SignIn, AccessOutcome.Right, "d"), new(AccessStepKind.Token, AccessOutcome.Missing, "d")];

        Assert.Equal(new AccessDiagnosis(steps), new AccessDiagnosis([.. steps]));
        Assert.Equal(AccessOutcome.Missing, new AccessDiagnosis(steps).Outcome);
        Assert.Equal(AccessOutcome.Right, new AccessDiagnosis([]).Outcome);
        Assert.Throws<ArgumentNullException>("steps", () => new AccessDiagnosis(null!));
    }

    private static (AttendanceClient Client, FakeGraph Graph) SignedIn(string token, FakeCaller caller, int maxRetries = 3)
    {
        var graph = SampleData.CreateGraph().SignIn(token, caller);
        return (graph.CreateClient(new AttendanceClientOptions { MaxRetries = maxRetries }, new FakeCredential(token)), graph);
    }

    private static async Task<string> WhereSignInFailsAsync(Exception exception)
    {
        var client = SampleData.CreateGraph().CreateClient(
            new AttendanceClientOptions(), DelegatedTokenCredential.Create((_, _) => throw exception));
        return Lines(await client.DiagnoseAccessAsync())[0];
    }

    private static string[] Lines(AccessDiagnosis diagnosis) =>
    [
        .. diagnosis.Steps.Select(
            step => $"{step.Kind} {step.Outcome}: {step.Detail}{(step.Remedy is null ? "" : $" > {step.Remedy}")}"),
    ];
}
