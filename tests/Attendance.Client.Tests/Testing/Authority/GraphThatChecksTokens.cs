#if !NETSTANDARD_PACKAGE
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class GraphThatChecksTokens
{
    private const string Daemon = SignInWorld.Daemon;

    [Theory]
    [InlineData("fake-token", "CompactToken parsing failed with error code: 80049217")]
    [InlineData("a.b.c", "CompactToken parsing failed with error code: 80049217")]
    public async Task Text_that_is_no_token_is_refused(string token, string message)
    {
        await using var world = await SignInWorld.StartAsync();

        Assert.Equal(message, await RefusalAsync(world, token));
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_refused()
    {
        await using var world = await SignInWorld.StartAsync();
        var parts = (await TokenAsync(world)).Split('.');
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!;
        claims["roles"]!.AsArray().Add("Everything.All");
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()));

        Assert.Equal("Access token validation failure. Invalid signature.", await RefusalAsync(world, string.Join('.', parts)));
    }

    [Fact]
    public async Task A_token_that_says_to_need_no_signature_is_refused()
    {
        await using var world = await SignInWorld.StartAsync();
        var parts = (await TokenAsync(world)).Split('.');
        parts[0] = System.Buffers.Text.Base64Url.EncodeToString("""{"alg":"none"}"""u8);

        Assert.Equal("Access token validation failure. Invalid signature.", await RefusalAsync(world, $"{parts[0]}.{parts[1]}."));
    }

    [Fact]
    public async Task A_token_of_another_server_is_refused()
    {
        await using var world = await SignInWorld.StartAsync();
        await using var other = await SignInWorld.StartAsync();

        Assert.Equal(
            "Access token validation failure. Invalid signature.",
            await RefusalAsync(world, await TokenAsync(other, scope: world.GraphScope)));
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/.default")]
    [InlineData($"api://{SignInWorld.Api}/.default")]
    public async Task A_token_for_something_else_is_refused(string scope)
    {
        await using var world = await SignInWorld.StartAsync();

        var token = await TokenAsync(world, scope: scope);

        Assert.Equal("Access token validation failure. Invalid audience.", await RefusalAsync(world, token));
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_refused()
    {
        await using var world = await SignInWorld.StartAsync();

        Assert.Equal(
            "Access token validation failure. Invalid issuer.",
            await RefusalAsync(world, await TokenAsync(world, tenant: "fabrikam.com")));
    }

    [Fact]
    public async Task A_token_counts_from_its_beginning_to_its_end_by_the_clock_of_the_graph()
    {
        await using var world = await SignInWorld.StartAsync();
        var made = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var clock = new FixedTimeProvider(made);
        world.Authority.TimeProvider = clock;
        world.Authority.TokenLifetime = TimeSpan.FromMinutes(30);
        var token = await TokenAsync(world);
        world.Graph.TimeProvider = clock;

        clock.Now = made.AddSeconds(-1);
        Assert.Equal("Access token has expired or is not yet valid.", await RefusalAsync(world, token));
        clock.Now = made;
        Assert.Equal("monday", await world.ReadAsApplicationAsync(new FakeCredential(token)));
        clock.Now = made.AddMinutes(30).AddSeconds(-1);
        Assert.Equal("monday", await world.ReadAsApplicationAsync(new FakeCredential(token)));
        clock.Now = made.AddMinutes(30);
        Assert.Equal("Lifetime validation failed, the token is expired.", await RefusalAsync(world, token));
        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => world.ReadAsApplicationAsync(new FakeCredential(token)));
        Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"), (exception.Status, exception.ErrorCode));
    }

    [Fact]
    public async Task A_user_without_the_scope_gets_no_report()
    {
        await using var world = await SignInWorld.StartAsync();
        var root = world.GraphScope[..^".default".Length];
        var token = world.Authority.CreateUserToken(SignInWorld.Desktop, SignInWorld.Ada, $"{root}User.Read");

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => world.ReadAsUserAsync(new FakeCredential(token)));

        Assert.Equal(
            (HttpStatusCode.Forbidden, AttendanceErrorReason.MissingPermission), (exception.Status, exception.Reason));
    }

    [Fact]
    public async Task Another_user_than_the_organizer_gets_no_report()
    {
        await using var world = await SignInWorld.StartAsync();
        world.Authority.Add(new FakeUser("bob@contoso.com"));
        var token = world.Authority.CreateUserToken(SignInWorld.Desktop, "bob@contoso.com", world.GraphScope);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => world.ReadAsUserAsync(new FakeCredential(token)));

        Assert.Equal(AttendanceErrorReason.NotOrganizer, exception.Reason);
    }

    [Fact]
    public async Task The_application_of_the_token_is_the_one_that_needs_an_access_policy()
    {
        await using var world = await SignInWorld.StartAsync();
        world.Graph.RevokeAccessPolicy(SignInWorld.Teacher.ObjectId);

        var token = await TokenAsync(world);
        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => world.ReadAsApplicationAsync(new FakeCredential(token)));

        Assert.Equal(AttendanceErrorReason.MissingAccessPolicy, exception.Reason);
        Assert.Contains(Daemon, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_token_gets_a_claims_challenge_and_one_made_in_the_same_second_does_not()
    {
        await using var world = await SignInWorld.StartAsync();
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        world.Authority.TimeProvider = clock;
        world.Graph.TimeProvider = clock;
        var before = await TokenAsync(world);
        world.Authority.RevokeTokens(Daemon);
        var after = await TokenAsync(world);

        using var response = await AskGraphAsync(world, before);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var challenge = Assert.Single(response.Headers.WwwAuthenticate).ToString();
        Assert.Equal(
            $"Bearer realm=\"\", authorization_uri=\"{world.Authority.Endpoint}common/oauth2/v2.0/authorize\", " +
            "client_id=\"00000003-0000-0000-c000-000000000000\", error=\"insufficient_claims\", claims=\"" +
            Convert.ToBase64String("""{"access_token":{"nbf":{"essential":true,"value":"1772442000"}}}"""u8) + "\"",
            challenge);
        Assert.Equal("monday", await world.ReadAsApplicationAsync(new FakeCredential(after)));
    }

    [Fact]
    public async Task Tokens_that_the_graph_was_told_of_still_count()
    {
        await using var world = await SignInWorld.StartAsync();
        world.Graph.SignIn("known", FakeCaller.User(SignInWorld.Teacher.ObjectId, SignInWorld.Artifacts));

        Assert.Equal("monday", await world.ReadAsUserAsync(new FakeCredential("known")));
    }

    [Fact]
    public async Task A_graph_in_memory_checks_tokens_for_the_endpoint_of_its_client()
    {
        await using var world = await SignInWorld.StartAsync();
        var token = await TokenAsync(world, scope: "https://graph.microsoft.com/.default");
        var source = AttendanceSource.Meeting(Organizer.User(SignInWorld.Teacher.ObjectId), "course-1");

        var report = await world.Graph.CreateClient(new AttendanceClientOptions(), new FakeCredential(token)).GetLatestReportAsync(source);

        Assert.Equal("monday", report?.Id);
    }

    private static async Task<string> TokenAsync(SignInWorld world, string? tenant = null, string? scope = null)
    {
        var answer = await world.AskAsync(
            $"{tenant ?? world.Tenant}/oauth2/v2.0/token", ("grant_type", "client_credentials"), ("client_id", Daemon),
            ("client_secret", SignInWorld.Secret), ("scope", scope ?? world.GraphScope));
        return (string)answer["access_token"]!;
    }

    private static async Task<HttpResponseMessage> AskGraphAsync(SignInWorld world, string token)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.GetAsync(
            new Uri(world.Server.Endpoint, $"v1.0/users/{SignInWorld.Teacher.ObjectId}/onlineMeetings/course-1/attendanceReports"));
    }

    private static async Task<string> RefusalAsync(SignInWorld world, string token)
    {
        using var response = await AskGraphAsync(world, token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer realm=\"\", ", Assert.Single(response.Headers.WwwAuthenticate).ToString(), StringComparison.Ordinal);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal("InvalidAuthenticationToken", (string)error["code"]!);
        return (string)error["message"]!;
    }
}
#endif
