using System.Globalization;
using System.Text;

namespace Attendance.Client.Testing.Internal;

/// <summary>Checks as Graph does the tokens that a sign-in server gave.</summary>
/// <param name="state">The server.</param>
/// <param name="graph">The graph, whose clock tells which tokens are expired.</param>
/// <param name="tenantId">The tenant whose data the graph holds.</param>
/// <param name="context">The authentication context that every token needs, or null for none.</param>
internal sealed class GraphTokenCheck(AuthorityState state, FakeGraph graph, string tenantId, string? context)
{
    /// <exception cref="GraphRefusal">Graph would not accept the token.</exception>
    public FakeCaller Caller(Uri address, string token)
    {
        var presented = SignedToken.Parse(token)
            ?? throw GraphRefusal.InvalidToken("CompactToken parsing failed with error code: 80049217", Challenge());
        CheckOrigin(presented, address);
        CheckTime(presented);
        CheckClaims(presented);
        var application = presented.Text("appid") ?? "";
        return presented.Text("idtyp") == "app"
            ? FakeCaller.Application(application, presented.Texts("roles"))
            : FakeCaller.UserOf(presented.Text("oid") ?? "", application, presented.Texts("scp"));
    }

    private void CheckOrigin(SignedToken token, Uri address)
    {
        if (!state.Key.HasSigned(token))
            throw GraphRefusal.InvalidToken("Access token validation failure. Invalid signature.", Challenge());
        if (!Uri.TryCreate(token.Audience, UriKind.Absolute, out var audience) || audience.PathAndQuery != "/"
            || audience.GetLeftPart(UriPartial.Authority) != address.GetLeftPart(UriPartial.Authority))
        {
            throw GraphRefusal.InvalidToken("Access token validation failure. Invalid audience.", Challenge());
        }

        if (!tenantId.Equals(token.Text("tid"), StringComparison.OrdinalIgnoreCase))
            throw GraphRefusal.InvalidToken("Access token validation failure. Invalid issuer.", Challenge());
    }

    private void CheckTime(SignedToken token)
    {
        var now = graph.TimeProvider.GetUtcNow();
        if (token.Expiry is not { } expiry || expiry <= now)
            throw GraphRefusal.InvalidToken("Lifetime validation failed, the token is expired.", Challenge());
        if (token.NotBefore is { } notBefore && notBefore > now)
            throw GraphRefusal.InvalidToken("Access token has expired or is not yet valid.", Challenge());
    }

    private void CheckClaims(SignedToken token)
    {
        lock (state.Gate)
        {
            if (state.Revocations.Of(TokenIssuer.SubjectOf(token) ?? "", TokenIssuer.SerialOf(token)) is { } revokedAt)
            {
                var second = revokedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                throw GraphRefusal.InvalidToken(
                    "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: " +
                    "TokenIssuedBeforeRevocationTimestamp",
                    Challenge(ClaimsFor("nbf", second)));
            }
        }

        if (context is not null && !token.Texts("acrs").Contains(context, StringComparer.Ordinal))
        {
            throw GraphRefusal.InvalidToken(
                $"The token lacks the authentication context '{context}'.", Challenge(ClaimsFor("acrs", context)));
        }
    }

    private static string ClaimsFor(string claim, string value) =>
        "{\"access_token\":{\"" + claim + "\":{\"essential\":true,\"value\":\"" + value + "\"}}}";

    private string Challenge(string? claims = null) =>
        $"Bearer realm=\"\", authorization_uri=\"{state.Endpoint}common/oauth2/v2.0/authorize\", " +
        "client_id=\"00000003-0000-0000-c000-000000000000\", " +
        (claims is null
            ? "error=\"invalid_token\""
            : $"error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))}\"");
}
