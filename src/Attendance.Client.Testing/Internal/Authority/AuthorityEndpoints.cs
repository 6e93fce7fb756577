using System.Globalization;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Answers what is asked of a sign-in server, errors included.</summary>
internal sealed class AuthorityEndpoints
{
    private readonly AuthorityState _state;
    private readonly TokenEndpoint _tokens;
    private readonly AuthorizeEndpoint _authorize;
    private readonly DiscoveryEndpoint _discovery;

    public AuthorityEndpoints(AuthorityState state)
    {
        _state = state;
        Issuer = new TokenIssuer(state);
        _tokens = new TokenEndpoint(state, Issuer);
        _authorize = new AuthorizeEndpoint(state);
        _discovery = new DiscoveryEndpoint(state);
        Device = new DeviceEndpoint(state);
    }

    public TokenIssuer Issuer { get; }

    public DeviceEndpoint Device { get; }

    public AuthorityAnswer Answer(AuthorityCall call)
    {
        var isPage = call.Segments is [_, "oauth2", "v2.0", "authorize" or "logout"] or ["device"];
        try
        {
            lock (_state.Gate)
            {
                return (call.Method, call.Segments) switch
                {
                    ("GET", [_, "discovery", "instance"]) => _discovery.Instance(call),
                    ("GET", [_, "v2.0", ".well-known", "openid-configuration"]) => _discovery.OpenId(call, isSecondVersion: true),
                    ("GET", [_, ".well-known", "openid-configuration"]) => _discovery.OpenId(call, isSecondVersion: false),
                    ("GET", [_, "discovery", "v2.0", "keys"] or [_, "discovery", "keys"]) => _discovery.Keys(call),
                    ("POST", [_, "oauth2", "v2.0", "token"]) => _tokens.Answer(call),
                    ("POST" or "GET", [_, "oauth2", "v2.0", "devicecode"]) => Device.Begin(call),
                    ("GET" or "POST", [_, "oauth2", "v2.0", "authorize"]) => _authorize.Answer(call),
                    ("GET" or "POST", [_, "oauth2", "v2.0", "logout"]) => SignOut(call),
                    ("GET" or "POST", ["device"]) => Device.Show(call),
                    _ => AuthorityAnswer.Json(new JsonObject { ["error"] = "not_found" }, status: 404),
                };
            }
        }
        catch (AuthorityRefusal refusal)
        {
            var answer = isPage
                ? AuthorityAnswer.Page(SignInPages.Say("Sorry, but we're having trouble signing you in.", refusal.Message), status: 400)
                : AuthorityAnswer.Json(ToJson(refusal, call), refusal.Status);
            return answer with { ErrorNumber = refusal.Number };
        }
    }

    private AuthorityAnswer SignOut(AuthorityCall call)
    {
        var tenant = _state.FindTenant(call.Tenant);
        _state.SignedInUser = null;
        if (call["post_logout_redirect_uri"] is not { } address
            || !(tenant is null ? _state.Tenants : [tenant]).Any(known => known.AllowsLogoutTo(address)))
        {
            return AuthorityAnswer.Page(SignInPages.Say("Signed out", "You have signed out. You may close this page."));
        }

        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return AuthorityAnswer.Redirect(
            call["state"] is { } given ? $"{address}{separator}state={Uri.EscapeDataString(given)}" : address);
    }

    private JsonObject ToJson(AuthorityRefusal refusal, AuthorityCall call)
    {
        var timestamp = _state.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var traceId = Guid.NewGuid().ToString();
        var correlationId = Guid.TryParse(call.CorrelationId, out var given) ? given.ToString() : Guid.NewGuid().ToString();
        var json = new JsonObject
        {
            ["error"] = refusal.Error,
            ["error_description"] =
                $"{refusal.Message} Trace ID: {traceId} Correlation ID: {correlationId} Timestamp: {timestamp}",
            ["error_codes"] = new JsonArray((JsonNode)refusal.Number),
            ["timestamp"] = timestamp,
            ["trace_id"] = traceId,
            ["correlation_id"] = correlationId,
        };
        if (refusal.SubError is not null)
            json["suberror"] = refusal.SubError;

        return json;
    }
}
