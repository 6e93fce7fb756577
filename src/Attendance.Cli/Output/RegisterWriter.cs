using System.Text;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Writes a register as a document.</summary>
internal sealed class RegisterWriter(RegisterFormat format, bool asRan, CsvExportOptions csv, ChartOptions chart)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task<string> ToTextAsync(AttendanceRegister register, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await WriteAsync(register, stream, cancellationToken).ConfigureAwait(false);
        return Utf8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public async Task WriteAsync(AttendanceRegister register, Stream stream, CancellationToken cancellationToken)
    {
        switch (format)
        {
            case RegisterFormat.Csv:
                await AttendanceExport.WriteRegisterCsvAsync(
                    register, stream, RegisterCellValue.Status, csv, cancellationToken).ConfigureAwait(false);
                break;
            case RegisterFormat.Json:
                await AttendanceExport.WriteJsonAsync(register, stream, cancellationToken).ConfigureAwait(false);
                break;
            case RegisterFormat.Xlsx:
                await AttendanceWorkbook.WriteAsync(
                    register, SessionsOf(register), stream, new WorkbookOptions { TimeZone = chart.TimeZone }, cancellationToken)
                    .ConfigureAwait(false);
                break;
            default:
                var page = AttendanceChart.Page(register, chart);
                await stream.WriteAsync(Utf8.GetBytes(page), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private IEnumerable<WorkbookSession> SessionsOf(AttendanceRegister register) =>
        register.Sessions.Where(session => session.AttendedCount is not null).Select(session => new WorkbookSession
        {
            Summary = AttendanceSummary.Of(session.Occurrence, new SummaryOptions { AsRan = asRan, Thresholds = register.Thresholds }),
            Origin = session.Occurrence.Source is { } source
                ? RowOrigin.Of(source, session.Occurrence.Reports, session.Occurrence.Subject)
                : null,
        });
}
