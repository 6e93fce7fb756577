using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Gives tokens for codes, refresh tokens, proofs of an application, and tokens of users.</summary>
internal sealed class TokenEndpoint(AuthorityState state, TokenIssuer issuer)
{
    private readonly ClientProof _proof = new(state);

    /// <exception cref="AuthorityRefusal">There is no token for this.</exception>
    public AuthorityAnswer Answer(AuthorityCall call)
    {
        var tenant = state.FindTenant(call.Tenant);
        var application = state.Application(tenant, call.Required("client_id"));
        var grant = call.Required("grant_type");
        var claims = RequestedClaims.Parse(call["claims"]);
        _proof.Check(call, tenant, application);
        return grant switch
        {
            "authorization_code" => Redeem(call, application, claims),
            "refresh_token" => Refresh(call, application, claims),
            "device_code" or "urn:ietf:params:oauth:grant-type:device_code" => FinishDevice(call, application, claims),
            "client_credentials" => ForApplication(call, tenant ?? throw AuthorityRefusal.NoTenant(), application, claims),
            "urn:ietf:params:oauth:grant-type:jwt-bearer" => OnBehalfOf(call, application, claims),
            _ => throw AuthorityRefusal.UnsupportedGrant(grant),
        };
    }

    private static bool IsProofOf(CodeGrant code, string? verifier) => code.Challenge is null
        || (verifier is not null && code.Challenge == (code.ChallengeMethod == "S256"
            ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
            : verifier));

    private static AuthorityAnswer Answer(JsonObject json, TimeSpan lifetime, string accessToken)
    {
        json["token_type"] = "Bearer";
        json["expires_in"] = (long)lifetime.TotalSeconds;
        json["ext_expires_in"] = (long)lifetime.TotalSeconds;
        json["access_token"] = accessToken;
        return AuthorityAnswer.Json(json);
    }

    private AuthorityAnswer Redeem(AuthorityCall call, FakeApplication application, RequestedClaims claims)
    {
        var code = state.Grants.Redeem(call.Required("code"));
        CheckGrant(code.Grant, application, Grants.CodeLifetime);
        if (call.Required("redirect_uri") is var redirectUri && redirectUri != code.RedirectUri)
            throw AuthorityRefusal.RedirectMismatch(redirectUri, code.RedirectUri);
        if (!IsProofOf(code, call["code_verifier"]))
            throw AuthorityRefusal.WrongVerifier();

        var wanted = call["claims"] is null ? RequestedClaims.Parse(code.Claims) : claims;
        return ForUser(call, code.Grant, application, call["scope"] ?? code.Grant.Scope, wanted, code.Nonce);
    }

    private AuthorityAnswer Refresh(AuthorityCall call, FakeApplication application, RequestedClaims claims)
    {
        var grant = state.Grants.Refresh(call.Required("refresh_token"));
        CheckGrant(grant, application, Grants.RefreshTokenLifetime);
        CheckSilence(grant, call["scope"] ?? grant.Scope);
        return ForUser(call, grant, application, call["scope"] ?? grant.Scope, claims);
    }

    private AuthorityAnswer FinishDevice(AuthorityCall call, FakeApplication application, RequestedClaims claims)
    {
        var deviceCode = call["device_code"] ?? call.Required("code");
        var device = state.Grants.Device(deviceCode);
        if (device.Application.ClientId != application.ClientId)
            throw AuthorityRefusal.GrantOfAnother(application.ClientId);

        var now = state.Now;
        if (device.IssuedAt + Grants.DeviceCodeLifetime <= now)
            throw AuthorityRefusal.DeviceCodeExpired();
        if (device.IsDenied)
            throw AuthorityRefusal.Declined();

        // Half of it, since timers are no finer.
        var isTooFast = now < device.PolledAt + (state.DeviceCodeInterval / 2);
        device.PolledAt = now;
        if (device.Approved is not { } grant)
            throw isTooFast ? AuthorityRefusal.TooFast() : AuthorityRefusal.Pending();

        state.Grants.RemoveDevice(deviceCode);
        var wanted = call["claims"] is null ? RequestedClaims.Parse(device.Claims) : claims;
        return ForUser(call, grant, application, call["scope"] ?? grant.Scope, wanted);
    }

