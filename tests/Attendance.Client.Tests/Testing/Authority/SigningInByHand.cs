#if !NETSTANDARD_PACKAGE
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Attendance.Client.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Attendance.Client.Tests;

/// <summary>Sign-in request by request, where a credential would hide what is asked and answered.</summary>
public class SigningInByHand
{
    private const string Desktop = SignInWorld.Desktop;
    private const string Back = "http://localhost:4711/";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    [Fact]
    public async Task A_code_is_redeemed_once_for_all_tokens_of_its_user()
    {
        await using var world = await StartAsync();
        var (code, state) = await SignInAsync(world, ("nonce", "n-1"), ("state", "a b&c"));
        Assert.Equal("a b&c", state);

        var answer = await RedeemAsync(world, code);
        var again = await RedeemAsync(world, code);

        Assert.Equal(
            $"{Root(world)}{SignInWorld.Artifacts} {Root(world)}User.Read {world.GraphScope} openid profile", (string)answer["scope"]!);
        var id = new JsonWebToken((string)answer["id_token"]!);
        Assert.Equal(
            (Desktop, "n-1", SignInWorld.Ada, $"{world.Authority.Endpoint}{world.Tenant}/v2.0"),
            (id.Audiences.Single(), id.GetClaim("nonce").Value, id.GetClaim("preferred_username").Value, id.Issuer));
        var client = JsonNode.Parse(Base64Url.DecodeFromChars((string)answer["client_info"]!))!;
        Assert.Equal((SignInWorld.Teacher.ObjectId, world.Tenant), ((string)client["uid"]!, (string)client["utid"]!));
        Assert.Equal((54005, "invalid_grant"), Error(again));
    }

