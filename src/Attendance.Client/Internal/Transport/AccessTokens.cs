using Azure.Core;
using Azure.Identity;

namespace Attendance.Client.Internal;

/// <summary>
/// The access tokens of a credential. Only those of a credential of Azure.Identity are kept, as it acts for one identity, and some of them
/// start a process whenever they are asked. Any other may look up who the current user is, so it is asked with every request, and keeps
/// tokens as it sees fit.
/// </summary>
internal sealed class AccessTokens(TokenCredential credential, string scope, TimeProvider timeProvider, bool isKept)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    private readonly string[] _scopes = [scope];
    private readonly object _lock = new();
    private volatile KeptToken? _kept;
    private BearerToken? _last;
    private Asking? _asking;

    public AccessTokens(TokenCredential credential, string scope, TimeProvider timeProvider)
        : this(credential, scope, timeProvider, ActsForOneIdentity(credential))
    {
    }

    /// <summary>A token that is not about to expire.</summary>
    /// <exception cref="AttendanceRequestException">The credential's token cannot stand in a header.</exception>
    /// <exception cref="AuthenticationFailedException">The credential has given up, or failed as those of Azure.Identity do.</exception>
    public ValueTask<BearerToken> GetAsync(CancellationToken cancellationToken) =>
        _kept is { } kept && IsFresh(kept) ? new(kept.Token) : AskAsync(rejected: null, claims: null, cancellationToken);

    /// <summary>A token in place of the one that Graph rejected, with the claims that it asks for, if any.</summary>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public ValueTask<BearerToken> RenewAsync(BearerToken rejected, string? claims, CancellationToken cancellationToken) =>
        AskAsync(rejected, claims, cancellationToken);

    // A chain may hold credentials of the application's own.
    internal static bool ActsForOneIdentity(TokenCredential credential) =>
        credential.GetType().Assembly == typeof(DefaultAzureCredential).Assembly && credential is not ChainedTokenCredential;

    private async ValueTask<BearerToken> AskAsync(BearerToken? rejected, string? claims, CancellationToken cancellationToken)
    {
        // What a current user is found by flows with the execution context, so calls that have the same one have the same user.
        var context = isKept ? null : ExecutionContext.Capture();
        while (true)
        {
            Asking asking;
            var isMine = false;
            lock (_lock)
            {
                // Looked at before the token, which is kept before an answer is given: so one or the other is seen.
                var shared = _asking is { } other && other.IsSharedWith(context, claims) ? other : null;

                // Somebody else may have renewed it since.
                if (_kept is { } kept && IsFresh(kept) && !ReferenceEquals(kept.Token, rejected))
                    return kept.Token;

                if (shared is not null)
                {
                    asking = shared;
                }
                else
                {
                    _asking = asking = new Asking(context, claims, cancellationToken);
                    isMine = true;
                }
            }

            if (isMine)
                _ = AnswerAsync(asking, claims, cancellationToken);

            try
            {
                return await Cancellation.WaitAsync(asking.Answer, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                if (isMine || cancellationToken.IsCancellationRequested)
                    throw Cancellation.Of(exception, cancellationToken);

                // Whoever asked has given up, so somebody else has to ask.
            }
        }
    }

    private async Task AnswerAsync(Asking asking, string? claims, CancellationToken cancellationToken)
    {
        try
        {
            asking.Succeed(await AskCredentialAsync(claims, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            asking.Fail(exception);
        }
    }

    private async Task<BearerToken> AskCredentialAsync(string? claims, CancellationToken cancellationToken)
    {
        AccessToken answer;
        try
        {
            var request = new TokenRequestContext(_scopes, claims: claims, isCaeEnabled: true);
            answer = await credential.GetTokenAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AuthenticationFailedException(
                $"{credential.GetType().Name} gave up before it had a token, " +
                "though nobody cancelled the call. Check that what it asks can be reached.",
                exception);
        }

        // A header is made once for each token, however often the credential gives that.
        var last = _last;
        var token = last is not null && string.Equals(last.Value, answer.Token, StringComparison.Ordinal)
            ? last
            : BearerToken.Of(answer.Token);
        _last = token;
        if (isKept)
            _kept = new KeptToken(token, KeepUntil(answer));
        return token;
    }

    // A short-lived token is kept for three quarters of its life, any other until five minutes before its end, and none longer than it may
    // be.
    private DateTimeOffset KeepUntil(AccessToken token)
    {
        var life = token.ExpiresOn - timeProvider.GetUtcNow();
        var margin = life.Ticks / 4 < LongestMargin.Ticks ? TimeSpan.FromTicks(Math.Max(life.Ticks / 4, 0)) : LongestMargin;
        var end = token.ExpiresOn - margin;
        return token.RefreshOn is { } refresh && refresh < end ? refresh : end;
    }

    private bool IsFresh(KeptToken token) => timeProvider.GetUtcNow() < token.Until;

    private sealed class KeptToken(BearerToken token, DateTimeOffset until)
    {
        public BearerToken Token => token;

        public DateTimeOffset Until => until;
    }

    /// <summary>A question to the credential, whose answer goes to all who wait for it.</summary>
    private sealed class Asking(ExecutionContext? context, string? claims, CancellationToken asker)
    {
        private readonly TaskCompletionSource<BearerToken> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<BearerToken> Answer => _answer.Task;

        public bool IsSharedWith(ExecutionContext? otherContext, string? otherClaims) =>
            !Answer.IsCompleted
            && !asker.IsCancellationRequested
            && ReferenceEquals(context, otherContext)
            && string.Equals(claims, otherClaims, StringComparison.Ordinal);

        public void Succeed(BearerToken token) => _answer.SetResult(token);

        public void Fail(Exception exception)
        {
            if (exception is OperationCanceledException)
                _answer.SetCanceled();
            else
                _answer.SetException(exception);

            // Looked at, as nobody may be waiting any longer.
            _ = Answer.Exception;
        }
    }
}
