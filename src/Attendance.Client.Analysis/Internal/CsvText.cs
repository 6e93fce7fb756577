using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Writes rows as CSV.</summary>
internal static class CsvText
{
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { Delimiter = ",", NewLine = "\r\n" };

    // Fields one by one: CsvHelper finds out about the members of objects by reflection, which trimming breaks.
    public static async Task WriteAsync<TRow>(IEnumerable<TRow> rows, TextWriter writer, CsvExportOptions options, CancellationToken cancellationToken)
        where TRow : ExportRow
    {
        var columns = RowJson.Of<TRow>().Properties;
        if (options.HasByteOrderMark)
            await writer.WriteAsync('\uFEFF').ConfigureAwait(false);

        var csv = new CsvWriter(writer, Rfc4180, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            foreach (var column in columns)
                csv.WriteField(column.Name, shouldQuote: false);
            await csv.NextRecordAsync().ConfigureAwait(false);

            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var column in columns)
                    Write(csv, column.Get!(row), options);
                await csv.NextRecordAsync().ConfigureAwait(false);
            }
        }
    }

    private static void Write(CsvWriter csv, object? value, CsvExportOptions options)
    {
        var text = value switch
        {
            string given => options.GuardsFormulas ? FormulaGuard.Of(given) : given,
            DateTimeOffset time => UtcTime.Of(time),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        csv.WriteField(text, shouldQuote: NeedsQuotes(text));
    }

    // More than RFC 4180 asks for, as some programs guess the separator, and some trim what is not in quotes.
    private static bool NeedsQuotes(string? text) =>
        text is { Length: > 0 }
        && (text.Any(static letter => letter is '"' or ',' or '\r' or '\n' or ';' or '\t') || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]));
}
