using Attendance.Client.Internal;
using Azure.Core;

namespace Attendance.Cli;

/// <summary>Who has signed in, as far as the token tells.</summary>
internal sealed record SignedIn
{
    public string? Profile { get; private init; }

    public required string Auth { get; init; }

    public string? UserName { get; private init; }

    public string? UserId { get; private init; }

    public string? TenantId { get; private init; }

    public string? ApplicationId { get; private init; }

    public string? ApplicationName { get; private init; }

    /// <summary>Name of the cloud, or null where Graph is elsewhere.</summary>
    public string? Cloud { get; private init; }

    public required string Graph { get; init; }

    /// <summary>What the token allows, or null where nobody but Graph can read it.</summary>
    public IReadOnlyList<string>? Permissions { get; private init; }

    public DateTimeOffset? ExpiresAt { get; private init; }

    /// <summary>Whether an application has signed in for itself, or null where it is not known.</summary>
    public bool? IsApplication { get; private init; }

    public static SignedIn Of(SignInSettings settings, AccessToken token)
    {
        var claims = TokenClaims.Of(token.Token);
        return new SignedIn
        {
            Profile = settings.ProfileName,
            Auth = settings.Auth.Value,
            Cloud = settings.Endpoint is null ? settings.Cloud.Name : null,
            Graph = settings.Graph.AbsoluteUri.TrimEnd('/'),
            UserName = claims is { IsApplication: false } ? claims.UserName : null,
            UserId = claims is { IsApplication: false } ? claims.ObjectId : null,
            TenantId = claims?.TenantId,
            ApplicationId = claims?.ApplicationId,
            ApplicationName = claims?.ApplicationName,
            Permissions = claims?.Permissions,
            ExpiresAt = claims is null ? ExpiryOf(token) : claims.ExpiresAt,
            IsApplication = claims?.IsApplication,
        };
    }

    // A token that the user brings along says by itself when it expires, or nobody knows.
    private static DateTimeOffset? ExpiryOf(AccessToken token) => token.ExpiresOn == DateTimeOffset.MaxValue ? null : token.ExpiresOn;
}
