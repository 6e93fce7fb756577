using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;
using CsvHelper.Configuration;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Writes rows as CSV.</summary>
internal static class CsvText
{
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { Delimiter = ",", NewLine = "\r\n" };

    // Fields one by one: CsvHelper finds out about the members of objects by reflection, which trimming breaks.
    public static async Task WriteAsync<TRow>(
        IEnumerable<TRow> rows, TextWriter writer, CsvExportOptions options, CancellationToken cancellationToken)
        where TRow : ExportRow
    {
        using var given = rows.GetEnumerator();
        var isRow = given.MoveNext();
        var originColumns = options.HasOrigin || (isRow && given.Current.Origin is not null) ? ColumnsOf<RowOrigin>() : [];
        var columns = ColumnsOf<TRow>();
        if (options.HasByteOrderMark)
            await writer.WriteAsync('\uFEFF').ConfigureAwait(false);

        var csv = new CsvWriter(writer, Rfc4180, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            foreach (var column in originColumns.Concat(columns))
                csv.WriteField(column.Name, shouldQuote: false);
            await csv.NextRecordAsync().ConfigureAwait(false);

            for (; isRow; isRow = given.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var row = given.Current;
                if (originColumns.Length == 0 && row.Origin is not null)
                {
                    throw new ArgumentException(
                        "A row has an origin, and the first row has none, so that there are no columns for it. " +
                        "Give all rows an origin, or set HasOrigin.",
                        nameof(rows));
                }

                foreach (var column in originColumns)
                    Write(csv, row.Origin is { } origin ? column.Get!(origin) : null, options);
                foreach (var column in columns)
                    Write(csv, column.Get!(row), options);
                await csv.NextRecordAsync().ConfigureAwait(false);
            }
        }
    }

    private static JsonPropertyInfo[] ColumnsOf<T>() =>
        [.. ExportTypes.Of<T>().Properties.Where(static property => property.Get is not null)];

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
        && (text.Any(static letter => letter is '"' or ',' or '\r' or '\n' or ';' or '\t')
            || char.IsWhiteSpace(text[0])
            || char.IsWhiteSpace(text[text.Length - 1]));
}
