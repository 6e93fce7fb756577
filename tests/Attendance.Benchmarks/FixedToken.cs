using Azure.Core;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Attendance.Benchmarks;

/// <summary>An access token at no cost, for Azure's kind of client and for Kiota's.</summary>
internal sealed class FixedToken : TokenCredential, IAccessTokenProvider
{
    public const string Value = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.bm90LWEtdG9rZW4.c2lnbmF0dXJl";

    public AllowedHostsValidator AllowedHostsValidator { get; } = new();

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(Value, DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));

    public Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default) => Task.FromResult(Value);
}
