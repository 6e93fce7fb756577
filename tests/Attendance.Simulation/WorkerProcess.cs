using System.Diagnostics;
using System.Globalization;
using Attendance.Client;
using Attendance.Client.Archive;
using Attendance.Client.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RedisRateLimiting;
using StackExchange.Redis;

namespace Attendance.Simulation;

/// <summary>One of the processes that harvest, which may be killed at any time.</summary>
internal static class WorkerProcess
{
    public const string Mode = "worker";

    private const double SecondsAnOrganizer = 0.5;

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(30);

    public static Process Start(string database, string redis, Uri endpoint, string organizers, double skew) =>
        Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                typeof(WorkerProcess).Assembly.Location, Mode, database, redis, endpoint.AbsoluteUri, organizers,
                skew.ToString(CultureInfo.InvariantCulture),
            ]))!;

    public static async Task RunAsync(string database, string redis, Uri endpoint, string organizers, double skew)
    {
        var time = new SkewedTime(TimeSpan.FromSeconds(skew));

        // Time for all of them, or else those that come again would keep the others waiting.
        var needed = TimeSpan.FromSeconds(SecondsAnOrganizer * File.ReadLines(organizers).Count());
        var interval = needed > ShortestInterval ? needed : ShortestInterval;
        var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        await using var limiter = new WaitingRateLimiter(new RedisSlidingWindowRateLimiter<string>(
            "virtual-events",
            new RedisSlidingWindowRateLimiterOptions
            {
                ConnectionMultiplexerFactory = () => connection,
                PermitLimit = 750,
                Window = TimeSpan.FromSeconds(30),
            }));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<Azure.Core.TokenCredential>(new FakeCredential());
        builder.Services.AddAttendanceClient(options =>
        {
            options.Endpoint = endpoint;
            options.TimeProvider = time;
            options.VirtualEventsRateLimiter = limiter;
        });
        builder.Services.AddAttendanceHarvest(options =>
        {
            options.Archive.PostgresConnectionString = database;
            options.Archive.TimeProvider = time;
            options.Interval = interval;
            options.MaxConcurrency = 8;
            options.Harvest = new HarvestOptions { LookBack = TimeSpan.FromDays(100), RetryNow = true };
            options.Scope = _ => new HarvestScope
            {
                Organizers = File.ReadLinesAsync(organizers).Select(Organizer.User),
                Webinars = true,
            };
        });
        using var host = builder.Build();
        await host.RunAsync();
    }
}
