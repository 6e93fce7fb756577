using System.Net;
using System.Net.Http.Headers;

namespace Attendance.Benchmarks;

/// <summary>A Graph without a network: each answer lies ready.</summary>
internal sealed class PreparedHandler(Func<Uri, byte[]> answer) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(answer(request.RequestUri!));
        content.Headers.ContentType = Json;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
