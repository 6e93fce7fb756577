using System.Text;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Writes sessions as rows, each of which says of which session it is.</summary>
internal sealed class RowWriter(ExportKind kind, ExportFormat format, CsvExportOptions options)
{
    /// <summary>Writes to a terminal, which no name in the rows is to steer.</summary>
    public async Task WriteToTerminalAsync(IReadOnlyList<SessionSummary> sessions, TextWriter terminal, CancellationToken cancellationToken)
    {
        using var rows = new StringWriter();
        await WriteAsync(sessions, rows, cancellationToken).ConfigureAwait(false);
        await terminal.WriteAsync(PlainText.OfDocument(rows.ToString(), isCsv: format == ExportFormat.Csv)).ConfigureAwait(false);
    }

    /// <summary>Writes to a file, a workbook among others.</summary>
    public async Task WriteAsync(IReadOnlyList<SessionSummary> sessions, Stream stream, Zone zone, CancellationToken cancellationToken)
    {
        if (format == ExportFormat.Xlsx)
        {
            var given = sessions.Select(session => new WorkbookSession
            {
                Summary = session.Summary,
                Origin = session.Origin,
                Registrations = session.Registrations,
            });
            await AttendanceWorkbook.WriteAsync(
                given, stream, new WorkbookOptions { TimeZone = zone.Info }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using (writer.ConfigureAwait(false))
            await WriteAsync(sessions, writer, cancellationToken).ConfigureAwait(false);
    }

    public Task WriteAsync(IReadOnlyList<SessionSummary> sessions, TextWriter writer, CancellationToken cancellationToken) => kind switch
    {
        ExportKind.People =>
            WriteRowsAsync(sessions.SelectMany(session => PersonRow.Of(session.Summary, session.Origin)), writer, cancellationToken),
        ExportKind.Stays =>
            WriteRowsAsync(sessions.SelectMany(session => StayRow.Of(session.Summary, session.Origin)), writer, cancellationToken),
        ExportKind.Records =>
            WriteRowsAsync(sessions.SelectMany(session => RecordRow.Of(session.Reports, session.Origin)), writer, cancellationToken),
        _ => WriteRowsAsync(
            sessions.Where(session => session.Registrations is not null).SelectMany(
                session => RegistrantRow.Of(session.Registrations!, session.Origin)), writer, cancellationToken),
    };

    private Task WriteRowsAsync<TRow>(IEnumerable<TRow> rows, TextWriter writer, CancellationToken cancellationToken)
        where TRow : ExportRow, new() => format switch
        {
            ExportFormat.Csv => AttendanceExport.WriteCsvAsync(rows, writer, options, cancellationToken),
            ExportFormat.Jsonl => AttendanceExport.WriteJsonLinesAsync(rows, writer, cancellationToken),
            _ => AttendanceExport.WriteJsonAsync(rows, writer, cancellationToken),
        };
}
