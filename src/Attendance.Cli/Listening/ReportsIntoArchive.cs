using Attendance.Client;
using Attendance.Client.Archive;
using Attendance.Client.Notifications;

namespace Attendance.Cli;

/// <summary>Keeps each report that arrives in an archive.</summary>
internal sealed class ReportsIntoArchive(AttendanceArchive archive, AttendanceClient client) : IReportHandler
{
    public Task HandleAsync(ArrivedReport report, CancellationToken cancellationToken) =>
        archive.HarvestReportAsync(client, report.Source, report.Report, cancellationToken);
}
