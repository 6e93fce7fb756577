using Azure.Core;

namespace Attendance.Client.Tests;

internal sealed class SlowCredential(OnlyThread thread) : TokenCredential
{
    private int _tokens;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _tokens);
        await thread.HoldAsync(number == 1 ? "token" : "other token").ConfigureAwait(false);
        return new AccessToken($"token-{number}", DateTimeOffset.MaxValue);
    }
}
