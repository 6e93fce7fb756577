using System.Net;
using System.Text;
using System.Text.Json;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>What Microsoft Entra answers who signs in with a code on a device, in front of a Graph that knows the tokens.</summary>
internal sealed class SignInServer : HttpMessageHandler
{
    private const string Host = "login.microsoftonline.com";

    private readonly HttpMessageInvoker _graph;
    private readonly FakeGraph _fake;
    private int _signIns;

    public SignInServer(FakeGraph graph) => (_fake, _graph) = (graph, new HttpMessageInvoker(graph));

    /// <summary>Who signs in next.</summary>
    public string UserName { get; set; } = "ada@contoso.com";

    /// <summary>What the tokens allow.</summary>
    public string Scopes { get; set; } = "OnlineMeetingArtifact.Read.All OnlineMeetings.Read";

    /// <summary>Seconds until a token expires.</summary>
    public int Life { get; set; } = 3600;

    /// <summary>Whether the sign-in has ended, as after a change of the password.</summary>
    public bool IsRevoked { get; set; }

    /// <summary>What was asked of the authority: the grants, without discovery.</summary>
    public List<string> Grants { get; } = [];

    /// <summary>The hosts that were asked.</summary>
    public HashSet<string> Hosts { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        lock (Hosts)
            Hosts.Add(uri.Host);
        if (uri.Host == "graph.microsoft.com")
            return await _graph.SendAsync(request, cancellationToken);

        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return uri.AbsolutePath switch
        {
            var path when path.EndsWith("/devicecode", StringComparison.Ordinal) => Json(new
            {
                user_code = "ABCD",
                device_code = "d",
                verification_uri = "https://microsoft.com/devicelogin",
                expires_in = 900,
                interval = 0,
                message = "Open https://microsoft.com/devicelogin and enter ABCD.",
            }),
            var path when path.EndsWith("/token", StringComparison.Ordinal) => Token(form),
            var path when path.EndsWith("/instance", StringComparison.Ordinal) => Json(new
            {
                tenant_discovery_endpoint = $"https://{Host}/{Jwt.Tenant}/v2.0/.well-known/openid-configuration",
                metadata = new[] { new { preferred_network = Host, preferred_cache = Host, aliases = new[] { Host } } },
            }),
            _ => Json(new
            {
                issuer = $"https://{uri.Host}/{Jwt.Tenant}/v2.0",
                authorization_endpoint = $"https://{uri.Host}/{Jwt.Tenant}/oauth2/v2.0/authorize",
                token_endpoint = $"https://{uri.Host}/{Jwt.Tenant}/oauth2/v2.0/token",
            }),
        };
    }

    protected override void Dispose(bool disposing)
    {
        _graph.Dispose();
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Json(object body, HttpStatusCode status = HttpStatusCode.OK) => new(status)
    {
        Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
    };

    private HttpResponseMessage Token(string form)
    {
        var grant = form.Split('&').Single(pair => pair.StartsWith("grant_type=", StringComparison.Ordinal)).Split('=')[1];
        lock (Grants)
            Grants.Add(Uri.UnescapeDataString(grant).Split(':')[^1]);
        if (IsRevoked)
        {
            return Json(
                new { error = "invalid_grant", error_description = "AADSTS50173: The provided grant has expired. Trace ID: 1" },
                HttpStatusCode.BadRequest);
        }

        if (Grants[^1] == "client_credentials")
            return Json(new { token_type = "Bearer", expires_in = Life, access_token = Jwt.OfApplication(Scopes.Split(' ')) });

        var number = Interlocked.Increment(ref _signIns);
        var token = Jwt.OfUser(Scopes, end: Jwt.End.AddSeconds(number), name: UserName);
        _fake.SignIn(token, FakeCaller.User(Jwt.UserId, Scopes.Split(' ')));
        return Json(new
        {
            token_type = "Bearer",
            expires_in = Life,

            // As Entra does, by which MSAL knows that the token is what was asked for.
            scope = $"{Scopes} https://graph.microsoft.com/.default",
            access_token = token,
            refresh_token = $"refresh-{number}",
            client_info = Convert.ToBase64String(
                JsonSerializer.SerializeToUtf8Bytes(new { uid = Jwt.UserId, utid = Jwt.Tenant })).TrimEnd('='),
            id_token = Jwt.Of(new
            {
                aud = Jwt.Application,
                iss = $"https://{Host}/{Jwt.Tenant}/v2.0",
                exp = Jwt.End.ToUnixTimeSeconds(),
                oid = Jwt.UserId,
                tid = Jwt.Tenant,
                preferred_username = UserName,
            }),
        });
    }
}
