using System.Net;
using System.Text;

namespace Attendance.Client.Tests;

/// <summary>Answers whatever it is asked from a function of the URL, and keeps who asked and how many ask at once.</summary>
internal sealed class PagedGraph(Func<Uri, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<Uri> _requests = [];
    private int _atOnce;
    private int _mostAtOnce;

    public PagedGraph(Func<Uri, string> answer)
        : this((uri, _) => Task.FromResult(Json(answer(uri))))
    {
    }

    public int MostAtOnce => _mostAtOnce;

    /// <summary>How many requests have no answer yet.</summary>
    public int AtOnce => _atOnce;

    public IReadOnlyList<Uri> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public AttendanceClient CreateClient(AttendanceClientOptions? options = null) =>
        new(
            new HttpClient(this, disposeHandler: false), new Testing.FakeCredential(), options
                ?? new AttendanceClientOptions { MaxRetries = 0 });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _requests.Add(request.RequestUri!);
            _mostAtOnce = Math.Max(_mostAtOnce, ++_atOnce);
        }

        try
        {
            return await answer(request.RequestUri!, cancellationToken);
        }
        finally
        {
            lock (_lock)
                _atOnce--;
        }
    }
}
