using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace Attendance.Client;

/// <summary>How an <see cref="AttendanceClient"/> reaches Microsoft Graph. A client reads them once, when it is made.</summary>
public sealed class AttendanceClientOptions
{
    /// <summary>Version of Graph to talk to.</summary>
    /// <value>The default is <see cref="GraphVersion.V1"/>.</value>
    public GraphVersion Version { get; set; } = GraphVersion.V1;

    /// <summary>Root of Graph without the version: one of <see cref="GraphCloud"/>, or a gateway or test server.</summary>
    /// <value>The default is <see cref="GraphCloud.Global"/>.</value>
    /// <remarks>It must be HTTPS, but for a loopback address. Tokens are asked for it, with the scope <c>{endpoint}/.default</c>, and sent
    /// to no other host.</remarks>
    public Uri Endpoint { get; set; } = GraphCloud.Global;

    /// <summary>How often a request is sent again after a 408, 429, 500, 502, 503 or 504, or a failed connection; 0 leaves that to handlers
    /// of one's own.</summary>
    /// <value>The default is 3.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The longest wait before a request is sent again. Where Graph asks for a longer one, its answer is thrown at once, with
    /// <see cref="AttendanceRequestException.RetryAfter"/>.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long one attempt may take until its answer is read whole, or <see cref="Timeout.InfiniteTimeSpan"/>. All attempts
    /// together are bounded by the caller's token alone.</summary>
    /// <value>The default is 100 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The largest answer that is read, in bytes after decompression. A larger one is an
    /// <see cref="AttendanceRequestException"/>.</summary>
    /// <value>The default is 268,435,456, that is 256 MiB, which holds the records of some 300,000 people.</value>
    /// <remarks>
    /// A smaller <see cref="HttpClient.MaxResponseContentBufferSize"/> of the <see cref="HttpClient"/> holds too. Of an answer that is no
    /// success 64 KiB are read.
    /// </remarks>
    public long MaxResponseSize { get; set; } = 256 * 1024 * 1024;

    /// <summary>Asked for one permit before each attempt, or null for no limit. One limiter can serve several clients, which do not dispose
    /// of it.</summary>
    /// <value>The default is null.</value>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>Asked in place of <see cref="RateLimiter"/> before each attempt that is about webinars or town halls, which have a limit of
    /// their own in Graph; null to ask that one for them too.</summary>
    /// <value>The default is null. <see cref="GraphRateLimit.CreateForVirtualEvents"/> makes one for Graph's limit.</value>
    public RateLimiter? VirtualEventsRateLimiter { get; set; }

    /// <summary>Name of the application in the <c>User-Agent</c> of each request, behind the library's own, or null for none.</summary>
    /// <value>The default is null. Letters, digits and <c>!#$%&amp;'*+-.^_`|~/</c> only.</value>
    public string? ApplicationId { get; set; }

    /// <summary>Where to log, or null for nowhere.</summary>
    /// <value>The default is null; with dependency injection, the container's.</value>
    /// <remarks>No message holds a token, a name, an address or an id of a person.</remarks>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock, to be replaced in tests.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
