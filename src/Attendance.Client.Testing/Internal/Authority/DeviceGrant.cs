namespace Attendance.Client.Testing.Internal;

/// <summary>A sign-in that somebody does on another device.</summary>
internal sealed class DeviceGrant(Tenant? tenant, FakeApplication application, string scope, string? claims, DateTimeOffset issuedAt)
{
    public Tenant? Tenant { get; } = tenant;

    public FakeApplication Application { get; } = application;

    public string Scope { get; } = scope;

    public string? Claims { get; } = claims;

    public DateTimeOffset IssuedAt { get; } = issuedAt;

    public UserGrant? Approved { get; set; }

    public bool IsDenied { get; set; }

    public DateTimeOffset? PolledAt { get; set; }
}
