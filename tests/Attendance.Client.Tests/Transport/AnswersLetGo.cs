using System.Net;
using System.Text;
using Azure.Core;

namespace Attendance.Client.Tests;

/// <summary>An answer that nobody lets go of holds its connection, and in the end there is none left.</summary>
public class AnswersLetGo
{
    private const string Report = """{"id":"r","attendanceRecords":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(204)]
    [InlineData(503, 200)]
    [InlineData(503, 429, 500)]
    [InlineData(401, 200)]
    [InlineData(401, 403)]
    [InlineData(401, 401)]
    [InlineData(401, 503, 200)]
    public async Task Each_answer_is_let_go_whatever_it_is(params int[] statuses)
    {
        using var graph = new Lender([.. statuses.Select(status => new Lent((HttpStatusCode)status, Encoding.UTF8.GetBytes(Report)))]);

        _ = await Record.ExceptionAsync(() => graph.CreateClient().GetReportAsync(Source, "r"));

        graph.HasAllBack();
    }

    [Fact]
    public async Task An_answer_whose_token_cannot_be_renewed_is_let_go()
    {
        using var graph = new Lender(new Lent(HttpStatusCode.Unauthorized, []));

        await Assert.ThrowsAsync<InvalidOperationException>(() => graph.CreateClient(tokens: 1).GetReportAsync(Source, "r"));

        graph.HasAllBack();
    }

    [Fact]
    public async Task An_answer_whose_token_stays_the_same_is_let_go()
    {
        using var graph = new Lender(new Lent(HttpStatusCode.Unauthorized, []));

        await Assert.ThrowsAsync<AttendanceRequestException>(
            () => new AttendanceClient(new HttpClient(graph), new Testing.FakeCredential()).GetReportAsync(Source, "r"));

        graph.HasAllBack();
    }

    [Fact]
    public async Task An_answer_that_breaks_is_let_go_before_the_next_one()
    {
        using var graph = new Lender(
            new Lent(HttpStatusCode.OK, Encoding.UTF8.GetBytes(Report), new IOException("broken")),
            new Lent(HttpStatusCode.OK, Encoding.UTF8.GetBytes(Report)));

        Assert.Equal("r", (await graph.CreateClient().GetReportAsync(Source, "r")).Id);

        graph.HasAllBack();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_page_is_let_go_also_by_a_caller_who_has_enough(bool readsAll)
    {
        var page = Encoding.UTF8.GetBytes("""{"value":[{"id":"1"}],"@odata.nextLink":"?$skiptoken=2"}""");
        using var graph = new Lender(
            new Lent(HttpStatusCode.OK, page), new Lent(HttpStatusCode.OK, Encoding.UTF8.GetBytes("""{"value":[]}""")));

        var records = await graph.CreateClient().GetRecordsAsync(Source, "r").Take(readsAll ? 9 : 1).ToListAsync();

        Assert.Equal("1", Assert.Single(records).Id);
        graph.HasAllBack();
    }

    private sealed class Lender(params Lent[] answers) : HttpMessageHandler
    {
        private int _lent;

        public AttendanceClient CreateClient(int tokens = 9) =>
            new(
                new HttpClient(this, disposeHandler: false), new NewTokens(tokens),
                new AttendanceClientOptions { MaxRetries = 2, TimeProvider = new SkippingTimeProvider() });

        public void HasAllBack()
        {
            Assert.Equal(answers.Length, _lent);
            Assert.All(answers, answer => Assert.True(answer.IsBack));
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // What comes before is back by now, or two connections would be held for one request.
            Assert.All(
                answers.Take(_lent),
                answer => Assert.True(answer.IsBack || request.RequestUri!.Query.Contains("skiptoken", StringComparison.Ordinal)));
            return Task.FromResult<HttpResponseMessage>(answers[_lent++]);
        }
    }

    private sealed class Lent : HttpResponseMessage
    {
        public Lent(HttpStatusCode status, byte[] body, Exception? fault = null)
            : base(status)
        {
            Content = fault is null ? new ByteArrayContent(body) : new StreamContent(new BrokenStream(body, fault));
            Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        public bool IsBack { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsBack = true;
            base.Dispose(disposing);
        }
    }

    private sealed class BrokenStream(byte[] body, Exception fault) : MemoryStream(body)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == 0 ? base.ReadAsync(buffer[..1], cancellationToken) : throw fault;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Position == 0 ? base.ReadAsync(buffer, offset, 1, cancellationToken) : throw fault;
    }

    private sealed class NewTokens(int most) : TokenCredential
    {
        private int _tokens;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            _tokens++ < most
                ? new(new AccessToken($"token-{_tokens}", DateTimeOffset.MaxValue))
                : throw new InvalidOperationException("No other token.");
    }
}
