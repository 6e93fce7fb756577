using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Attendance.Client.Archive.Internal;

/// <summary>Plans a job for each organizer, meeting and list in scope, and ends those that are in scope no more.</summary>
[DisallowConcurrentExecution]
internal sealed partial class HarvestPlanJob(
    IServiceProvider services, HarvestServiceOptions options, AttendanceArchive archive, ILogger<HarvestPlanJob> logger) : IJob
{
    private const string GroupPrefix = "harvest ";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = context.Scheduler;
        var group = HarvestSchedule.GroupOf(options);
        var planned = (
            await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupStartsWith(GroupPrefix), cancellationToken).ConfigureAwait(false))
            .ToHashSet();
        var wanted = new HashSet<JobKey>();
        var added = 0;
        await foreach (var target in HarvestTarget.Of(options.Scope(services), cancellationToken).ConfigureAwait(false))
        {
            var key = new JobKey(target.Name, group);
            if (wanted.Add(key) && !planned.Contains(key))
            {
                await PlanAsync(scheduler, key, target, cancellationToken).ConfigureAwait(false);
                added++;
            }
        }

        var ended = planned.Where(key => !wanted.Contains(key)).ToList();
        await scheduler.DeleteJobs(ended, cancellationToken).ConfigureAwait(false);
        Planned(logger, wanted.Count, added, ended.Count);
    }

    [LoggerMessage(10, LogLevel.Information, "In scope are {Count} organizers, meetings and lists: {Added} new, {Ended} gone.")]
    private static partial void Planned(ILogger logger, int count, int added, int ended);

    private async Task PlanAsync(IScheduler scheduler, JobKey key, HarvestTarget target, CancellationToken cancellationToken)
    {
        var job = JobBuilder.Create<HarvestJob>().WithIdentity(key).UsingJobData(target.ToData()).StoreDurably().RequestRecovery().Build();
        var now = options.Archive.TimeProvider.GetUtcNow();
        var triggers = new List<ITrigger>
        {
            TriggerBuilder.Create().WithIdentity($"{key.Name} again", key.Group).ForJob(key).WithPriority(target.Priority)
                .StartAt(now + HarvestSchedule.OffsetOf(key.Name, options.Interval))
                .WithSimpleSchedule(schedule => schedule.WithInterval(options.Interval).RepeatForever()).Build(),
        };
        if (!await WasHarvestedAsync(target, cancellationToken).ConfigureAwait(false))
        {
            triggers.Add(
                TriggerBuilder.Create().WithIdentity($"{key.Name} first", key.Group).ForJob(key).WithPriority(target.Priority)
                    .StartAt(now).Build());
        }

        await scheduler.ScheduleJob(job, triggers, ScheduleJobOptions.Replacing, cancellationToken).ConfigureAwait(false);
    }

    // Who is new need not wait for the place in the interval.
    private Task<bool> WasHarvestedAsync(HarvestTarget target, CancellationToken cancellationToken)
    {
        var name = target.Organizer?.ToString();
        return target.Link is not null || name is null
            ? Task.FromResult(false)
            : archive.Database.ReadAsync(
                context => context.Organizers.AnyAsync(row => row.Name == name && row.HarvestedAt != null, cancellationToken),
                cancellationToken);
    }
}
