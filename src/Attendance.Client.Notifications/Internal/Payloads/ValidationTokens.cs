using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Checks the tokens beside encrypted notifications, which say that Graph sends them, and to this application.</summary>
internal sealed class ValidationTokens
{
    /// <summary>Id of the application that sends Graph's notifications.</summary>
    public const string Publisher = "0bf30f3b-4a52-48df-9a82-234910c4a086";

    private const int MostTokens = 100;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly AttendanceNotificationOptions _options;
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 16 * 1024, MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _configuration;

    public ValidationTokens(AttendanceNotificationOptions options, HttpClient httpClient)
    {
        _options = options;
        _configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{AuthorityRoot}/common/v2.0/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(httpClient) { RequireHttps = !options.Authority.IsLoopback });
    }

    private string AuthorityRoot => _options.Authority.AbsoluteUri.TrimEnd('/');

    /// <summary>The tenants that the tokens vouch for; empty unless every one of them is valid.</summary>
    /// <exception cref="InvalidOperationException">The keys by which tokens are checked cannot be had at the moment.</exception>
    public async Task<IReadOnlySet<string>> TenantsOfAsync(IReadOnlyList<string> tokens, CancellationToken cancellationToken)
    {
        var tenants = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (_options.ApplicationId is not { } application || tokens.Count is 0 or > MostTokens)
            return tenants;

        // Throws where the keys cannot be had, which says nothing of the tokens.
        var known = await _configuration.GetConfigurationAsync(cancellationToken).ConfigureAwait(false);
        var parameters = new TokenValidationParameters
        {
            ConfigurationManager = _configuration,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudience = application,
            IssuerValidator = CheckIssuer,
            IssuerSigningKeyValidator = (key, token, _) => IsKeyOfIssuer(known.JsonWebKeySet, key, token),
            LifetimeValidator = IsAlive,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
        };
        foreach (var token in tokens)
        {
            var result = await _handler.ValidateTokenAsync(token, parameters).ConfigureAwait(false);
            if (!result.IsValid || result.SecurityToken is not JsonWebToken valid || !IsOfPublisher(valid)
                || TenantOf(valid) is not { } tenant || !IsWanted(tenant))
            {
                tenants.Clear();
                return tenants;
            }

            tenants.Add(tenant);
        }

        return tenants;
    }

    private static string? TenantOf(SecurityToken token) =>
        token is JsonWebToken jwt && jwt.TryGetPayloadValue<string>("tid", out var tenant) && Guid.TryParse(tenant, out _) ? tenant : null;

    // Tokens of version 1 name the application in another claim than those of version 2. One that names two is none.
    private static bool IsOfPublisher(JsonWebToken token)
    {
        var hasV1 = token.TryGetPayloadValue<string>("appid", out var v1);
        var hasV2 = token.TryGetPayloadValue<string>("azp", out var v2);
        return (hasV1 || hasV2) && IsPublisher(hasV1, v1) && IsPublisher(hasV2, v2);

        static bool IsPublisher(bool isThere, string? id) => !isThere || string.Equals(id, Publisher, StringComparison.OrdinalIgnoreCase);
    }

    // Some keys of the list are for some issuers only.
    private static bool IsKeyOfIssuer(JsonWebKeySet known, SecurityKey key, SecurityToken token)
    {
        var listed = known.Keys.FirstOrDefault(listed => string.Equals(listed.Kid, key.KeyId, StringComparison.Ordinal));
        if (listed?.AdditionalData.TryGetValue("issuer", out var issuer) != true || issuer is not string template)
            return true;

        var tenant = TenantOf(token) ?? "";
        return template.Replace("{tenantid}", tenant, StringComparison.OrdinalIgnoreCase)
            .Contains($"/{tenant}", StringComparison.OrdinalIgnoreCase);
    }

    private bool IsWanted(string tenant) =>
        _options.TenantIds.Count == 0 || _options.TenantIds.Contains(tenant, StringComparer.OrdinalIgnoreCase);

    private string CheckIssuer(string issuer, SecurityToken token, TokenValidationParameters parameters)
    {
        var tenant = TenantOf(token);
        string[] accepted =
        [
            $"{AuthorityRoot}/{tenant}/v2.0",
            $"https://sts.windows.net/{tenant}/",
            $"https://sts.chinacloudapi.cn/{tenant}/",
        ];
        return tenant is not null && accepted.Contains(issuer, StringComparer.OrdinalIgnoreCase)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The token is issued by somebody else than Microsoft Entra.");
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _options.TimeProvider.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || now > start - Skew);
    }
}
