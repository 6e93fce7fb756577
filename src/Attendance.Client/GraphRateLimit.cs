using System.Threading.RateLimiting;

namespace Attendance.Client;

/// <summary>Rate limiters for the limits that Graph publishes, to be used as <see cref="AttendanceClientOptions.RateLimiter"/>.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/throttling-limits"/>.</remarks>
public static class GraphRateLimit
{
    /// <summary>A limiter for webinars and town halls: 750 GET requests in 30 seconds, for an application over all tenants. Whoever makes
    /// it disposes of it.</summary>
    public static RateLimiter CreateForVirtualEvents() => new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions
    {
        PermitLimit = 750,
        Window = TimeSpan.FromSeconds(30),
        SegmentsPerWindow = 30,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
