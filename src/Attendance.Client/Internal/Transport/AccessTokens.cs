using System.Net.Http.Headers;
using Azure.Core;

namespace Attendance.Client.Internal;

/// <summary>
/// The access token, kept until shortly before it expires. Some credentials, such as the Azure CLI's, otherwise start a process for each request.
/// </summary>
#pragma warning disable CA1001 // Type owns disposable field: a semaphore holds nothing to release unless its wait handle is asked for.
internal sealed class AccessTokens(TokenCredential credential, string scope, TimeProvider timeProvider)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _renewal = new(1, 1);
    private volatile CachedToken? _cached;

    /// <summary>A token that is not about to expire.</summary>
    public ValueTask<AuthenticationHeaderValue> GetAsync(CancellationToken cancellationToken) =>
        _cached is { } cached && IsFresh(cached) ? new(cached.Header) : RenewAsync(rejected: null, claims: null, cancellationToken);

    /// <summary>A token in place of the one that Graph rejected, with the claims that it asks for, if any.</summary>
    public async ValueTask<AuthenticationHeaderValue> RenewAsync(AuthenticationHeaderValue? rejected, string? claims, CancellationToken cancellationToken)
    {
        await _renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Somebody else may have renewed it while we waited.
            if (_cached is { } cached && IsFresh(cached) && !ReferenceEquals(cached.Header, rejected))
                return cached.Header;

            var token = await credential.GetTokenAsync(new TokenRequestContext([scope], claims: claims, isCaeEnabled: true), cancellationToken).ConfigureAwait(false);
            var renewed = new CachedToken(new AuthenticationHeaderValue("Bearer", token.Token), token.ExpiresOn);
            _cached = renewed;
            return renewed.Header;
        }
        finally
        {
            _renewal.Release();
        }
    }

    private bool IsFresh(CachedToken token) => timeProvider.GetUtcNow() + Margin < token.ExpiresOn;

    private sealed class CachedToken(AuthenticationHeaderValue header, DateTimeOffset expiresOn)
    {
        public AuthenticationHeaderValue Header => header;

        public DateTimeOffset ExpiresOn => expiresOn;
    }
}
