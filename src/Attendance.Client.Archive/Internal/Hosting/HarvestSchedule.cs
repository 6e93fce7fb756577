using System.Globalization;
using Quartz;

namespace Attendance.Client.Archive.Internal;

/// <summary>When what is harvested.</summary>
internal static class HarvestSchedule
{
    public const string SchedulerName = "AttendanceHarvest";

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(10);
    private static readonly JobKey PlanKey = new("plan");

    /// <summary>The group of all jobs of an interval, by which those of an earlier one are told.</summary>
    public static string GroupOf(HarvestServiceOptions options) =>
        $"harvest {options.Interval.ToString("c", CultureInfo.InvariantCulture)}";

    public static void Check(HarvestServiceOptions options)
    {
        if (options.Interval < ShortestInterval)
        {
            throw new ArgumentException(
                $"HarvestServiceOptions.Interval is {options.Interval}, and must be {ShortestInterval} or more.", nameof(options));
        }

        if (options.MaxConcurrency < 1)
        {
            throw new ArgumentException(
                $"HarvestServiceOptions.MaxConcurrency is {options.MaxConcurrency}, and must be 1 or more.", nameof(options));
        }
    }

    public static void Configure(IQuartzBuilder quartz, HarvestServiceOptions options)
    {
        quartz.UseTimeProvider(options.Archive.TimeProvider);

        // One more for the plan, which must not wait until everybody on it was harvested.
        quartz.UseDefaultThreadPool(options.MaxConcurrency + 1);
        quartz.ConfigureScheduler(static scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        if (options.Archive.PostgresConnectionString is { } connectionString)
        {
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(connectionString);
                store.ProvisionSchema();
                store.ConfigureStore(static ado => ado.StoreJobDataAsStrings = true);
                store.UseClustering();
            });
        }
        else
        {
            quartz.UseInMemoryStore();
        }

        quartz.ScheduleJob<HarvestPlanJob>(
            trigger => trigger.WithIdentity("plan").StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(options.Interval).RepeatForever()),
            static job => job.WithIdentity(PlanKey).RequestRecovery());
    }

    /// <summary>How far into each interval something is harvested: always the same, and all of them evenly spread.</summary>
    public static TimeSpan OffsetOf(string name, TimeSpan interval)
    {
        var hash = 2166136261u;
        foreach (var letter in name)
            hash = (hash ^ letter) * 16777619u;
        return interval * (hash / (double)uint.MaxValue);
    }
}
