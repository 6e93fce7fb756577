using System.Net;

namespace Attendance.Client.Tests;

[Collection(MachineTests.Name)]
public class RejectedTokens
{
    private const string Report = """{"id":"r","attendanceRecords":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private readonly SkippingTimeProvider _clock = new();

    [Fact]
    public async Task A_token_that_is_rejected_is_asked_for_again_once()
    {
        var tokens = 0;
        var credential = new RotatingCredential(() => $"token-{++tokens}");
        var graph = new StubGraph().Answers("", HttpStatusCode.Unauthorized).Answers(Report);

        Assert.Equal("r", (await graph.CreateClient(new AttendanceClientOptions(), credential).GetReportAsync(Source, "r")).Id);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], graph.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task The_same_token_is_not_sent_again_after_it_was_rejected()
    {
        var graph = new StubGraph().Answers("", HttpStatusCode.Unauthorized);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => Client(graph).GetReportAsync(Source, "r"));

        Assert.Equal(AttendanceErrorReason.InvalidToken, exception.Reason);
        Assert.Single(graph.Requests);
    }

    private AttendanceClient Client(StubGraph graph, Action<AttendanceClientOptions>? configure = null)
    {
        var options = new AttendanceClientOptions { TimeProvider = _clock };
        configure?.Invoke(options);
        return graph.CreateClient(options);
    }

    private AttendanceClient Client(HttpMessageHandler handler) =>
        new(
            new HttpClient(handler, disposeHandler: false), new Testing.FakeCredential(),
            new AttendanceClientOptions { TimeProvider = _clock });

    private sealed class RotatingCredential(Func<string> next) : Azure.Core.TokenCredential
    {
        public override Azure.Core.AccessToken GetToken(
            Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => new(next(), DateTimeOffset.MaxValue);

        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(
            Azure.Core.TokenRequestContext requestContext,
            CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
