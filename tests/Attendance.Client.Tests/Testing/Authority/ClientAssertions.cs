#if !NETSTANDARD_PACKAGE
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>What an application signs with the key of its certificate, one thing wrong at a time.</summary>
public class ClientAssertions
{
    private const string Daemon = SignInWorld.Daemon;

    private static readonly DateTimeOffset Morning = TimeProvider.System.GetUtcNow();

    public static TheoryData<string, string, int> Wrong => new()
    {
        { "aud", "https://login.microsoftonline.com/common/oauth2/v2.0/token", 700023 },
        { "sub", SignInWorld.Desktop, 700021 },
        { "iss", "https://issuer.example", 700211 },
        { "jti", "", 50027 },
        { "exp", Seconds(-6), 700024 },
        { "nbf", Seconds(6), 700024 },
        { "x5t", "AAAA", 700027 },
        { "alg", "none", 700027 },
        { "exp", "soon", 700024 },
    };

    [Theory]
    [InlineData("x5t", "RS256")]
    [InlineData("x5t#S256", "RS256")]
    [InlineData("x5t#S256", "PS256")]
    public async Task One_that_is_right_gives_a_token(string thumbprint, string algorithm)
    {
        await using var world = await StartAsync();

        Assert.Equal("Bearer", (string?)(await AskAsync(world, Assertion(world, thumbprint, algorithm)))["token_type"]);
    }

    [Fact]
    public async Task One_may_be_a_few_minutes_out()
    {
        await using var world = await StartAsync();

        Assert.Equal("Bearer", (string?)(await AskAsync(world, Assertion(world, changed: ("exp", Seconds(-4)))))["token_type"]);
        Assert.Equal("Bearer", (string?)(await AskAsync(world, Assertion(world, changed: ("nbf", Seconds(4)))))["token_type"]);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task One_with_something_wrong_gives_none(string name, string value, int number)
    {
        await using var world = await StartAsync();

        Assert.Equal(number, (int?)(await AskAsync(world, Assertion(world, changed: (name, value))))["error_codes"]![0]);
    }

    [Fact]
    public async Task One_that_another_key_has_signed_gives_none()
    {
        await using var world = await StartAsync();
        using var other = RSA.Create(2048);

        Assert.Equal(700027, (int?)(await AskAsync(world, Assertion(world, key: other)))["error_codes"]![0]);
    }

    [Fact]
    public async Task One_of_an_expired_certificate_gives_none()
    {
        await using var world = await StartAsync();
        var assertion = Assertion(world, changed: ("exp", Seconds(31 * 24 * 60)));
        world.Authority.TimeProvider = new FixedTimeProvider(Morning.AddDays(31));

        var answer = await AskAsync(world, assertion);

        Assert.StartsWith(
            "AADSTS700027: Client assertion contains an invalid signature. [Reason - The key used is expired.]",
            (string)answer["error_description"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("e30.e30")]
    [InlineData("e30.eyJhIjoxLCJhIjoyfQ.AAAA")]
    public async Task Text_that_is_none_gives_none(string text)
    {
        await using var world = await StartAsync();

        Assert.Equal(50027, (int?)(await AskAsync(world, text))["error_codes"]![0]);
    }

    [Fact]
    public async Task A_federated_token_for_somebody_else_gives_none()
    {
        await using var world = await StartAsync();
        var token = world.Authority.CreateFederatedToken(SignInWorld.Subject, "https://kubernetes.default.svc");

        Assert.Equal(700212, (int?)(await AskAsync(world, token))["error_codes"]![0]);
    }

    [Fact]
    public async Task A_tenant_is_added_once()
    {
        await using var authority = await FakeAuthority.StartAsync();
        authority.AddTenant(SignInWorld.OtherTenant, "fabrikam.com");

        Assert.Throws<ArgumentException>(() => authority.AddTenant(SignInWorld.OtherTenant));
        Assert.Throws<ArgumentException>(() => authority.AddTenant("33333333-0000-0000-0000-000000000001", "Fabrikam.com"));
        Assert.Throws<ArgumentException>(() => authority.Add(new FakeUser("eve@contoso.com"), "contoso.com"));
    }

    private static string Seconds(int minutes) =>
        Morning.AddMinutes(minutes).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<SignInWorld> StartAsync()
    {
        var world = await SignInWorld.StartAsync();
        world.Authority.TimeProvider = new FixedTimeProvider(Morning);
        return world;
    }

    private static string Assertion(
        SignInWorld world, string thumbprint = "x5t", string algorithm = "RS256", (string Name, string Value)? changed = null,
        RSA? key = null)
    {
        var certificate = SignInWorld.Certificate;
        var header = new JsonObject
        {
            ["alg"] = algorithm,
            [thumbprint] = Base64Url.EncodeToString(
                thumbprint == "x5t" ? certificate.GetCertHash() : certificate.GetCertHash(HashAlgorithmName.SHA256)),
        };
        var claims = new JsonObject
        {
            ["aud"] = $"{world.Authority.Endpoint}{world.Tenant}/oauth2/v2.0/token",
            ["iss"] = Daemon,
            ["sub"] = Daemon,
            ["jti"] = "1",
            ["nbf"] = Morning.ToUnixTimeSeconds(),
            ["exp"] = Morning.AddMinutes(10).ToUnixTimeSeconds(),
        };
        if (changed is { } change)
            (header.ContainsKey(change.Name) ? header : claims)[change.Name] = change.Value;

        var signed = $"{Encode(header)}.{Encode(claims)}";
        using var own = certificate.GetRSAPrivateKey()!;
        var signature = (key ?? own).SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256,
            algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static Task<JsonObject> AskAsync(SignInWorld world, string assertion) => world.AskForTokenAsync(
        ("grant_type", "client_credentials"), ("client_id", Daemon), ("scope", world.GraphScope),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), ("client_assertion", assertion));
}
#endif
