using System.Globalization;
using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Writes attendance as a workbook for Excel (XLSX), row by row, so that a long one needs little memory.</summary>
/// <remarks>
/// Times are dates and times of the zone that the options name, durations are durations, shares percents, and text is text whatever it
/// begins with. Each sheet has a head that stays in view, and a filter; cells are colored by status. What Excel has no room for is not
/// lost silently: rows beyond 1,048,576 go on in a further sheet, text beyond 32,767 characters ends with an ellipsis, a time before March
/// 1900 or on the last day of 9999 is text, a character that XML lacks becomes U+FFFD, and more than 16,384 columns are an error. The
/// stream stays open, and no thread waits for it.
/// </remarks>
public static class AttendanceWorkbook
{
    /// <summary>Writes one summary: people, the session and stays.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public static Task WriteAsync(
        AttendanceSummary summary, Stream stream, WorkbookOptions? options = null, CancellationToken cancellationToken = default) =>
        WriteAsync(
            [new WorkbookSession { Summary = summary ?? throw new ArgumentNullException(nameof(summary)) }], stream, options,
            cancellationToken);

    /// <summary>Writes sessions: people, sessions, stays, and registrations with their answers where a session has them.</summary>
    /// <exception cref="ArgumentException">A session is null, or the stream cannot be written.</exception>
    public static Task WriteAsync(
        IEnumerable<WorkbookSession> sessions, Stream stream, WorkbookOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var given = Checked(sessions);
        return WriteAsync(
            stream, options, async (file, texts) =>
            {
                await WritePeopleAsync(file, texts, given, cancellationToken).ConfigureAwait(false);
                await file.WriteSheetAsync(
                    texts.SessionsSheet, SessionLine.Columns, given.Select(SessionLine.Of), 0, cancellationToken).ConfigureAwait(false);
                await WriteDetailsAsync(file, texts, given, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Writes a register: people by sessions with the status, the time and the share of each, then each person at each session,
    /// and the sessions.</summary>
    /// <exception cref="ArgumentException">A person has another number of cells than there are sessions, there are more sessions than Excel
    /// has columns, or the stream cannot be written.</exception>
    public static Task WriteAsync(
        AttendanceRegister register, Stream stream, WorkbookOptions? options = null, CancellationToken cancellationToken = default) =>
        WriteAsync(register, [], stream, options, cancellationToken);

    /// <summary>Writes a register, and then the people, stays and registrations of sessions.</summary>
    /// <exception cref="ArgumentException">A person has another number of cells than there are sessions, there are more sessions than Excel
    /// has columns, a session is null, or the stream cannot be written.</exception>
    public static Task WriteAsync(
        AttendanceRegister register, IEnumerable<WorkbookSession> sessions, Stream stream, WorkbookOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        RegisterMatrix.Check(register);
        var given = Checked(sessions);
        return WriteAsync(
            stream, options, async (file, texts) =>
            {
                await WriteRegisterAsync(file, options ?? new WorkbookOptions(), register, cancellationToken).ConfigureAwait(false);
                if (given.Count == 0)
                    return;

                await WritePeopleAsync(file, texts, given, cancellationToken).ConfigureAwait(false);
                await WriteDetailsAsync(file, texts, given, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Writes rows of one kind on a sheet, with the columns that they have in CSV.</summary>
    /// <exception cref="ArgumentException">A row is null, a row has an origin and the first has none, or the stream cannot be
    /// written.</exception>
    public static Task WriteRowsAsync<TRow>(
        IEnumerable<TRow> rows, Stream stream, WorkbookOptions? options = null, CancellationToken cancellationToken = default)
        where TRow : ExportRow, new()
    {
        var given = AttendanceExport.Checked(rows);
        return WriteAsync(
            stream, options, (file, texts) => WriteRowsAsync(file, SheetOf<TRow>(texts), given, hasOrigin: false, cancellationToken),
            cancellationToken);
    }

    private static string SheetOf<TRow>(WorkbookTexts texts) =>
        typeof(TRow) == typeof(PersonRow) ? texts.PeopleSheet
        : typeof(TRow) == typeof(StayRow) ? texts.StaysSheet
        : typeof(TRow) == typeof(RecordRow) ? texts.RecordsSheet
        : typeof(TRow) == typeof(RegistrantRow) ? texts.RegistrationsSheet
        : texts.AttendanceSheet;

    private static Task WritePeopleAsync(
        WorkbookFile file, WorkbookTexts texts, List<WorkbookSession> sessions, CancellationToken cancellationToken) =>
        WriteRowsAsync(
            file, texts.PeopleSheet, sessions.SelectMany(static session => PersonRow.Of(session.Summary, session.Origin)),
            HasOrigin(sessions), cancellationToken);

    private static async Task WriteDetailsAsync(
        WorkbookFile file, WorkbookTexts texts, List<WorkbookSession> sessions, CancellationToken cancellationToken)
    {
        await WriteRowsAsync(
            file, texts.StaysSheet, sessions.SelectMany(static session => StayRow.Of(session.Summary, session.Origin)),
            HasOrigin(sessions), cancellationToken).ConfigureAwait(false);
        var registered = sessions.FindAll(static session => session.Registrations is not null);
        if (registered.Count == 0)
            return;

        await WriteRowsAsync(
            file, texts.RegistrationsSheet,
            registered.SelectMany(static session => RegistrantRow.Of(session.Registrations!, session.Origin)), HasOrigin(registered),
            cancellationToken).ConfigureAwait(false);
    }

    private static bool HasOrigin(List<WorkbookSession> sessions) => sessions.Exists(static session => session.Origin is not null);

    private static async Task WriteRegisterAsync(
        WorkbookFile file, WorkbookOptions options, AttendanceRegister register, CancellationToken cancellationToken)
    {
        var texts = options.Texts;
        await WriteMatrixAsync(texts.RegisterSheet, RegisterCellValue.Status).ConfigureAwait(false);
        await WriteMatrixAsync(texts.TimesSheet, RegisterCellValue.TimePresent).ConfigureAwait(false);
        await WriteMatrixAsync(texts.SharesSheet, RegisterCellValue.Share).ConfigureAwait(false);
        await WriteRowsAsync(file, texts.AttendanceSheet, RegisterRow.Of(register), hasOrigin: false, cancellationToken)
            .ConfigureAwait(false);
        await file.WriteSheetAsync(
            texts.SessionsSheet, SessionLine.Columns,
            register.Sessions.Select(
                (session, index) => SessionLine.Of(session, register.People.Select(person => person.Cells[index]))),
            0, cancellationToken).ConfigureAwait(false);

        Task WriteMatrixAsync(string name, RegisterCellValue cells) => file.WriteSheetAsync(
            name, SheetOrder.OfRegister(RegisterMatrix.Columns(register, cells, time => LocalTime.ToMinute(time, options.TimeZone))),
            register.People, 1, cancellationToken);
    }

    private static async Task WriteRowsAsync<TRow>(
        WorkbookFile file, string sheet, IEnumerable<TRow> rows, bool hasOrigin, CancellationToken cancellationToken)
        where TRow : ExportRow
    {
        using var table = new RowTable<TRow>(rows, hasOrigin);
        await file.WriteSheetAsync(sheet, SheetOrder.Of(table.Columns), table.Rows, 0, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteAsync(
        Stream stream, WorkbookOptions? options, Func<WorkbookFile, WorkbookTexts, Task> write, CancellationToken cancellationToken)
    {
        if (!(stream ?? throw new ArgumentNullException(nameof(stream))).CanWrite)
            throw new ArgumentException("The stream cannot be written. Give one that is open for writing.", nameof(stream));

        options ??= new WorkbookOptions();
        var file = await WorkbookFile.CreateAsync(stream, options, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await write(file, options.Texts).ConfigureAwait(false);
            await file.FinishAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static List<WorkbookSession> Checked(IEnumerable<WorkbookSession> sessions)
    {
        List<WorkbookSession> given = [.. sessions ?? throw new ArgumentNullException(nameof(sessions))];
        var missing = given.FindIndex(static session => session is null);
        return missing < 0 ? given : throw new ArgumentException(
            string.Format(CultureInfo.InvariantCulture, "A session is null: the one after {0} others. Leave it out.", missing),
            nameof(sessions));
    }
}
