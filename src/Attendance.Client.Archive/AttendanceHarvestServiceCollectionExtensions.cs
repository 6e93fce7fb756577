using Attendance.Client.Archive;
using Attendance.Client.Archive.Internal;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers archives and harvests.</summary>
public static class AttendanceHarvestServiceCollectionExtensions
{
    /// <summary>Adds an <see cref="AttendanceArchive"/>, which is opened when it is first asked for.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets where it is.</param>
    public static IServiceCollection AddAttendanceArchive(this IServiceCollection services, Action<ArchiveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ArchiveOptions();
        configure(options);
        return services.AddArchive(options);
    }

    /// <summary>Harvests in the background, each organizer once in an interval, for as long as the application runs.</summary>
    /// <remarks>
    /// <para>It asks the <see cref="Attendance.Client.AttendanceClient"/> among the services, and adds the
    /// <see cref="AttendanceArchive"/> to them, a health check named <c>attendance_harvest</c>, and a Quartz scheduler of its own. Over
    /// PostgreSQL any number of processes share the work, and take over what one of them had begun that died.</para>
    /// <para>Processes share no rate limit by themselves: give their clients a
    /// <see cref="Attendance.Client.AttendanceClientOptions.RateLimiter"/> that they share.</para>
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets what is harvested, how often, and where to.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static IServiceCollection AddAttendanceHarvest(this IServiceCollection services, Action<HarvestServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new HarvestServiceOptions();
        configure(options);
        HarvestSchedule.Check(options);

        services.AddArchive(options.Archive).AddSingleton(options);
        services.AddQuartz(HarvestSchedule.SchedulerName, quartz => HarvestSchedule.Configure(quartz, options));
        services.AddQuartzHostedService(HarvestSchedule.SchedulerName, static hosted => hosted.WaitForJobsToComplete = true);
        services.AddHealthChecks().AddCheck<HarvestHealthCheck>("attendance_harvest");
        return services;
    }

    // SQLite opens at once; a server is waited for by whoever asks first.
    private static IServiceCollection AddArchive(this IServiceCollection services, ArchiveOptions options) =>
        services.AddSingleton(provider =>
        {
            options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
            return AttendanceArchive.OpenAsync(options).GetAwaiter().GetResult();
        });
}
