using System.Net;
using System.Net.Http.Headers;

namespace Attendance.Benchmarks;

/// <summary>A Graph without a network: each answer lies ready.</summary>
internal sealed class PreparedHandler(Func<Uri, byte[]> answer) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // What a handler with a network must know. The first look into a Uri costs a microsecond, whoever takes it.
        var uri = request.RequestUri!;
        if (uri.IdnHost.Length == 0 || uri.Port < 0 || uri.PathAndQuery.Length == 0)
            throw new InvalidOperationException($"{uri} leads nowhere.");

        var content = new ByteArrayContent(answer(uri));
        content.Headers.ContentType = Json;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
