using System.Security.Cryptography;
using System.Text;
using Attendance.Cli.Json;
using Attendance.Client.Notifications;

namespace Attendance.Cli;

/// <summary>Writes each report that arrives as a file of its own, in place of the one with the same report.</summary>
internal sealed class ReportFiles(string directory) : IReportHandler
{
    public async Task HandleAsync(ArrivedReport report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, NameOf(report));
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllTextAsync(
                unfinished, OutputJson.Of(ReportJson.Of(report.Source.ToString(), report.Report)) + Environment.NewLine, cancellationToken)
                .ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // The id of a report is Graph's, and may be no name of a file; two meetings may have reports of one id.
    private static string NameOf(ArrivedReport report)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{report.Source}|{report.Report.Id}"));
        var letters = (report.Report.Id ?? "").Where(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-');
        var id = string.Concat(letters.Take(64));
        return $"{id}-{Convert.ToHexStringLower(hash.AsSpan(0, 4))}.json";
    }
}
