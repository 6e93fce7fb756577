using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Signs users in on another device than the one that asks.</summary>
internal sealed class DeviceEndpoint(AuthorityState state)
{
    private string Address => $"{state.Endpoint}device";

    /// <summary>Gives a code to the device.</summary>
    /// <exception cref="AuthorityRefusal">The request is not understood.</exception>
    public AuthorityAnswer Begin(AuthorityCall call)
    {
        var tenant = state.FindTenant(call.Tenant);
        var application = state.Application(tenant, call.Required("client_id"));
        var (deviceCode, userCode) = state.Grants.Add(
            new DeviceGrant(tenant, application, call.Required("scope"), call["claims"], state.Now));
        return AuthorityAnswer.Json(new JsonObject
        {
            ["user_code"] = userCode,
            ["device_code"] = deviceCode,
            ["verification_uri"] = Address,
            ["expires_in"] = (long)Grants.DeviceCodeLifetime.TotalSeconds,
            ["interval"] = (long)state.DeviceCodeInterval.TotalSeconds,
            ["message"] = $"To sign in, use a web browser to open the page {Address} and enter the code {userCode} to authenticate.",
        });
    }

    /// <summary>The page on which the user enters the code, then says who he or she is.</summary>
    public AuthorityAnswer Show(AuthorityCall call)
    {
        if (call["user_code"] is not { } userCode)
            return AuthorityAnswer.Page(SignInPages.EnterCode());
        if (Waiting(userCode) is not { } device)
            return AuthorityAnswer.Page(SignInPages.Say("No such code", "The code is not valid, or it has expired."), status: 400);
        if (call["cancel"] is not null)
        {
            device.IsDenied = true;
            return AuthorityAnswer.Page(SignInPages.Say("Cancelled", $"{device.Application.Name} gets no token."));
        }

        if (call["username"] is not { } user)
        {
            var users = device.Tenant?.Users ?? state.Tenants.SelectMany(static tenant => tenant.Users);
            return AuthorityAnswer.Page(SignInPages.PickUser(device.Application, users));
        }

        Approve(device, user);
        return AuthorityAnswer.Page(
            SignInPages.Say("Signed in", $"You have signed in to {device.Application.Name}. You may close this page."));
    }

    /// <summary>The sign-in that waits for the user with a code, or null for none.</summary>
    public DeviceGrant? Waiting(string userCode) =>
        state.Grants.DeviceOfUser(userCode) is { IsDenied: false, Approved: null } device
            && state.Now < device.IssuedAt + Grants.DeviceCodeLifetime
            ? device
            : null;

    /// <exception cref="AuthorityRefusal">There is no such user, or the application lacks consent.</exception>
    public void Approve(DeviceGrant device, string user)
    {
        var tenant = state.TenantOf(device.Tenant, user);
        _ = ScopeRequest.Parse(device.Scope, tenant).DelegatedTo(device.Application);
        device.Approved = new UserGrant(
            tenant, device.Application.ClientId, tenant.User(user), device.Scope, state.Revocations.NextSerial(), state.Now);
    }
}