    private AuthorityAnswer ForApplication(AuthorityCall call, Tenant tenant, FakeApplication application, RequestedClaims claims)
    {
        if (application.IsPublic)
            throw AuthorityRefusal.NoProof();

        var scopes = ScopeRequest.Parse(call.Required("scope"), tenant);
        return Answer(
            [], state.TokenLifetime, issuer.ForApplication(tenant, application, scopes, scopes.GrantedTo(application), claims));
    }

    private AuthorityAnswer OnBehalfOf(AuthorityCall call, FakeApplication application, RequestedClaims claims)
    {
        if (call.Required("requested_token_use") != "on_behalf_of")
            throw AuthorityRefusal.Malformed("The parameter 'requested_token_use' has to be 'on_behalf_of'.");

        var assertion = SignedToken.Parse(call.Required("assertion")) ?? throw AuthorityRefusal.NoToken("It has no three parts.");
        if (!state.Key.HasSigned(assertion) || assertion.Text("tid") is not { } tid || assertion.Text("idtyp") != "user")
            throw AuthorityRefusal.WrongUserAssertion();
        if (!application.IsCalled(assertion.Audience ?? ""))
            throw AuthorityRefusal.UserAssertionOfAnother();

        var now = state.Now;
        if (assertion.Expiry <= now || assertion.NotBefore > now)
            throw AuthorityRefusal.UserAssertionOutOfTime();

        var tenant = state.Tenant(tid);
        var scope = call.Required("scope");
        var grant = new UserGrant(
            tenant, application.ClientId, tenant.User(assertion.Text("oid") ?? ""), scope, TokenIssuer.SerialOf(assertion), now);
        CheckGrant(grant, application, Grants.RefreshTokenLifetime);
        CheckSilence(grant, scope);
        return ForUser(call, grant, application, scope, claims);
    }

    private void CheckGrant(UserGrant grant, FakeApplication application, TimeSpan lifetime)
    {
        if (!grant.ClientId.Equals(application.ClientId, StringComparison.OrdinalIgnoreCase))
            throw AuthorityRefusal.GrantOfAnother(application.ClientId);
        if (grant.IssuedAt + lifetime <= state.Now)
            throw AuthorityRefusal.Expired();
        if (state.Revocations.Of(grant.User.ObjectId, grant.Serial) is { } revokedAt)
            throw AuthorityRefusal.Revoked(grant.IssuedAt, revokedAt);
    }

    // As the user is known now, not as when he or she signed in.
    private static void CheckSilence(UserGrant grant, string scope)
    {
        if (grant.Tenant.User(grant.User.ObjectId).RequiresInteraction)
            throw AuthorityRefusal.InteractionRequired(ScopeRequest.Parse(scope, grant.Tenant).Resource);
    }

    private AuthorityAnswer ForUser(
        AuthorityCall call, UserGrant grant, FakeApplication application, string scope, RequestedClaims claims, string? nonce = null)
    {
        var scopes = ScopeRequest.Parse(scope, grant.Tenant);
        var permissions = scopes.DelegatedTo(application);
        var json = new JsonObject { ["scope"] = scopes.Granted(permissions) };
        var accessToken = issuer.ForUser(grant.Tenant, application, grant.User, scopes, permissions, claims);
        if (scopes.IsOffline)
        {
            json["refresh_token"] = state.Grants.AddRefreshToken(
                grant with { Scope = scope, Serial = state.Revocations.NextSerial(), IssuedAt = state.Now });
        }

        if (scopes.IsOpenId)
            json["id_token"] = issuer.Id(grant.Tenant, application, grant.User, nonce);
        if (call["client_info"] == "1")
            json["client_info"] = TokenIssuer.ClientInfo(grant.Tenant, grant.User);

        return Answer(json, state.TokenLifetime, accessToken);
    }
}
