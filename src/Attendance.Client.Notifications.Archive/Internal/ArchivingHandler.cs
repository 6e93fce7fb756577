using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Archive.Internal;

/// <summary>Keeps reports that arrive, and harvests what was not told of.</summary>
internal sealed partial class ArchivingHandler(
    ServiceArchive services, AttendanceClient client, NotificationArchiveOptions options, ILogger<ArchivingHandler> logger)
    : IReportHandler, ISubscriptionGapHandler
{
    public Task HandleAsync(ArrivedReport report, CancellationToken cancellationToken) =>
        services.Archive.HarvestReportAsync(client, report.Source, report.Report, cancellationToken);

    public async Task HandleAsync(SubscriptionGap gap, CancellationToken cancellationToken)
    {
        SubscriptionResource[] resources = [gap.Resource];
        if ((resources.ToHarvestScope() ?? options.Scope) is not { } scope)
        {
            LeftToTheNextHarvest(logger, gap.Resource.Kind, gap.From, gap.Until);
            return;
        }

        var how = gap.Resource.Kind == SubscriptionResourceKind.Registrations
            ? options.Harvest with { IncludeRegistrations = true }
            : options.Harvest;
        var result = await services.Archive.HarvestAsync(client, scope, how, cancellationToken).ConfigureAwait(false);
        if (result.Failures > 0)
        {
            throw new InvalidOperationException(
                $"the harvest has {result.Failures} failures; GetFailuresAsync of the archive says why");
        }

        Harvested(logger, gap.Resource.Kind, result.ReportsAdded);
    }

    [LoggerMessage(120, LogLevel.Warning,
        "Nothing says where to look for what the subscription to {Kind} did not tell of from {From:u} until {Until:u}. An ordinary " +
        "harvest finds it, or set Scope in UseArchive.")]
    private static partial void LeftToTheNextHarvest(
        ILogger logger, SubscriptionResourceKind kind, DateTimeOffset? from, DateTimeOffset until);

    [LoggerMessage(121, LogLevel.Information,
        "What the subscription to {Kind} may not have told of was harvested. New reports: {Added}.")]
    private static partial void Harvested(ILogger logger, SubscriptionResourceKind kind, int added);
}
