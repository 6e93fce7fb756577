using System.Net;
using System.Text;
using Attendance.Client.Testing;
using Azure.Core;
using RichardSzalay.MockHttp;

namespace Attendance.Client.Tests;

/// <summary>Answers requests in their order with what a test lays down, and keeps what was sent.</summary>
#pragma warning disable CA1001 // Type owns disposable field: the handler holds nothing to release, and tests read better without a using.
internal sealed class StubGraph
#pragma warning restore CA1001
{
    private readonly MockHttpMessageHandler _handler = new();
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public StubGraph() => _handler.Fallback.Respond(request =>
    {
        lock (_answers)
        {
            Requests.Add(new SentToGraph(
                request.RequestUri!.AbsoluteUri,
                request.Headers.ToDictionary(
                    header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)));
            return _answers.TryDequeue(out var answer)
                ? answer()
                : throw new InvalidOperationException($"Nothing is laid down for {request.RequestUri}.");
        }
    });

    public List<SentToGraph> Requests { get; } = [];

    public IEnumerable<string> Urls => Requests.Select(request => request.Url);

    public HttpMessageHandler Handler => _handler;

    public StubGraph Answers(
        string json, HttpStatusCode status = HttpStatusCode.OK, string? mediaType = "application/json",
        params (string Name, string Value)[] headers) =>
        Answers(Encoding.UTF8.GetBytes(json), status, mediaType, headers);

    public StubGraph Answers(
        byte[] body, HttpStatusCode status = HttpStatusCode.OK, string? mediaType = "application/json",
        params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(() =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
            if (mediaType is not null)
                response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            foreach (var (name, value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);

            return response;
        });
        return this;
    }

    public AttendanceClient CreateClient(GraphVersion version = GraphVersion.V1) =>
        CreateClient(new AttendanceClientOptions { Version = version, MaxRetries = 0 });

    public AttendanceClient CreateClient(AttendanceClientOptions options, TokenCredential? credential = null) =>
        new(new HttpClient(_handler, disposeHandler: false), credential ?? new FakeCredential(), options);
}

/// <summary>A request as it left the client.</summary>
internal sealed record SentToGraph(string Url, IReadOnlyDictionary<string, string> Headers);
