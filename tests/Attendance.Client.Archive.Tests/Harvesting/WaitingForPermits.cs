using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Archive.Tests.Harvesting;

public class WaitingForPermits
{
    [Fact]
    public async Task A_limiter_without_a_queue_is_asked_again_when_it_said()
    {
        var time = new FakeTimeProvider();
        using var inner = new Refusing(refusals: 2, ("RATELIMIT_RETRYAFTER", 3));
        await using var limiter = new WaitingRateLimiter(inner, time);

        var permit = limiter.AcquireAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal((1, false), (inner.Asked, permit.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(0.7));
        await UntilAskedAsync(inner, 2);
        Assert.False(permit.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(4));

        Assert.True((await permit).IsAcquired);
        Assert.Equal(3, inner.Asked);
    }

    [Fact]
    public async Task One_that_says_nothing_is_asked_again_within_half_a_second()
    {
        var time = new FakeTimeProvider();
        using var inner = new Refusing(refusals: 1);
        await using var limiter = new WaitingRateLimiter(inner, time);

        var permit = limiter.AcquireAsync().AsTask();
        Assert.False(permit.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.5));

        Assert.True((await permit).IsAcquired);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        using var inner = new Refusing(refusals: int.MaxValue);
        await using var limiter = new WaitingRateLimiter(inner, new FakeTimeProvider());
        using var stop = new CancellationTokenSource();

        var permit = limiter.AcquireAsync(1, stop.Token).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => permit);
    }

    private static async Task UntilAskedAsync(Refusing limiter, int times)
    {
        while (limiter.Asked < times)
            await Task.Yield();
    }

    private sealed class Refusing(int refusals, params (string Name, object Value)[] metadata) : RateLimiter
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            new(new Lease(Interlocked.Increment(ref _asked) > refusals, metadata));
    }

    private sealed class Lease(bool isAcquired, (string Name, object Value)[] metadata) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => metadata.Select(one => one.Name);

        public override bool TryGetMetadata(string metadataName, out object? value)
        {
            value = metadata.FirstOrDefault(one => one.Name == metadataName).Value;
            return value is not null;
        }
    }
}
