namespace Attendance.Client.Testing.Internal;

/// <summary>Signs users in with a browser and sends them back with a code.</summary>
internal sealed class AuthorizeEndpoint(AuthorityState state)
{
    /// <exception cref="AuthorityRefusal">Nobody can be sent back with the error.</exception>
    public AuthorityAnswer Answer(AuthorityCall call)
    {
        var tenant = state.FindTenant(call.Tenant);
        var application = state.Application(tenant, call.Required("client_id"));
        var redirectUri = call["redirect_uri"] ?? (application.RedirectUris is [var only, ..] ? only : call.Required("redirect_uri"));
        if (!RedirectRule.Allows(application, redirectUri))
            throw AuthorityRefusal.WrongRedirect(application.ClientId, redirectUri);

        try
        {
            return SignIn(call, tenant, application, redirectUri);
        }
        catch (AuthorityRefusal refusal)
        {
            // An OAuth error that only the token endpoint may use has a name of its own here.
            var error = refusal.Error == "invalid_grant" ? refusal.SubError ?? "access_denied" : refusal.Error;
            return SendBack(call, redirectUri, ("error", error), ("error_description", refusal.Message)) with
            {
                ErrorNumber = refusal.Number,
            };
        }
    }

    private AuthorityAnswer SignIn(AuthorityCall call, Tenant? tenant, FakeApplication application, string redirectUri)
    {
        if (call.Required("response_type") is var type && type != "code")
            throw AuthorityRefusal.UnsupportedResponse(type);

        var scope = call.Required("scope");
        _ = RequestedClaims.Parse(call["claims"]);
        if (call["cancel"] is not null)
            throw AuthorityRefusal.UserCancelled(application.ClientId);
        if ((call["username"] ?? state.SignedInUser) is not { } name)
        {
            if (call["prompt"] == "none")
                throw AuthorityRefusal.NobodySignedIn();

            var users = tenant?.Users ?? state.Tenants.SelectMany(static known => known.Users);
            return AuthorityAnswer.Page(SignInPages.PickUser(application, users));
        }

        var home = state.TenantOf(tenant, name);
        _ = ScopeRequest.Parse(scope, home).DelegatedTo(application);
        var grant = new UserGrant(
            home, application.ClientId, home.User(name), scope, state.Revocations.NextSerial(), state.Now);
        var code = state.Grants.Add(new CodeGrant(
            grant, redirectUri, call["code_challenge"], call["code_challenge_method"], call["nonce"], call["claims"]));
        return SendBack(
            call, redirectUri, ("code", code),
            call["client_info"] == "1" ? ("client_info", TokenIssuer.ClientInfo(home, grant.User)) : ("", ""));
    }

    private static AuthorityAnswer SendBack(AuthorityCall call, string redirectUri, params IEnumerable<(string Name, string Value)> fields)
    {
        List<KeyValuePair<string, string>> all =
        [
            .. fields.Append(("state", call["state"] ?? "")).Where(static field => field.Item2.Length > 0)
                .Select(static field => KeyValuePair.Create(field.Item1, field.Item2)),
        ];
        if (call["response_mode"] == "form_post")
            return AuthorityAnswer.Page(SignInPages.PostBack(redirectUri, all), runsScript: true);

        var text = string.Join('&', all.Select(static field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        var separator = call["response_mode"] == "fragment" ? '#' : redirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return AuthorityAnswer.Redirect($"{redirectUri}{separator}{text}");
    }
}
