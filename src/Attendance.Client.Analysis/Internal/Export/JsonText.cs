using System.Text.Json;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Writes rows and summaries as JSON, one row or person at a time.</summary>
internal static class JsonText
{
    public static async Task WriteLinesAsync<TRow>(IEnumerable<TRow> rows, TextWriter writer, CancellationToken cancellationToken)
        where TRow : ExportRow
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteAsync(Of(row) + "\n").ConfigureAwait(false);
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task WriteArrayAsync<TRow>(IEnumerable<TRow> rows, TextWriter writer, CancellationToken cancellationToken)
        where TRow : ExportRow
    {
        await WriteItemsAsync(rows.Select(Of), writer, cancellationToken).ConfigureAwait(false);
        await EndAsync(writer, "\n", cancellationToken).ConfigureAwait(false);
    }

    public static Task WriteAsync(AttendanceSummary summary, TextWriter writer, CancellationToken cancellationToken) =>
        WriteAsync(SummaryFigures.Of(summary), "attendees", PersonRow.Of(summary).Zip(summary.Attendees, Of), writer, cancellationToken);

    public static Task WriteAsync(RegistrationSummary summary, TextWriter writer, CancellationToken cancellationToken) =>
        WriteAsync(RegistrationFigures.Of(summary), "registrants", RegistrantRow.Of(summary).Select(Of), writer, cancellationToken);

    public static Task WriteAsync(AttendanceRegister register, TextWriter writer, CancellationToken cancellationToken)
    {
        RegisterMatrix.Check(register);
        var anyExpected = register.Sessions.Any(static session => session.ExpectedCount is not null);
        return WriteAsync(
            RegisterFigures.Of(register), "people", register.People.Select(person => Serialize(PersonFigures.Of(person, anyExpected))),
            writer, cancellationToken);
    }

    private static async Task WriteAsync<TFigures>(
        TFigures figures, string name, IEnumerable<string> items, TextWriter writer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await writer.WriteAsync(Open(Serialize(figures)) + $",\"{name}\":").ConfigureAwait(false);
        await WriteItemsAsync(items, writer, cancellationToken).ConfigureAwait(false);
        await EndAsync(writer, "}\n", cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteItemsAsync(IEnumerable<string> items, TextWriter writer, CancellationToken cancellationToken)
    {
        var before = "[\n";
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteAsync(before + item).ConfigureAwait(false);
            before = ",\n";
        }

        await writer.WriteAsync(before == "[\n" ? "[]" : "\n]").ConfigureAwait(false);
    }

    private static async Task EndAsync(TextWriter writer, string end, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(end).ConfigureAwait(false);
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Of<TRow>(TRow row)
        where TRow : ExportRow =>
        row.Origin is { } origin ? Joined(Serialize(origin), Serialize(row)) : Serialize(row);

    // A person has the members of a row, whatever these are.
    private static string Of(PersonRow row, AttendeeSummary attendee) => Joined(Serialize(row), Serialize(AttendeeDetails.Of(attendee)));

    /// <summary>One object with the members of two, neither of which is empty.</summary>
    private static string Joined(string first, string second) => $"{Open(first)},{second.Substring(1)}";

    private static string Open(string closed) => closed.Substring(0, closed.Length - 1);

    private static string Serialize<T>(T value) => JsonSerializer.Serialize(value, ExportTypes.Of<T>());
}
