#if !NETSTANDARD_PACKAGE
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Attendance.Client.Tests;

/// <summary>Tokens as Microsoft.IdentityModel reads them, which web APIs check tokens with.</summary>
public class TokensOfAuthority
{
    private const string Desktop = SignInWorld.Desktop;
    private const string Api = SignInWorld.Api;

    [Fact]
    public async Task A_token_for_a_web_API_is_valid_by_what_discovery_says()
    {
        await using var world = await SignInWorld.StartAsync();
        var token = world.Authority.CreateUserToken(Desktop, SignInWorld.Ada, $"api://{Api}/Read");

        var claims = await ValidAsync(world, token, Api, "/v2.0");

        Assert.Equal(
            (SignInWorld.Ada, "Ada Lovelace", SignInWorld.Teacher.ObjectId, world.Tenant, Desktop, "Read", "2.0"),
            (claims["preferred_username"], claims["name"], claims["oid"], claims["tid"], claims["azp"], claims["scp"], claims["ver"]));
        Assert.Equal($"{world.Authority.Endpoint}{world.Tenant}/v2.0", claims["iss"]);
        Assert.DoesNotContain("roles", claims.Keys);
    }

    [Fact]
    public async Task A_token_for_Graph_is_of_the_first_version()
    {
        await using var world = await SignInWorld.StartAsync();
        var answer = await world.AskForTokenAsync(
            ("grant_type", "client_credentials"), ("client_id", SignInWorld.Daemon), ("client_secret", SignInWorld.Secret),
            ("scope", world.GraphScope));

        var claims = await ValidAsync(world, (string)answer["access_token"]!, world.GraphScope[..^"/.default".Length], "");

        Assert.Equal(
            (SignInWorld.Daemon, world.Tenant, "1.0", "app"), (claims["appid"], claims["tid"], claims["ver"], claims["idtyp"]));
        Assert.Equal(SignInWorld.Artifacts, claims["roles"]);
        Assert.Equal($"{world.Authority.Endpoint}{world.Tenant}/", claims["iss"]);
        Assert.DoesNotContain("scp", claims.Keys);
        Assert.Equal(("Bearer", 3600, 3600), ((string)answer["token_type"]!, (int)answer["expires_in"]!, (int)answer["ext_expires_in"]!));
        Assert.Equal(["token_type", "expires_in", "ext_expires_in", "access_token"], answer.Select(member => member.Key));
    }

    [Fact]
    public async Task An_application_may_send_its_id_and_secret_in_a_header()
    {
        await using var world = await SignInWorld.StartAsync();
        var pair = $"{SignInWorld.Daemon}:{Uri.EscapeDataString(SignInWorld.Secret)}";
        world.Http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

        var answer = await world.AskForTokenAsync(("grant_type", "client_credentials"), ("scope", world.GraphScope));

        Assert.Equal("Bearer", (string)answer["token_type"]!);
        Assert.Equal("***", world.Authority.Requests.Single().Parameters["client_secret"]);
    }

    [Fact]
    public async Task Claims_that_are_asked_for_are_in_the_token()
    {
        await using var world = await SignInWorld.StartAsync();
        var answer = await world.AskForTokenAsync(
            ("grant_type", "client_credentials"), ("client_id", SignInWorld.Daemon), ("client_secret", SignInWorld.Secret),
            ("scope", world.GraphScope),
            ("claims", """{"access_token":{"xms_cc":{"values":["CP1"]},"acrs":{"essential":true,"value":"c1"}}}"""));

        var token = new JsonWebTokenHandler().ReadJsonWebToken((string)answer["access_token"]!);

        Assert.Equal(["CP1"], token.Claims.Where(claim => claim.Type == "xms_cc").Select(claim => claim.Value));
        Assert.Equal(["c1"], token.Claims.Where(claim => claim.Type == "acrs").Select(claim => claim.Value));
    }

    [Fact]
    public async Task Only_the_certificate_of_the_server_is_trusted_by_its_handler()
    {
        await using var one = await FakeAuthority.StartAsync();
        await using var other = await FakeAuthority.StartAsync();
        using var http = new HttpClient(one.CreateHandler());

        await http.GetStringAsync(new Uri(one.Endpoint, "common/discovery/keys"));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri(other.Endpoint, "common/discovery/keys")));
        Assert.False(one.Certificate.HasPrivateKey);
    }

    [Fact]
    public async Task The_certificate_goes_into_a_file_that_others_can_trust()
    {
        await using var authority = await FakeAuthority.StartAsync();
        var file = Path.GetTempFileName();
        try
        {
            await authority.WriteCertificateAsync(file);

            using var read = X509CertificateLoader.LoadCertificateFromFile(file);
            Assert.Equal(authority.Certificate.RawData, read.RawData);
            Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(read);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            Assert.True(chain.Build(authority.Certificate));
            Assert.True(read.MatchesHostname("127.0.0.1"));
            Assert.True(read.MatchesHostname("localhost"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Discovery_of_instances_knows_this_server_alone()
    {
        await using var world = await SignInWorld.StartAsync();
        var own = new Uri(world.Authority.Endpoint, $"{world.Tenant}/oauth2/v2.0/authorize");

        var answer = await GetAsync(world, own);
        var refusal = await GetAsync(world, new Uri("https://login.example/common/oauth2/v2.0/authorize"));

        Assert.Equal(
            $"{world.Authority.Endpoint}{world.Tenant}/v2.0/.well-known/openid-configuration",
            (string)answer["tenant_discovery_endpoint"]!);
        Assert.Equal(
            $$"""[{"preferred_network":"{0}","preferred_cache":"{0}","aliases":["{0}"]}]""".Replace(
                "{0}", world.Authority.Endpoint.Authority, StringComparison.Ordinal),
            answer["metadata"]!.ToJsonString());
        Assert.Equal("invalid_instance", (string)refusal["error"]!);
    }

    private static async Task<JsonObject> GetAsync(SignInWorld world, Uri asked)
    {
        using var response = await world.Http.GetAsync(new Uri(
            $"common/discovery/instance?api-version=1.1&authorization_endpoint={Uri.EscapeDataString(asked.AbsoluteUri)}",
            UriKind.Relative));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    private static async Task<IDictionary<string, object>> ValidAsync(SignInWorld world, string token, string audience, string version)
    {
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(
            new Uri(world.Authority.Endpoint, $"{world.Tenant}{version}/.well-known/openid-configuration").ToString(),
            new HttpDocumentRetriever(world.Http), CancellationToken.None);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAudience = audience,
            ValidIssuer = configuration.Issuer,
            IssuerSigningKeys = configuration.SigningKeys,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return result.Claims;
    }
}
#endif
