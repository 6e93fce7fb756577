using System.Net;

namespace Attendance.Client.Internal;

/// <summary>A whole answer, read to its end. Its body lies in a pooled buffer until it is disposed of.</summary>
internal sealed class GraphResponse(HttpResponseMessage message, PooledBody body, TimeSpan? retryAfter) : IDisposable
{
    public HttpResponseMessage Message => message;

    public ReadOnlyMemory<byte> Body => body.Memory;

    /// <summary>Whether the body has more bytes than are read of one.</summary>
    public bool IsTooLarge => body.IsCut;

    /// <summary>How long Graph asks to wait, or null where it does not.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>
    /// How long to wait before the next attempt, or null for a wait that grows: where Graph says nothing, and where it says "now", as that
    /// would use up all attempts at once.
    /// </summary>
    public TimeSpan? RetryDelay => retryAfter > TimeSpan.Zero ? retryAfter : null;

    public bool IsThrottled => (int)message.StatusCode == 429;

    /// <summary>Whether another attempt may end better.</summary>
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
