using System.Text.RegularExpressions;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>What attendance check shows where one thing is missing on the way to a report, after a real sign-in.</summary>
public sealed partial class TenantsThatLackSomething : IAsyncLifetime
{
    private const string Daemon = "11111111-0000-0000-0000-000000000001";
    private const string Desktop = "11111111-0000-0000-0000-000000000002";
    private const string OtherTenant = "22222222-0000-0000-0000-000000000001";
    private const string Artifacts = "OnlineMeetingArtifact.Read.All";
    private const string Ada = "ada@contoso.com";
    private const string Id = "238 420 318 127";
    private const string Meeting = $"users/{Jwt.UserId}/onlineMeetings";

    private const string Token = "Token          right    It is for https://graph.microsoft.com and expires at 2026-01-02 04:04:05 UTC.";
    private const string ApplicationMay = $"Permissions    right    The token has {Artifacts}, OnlineMeetings.Read.All.";
    private const string UserMay = $"Permissions    right    The token has {Artifacts}, OnlineMeetings.Read.";
    private const string Policy = "Access policy  right    The application may act for the organizer.";
    private const string NoPolicyNeeded = "Access policy  right    A signed-in user needs none.";
    private const string Known = "Meeting        right    Graph knows it.";
    private const string NotChecked = "unknown  Not checked, because another step failed.";
    private const string NoReports = $"Reports        {NotChecked}\nRecords        {NotChecked}";
    private const string NoMeeting = $"Meeting        {NotChecked}\n{NoReports}";
    private const string NoToken = $"Token          {NotChecked}\nPermissions    {NotChecked}\nAccess policy  {NotChecked}\n{NoMeeting}";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("attendance-home-");
    private readonly FakeGraph _graph = SampleData.CreateGraph();
    private FakeAuthority? _authority;
    private string _secret = "s3cret";

    private string Tenant => _authority!.TenantId;

    private string Application => $"Sign-in        right    The application {Daemon} in the tenant {Tenant}.";

    private string User => $"Sign-in        right    The user {Jwt.UserId} by the application {Desktop} in the tenant {Tenant}.";

    public async Task InitializeAsync()
    {
        _authority = await FakeAuthority.StartAsync();
        _authority.DeviceCodeInterval = TimeSpan.Zero;
        SetClocks(new SkippingTimeProvider().GetUtcNow());
        _authority.Add(new FakeUser(Ada) { ObjectId = Jwt.UserId });
        Consent([Artifacts, "OnlineMeetings.Read.All"], [Artifacts, "OnlineMeetings.Read"]);
        _graph.TrustTokensOf(_authority);
    }

