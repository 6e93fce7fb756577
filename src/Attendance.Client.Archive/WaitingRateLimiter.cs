using System.Globalization;
using System.Threading.RateLimiting;

namespace Attendance.Client.Archive;

/// <summary>Waits for the permits of a rate limiter that has no queue, such as one that several machines share.</summary>
/// <remarks>
/// Limiters of <see href="https://github.com/cristipufu/aspnetcore-redis-rate-limiting">RedisRateLimiting</see> refuse where they should
/// wait. As <see cref="AttendanceClientOptions.RateLimiter"/> this one asks them again, when they say or else within half a second, until
/// there is a permit or the call is cancelled.
/// </remarks>
public sealed class WaitingRateLimiter : RateLimiter
{
    private static readonly TimeSpan LongestUntold = TimeSpan.FromMilliseconds(500);

    private readonly RateLimiter _limiter;
    private readonly TimeProvider _timeProvider;

    /// <summary>Waits for the permits of a limiter.</summary>
    /// <param name="limiter">The limiter, which is disposed with this one.</param>
    /// <param name="timeProvider">Measures the waits, or null for the system's.</param>
    public WaitingRateLimiter(RateLimiter limiter, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        _limiter = limiter;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => _limiter.IdleDuration;

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => _limiter.GetStatistics();

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => _limiter.AttemptAcquire(permitCount);

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await _limiter.AcquireAsync(permitCount, cancellationToken).ConfigureAwait(false);
            if (lease.IsAcquired)
                return lease;

            var told = ToldBy(lease);
            lease.Dispose();

            // Those who are told the same time must not come back all at once.
            var wait = told + (LongestUntold * Random.Shared.NextDouble());
            await Task.Delay(wait, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _limiter.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override async ValueTask DisposeAsyncCore()
    {
        await _limiter.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsyncCore().ConfigureAwait(false);
    }

    // RedisRateLimiting has a name of its own for it, and whole seconds.
    private static TimeSpan ToldBy(RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            return Positive(wait);

        return lease.TryGetMetadata("RATELIMIT_RETRYAFTER", out var told) && told is IConvertible seconds
            ? Positive(TimeSpan.FromSeconds(seconds.ToInt32(CultureInfo.InvariantCulture)))
            : TimeSpan.Zero;
    }

    private static TimeSpan Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}
