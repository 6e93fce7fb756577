using System.Globalization;
using Attendance.Cli.Json;
using Attendance.Client.Notifications;

namespace Attendance.Cli;

/// <summary>Prints each report that arrives, a line each.</summary>
internal sealed class ReportPrinter(LineQueue lines, TimeProvider timeProvider, bool isJson) : IReportHandler
{
    public Task HandleAsync(ArrivedReport report, CancellationToken cancellationToken)
    {
        var time = timeProvider.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        lines.Add(isJson
            ? OutputJson.LineOf(ReportJson.Of(report.Source.ToString(), report.Report))
            : $"{time} {CellText.People(report.Report.Records?.Count)}: report {CellText.Of(report.Report.Id)} of {report.Source}");
        return Task.CompletedTask;
    }
}
