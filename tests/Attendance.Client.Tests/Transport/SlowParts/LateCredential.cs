using Azure.Core;

namespace Attendance.Client.Tests;

internal sealed class LateCredential(Task until) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        await until.ConfigureAwait(false);
        return new AccessToken("token", DateTimeOffset.MaxValue);
    }
}
