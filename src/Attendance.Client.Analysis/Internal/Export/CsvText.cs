using CsvHelper;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Writes tables as CSV.</summary>
internal static class CsvText
{
    public static async Task WriteAsync<TRow>(
        IEnumerable<TRow> rows, TextWriter writer, CsvExportOptions options, CancellationToken cancellationToken)
        where TRow : ExportRow
    {
        using var table = new RowTable<TRow>(rows, options.HasOrigin);
        var columns = ColumnChoice.Of(table.Columns, options, table.Groups);
        await WriteAsync(columns, table.Rows, writer, options, cancellationToken).ConfigureAwait(false);
    }

    public static Task WriteAsync(
        AttendanceRegister register, RegisterCellValue cells, TextWriter writer, CsvExportOptions options,
        CancellationToken cancellationToken)
    {
        var columns = RegisterMatrix.Columns(
            register, cells, time => options.TimeZone is { } zone ? LocalTime.ToMinute(time, zone) : UtcTime.Of(time));
        return WriteAsync(
            ColumnChoice.Of(columns, options, [RegisterMatrix.Group]), register.People, writer, options, cancellationToken);
    }

    private static async Task WriteAsync<TRow>(
        List<Column<TRow>> columns, IEnumerable<TRow> rows, TextWriter writer, CsvExportOptions options,
        CancellationToken cancellationToken)
    {
        var cells = new CsvCells(options);
        if (options.HasByteOrderMark)
            await writer.WriteAsync('\uFEFF').ConfigureAwait(false);

        var csv = CsvWriter.Create(writer, CsvDialects.Of(options.Delimiter), leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            foreach (var column in columns)
                Write(csv, cells.Text(column.NameFor(options)));
            await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);

            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var column in columns)
                    Write(csv, cells.Text(column.Get(row), column.Kind));
                await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static void Write(CsvWriter csv, string? text) =>
        csv.WriteField(text, IsMistakenWithoutQuotes(text) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);

    // Beyond what RFC 4180 puts in quotes: some programs guess the separator, and some trim what is not in quotes.
    private static bool IsMistakenWithoutQuotes(string? text) =>
        text is { Length: > 0 }
        && (text.IndexOfAny([';', '\t']) >= 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]));
}
