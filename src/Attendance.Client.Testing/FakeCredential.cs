using Azure.Core;

namespace Attendance.Client.Testing;

/// <summary>A credential that gives the same token to whoever asks, and never goes anywhere for it.</summary>
/// <param name="token">The token; empty for a request without one.</param>
public sealed class FakeCredential(string token = "fake-token") : TokenCredential
{
    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(token, DateTimeOffset.MaxValue);

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
