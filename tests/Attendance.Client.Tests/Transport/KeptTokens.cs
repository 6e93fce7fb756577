using Attendance.Client.Internal;
using Azure.Core;
using Azure.Identity;

namespace Attendance.Client.Tests;

/// <summary>Tokens of a credential that acts for one identity, as those of Azure.Identity do, are kept.</summary>
public class KeptTokens
{
    private const string EmptyPage = """{"value":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    public static TheoryData<string, bool> Credentials => new()
    {
        { nameof(AzureCliCredential), true },
        { nameof(DefaultAzureCredential), true },
        { nameof(ClientSecretCredential), true },
        { nameof(ChainedTokenCredential), false },
        { nameof(RecordingCredential), false },
    };

    [Theory]
    [InlineData(3600, 54 * 60, 55 * 60)]
    [InlineData(240, 179, 180)]
    [InlineData(4, 2, 3)]
    public async Task One_is_kept_until_shortly_before_it_expires(int lifetime, int stillKept, int nolonger)
    {
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var start = clock.Now;
        var credential = new RecordingCredential { ExpiresOn = () => clock.Now.AddSeconds(lifetime) };
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage);
        var client = Client(graph.Handler, credential, clock);

        await client.GetReportsAsync(Source).ToListAsync();
        clock.Now = start.AddSeconds(stillKept);
        await client.WithVersion(GraphVersion.Beta).GetReportsAsync(Source).ToListAsync();
        clock.Now = start.AddSeconds(nolonger);
        await client.GetReportsAsync(Source).ToListAsync();

        Assert.Equal(
            ["Bearer token-1", "Bearer token-1", "Bearer token-2"], graph.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task One_is_kept_no_longer_than_the_credential_says()
    {
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var tokens = new AccessTokens(new RefreshingCredential(clock), "scope", clock, isKept: true);

        var first = await tokens.GetAsync(CancellationToken.None);
        clock.Now = clock.Now.AddMinutes(9);
        var second = await tokens.GetAsync(CancellationToken.None);
        clock.Now = clock.Now.AddMinutes(1);
        var third = await tokens.GetAsync(CancellationToken.None);

        Assert.Equal(("1", "1", "2"), (first.Value, second.Value, third.Value));
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public void Which_credentials_act_for_one_identity_is_told_by_their_type(string name, bool isOne)
    {
        TokenCredential credential = name switch
        {
            nameof(AzureCliCredential) => new AzureCliCredential(),
            nameof(DefaultAzureCredential) => new DefaultAzureCredential(),
            nameof(ClientSecretCredential) => new ClientSecretCredential("tenant", "client", "secret"),
            nameof(ChainedTokenCredential) => new ChainedTokenCredential(new RecordingCredential()),
            _ => new RecordingCredential(),
        };

        Assert.Equal(isOne, AccessTokens.ActsForOneIdentity(credential));
    }

    /// <summary>A client whose credential is taken for one of Azure.Identity's.</summary>
    internal static AttendanceClient Client(HttpMessageHandler handler, TokenCredential credential, TimeProvider? clock = null)
    {
        var options = new AttendanceClientOptions { TimeProvider = clock ?? TimeProvider.System };
        var connection = new GraphConnection(new HttpClient(handler, disposeHandler: false), options);
        return new AttendanceClient(
            connection, new AccessTokens(credential, "https://graph.microsoft.com/.default", options.TimeProvider, isKept: true),
            GraphVersion.V1);
    }

    private sealed class RefreshingCredential(FixedTimeProvider clock) : TokenCredential
    {
        private int _count;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"{++_count}", clock.Now.AddHours(1), clock.Now.AddMinutes(10));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
