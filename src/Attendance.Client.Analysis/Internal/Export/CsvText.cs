using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Writes rows as CSV.</summary>
internal static class CsvText
{
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

        // RFC 4180 is its default. Options must not be set: on .NET 8 and 9 our assembly for .NET Standard meets CsvHelper's for .NET 8,
        // whose init accessors are other methods to the runtime.
        var csv = CsvWriter.Create(writer, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            foreach (var column in originColumns.Concat(columns))
                csv.WriteField(column.Name);
            await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);

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
                await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
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
        csv.WriteField(text, IsMistakenWithoutQuotes(text) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
    }

    // Beyond what RFC 4180 puts in quotes: some programs guess the separator, and some trim what is not in quotes.
    private static bool IsMistakenWithoutQuotes(string? text) =>
        text is { Length: > 0 }
        && (text.IndexOfAny([';', '\t']) >= 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]));
}