    public async Task DisposeAsync()
    {
        await _authority!.DisposeAsync();
        _graph.Dispose();
        _home.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_is_missing()
    {
        await LoginAsync();

        await SeesAsync(
            AsApplication(Id), 0,
            $"{Application}\n{Token}\n{ApplicationMay}\n{Policy}\n{Known}",
            "Reports        right    Graph lists 2 reports.",
            "Records        right    Those of the newest report can be read.",
            "Nothing stands in the way.");
        await SeesAsync(
            ["check", Id], 0,
            $"{User}\n{Token}\n{UserMay}\n{NoPolicyNeeded}\n{Known}",
            "Reports        right    Graph lists 2 reports.",
            "Records        right    Those of the newest report can be read.",
            "Nothing stands in the way.");
    }

    [Fact]
    public Task Nobody_is_signed_in() => SeesAsync(
        ["check", Id, "--auth", "default"], 1,
        "Sign-in        missing  Nobody is signed in: neither environment variables nor a managed identity nor the Azure CLI have a " +
        "sign-in.",
        NoToken,
        "1. Sign-in: Sign in; attendance help sign-in tells of each way.",
        "     attendance login --tenant {the tenant} --client-id {the application's id}");

    [Fact]
    public async Task The_sign_in_has_ended()
    {
        await LoginAsync();
        _authority!.RevokeTokens(Ada);

        await SeesAsync(
            ["check", Id], 1,
            "Sign-in        missing  AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. " +
            "The user might have changed or reset their password. The grant was issued on '2026-01-02T03:04:05.0000000Z' and the " +
            "TokensValidFrom date (before which tokens are not valid) for this user is '2026-01-02…",
            $"{Token}\n{UserMay}\n{NoPolicyNeeded}\n{NoMeeting}",
            "1. Sign-in: Sign in again:",
            "     attendance login --profile default");
    }

    [Fact]
    public async Task The_application_is_not_in_the_tenant()
    {
        const string Unknown = "33333333-0000-0000-0000-000000000001";

        await SeesAsync(
            [.. AsApplication(Id).Select(argument => argument == Daemon ? Unknown : argument)], 1,
            $"Sign-in        missing  AADSTS700016: Application with identifier '{Unknown}' was not found in the directory '{Tenant}'. " +
            "This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in " +
            "the tenant. You may have…",
            NoToken,
            "1. Sign-in: Check the client id and the tenant: " +
            "the application is not registered in this tenant, nor consented to.");
    }

    [Fact]
    public async Task The_secret_is_wrong()
    {
        _secret = "its id";

        await SeesAsync(
            AsApplication(Id), 1,
            "Sign-in        missing  AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the " +
            $"client secret value, not the client secret ID, for a secret added to app '{Daemon}'.",
            NoToken,
            "1. Sign-in: Use the value of a client secret, and not its id.");
    }

    [Fact]
    public async Task The_tenant_is_not_in_the_cloud() => await SeesAsync(
        AsApplication(Id, tenant: "fabrikam.com"), 1,
        "Sign-in        missing  AADSTS90002: Tenant 'fabrikam.com' not found. Check to make sure you have the correct tenant ID and are " +
        "signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active " +
        "subscriptions for the tenant.",
        NoToken,
        "1. Sign-in: Check the tenant, its id or its domain, and that it is in this cloud.");

    [Fact]
    public async Task The_tenant_is_another_than_the_meetings()
    {
        _authority!.AddTenant(OtherTenant, "fabrikam.com").Add(Nightly(Artifacts, "OnlineMeetings.Read.All"), OtherTenant);

        await SeesAsync(
            AsApplication(Id, OtherTenant), 1,
            $"Sign-in        right    The application {Daemon} in the tenant {OtherTenant}.",
            $"Token          missing  GET https://graph.microsoft.com/v1.0/{Meeting} failed with 401 Unauthorized, " +
            "InvalidAuthenticationToken: Access token validation failure. Invalid issuer.",
            $"{ApplicationMay}\nAccess policy  {NotChecked}\n{NoMeeting}",
            "1. Token: Get a new token for https://graph.microsoft.com/.default. Check that it is of the organizer's tenant.");
    }

    [Fact]
    public async Task The_token_is_for_another_cloud()
    {
        _secret = _authority!.CreateUserToken(Desktop, Ada, "https://graph.microsoft.us/.default");

        await SeesAsync(
            ["check", Id, "--auth", "token"], 1,
            User,
            "Token          missing  It is for https://graph.microsoft.us, and not for https://graph.microsoft.com.",
            $"{UserMay}\n{NoPolicyNeeded}\n{NoMeeting}",
            "1. Token: Get a new token for https://graph.microsoft.com/.default.");
    }

    [Fact]
    public async Task Nothing_is_consented_to()
    {
        Consent([], []);

        await SeesAsync(
            AsApplication(Id), 1,
            $"{Application}\n{Token}",
            $"Permissions    missing  The token has no permissions, and needs OnlineMeetings.Read.All and {Artifacts}.",
            $"Access policy  {NotChecked}\n{NoMeeting}",
            $"1. Permissions: Add OnlineMeetings.Read.All and {Artifacts} to the application permissions of the application in Microsoft " +
            "Entra, have an administrator consent on this page, and check again:",
            $"     https://login.microsoftonline.com/{Tenant}/adminconsent?client_id={Daemon}");
    }

    [Theory]
    [InlineData(Artifacts, "OnlineMeetings.Read.All")]
    [InlineData("OnlineMeetings.Read.All", Artifacts)]
    public async Task An_application_permission_is_missing(string granted, string missing)
    {
        Consent([granted], []);

        await SeesAsync(
            AsApplication(Id), 1,
            $"{Application}\n{Token}",
            $"Permissions    missing  The token has {granted}, but not {missing}.",
            $"Access policy  {NotChecked}\n{NoMeeting}",
            $"1. Permissions: Add {missing} to the application permissions of the application in Microsoft Entra, " +
            "have an administrator consent on this page, and check again:",
            $"     https://login.microsoftonline.com/{Tenant}/adminconsent?client_id={Daemon}");
    }

    [Theory]
    [InlineData(Artifacts, "OnlineMeetings.Read")]
    [InlineData("OnlineMeetings.Read", Artifacts)]
    public async Task A_delegated_permission_is_missing(string granted, string missing)
    {
        Consent([], [granted]);
        await LoginAsync();

        await SeesAsync(
            ["check", Id], 1,
            $"{User}\n{Token}",
            $"Permissions    missing  The token has {granted}, but not {missing}.",
            $"{NoPolicyNeeded}\n{NoMeeting}",
            $"1. Permissions: Add {missing} to the delegated permissions of the application in Microsoft Entra, " +
            "have an administrator consent on this page, and sign in again:",
            $"     https://login.microsoftonline.com/{Tenant}/adminconsent?client_id={Desktop}");
    }

    [Fact]
    public async Task There_is_no_access_policy()
    {
        _graph.RevokeAccessPolicy(Jwt.UserId);

        await SeesAsync(
            AsApplication(Id), 1,
            $"{Application}\n{Token}\n{ApplicationMay}",
            $"Access policy  missing  GET https://graph.microsoft.com/v1.0/{Meeting} failed with 403 Forbidden, Forbidden: " +
            $"No application access policy found for this app: {Daemon} on the user: {Jwt.UserId}.",
            NoMeeting,
            "1. Access policy: Have a Teams administrator run this in PowerShell, and wait for up to 30 minutes:",
            $"     New-CsApplicationAccessPolicy -Identity Attendance -AppIds \"{Daemon}\"",
            $"     Grant-CsApplicationAccessPolicy -PolicyName Attendance -Identity \"{Jwt.UserId}\"");
    }

    [Fact]
    public Task There_is_no_such_meeting() => SeesAsync(
        AsApplication("238 420 318 128"), 1,
        $"{Application}\n{Token}\n{ApplicationMay}\n{Policy}",
        "Meeting        missing  Graph finds no such meeting of the organizer.",
        NoReports,
        "1. Meeting: Check the link, and that the user asked for organizes the meeting; invitations are found by nobody else.");

    [Fact]
    public async Task There_is_no_report_yet()
    {
        _graph.Add(AttendanceSource.Meeting(Organizer.Me, "fresh"));

        await SeesAsync(
            ["check", "--meeting", "fresh", .. AsApplication(Id)[2..]], 1,
            $"{Application}\n{Token}\n{ApplicationMay}\n{Policy}\n{Known}",
            "Reports        right    Graph lists no report.",
            "Records        unknown  There is no report to read records of.",
            "1. Records: Ask again when a session has ended: Graph makes a report minutes to hours later, and keeps it for a year.");
    }

    [Fact]
    public Task Graph_cannot_be_reached() => SeesAsync(
        [.. AsApplication(Id), "--endpoint", "http://127.0.0.1:1"], 1,
        $"{Application}\n{Token.Replace("https://graph.microsoft.com", "http://127.0.0.1:1", StringComparison.Ordinal)}\n{ApplicationMay}",
        $"Access policy  {NotChecked}",
        "Meeting        unknown  Connection refused (127.0.0.1:1). That was attempt 4, the last one.",
        NoReports,
        "1. Meeting: Check the network and the proxy on the way to http://127.0.0.1:1.");

    [Theory]
    [InlineData(
        2, "is valid from 2026-01-02 05:04:05 UTC, and by this machine's clock it is 2026-01-02 03:04:05 UTC.",
        "Set this machine's clock.")]
    [InlineData(
        -2, "is for https://graph.microsoft.com and expired at 2026-01-02 02:04:05 UTC.",
        "Get a new token for https://graph.microsoft.com/.default.")]
    public async Task The_clock_is_wrong(int hours, string detail, string remedy)
    {
        SetClocks(new SkippingTimeProvider().GetUtcNow().AddHours(hours));

        var token = await RunAsync(["check", .. AsApplication(Id)[4..]]);
        Assert.Contains($"\n Token        missing  It {detail}\n", token.Output, StringComparison.Ordinal);
        Assert.EndsWith($"\n\n1. Token: {remedy}\n", token.Output, StringComparison.Ordinal);
        await SeesAsync(
            AsApplication(Id), 0,
            Application,
            "Token          right    Graph took the token. This machine's clock, by which it is 2026-01-02 03:04:05 UTC, is wrong.",
            $"{ApplicationMay}\n{Policy}\n{Known}",
            "Reports        right    Graph lists 2 reports.",
            "Records        right    Those of the newest report can be read.",
            "Nothing stands in the way.");
    }

    [Fact]
    public async Task The_clock_is_so_wrong_that_graph_refuses_the_token()
    {
        _graph.TimeProvider = new Stopped(new SkippingTimeProvider().GetUtcNow().AddHours(2));

        await SeesAsync(
            AsApplication(Id), 1,
            Application,
            $"Token          missing  GET https://graph.microsoft.com/v1.0/{Meeting} failed with 401 Unauthorized, " +
            "InvalidAuthenticationToken: Lifetime validation failed, the token is expired.",
            $"{ApplicationMay}\nAccess policy  {NotChecked}\n{NoMeeting}",
            "1. Token: Set this machine's clock, by which it is 2026-01-02 03:04:05 UTC; by Graph's it is 2026-01-02 05:04:05 UTC.");
    }

    private static FakeApplication Nightly(params string[] roles) => new(Daemon) { Secrets = ["s3cret"], Roles = roles };

    private void Consent(string[] roles, string[] scopes) =>
        _authority!.Add(Nightly(roles)).Add(new FakeApplication(Desktop) { IsPublic = true, Scopes = scopes });

    private void SetClocks(DateTimeOffset now) => _authority!.TimeProvider = _graph.TimeProvider = new Stopped(now);

    private string[] AsApplication(string link, string? tenant = null) =>
    [
        "check", link, "--user", Jwt.UserId, "--auth", "secret", "--tenant", tenant ?? Tenant, "--client-id", Daemon,
        "--authority", _authority!.Endpoint.AbsoluteUri,
    ];

    private async Task LoginAsync()
    {
        var login = await RunAsync(
            [
                "login", "--unsafe-store", "--auth", "device", "--tenant", Tenant, "--client-id", Desktop,
                "--authority", _authority!.Endpoint.AbsoluteUri,
            ]);
        Assert.Equal(0, login.ExitCode);
    }

    // The table alone has a blank before each line, and below its headings a rule as long as the longest line.
    private async Task SeesAsync(string[] arguments, int exitCode, params string[] lines)
    {
        var result = await RunAsync(arguments);

        var seen = result.Output.Split('\n').Where(line => line.Length > 0 && line[0] != '─')
            .Select(line => line[0] == ' ' && line[1] != ' ' ? line[1..] : line).ToList();
        Assert.Equal("Step Outcome Detail", string.Join(' ', seen[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(string.Join('\n', lines), string.Join('\n', seen.Skip(1)));
        Assert.Equal(exitCode, result.ExitCode);
        Assert.DoesNotContain("eyJ", result.Output + result.Error, StringComparison.Ordinal);
    }

    private async Task<ToolResult> RunAsync(string[] arguments)
    {
        using var handler = new Hosts(_authority!.CreateHandler(), _graph);
        var tool = new Tool
        {
            Handler = handler,
            Environment =
            {
                ["ATTENDANCE_CONFIG_DIR"] = _home.FullName, ["AZURE_CLIENT_SECRET"] = _secret, ["ATTENDANCE_TOKEN"] = _secret,
            },
            LineWritten = Approve,
        };
        return await tool.RunAsync(arguments);
    }

    private void Approve(string? line)
    {
        if (line is not null && UserCode().Match(line) is { Success: true } code)
            _authority!.ApproveDeviceCode(code.Value, Ada);
    }

    [GeneratedRegex("(?<=enter the code )[A-Z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserCode();

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>Leads requests to Graph to one handler, and all others to another.</summary>
    private sealed class Hosts(HttpMessageHandler others, HttpMessageHandler graph) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _others = new(others);
        private readonly HttpMessageInvoker _graph = new(graph, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            (request.RequestUri!.Host == "graph.microsoft.com" ? _graph : _others).SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _others.Dispose();
            _graph.Dispose();
            base.Dispose(disposing);
        }
    }
}
