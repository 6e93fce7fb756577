using System.Threading.RateLimiting;
using Attendance.Client;
using Attendance.Client.Archive;
using RedisRateLimiting;
using StackExchange.Redis;

namespace Attendance.Cli;

/// <summary>The limit that Graph has for webinars and town halls, kept by one harvest or by all that share a Redis.</summary>
internal sealed class SharedLimit : IAsyncDisposable
{
    private const int Requests = 750;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly ConnectionMultiplexer? _redis;

    private SharedLimit(RateLimiter limiter, ConnectionMultiplexer? redis) => (Limiter, _redis) = (limiter, redis);

    public RateLimiter Limiter { get; }

    public static async Task<SharedLimit> ConnectAsync(string? redis)
    {
        if (redis is null)
            return new SharedLimit(GraphRateLimit.CreateForVirtualEvents(), redis: null);

        try
        {
            var connection = await ConnectionMultiplexer.ConnectAsync(redis).ConfigureAwait(false);
            var options = new RedisSlidingWindowRateLimiterOptions
            {
                ConnectionMultiplexerFactory = () => connection,
                PermitLimit = Requests,
                Window = Window,
            };
            return new SharedLimit(
                new WaitingRateLimiter(new RedisSlidingWindowRateLimiter<string>("attendance:virtual-events", options)), connection);
        }
        catch (Exception exception) when (exception is RedisException or ArgumentException)
        {
            throw new FailureException(
                $"The Redis of --redis cannot be reached. {exception.Message}",
                "Check its address, such as redis:6379, and that it runs. Without --redis, each harvest keeps a limit of its own.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Limiter.DisposeAsync().ConfigureAwait(false);
        if (_redis is not null)
            await _redis.DisposeAsync().ConfigureAwait(false);
    }
}
