namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Reads the cells of one table, with what may be wrong with them.</summary>
internal sealed class TableReader(FileTable table, DateOrders orders, LocalTime? sessionStart, NoteList notes)
{
    private const string MayBeCut = "The file ends in this line, and its last cell may be cut and was not read.";

    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);

    // How times are written above the last row; one that is written otherwise there has lost its end.
    private readonly Lazy<ClockStyle?> _style = new(() => StyleAbove(table));

    private bool _isDatelessNoted;
    private (string Text, AttendeeRole Role)? _role;

    public List<FileRow> Rows => table.Rows;

    public string? Text(FileRow row, Heading heading) => Cell(row, heading) is { Length: > 0 } text ? text : null;

    public LocalTime? Time(FileRow row, Heading heading)
    {
        if (Text(row, heading) is not { } text)
            return null;

        var local = ClockTime.TryParse(text, out var time) && time.HasTime ? Local(time) : null;
        if (local is null)
            notes.Unreadable(row, "A time is none that Teams writes, or has no date, so it is unknown.");
        return local;
    }

    public TimeSpan? Duration(FileRow row) => Text(row, Heading.Duration) is { } text ? FileDuration.Of(text) : null;

    public AttendeeRole? Role(FileRow row)
    {
        if (Text(row, Heading.Role) is not { } text)
            return null;

        // Most rows have the role of the row before.
        if (_role is not { } known || !string.Equals(text, known.Text, StringComparison.Ordinal))
            _role = known = (text, HeadingWords.Role(text) ?? new AttendeeRole(text));
        return known.Role;
    }

    public FilePerson Person(FileRow row) => new()
    {
        Name = Text(row, Heading.Name) is { } name ? CellText.OnOneLine(name) : null,
        Email = Text(row, Heading.Email),
        UserPrincipalName = Text(row, Heading.UserPrincipalName),
        Role = Role(row),
    };

    /// <summary>Whether a row may be read, which one that ends with the file in its first cell may not.</summary>
    public bool IsReadable(FileRow row)
    {
        if (!row.IsOpen || row.Cells.Length > 1 || row.Width > 1)
            return true;

        notes.Unreadable(row, MayBeCut);
        return false;
    }

    /// <summary>Says what was lost of the last row.</summary>
    public void NoteCut()
    {
        if (table.Rows.Count == 0 || table.Rows[table.Rows.Count - 1] is not { EndsFile: true } row)
            return;

        if (row is { IsOpen: true, Cells.Length: > 1 } && IsCut(row, row.Cells.Length - 1))
            notes.Unreadable(row, MayBeCut);
        else if (row.Width < table.Header?.Width || (!row.IsOpen && row.Width == table.Header?.Width))
            notes.Add(TeamsFileNoteKind.Cut, "The file ends in this line, of which cells may be missing.", row.Line);
    }

    private string Cell(FileRow row, Heading heading) =>
        table.Columns[heading] is not { } column || (row.IsOpen && IsCut(row, column)) ? "" : row[column];

    private bool IsCut(FileRow row, int column)
    {
        if (column != row.Cells.Length - 1)
            return false;
        if (table.Header is { } header && row.Width < header.Width)
            return true;

        var cell = row[column];
        if (table.Columns[Heading.Role] == column)
            return HeadingWords.Role(cell) is null && !table.Rows.Any(other => other != row && other[column] == cell);
        if (ClockTime.TryParse(cell, out var time))
            return _style.Value is not { } style || style != time.Style;
        if (table.Columns[Heading.Email] == column || table.Columns[Heading.UserPrincipalName] == column)
            return Enumerable.Range(0, column).All(other => row[other] != cell)
                && !table.Rows.Any(other => other != row && other[column] == cell);

        return table.Columns[Heading.Time] == column || table.Columns[Heading.Duration] == column;
    }

    private LocalTime? Local(ClockTime time)
    {
        if (time.HasDate)
            return orders.Local(time);
        if (sessionStart is not { } start)
            return null;

        if (!_isDatelessNoted)
        {
            notes.Add(
                TeamsFileNoteKind.SavedAgain,
                "Some times have no date, which somebody took away. They were read as of the session's day.");
        }

        _isDatelessNoted = true;
        // What seems to be long before the session began was after the next midnight.
        var day = start.Time.TimeOfDay - time.TimeOfDay > HalfDay ? start.Time.Date.AddDays(1) : start.Time.Date;
        return new LocalTime(day + time.TimeOfDay, start.IsCertain);
    }

    private static ClockStyle? StyleAbove(FileTable table)
    {
        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells)
            {
                if (!row.IsOpen && ClockTime.TryParse(cell, out var time) && time.HasTime)
                    return time.Style;
            }
        }

        return null;
    }
}
