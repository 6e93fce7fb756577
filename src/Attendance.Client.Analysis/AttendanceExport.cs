using System.Globalization;
using System.Text;
using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Writes attendance as CSV, as JSON or as JSON lines, row by row as it comes, so that an export of any length needs little
/// memory.</summary>
/// <remarks>
/// <see cref="PersonRow"/>, <see cref="StayRow"/>, <see cref="RecordRow"/>, <see cref="RegistrantRow"/> and <see cref="RegisterRow"/> each
/// make rows, which <c>Where</c> and <c>OrderBy</c> choose and sort. With <see cref="RowOrigin"/>, rows of many meetings say of which each
/// is. Rows of registrants are held until the last has come, as the questions that they answered are columns.
/// All formats have the same columns and are the same in every culture: times are ISO 8601 in UTC, durations whole seconds, unless
/// <see cref="CsvExportOptions"/> say otherwise. Half of a surrogate pair in a name becomes U+FFFD. Streams get UTF-8 and stay open, as
/// writers do. <see cref="AttendanceWorkbook"/> makes a file for Excel.
/// </remarks>
// Rows have a public constructor so that a list of ExportRow, rows with different columns, does not compile.
public static class AttendanceExport
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Writes rows to a stream as CSV by RFC 4180, with a header.</summary>
    /// <exception cref="ArgumentException">A row is null, the options name a column that there is not, or the stream cannot be
    /// written.</exception>
    public static Task WriteCsvAsync<TRow>(
        IEnumerable<TRow> rows, Stream stream, CsvExportOptions? options = null, CancellationToken cancellationToken = default)
        where TRow : ExportRow, new() =>
        CsvText.WriteAsync(Checked(rows), Utf8(stream), options ?? new CsvExportOptions(), cancellationToken);

    /// <summary>Writes rows as CSV by RFC 4180, with a header, in the encoding of the writer.</summary>
    /// <exception cref="ArgumentException">A row is null, or the options name a column that there is not.</exception>
    public static Task WriteCsvAsync<TRow>(
        IEnumerable<TRow> rows, TextWriter writer, CsvExportOptions? options = null, CancellationToken cancellationToken = default)
        where TRow : ExportRow, new() =>
        CsvText.WriteAsync(Checked(rows), Checked(writer), options ?? new CsvExportOptions(), cancellationToken);

    /// <summary>Writes rows to a stream as JSON lines, an object on each.</summary>
    /// <exception cref="ArgumentException">A row is null, or the stream cannot be written.</exception>
    public static Task WriteJsonLinesAsync<TRow>(IEnumerable<TRow> rows, Stream stream, CancellationToken cancellationToken = default)
        where TRow : ExportRow, new() =>
        JsonText.WriteLinesAsync(Checked(rows), Utf8(stream), cancellationToken);

    /// <summary>Writes rows as JSON lines, an object on each.</summary>
    /// <exception cref="ArgumentException">A row is null.</exception>
    public static Task WriteJsonLinesAsync<TRow>(IEnumerable<TRow> rows, TextWriter writer, CancellationToken cancellationToken = default)
        where TRow : ExportRow, new() =>
        JsonText.WriteLinesAsync(Checked(rows), Checked(writer), cancellationToken);

    /// <summary>Writes rows to a stream as one JSON array of objects.</summary>
    /// <exception cref="ArgumentException">A row is null, or the stream cannot be written.</exception>
    public static Task WriteJsonAsync<TRow>(IEnumerable<TRow> rows, Stream stream, CancellationToken cancellationToken = default)
        where TRow : ExportRow, new() =>
        JsonText.WriteArrayAsync(Checked(rows), Utf8(stream), cancellationToken);

    /// <summary>Writes rows as one JSON array of objects.</summary>
    /// <exception cref="ArgumentException">A row is null.</exception>
    public static Task WriteJsonAsync<TRow>(IEnumerable<TRow> rows, TextWriter writer, CancellationToken cancellationToken = default)
        where TRow : ExportRow, new() =>
        JsonText.WriteArrayAsync(Checked(rows), Checked(writer), cancellationToken);

    /// <summary>Writes a summary to a stream as one JSON object: its figures, and every attendee with the members of a
    /// <see cref="PersonRow"/>, the identity, the stays and the times away.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public static Task WriteJsonAsync(AttendanceSummary summary, Stream stream, CancellationToken cancellationToken = default) =>
        JsonText.WriteAsync(Checked(summary), Utf8(stream), cancellationToken);

    /// <summary>Writes a summary as one JSON object: its figures, and every attendee with the members of a <see cref="PersonRow"/>, the
    /// identity, the stays and the times away.</summary>
    public static Task WriteJsonAsync(AttendanceSummary summary, TextWriter writer, CancellationToken cancellationToken = default) =>
        JsonText.WriteAsync(Checked(summary), Checked(writer), cancellationToken);

    /// <summary>Writes a summary to a stream as one JSON object: its rates, the number of each outcome, and every registrant as a
    /// <see cref="RegistrantRow"/>.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public static Task WriteJsonAsync(RegistrationSummary summary, Stream stream, CancellationToken cancellationToken = default) =>
        JsonText.WriteAsync(Checked(summary), Utf8(stream), cancellationToken);

    /// <summary>Writes a summary as one JSON object: its rates, the number of each outcome, and every registrant as a
    /// <see cref="RegistrantRow"/>.</summary>
    public static Task WriteJsonAsync(RegistrationSummary summary, TextWriter writer, CancellationToken cancellationToken = default) =>
        JsonText.WriteAsync(Checked(summary), Checked(writer), cancellationToken);

    /// <summary>Writes a register to a stream as one JSON object: thresholds, sessions, and every person with a total and a cell for each
    /// session.</summary>
    /// <exception cref="ArgumentException">A person has another number of cells than there are sessions, or the stream cannot be
    /// written.</exception>
    public static Task WriteJsonAsync(AttendanceRegister register, Stream stream, CancellationToken cancellationToken = default) =>
        JsonText.WriteAsync(Checked(register), Utf8(stream), cancellationToken);

    /// <summary>Writes a register as one JSON object: thresholds, sessions, and every person with a total and a cell for each
    /// session.</summary>
    /// <exception cref="ArgumentException">A person has another number of cells than there are sessions.</exception>
    public static Task WriteJsonAsync(AttendanceRegister register, TextWriter writer, CancellationToken cancellationToken = default) =>
        JsonText.WriteAsync(Checked(register), Checked(writer), cancellationToken);

    /// <summary>Writes a register to a stream as CSV by RFC 4180 with a row for each person and a column for each session, named by its
    /// time and subject; <see cref="RegisterRow"/> has a row for each person and session instead.</summary>
    /// <exception cref="ArgumentException">A person has another number of cells than there are sessions, the options name a column that
    /// there is not, or the stream cannot be written.</exception>
    public static Task WriteRegisterCsvAsync(
        AttendanceRegister register, Stream stream, RegisterCellValue cells = RegisterCellValue.Status, CsvExportOptions? options = null,
        CancellationToken cancellationToken = default) =>
        CsvText.WriteAsync(Matrix(register), cells, Utf8(stream), options ?? new CsvExportOptions(), cancellationToken);

    /// <summary>Writes a register as CSV by RFC 4180 with a row for each person and a column for each session, named by its time and
    /// subject; <see cref="RegisterRow"/> has a row for each person and session instead.</summary>
    /// <exception cref="ArgumentException">A person has another number of cells than there are sessions, or the options name a column that
    /// there is not.</exception>
    public static Task WriteRegisterCsvAsync(
        AttendanceRegister register, TextWriter writer, RegisterCellValue cells = RegisterCellValue.Status,
        CsvExportOptions? options = null, CancellationToken cancellationToken = default) =>
        CsvText.WriteAsync(Matrix(register), cells, Checked(writer), options ?? new CsvExportOptions(), cancellationToken);

    private static AttendanceRegister Matrix(AttendanceRegister register)
    {
        RegisterMatrix.Check(register);
        return register;
    }

    private static TSummary Checked<TSummary>(TSummary summary)
        where TSummary : class =>
        summary ?? throw new ArgumentNullException(nameof(summary));

    internal static IEnumerable<TRow> Checked<TRow>(IEnumerable<TRow> rows)
        where TRow : ExportRow =>
        (rows ?? throw new ArgumentNullException(nameof(rows))).Select((row, index) => row ?? throw new ArgumentException(
            string.Format(CultureInfo.InvariantCulture, "A row is null: the one after {0} others. Leave it out.", index), nameof(rows)));

    private static TextWriter Checked(TextWriter writer) => writer ?? throw new ArgumentNullException(nameof(writer));

    // Never disposed, as that would end the caller's stream or flush it while the thread waits, which a web server's response does not
    // allow.
    private static StreamWriter Utf8(Stream stream) =>
        new(
            stream ?? throw new ArgumentNullException(nameof(stream)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize,
            leaveOpen: true);
}
