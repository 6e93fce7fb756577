using Azure.Core;

namespace Attendance.Client.Internal;

/// <summary>
/// Keeps a token until shortly before it expires. Some credentials, such as the Azure CLI's, otherwise start a process for each request.
/// </summary>
#pragma warning disable CA1001 // Type owns disposable field: a semaphore holds nothing to release unless its wait handle is asked for.
internal sealed class CachingCredential(TokenCredential credential, TimeProvider timeProvider) : TokenCredential
#pragma warning restore CA1001
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _renewal = new(1, 1);
    private volatile CachedToken? _cached;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Tokens are asked for asynchronously.");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        if (Find(requestContext, _cached) is { } token)
            return token;

        var seen = _cached;
        await _renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A claims challenge rejects the token that is in the cache, unless somebody else has renewed it while we waited.
            var current = _cached;
            if (!ReferenceEquals(current, seen) && current is not null && IsFresh(current.Token))
                return current.Token;

            var renewed = await credential.GetTokenAsync(requestContext, cancellationToken).ConfigureAwait(false);
            _cached = new CachedToken(renewed);
            return renewed;
        }
        finally
        {
            _renewal.Release();
        }
    }

    private AccessToken? Find(TokenRequestContext requestContext, CachedToken? cached) =>
        string.IsNullOrEmpty(requestContext.Claims) && cached is not null && IsFresh(cached.Token) ? cached.Token : null;

    private bool IsFresh(AccessToken token) => timeProvider.GetUtcNow() + Margin < token.ExpiresOn;

    private sealed record CachedToken(AccessToken Token);
}
