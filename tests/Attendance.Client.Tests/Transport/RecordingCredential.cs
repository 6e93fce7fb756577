using Azure.Core;

namespace Attendance.Client.Tests;

/// <summary>Gives another token whenever it is asked, and keeps what it was asked for.</summary>
internal sealed class RecordingCredential : TokenCredential
{
    private int _begun;

    public List<TokenRequestContext> Asked { get; } = [];

    public int Begun => _begun;

    public Func<DateTimeOffset> ExpiresOn { get; init; } = () => DateTimeOffset.MaxValue;

    public Task Until { get; init; } = Task.CompletedTask;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _begun);
        await Until;
        lock (Asked)
        {
            Asked.Add(requestContext);
            return new AccessToken($"token-{Asked.Count}", ExpiresOn());
        }
    }
}
