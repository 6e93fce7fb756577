namespace Attendance.Client.Testing.Internal;

/// <summary>What an authorization code is redeemed with.</summary>
internal sealed record CodeGrant(
    UserGrant Grant, string RedirectUri, string? Challenge, string? ChallengeMethod, string? Nonce, string? Claims);
