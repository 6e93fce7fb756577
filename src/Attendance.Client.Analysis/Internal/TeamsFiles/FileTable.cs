namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>A table of a file: its headings, if it has any, and its rows.</summary>
internal sealed class FileTable(FileRow? header, int? section)
{
    private TableColumns? _columns;

    public FileRow? Header => header;

    /// <summary>Number of the section that it stands in, or null.</summary>
    public int? Section => section;

    public List<FileRow> Rows { get; } = [];

    /// <summary>What each column holds, which is found out when the table is complete.</summary>
    public TableColumns Columns => _columns ??= TableColumns.Find(header, Rows);

    public TableKind Kind
    {
        get
        {
            var columns = Columns;
            if (columns[Heading.SessionId] is not null && columns[Heading.Time] is not null)
                return TableKind.LiveEvent;
            if (columns[Heading.FirstName] is not null && columns[Heading.LastName] is not null)
                return TableKind.Registrations;
            if (columns[Heading.Join] is not null || columns[Heading.Leave] is not null)
                return IsOfParticipants ? TableKind.Participants : TableKind.Stays;
            if (columns[Heading.Time] is not null)
                return columns[Heading.Action] is null ? TableKind.Unknown : section is null ? TableKind.Events : TableKind.Engagement;

            return columns.HasPeople ? TableKind.Participants : TableKind.Unknown;
        }
    }

    // One row a person, in numbered files. In those of 2021 the role stands before the user principal name, and each stay has a row.
    private bool IsOfParticipants =>
        section == 2
        || (section is null && Columns[Heading.UserPrincipalName] is { } name && Columns[Heading.Role] is { } role && name < role
            && !Columns.HasRepeatedAddress);
}
