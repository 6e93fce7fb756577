using System.Text.Json;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Writes rows as JSON.</summary>
internal static class JsonText
{
    public static async Task WriteLinesAsync<TRow>(IEnumerable<TRow> rows, TextWriter writer, CancellationToken cancellationToken)
        where TRow : ExportRow
    {
        var type = RowJson.Of<TRow>();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteAsync(JsonSerializer.Serialize(row, type) + "\n").ConfigureAwait(false);
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task WriteArrayAsync<TRow>(IEnumerable<TRow> rows, TextWriter writer, CancellationToken cancellationToken)
        where TRow : ExportRow
    {
        var type = RowJson.Of<TRow>();
        var before = "[\n";
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteAsync(before + JsonSerializer.Serialize(row, type)).ConfigureAwait(false);
            before = ",\n";
        }

        await writer.WriteAsync(before == "[\n" ? "[]\n" : "\n]\n").ConfigureAwait(false);
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
