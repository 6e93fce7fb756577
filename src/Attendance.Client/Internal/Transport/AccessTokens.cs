using Azure.Core;

namespace Attendance.Client.Internal;

/// <summary>
/// The access token, kept until shortly before it expires. Some credentials, such as the Azure CLI's, otherwise start a process for each
/// request.
/// </summary>
#pragma warning disable CA1001 // Type owns disposable field: a semaphore holds nothing to release unless its wait handle is asked for.
internal sealed class AccessTokens(TokenCredential credential, string scope, TimeProvider timeProvider)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _renewal = new(1, 1);
    private volatile BearerToken? _kept;

    /// <summary>A token that is not about to expire.</summary>
    public ValueTask<BearerToken> GetAsync(CancellationToken cancellationToken) =>
        _kept is { } kept && IsFresh(kept) ? new(kept) : RenewAsync(rejected: null, claims: null, cancellationToken);

    /// <summary>A token in place of the one that Graph rejected, with the claims that it asks for, if any.</summary>
    public async ValueTask<BearerToken> RenewAsync(BearerToken? rejected, string? claims, CancellationToken cancellationToken)
    {
        await _renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Somebody else may have renewed it while we waited.
            if (_kept is { } kept && IsFresh(kept) && !ReferenceEquals(kept, rejected))
                return kept;

            var context = new TokenRequestContext([scope], claims: claims, isCaeEnabled: true);
            var token = await credential.GetTokenAsync(context, cancellationToken).ConfigureAwait(false);
            return _kept = new BearerToken(token.Token, token.ExpiresOn);
        }
        finally
        {
            _renewal.Release();
        }
    }

    private bool IsFresh(BearerToken token) => timeProvider.GetUtcNow() + Margin < token.ExpiresOn;
}
