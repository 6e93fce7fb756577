using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Makes tokens.</summary>
internal sealed class TokenIssuer(AuthorityState state)
{
    /// <summary>Number of a token, by which it may be revoked.</summary>
    public static long SerialOf(SignedToken token)
    {
        Span<byte> bytes = stackalloc byte[16];
        return token.Text("uti") is { Length: 22 } uti && Base64Url.TryDecodeFromChars(uti, bytes, out var length) && length == 16
            ? BinaryPrimitives.ReadInt64BigEndian(bytes)
            : 0;
    }

    /// <summary>Who the token is of, by what tokens are revoked.</summary>
    public static string? SubjectOf(SignedToken token) =>
        token.Text("idtyp") == "app" ? token.Text("appid") ?? token.Text("azp") : token.Text("oid");

    public string ForUser(
        Tenant tenant, FakeApplication application, FakeUser user, ScopeRequest scopes, IReadOnlyList<string> permissions,
        RequestedClaims claims)
    {
        var json = Access(tenant, application, scopes, claims, user.ObjectId, SubOf(application, user));
        json["idtyp"] = "user";
        json["name"] = user.DisplayName;
        json[scopes.Api is null ? "upn" : "preferred_username"] = user.UserPrincipalName;
        json["scp"] = string.Join(' ', permissions);
        return state.Key.Sign(json);
    }

    public string ForApplication(
        Tenant tenant, FakeApplication application, ScopeRequest scopes, IReadOnlyList<string> permissions, RequestedClaims claims)
    {
        var json = Access(tenant, application, scopes, claims, application.ServicePrincipalId, application.ServicePrincipalId);
        json["idtyp"] = "app";
        if (permissions.Count > 0)
            json["roles"] = ToArray(permissions);

        return state.Key.Sign(json);
    }

    public string Id(Tenant tenant, FakeApplication application, FakeUser user, string? nonce)
    {
        var json = Timed(application.ClientId, state.IssuerOf(tenant, isOfGraph: false));
        json["name"] = user.DisplayName;
        if (nonce is not null)
            json["nonce"] = nonce;
        json["oid"] = user.ObjectId;
        json["preferred_username"] = user.UserPrincipalName;
        json["sub"] = SubOf(application, user);
        json["tid"] = tenant.Id;
        json["ver"] = "2.0";
        return state.Key.Sign(json);
    }

    /// <summary>A token of the issuer whose subjects applications can trust.</summary>
    public string Federated(string subject, string audience)
    {
        var json = Timed(audience, state.FederatedIssuer);
        json["sub"] = subject;
        return state.Key.Sign(json);
    }

    public static string ClientInfo(Tenant tenant, FakeUser user) =>
        Base64Url.EncodeToString(JsonBytes.Of(new JsonObject { ["uid"] = user.ObjectId, ["utid"] = tenant.Id }));

    // The same person has another sub for each application.
    private static string SubOf(FakeApplication application, FakeUser user) =>
        DerivedId.Of($"{application.ClientId} {user.ObjectId}").Replace("-", "", StringComparison.Ordinal);

    private static JsonArray ToArray(IReadOnlyList<string> texts) => [.. texts.Select(static text => (JsonNode)text)];

    private JsonObject Timed(string audience, string issuer)
    {
        var now = state.Now;
        return new JsonObject
        {
            ["aud"] = audience,
            ["iss"] = issuer,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.Add(state.TokenLifetime).ToUnixTimeSeconds(),
        };
    }

    // Graph's tokens are still of the first version, those of other applications of the second.
    private JsonObject Access(
        Tenant tenant, FakeApplication application, ScopeRequest scopes, RequestedClaims claims, string objectId, string subject)
    {
        var isOfGraph = scopes.Api is null;
        var json = Timed(scopes.Api?.ClientId ?? scopes.Resource, state.IssuerOf(tenant, isOfGraph));
        json[isOfGraph ? "appid" : "azp"] = application.ClientId;
        json[isOfGraph ? "appidacr" : "azpacr"] = application.IsPublic ? "0" : "1";
        if (isOfGraph)
            json["app_displayname"] = application.Name;
        json["oid"] = objectId;
        json["sub"] = subject;
        json["tid"] = tenant.Id;
        json["uti"] = NextUti();
        json["ver"] = isOfGraph ? "1.0" : "2.0";
        if (claims.Capabilities.Count > 0)
            json["xms_cc"] = ToArray(claims.Capabilities);
        if (claims.Contexts.Count > 0)
            json["acrs"] = ToArray(claims.Contexts);
        return json;
    }

    private string NextUti()
    {
        var bytes = Guid.NewGuid().ToByteArray();
        BinaryPrimitives.WriteInt64BigEndian(bytes, state.Revocations.NextSerial());
        return Base64Url.EncodeToString(bytes);
    }
}
