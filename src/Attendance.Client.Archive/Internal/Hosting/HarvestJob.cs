using Quartz;

namespace Attendance.Client.Archive.Internal;

/// <summary>Harvests one organizer, meeting or list.</summary>
[DisallowConcurrentExecution]
internal sealed class HarvestJob(AttendanceArchive archive, AttendanceClient client, HarvestServiceOptions options) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var scope = HarvestTarget.Of(context.MergedJobDataMap).ToScope();
        await new Harvest(archive, client, scope, options.Harvest, isPart: true).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
