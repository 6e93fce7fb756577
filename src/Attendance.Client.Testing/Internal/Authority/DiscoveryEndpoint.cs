using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Tells where all else is.</summary>
internal sealed class DiscoveryEndpoint(AuthorityState state)
{
    /// <summary>Tells which names the server has: its own alone.</summary>
    /// <exception cref="AuthorityRefusal">Another server is asked about.</exception>
    public AuthorityAnswer Instance(AuthorityCall call)
    {
        var endpoint = new Uri(state.Endpoint);
        var asked = call.Required("authorization_endpoint");
        if (!Uri.TryCreate(asked, UriKind.Absolute, out var address) || address.Authority != endpoint.Authority)
            throw new AuthorityRefusal(50049, "invalid_instance", $"Unknown or invalid instance '{asked}'.");

        var tenant = address.AbsolutePath.Split('/') is [_, { Length: > 0 } name, ..] ? name : "common";
        return AuthorityAnswer.Json(new JsonObject
        {
            ["tenant_discovery_endpoint"] = $"{state.Endpoint}{tenant}/v2.0/.well-known/openid-configuration",
            ["api-version"] = "1.1",
            ["metadata"] = new JsonArray(new JsonObject
            {
                ["preferred_network"] = endpoint.Authority,
                ["preferred_cache"] = endpoint.Authority,
                ["aliases"] = new JsonArray((JsonNode)endpoint.Authority),
            }),
        });
    }

    /// <exception cref="AuthorityRefusal">There is no such tenant.</exception>
    public AuthorityAnswer OpenId(AuthorityCall call, bool isSecondVersion)
    {
        var tenant = state.FindTenant(call.Tenant);
        var root = $"{state.Endpoint}{tenant?.Id ?? call.Tenant}";
        var issuer = tenant is not null ? state.IssuerOf(tenant, isOfGraph: !isSecondVersion)
            : $"{state.Endpoint}{{tenantid}}/{(isSecondVersion ? "v2.0" : "")}";
        return AuthorityAnswer.Json(new JsonObject
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = $"{root}/oauth2/v2.0/authorize",
            ["token_endpoint"] = $"{root}/oauth2/v2.0/token",
            ["device_authorization_endpoint"] = $"{root}/oauth2/v2.0/devicecode",
            ["end_session_endpoint"] = $"{root}/oauth2/v2.0/logout",
            ["jwks_uri"] = $"{root}/discovery/v2.0/keys",
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
            ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
            ["response_types_supported"] = new JsonArray((JsonNode)"code"),
            ["subject_types_supported"] = new JsonArray((JsonNode)"pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray((JsonNode)"RS256"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
            ["code_challenge_methods_supported"] = new JsonArray("S256", "plain"),
            ["claims_supported"] = new JsonArray("sub", "iss", "aud", "exp", "iat", "name", "oid", "preferred_username", "tid", "ver"),
        });
    }

    /// <exception cref="AuthorityRefusal">There is no such tenant.</exception>
    public AuthorityAnswer Keys(AuthorityCall call)
    {
        _ = state.FindTenant(call.Tenant);
        return AuthorityAnswer.Json(state.Key.ToKeySet());
    }
}
