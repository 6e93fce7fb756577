namespace Attendance.Cli.Json;

/// <summary>Who has signed in, without the token.</summary>
internal sealed record SignedInJson(
    string? Profile,
    string Auth,
    bool? IsApplication,
    string? UserName,
    string? UserId,
    string? TenantId,
    string? ApplicationId,
    string? ApplicationName,
    string? Cloud,
    string Graph,
    IReadOnlyList<string>? Permissions,
    DateTimeOffset? ExpiresAt)
{
    public static SignedInJson Of(SignedIn who) => new(
        who.Profile, who.Auth, who.IsApplication, who.UserName, who.UserId, who.TenantId, who.ApplicationId, who.ApplicationName, who.Cloud,
        who.Graph, who.Permissions, who.ExpiresAt);
}
