using System.Net;

namespace Attendance.Client.Internal;

/// <summary>A whole answer, read to its end. Its body lies in a pooled buffer until it is disposed of.</summary>
internal sealed class GraphResponse(HttpResponseMessage message, PooledBody body, TimeSpan? retryAfter) : IDisposable
{
    public HttpResponseMessage Message => message;

    public ReadOnlyMemory<byte> Body => body.Memory;

    /// <summary>How long Graph asks to wait, or null where it does not.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    public bool IsThrottled => (int)message.StatusCode == 429;

    /// <summary>Whether another attempt may end better. All requests are GETs, so none does harm.</summary>
    public bool IsTransient => IsThrottled || message.StatusCode
        is HttpStatusCode.RequestTimeout
        or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    public void Dispose()
    {
        body.Dispose();
        message.Dispose();
    }
}