    [Fact]
    public async Task A_server_keeps_as_many_requests_as_it_is_told_to()
    {
        await using var authority = await FakeAuthority.StartAsync();
        authority.KeptRequests = 2;
        using var http = new HttpClient(authority.CreateHandler()) { BaseAddress = authority.Endpoint };

        foreach (var path in new[] { "one", "two", "three" })
            (await http.GetAsync(path)).Dispose();

        Assert.Equal(["/two", "/three"], authority.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData("code_verifier", "wrong", 501481)]
    [InlineData("code_verifier", "", 501481)]
    [InlineData("redirect_uri", "http://localhost:4712/", 500112)]
    [InlineData("code", "1.unknown", 9002313)]
    [InlineData("client_id", SignInWorld.Daemon, 7000218)]
    [InlineData("grant_type", "password", 70003)]
    [InlineData("grant_type", "", 900144)]
    [InlineData("claims", "{", 90013)]
    [InlineData("scope", "https://unknown.example/.default", 500011)]
    [InlineData("scope", "https://graph.microsoft.com/A https://graph.microsoft.us/B", 28000)]
    [InlineData("scope", "https://graph.microsoft.com/Mail.Read", 65001)]
    public async Task A_wrong_parameter_is_refused_by_number(string name, string value, int number)
    {
        await using var world = await StartAsync();
        var (code, _) = await SignInAsync(world);

        var answer = await RedeemAsync(world, code, (name, value));

        Assert.Equal(number, Error(answer).Number);
        Assert.DoesNotContain("access_token", answer.Select(member => member.Key));
    }

    [Fact]
    public async Task An_error_has_the_form_of_Entra()
    {
        await using var world = await StartAsync();
        world.Http.DefaultRequestHeaders.Add("client-request-id", "aaaaaaaa-0000-0000-0000-00000000000b");

        var answer = await world.AskForTokenAsync(
            ("client_id", SignInWorld.Daemon), ("grant_type", "client_credentials"), ("client_secret", "wrong"));

        Assert.Equal(
            ["error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id"],
            answer.Select(member => member.Key));
        Assert.Equal(
            ("invalid_client", "[7000215]", "2026-03-02 09:00:00Z", "aaaaaaaa-0000-0000-0000-00000000000b"),
            ((string)answer["error"]!, answer["error_codes"]!.ToJsonString(), (string)answer["timestamp"]!,
                (string)answer["correlation_id"]!));
        Assert.Equal(
            "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not " +
            $"the client secret ID, for a secret added to app '{SignInWorld.Daemon}'. Trace ID: {answer["trace_id"]} Correlation ID: " +
            "aaaaaaaa-0000-0000-0000-00000000000b Timestamp: 2026-03-02 09:00:00Z",
            (string)answer["error_description"]!);
        Assert.Equal(401, world.Authority.Requests[^1].Status);
    }

    [Fact]
    public async Task A_code_expires_after_ten_minutes()
    {
        await using var world = await StartAsync();
        var (first, _) = await SignInAsync(world);
        var (second, _) = await SignInAsync(world);

        Now(world, Morning.AddMinutes(10).AddSeconds(-1));
        Assert.Equal("Bearer", (string?)(await RedeemAsync(world, first))["token_type"]);
        Now(world, Morning.AddMinutes(10));
        Assert.Equal((70008, "invalid_grant"), Error(await RedeemAsync(world, second)));
    }

    [Fact]
    public async Task A_refresh_token_gives_another_one_until_it_is_revoked()
    {
        await using var world = await StartAsync();
        var (code, _) = await SignInAsync(world);
        var first = (string)(await RedeemAsync(world, code))["refresh_token"]!;

        var second = (string)(await RefreshAsync(world, first))["refresh_token"]!;
        Assert.NotEqual(first, second);
        Assert.Equal("Bearer", (string?)(await RefreshAsync(world, first))["token_type"]);
        Assert.Equal(700005, Error(await RefreshAsync(world, second, ("client_id", "another"))).Number);

        world.Authority.RevokeTokens(SignInWorld.Ada);

        Assert.Equal((50173, "invalid_grant"), Error(await RefreshAsync(world, second)));
        Assert.DoesNotContain(second, world.Authority.Requests.SelectMany(request => request.Parameters.Values));
    }

    [Fact]
    public async Task A_refresh_token_expires_after_ninety_days()
    {
        await using var world = await StartAsync();
        var (code, _) = await SignInAsync(world);
        var token = (string)(await RedeemAsync(world, code))["refresh_token"]!;

        Now(world, Morning.AddDays(90));

        Assert.Equal((70008, "invalid_grant"), Error(await RefreshAsync(world, token)));
    }

    [Fact]
    public async Task A_user_who_has_to_be_asked_is_not_refreshed()
    {
        await using var world = await StartAsync();
        var (code, _) = await SignInAsync(world);
        var token = (string)(await RedeemAsync(world, code))["refresh_token"]!;
        world.Authority.Add(SignInWorld.Teacher with { RequiresInteraction = true });

        Assert.Equal((50076, "interaction_required"), Error(await RefreshAsync(world, token)));
    }

    [Fact]
    public async Task A_device_waits_for_its_user_at_the_pace_that_it_was_given()
    {
        await using var world = await StartAsync();
        var device = await BeginDeviceAsync(world);
        Assert.Equal((900, 5), ((int)device["expires_in"]!, (int)device["interval"]!));
        Assert.Contains((string)device["user_code"]!, (string)device["message"]!, StringComparison.Ordinal);

        Assert.Equal((70016, "authorization_pending"), Error(await PollAsync(world, device)));
        Now(world, Morning.AddSeconds(2));
        Assert.Equal((70016, "slow_down"), Error(await PollAsync(world, device)));
        Now(world, Morning.AddSeconds(7));
        Assert.Equal((70016, "authorization_pending"), Error(await PollAsync(world, device)));
        world.Authority.ApproveDeviceCode((string)device["user_code"]!, SignInWorld.Ada);
        Assert.Equal("Bearer", (string?)(await PollAsync(world, device))["token_type"]);
        Assert.Equal((70018, "bad_verification_code"), Error(await PollAsync(world, device)));
    }

    [Fact]
    public async Task A_device_code_expires_after_fifteen_minutes()
    {
        await using var world = await StartAsync();
        var device = await BeginDeviceAsync(world);

        Now(world, Morning.AddMinutes(15));

        Assert.Equal((70020, "expired_token"), Error(await PollAsync(world, device)));
        Assert.Throws<ArgumentException>(() => world.Authority.ApproveDeviceCode((string)device["user_code"]!, SignInWorld.Ada));
    }

    [Fact]
    public async Task A_device_code_is_not_approved_for_who_is_unknown()
    {
        await using var world = await StartAsync();
        var device = await BeginDeviceAsync(world);

        var exception = Assert.Throws<ArgumentException>(
            () => world.Authority.ApproveDeviceCode((string)device["user_code"]!, "eve@contoso.com"));

        Assert.StartsWith("AADSTS50034: The user account eve@contoso.com does not exist", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => world.Authority.ApproveDeviceCode("unknown", SignInWorld.Ada));
    }

    [Fact]
    public async Task The_answer_may_come_back_in_a_form_that_hides_nothing_in_its_markup()
    {
        await using var world = await StartAsync();
        world.Authority.SignedInUser = SignInWorld.Ada;
        using var response = await AuthorizeAsync(world, ("response_mode", "form_post"), ("state", "\"><script>"));
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"<form method=\"post\" action=\"{Back}\">", html, StringComparison.Ordinal);
        Assert.Contains("name=\"state\" value=\"&quot;&gt;&lt;script&gt;\"", html, StringComparison.Ordinal);
        var code = Regex.Match(
            html, "name=\"code\" value=\"(?<code>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["code"].Value;
        Assert.Equal("Bearer", (string?)(await RedeemAsync(world, code))["token_type"]);
    }

    [Theory]
    [InlineData("redirect_uri", "https://attacker.example/", "AADSTS50011")]
    [InlineData("client_id", "33333333-0000-0000-0000-000000000001", "AADSTS700016")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_registered(string name, string value, string error)
    {
        await using var world = await StartAsync();
        world.Authority.SignedInUser = SignInWorld.Ada;
        using var response = await AuthorizeAsync(world, (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Contains(error, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prompt", "none", null, "login_required", 50058)]
    [InlineData("response_type", "token", SignInWorld.Ada, "unsupported_response_type", 700054)]
    [InlineData("scope", "https://graph.microsoft.com/Mail.Read", SignInWorld.Ada, "consent_required", 65001)]
    [InlineData("state", "s", "eve@contoso.com", "access_denied", 50034)]
    public async Task What_fails_later_is_told_at_the_address_of_the_application(
        string name, string value, string? user, string error, int number)
    {
        await using var world = await StartAsync();
        world.Authority.SignedInUser = user;
        using var response = await AuthorizeAsync(world, (name, value));

        var answer = HttpUtility.ParseQueryString(response.Headers.Location!.Query);
        Assert.StartsWith(Back, response.Headers.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(error, answer["error"]);
        Assert.StartsWith($"AADSTS{number}: ", answer["error_description"], StringComparison.Ordinal);
        Assert.Equal(number, world.Authority.Requests.Single().ErrorNumber);
    }

    [Fact]
    public async Task Signing_out_ends_what_the_browser_remembers()
    {
        await using var world = await StartAsync();
        world.Authority.SignedInUser = SignInWorld.Ada;
        using var response = await world.Http.GetAsync(new Uri(
            $"{world.Tenant}/oauth2/v2.0/logout?post_logout_redirect_uri={Uri.EscapeDataString("http://localhost:1/")}&state=s",
            UriKind.Relative));
        using var elsewhere = await world.Http.GetAsync(new Uri(
            $"{world.Tenant}/oauth2/v2.0/logout?post_logout_redirect_uri={Uri.EscapeDataString("https://attacker.example/")}",
            UriKind.Relative));

        Assert.Equal(new Uri("http://localhost:1/?state=s"), response.Headers.Location);
        Assert.Null(elsewhere.Headers.Location);
        Assert.Null(world.Authority.SignedInUser);
    }

    [Theory]
    [InlineData("common")]
    [InlineData("organizations")]
    public async Task A_user_is_found_by_the_name_where_no_tenant_is_named(string tenant)
    {
        await using var world = await StartAsync();
        var device = await world.AskAsync(
            $"{tenant}/oauth2/v2.0/devicecode", ("client_id", Desktop), ("scope", $"openid {world.GraphScope}"));
        world.Authority.ApproveDeviceCode((string)device["user_code"]!, SignInWorld.Ada);

        var answer = await world.AskAsync(
            $"{tenant}/oauth2/v2.0/token", ("grant_type", "device_code"), ("client_id", Desktop),
            ("device_code", (string)device["device_code"]!));

        Assert.Equal(world.Tenant, new JsonWebToken((string)answer["id_token"]!).GetClaim("tid").Value);
    }

    [Fact]
    public async Task An_application_has_to_name_its_tenant()
    {
        await using var world = await StartAsync();
        var answer = await world.AskAsync(
            "common/oauth2/v2.0/token", ("grant_type", "client_credentials"), ("client_id", SignInWorld.Daemon),
            ("client_secret", SignInWorld.Secret), ("scope", world.GraphScope));

        Assert.Equal(50059, Error(answer).Number);
    }

    [Fact]
    public async Task A_page_with_the_name_of_somebody_else_leads_nowhere()
    {
        await using var world = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("device", UriKind.Relative));
        request.Headers.Host = "attacker.example";
        using var response = await world.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(world.Authority.Requests);
    }

    private static async Task<SignInWorld> StartAsync()
    {
        var world = await SignInWorld.StartAsync();
        Now(world, Morning);
        return world;
    }

    private static void Now(SignInWorld world, DateTimeOffset now) => world.Authority.TimeProvider = new FixedTimeProvider(now);

    private static string Root(SignInWorld world) => world.GraphScope[..^".default".Length];

    private static (int? Number, string? Error) Error(JsonObject answer) =>
        ((int?)answer["error_codes"]?[0], (string?)answer["error"]);

    private static Task<HttpResponseMessage> AuthorizeAsync(SignInWorld world, params IEnumerable<(string Name, string Value)> others)
    {
        var parameters = new Dictionary<string, string>
        {
            ["client_id"] = Desktop,
            ["response_type"] = "code",
            ["redirect_uri"] = Back,
            ["scope"] = $"openid profile offline_access {world.GraphScope}",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in others)
            parameters[name] = value;

        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        return world.Http.GetAsync(new Uri($"{world.Tenant}/oauth2/v2.0/authorize?{query}", UriKind.Relative));
    }

    private static async Task<(string Code, string? State)> SignInAsync(SignInWorld world, params (string Name, string Value)[] others)
    {
        world.Authority.SignedInUser = SignInWorld.Ada;
        using var response = await AuthorizeAsync(world, others);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        var answer = HttpUtility.ParseQueryString(response.Headers.Location!.Query);
        return (answer["code"]!, answer["state"]);
    }

    private static Task<JsonObject> RedeemAsync(SignInWorld world, string code, (string Name, string Value)? other = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Desktop,
            ["code"] = code,
            ["redirect_uri"] = Back,
            ["code_verifier"] = Verifier,
            ["client_info"] = "1",
        };
        if (other is { } changed)
            fields[changed.Name] = changed.Value;

        return world.AskForTokenAsync(fields.Select(field => (field.Key, field.Value)));
    }

    private static Task<JsonObject> RefreshAsync(SignInWorld world, string token, (string Name, string Value)? other = null)
    {
        world.Authority.Add(new FakeApplication("another") { IsPublic = true });
        return world.AskForTokenAsync(
            ("grant_type", "refresh_token"), ("refresh_token", token), other ?? ("client_id", Desktop));
    }

    private static Task<JsonObject> BeginDeviceAsync(SignInWorld world) =>
        world.AskAsync($"{world.Tenant}/oauth2/v2.0/devicecode", ("client_id", Desktop), ("scope", world.GraphScope));

    private static Task<JsonObject> PollAsync(SignInWorld world, JsonObject device) => world.AskForTokenAsync(
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("client_id", Desktop),
        ("device_code", (string)device["device_code"]!));
}
#endif
