using System.Net;
using Azure.Core;
using Azure.Identity;

namespace Attendance.Client.Tests;

/// <summary>No user is ever answered with another user's token.</summary>
public class WhoseToken
{
    private const string EmptyPage = """{"value":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public async Task A_credential_that_looks_up_the_current_user_is_asked_with_every_request()
    {
        var credential = new CurrentUserCredential();
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage);
        var client = graph.CreateClient(new AttendanceClientOptions(), credential);

        foreach (var user in new[] { "ada", "bob", "ada" })
        {
            CurrentUserCredential.Current.Value = user;
            await client.GetReportsAsync(Source).ToListAsync();
        }

        Assert.Equal(
            ["Bearer token-of-ada", "Bearer token-of-bob", "Bearer token-of-ada"],
            graph.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Two_users_at_once_each_have_their_own_token_also_where_both_wait_for_one()
    {
        var bothWait = new TaskCompletionSource();
        var credential = new CurrentUserCredential { Until = bothWait.Task };
        using var graph = new PagedGraph((_, _) => Task.FromResult(PagedGraph.Json(EmptyPage)));
        var sent = new List<string>();
        using var watched = new WatchingHandler(graph, sent);
        var client = new AttendanceClient(new HttpClient(watched), credential);

        var calls = new[] { "ada", "bob", "cy" }.Select(user => Task.Run(async () =>
        {
            CurrentUserCredential.Current.Value = user;
            await client.GetReportsAsync(AttendanceSource.Meeting(Organizer.User(user), "m")).ToListAsync();
        })).ToList();
        while (credential.Asked < 3)
            await Task.Yield();
        bothWait.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(
            ["ada Bearer token-of-ada", "bob Bearer token-of-bob", "cy Bearer token-of-cy"], sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_client_with_another_credential_shares_the_connection_and_no_token()
    {
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage);
        var ada = KeptTokens.Client(graph.Handler, new RecordingCredential());
        var bob = ada.WithVersion(GraphVersion.Beta).WithCredential(new Testing.FakeCredential("token-of-bob"));

        await ada.GetReportsAsync(Source).ToListAsync();
        await bob.GetReportsAsync(Source).ToListAsync();
        await ada.GetReportsAsync(Source).ToListAsync();

        Assert.Equal(
            ["Bearer token-1", "Bearer token-of-bob", "Bearer token-1"],
            graph.Requests.Select(request => request.Headers["Authorization"]));
        Assert.Equal(
            [
                "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports",
                "https://graph.microsoft.com/beta/me/onlineMeetings/m/attendanceReports",
                "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports",
            ],
            graph.Urls);
    }

    [Fact]
    public async Task A_client_with_another_credential_shares_the_hold_back()
    {
        var clock = new SkippingTimeProvider();
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "7")).Answers(EmptyPage);
        var client = graph.CreateClient(new AttendanceClientOptions { TimeProvider = clock, MaxRetries = 0 });

        await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportsAsync(Source).ToListAsync().AsTask());
        await client.WithCredential(new Testing.FakeCredential("other")).GetReportsAsync(Source).ToListAsync();

        Assert.Equal([TimeSpan.FromSeconds(7)], clock.Waits);
    }

    [Fact]
    public void Null_is_no_credential_and_a_mock_has_none()
    {
        Assert.Equal(
            "credential", Assert.Throws<ArgumentNullException>(() => new StubGraph().CreateClient().WithCredential(null!)).ParamName);
        Assert.Throws<NotSupportedException>(() => new MockedClient().WithCredential(new Testing.FakeCredential()));
    }

    [Fact]
    public async Task Those_who_wait_for_a_sign_in_share_its_failure()
    {
        var failure = new TaskCompletionSource();
        var credential = new RecordingCredential { Until = failure.Task };
        var client = KeptTokens.Client(new StubGraph().Handler, credential);

        var calls = Enumerable.Range(0, 100).Select(_ => client.GetReportAsync(Source, "r")).ToList();
        failure.SetException(new CredentialUnavailableException("no login"));

        foreach (var call in calls)
            Assert.Equal("no login", (await Assert.ThrowsAsync<CredentialUnavailableException>(() => call)).Message);
        Assert.Equal(1, credential.Begun);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_they_do_in_one_flow_with_a_credential_of_ones_own(bool fails)
    {
        var end = new TaskCompletionSource();
        var credential = new RecordingCredential { Until = end.Task };
        using var graph = new PagedGraph((_, _) => Task.FromResult(PagedGraph.Json(EmptyPage)));
        var client = new AttendanceClient(new HttpClient(graph), credential);

        var calls = Enumerable.Range(0, 100).Select(_ => client.GetReportsAsync(Source).ToListAsync().AsTask()).ToList();
        if (fails)
            end.SetException(new CredentialUnavailableException("no login"));
        else
            end.SetResult();

        foreach (var call in calls)
        {
            if (fails)
                await Assert.ThrowsAsync<CredentialUnavailableException>(() => call);
            else
                await call;
        }

        Assert.Equal(1, credential.Begun);
    }

    [Fact]
    public async Task Who_cancels_is_let_go_by_a_credential_that_does_not_heed_it_and_holds_nobody_else()
    {
        var release = new TaskCompletionSource();
        var credential = new RecordingCredential { Until = release.Task };
        using var graph = new PagedGraph((_, _) => Task.FromResult(PagedGraph.Json(EmptyPage)));
        var client = KeptTokens.Client(graph, credential);
        using var cancellation = new CancellationTokenSource();

        var first = client.GetReportAsync(Source, "r", cancellation.Token);
        var second = client.GetReportsAsync(Source).ToListAsync().AsTask();
        cancellation.Cancel();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first)).CancellationToken);
        release.SetResult();
        Assert.Empty(await second);
    }

    [Fact]
    public async Task A_sign_in_that_its_caller_cancels_is_begun_anew_by_one_who_waits()
    {
        var credential = new HeedingCredential();
        using var graph = new PagedGraph((_, _) => Task.FromResult(PagedGraph.Json(EmptyPage)));
        var client = KeptTokens.Client(graph, credential);
        using var cancellation = new CancellationTokenSource();

        var first = client.GetReportsAsync(Source, cancellationToken: cancellation.Token).ToListAsync(cancellation.Token).AsTask();
        var second = client.GetReportsAsync(Source).ToListAsync().AsTask();
        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Empty(await second);
        Assert.Equal(2, credential.Asked);
    }

    [Fact]
    public async Task A_credential_that_gives_up_by_itself_is_a_failed_sign_in_and_no_cancellation()
    {
        var credential = new RecordingCredential { Until = Task.FromException(new TaskCanceledException("IMDS")) };
        var graph = new StubGraph();

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(
            () => graph.CreateClient(new AttendanceClientOptions(), credential).GetReportAsync(Source, "r"));

        Assert.Equal(
            "RecordingCredential gave up before it had a token, though nobody cancelled the call. Check that what it asks can be reached.",
            exception.Message);
        Assert.IsType<TaskCanceledException>(exception.InnerException);
        Assert.Empty(graph.Requests);
    }

    [Theory]
    [InlineData("secret\n", "has the character U+000A at position 6, which cannot stand in a header")]
    [InlineData("söcret", "has the character U+00F6 at position 1, which cannot stand in a header")]
    [InlineData("sec ret", "has the character U+0020 at position 3, which cannot stand in a header")]
    [InlineData("secret\u0007", "has the character U+0007 at position 6, which cannot stand in a header")]
    public async Task A_token_that_cannot_stand_in_a_header_is_refused_at_once_and_not_quoted(string token, string fault)
    {
        var graph = new StubGraph();

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient(new AttendanceClientOptions(), new Testing.FakeCredential(token)).GetReportAsync(Source, "r"));

        Assert.Equal((AttendanceErrorReason.InvalidToken, 0), (exception.Reason, exception.Attempts));
        Assert.StartsWith($"The credential's access token {fault}. Nothing was sent. ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(graph.Requests);
    }

    private sealed class CurrentUserCredential : TokenCredential
    {
        private int _asked;

        public static AsyncLocal<string> Current { get; } = new();

        public Task Until { get; init; } = Task.CompletedTask;

        public int Asked => _asked;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            var user = Current.Value;
            Interlocked.Increment(ref _asked);
            await Until;
            return new AccessToken($"token-of-{user}", DateTimeOffset.MaxValue);
        }
    }

    private sealed class HeedingCredential : TokenCredential
    {
        private int _asked;

        public int Asked => _asked;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _asked) == 1)
                await Task.Delay(Timeout.Infinite, cancellationToken);

            return new AccessToken("token", DateTimeOffset.MaxValue);
        }
    }

    private sealed class WatchingHandler(HttpMessageHandler inner, List<string> sent) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (sent)
                sent.Add($"{request.RequestUri!.Segments[3].TrimEnd('/')} {request.Headers.Authorization}");

            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class MockedClient : AttendanceClient;
}
