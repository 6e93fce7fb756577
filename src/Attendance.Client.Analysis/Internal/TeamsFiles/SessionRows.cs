namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>The rows of one session: its summary and its tables.</summary>
internal sealed class SessionRows
{
    private readonly HashSet<int> _sections = [];

    public List<FileRow> Summary { get; } = [];

    public List<FileTable> Tables { get; } = [];

    /// <summary>Titles of the numbered sections.</summary>
    public List<string> SectionTitles { get; } = [];

    public bool IsNumbered => _sections.Count > 0;

    /// <summary>Whether nothing follows the title of the last section.</summary>
    public bool EndsInTitle { get; private set; }

    /// <summary>The rows of each session, in the order of the file.</summary>
    public static List<SessionRows> Split(List<FileRow> rows)
    {
        var sessions = new List<SessionRows>();
        var session = new SessionRows();
        FileTable? table = null;
        int? section = null;
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            if (row.BeginsFile)
                Begin();
            if (index > 0 && session.IsHeadingAgain(row, rows[index - 1], table))
                continue;
            if (FileSection.NumberOf(row) is { } number && !(table is not null && session.IsDataOf(table, row)))
            {
                if (session._sections.Contains(number) || session.EndsBeforeNumbers)
                    Begin();
                session._sections.Add(number);
                session.SectionTitles.Add(FileSection.TitleOf(row));
                (section, table) = (number, null);
                session.EndsInTitle = true;
                continue;
            }

            session.EndsInTitle = false;

            if (table is not null && !EndsTable(row, section))
            {
                table.Rows.Add(row);
                continue;
            }

            if (BeginsTable(row, rows, index, section))
            {
                if (session.IsAnother(row, section))
                    Begin();
                table = new FileTable(IsHeader(row) ? row : null, section);
                session.Tables.Add(table);
                if (table.Header is null)
                    table.Rows.Add(row);
            }
            else
            {
                if (section is null && session.Tables.Count > 0)
                    Begin();
                table = null;
                session.Summary.Add(row);
            }
        }

        Begin();
        return sessions;

        void Begin()
        {
            if (session.Summary.Count > 0 || session.Tables.Count > 0 || session.IsNumbered)
                sessions.Add(session);
            (session, table, section) = (new SessionRows(), null, null);
        }
    }

    // Whose table is no section that has lost its number.
    private bool EndsBeforeNumbers => !IsNumbered && Tables.Count > 0 && Tables[0].Kind != TableKind.Participants;

    private static bool IsHeader(FileRow row) =>
        TableColumns.IsKnownHeader(row)
        || !row.Cells.Any(static cell =>
            ClockTime.IsTime(cell) || FileDuration.IsDuration(cell) || ColumnShape.IsAddress(cell) || Guid.TryParse(cell, out _));

    private static bool BeginsTable(FileRow row, List<FileRow> rows, int index, int? section)
    {
        if (TableColumns.IsKnownHeader(row))
            return true;

        // Two cells are a row of a summary, and so is more with a label that is known, as a title may be torn at its commas.
        return row.Cells.Length >= 3
            && HeadingWords.Label(row.Cells[0]) == SummaryLabel.Unknown
            && (section is not 1 || (index + 1 < rows.Count && rows[index + 1].Cells.Length >= 3));
    }

    // A title, or headings, that stand twice one after the other say nothing more.
    private bool IsHeadingAgain(FileRow row, FileRow last, FileTable? table) =>
        (EndsInTitle || (table is { Rows.Count: 0 } && table.Header == last))
        && row.Cells.SequenceEqual(last.Cells, StringComparer.Ordinal);

    // A name may look like the title of a section, where the other cells of its row are empty.
    private bool IsDataOf(FileTable table, FileRow row) =>
        !IsNumbered && row.Width >= 3 && row.Width == table.Header?.Width && !row.FollowsGap;

    private static bool EndsTable(FileRow row, int? section) =>
        TableColumns.IsKnownHeader(row)
        || (section is null && row.Cells.Length <= 2
            && (HeadingWords.Label(row.Cells[0]) != SummaryLabel.Unknown || (row.FollowsGap && !row.IsOpen && row.Width <= 2)));

    // Without numbers a second table is another session, but for that of the stays, after that of the participants.
    private bool IsAnother(FileRow row, int? section)
    {
        if (section is not null || Tables.Count == 0)
            return false;

        return Tables.Count > 1
            || Tables[0].Kind != TableKind.Participants
            || row.Cells.Any(static cell => CellText.Plain(cell).Contains("(UPN)"));
    }
}
