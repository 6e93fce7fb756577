namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Which column of a table holds what: by its heading, or else by what stands in it and where.</summary>
internal sealed class TableColumns
{
    private const int JudgedRows = 2000;
    private const int MostActions = 6;
    private const int MostRoles = 8;

    private readonly Dictionary<Heading, int> _places = [];
    private readonly FileRow? _header;
    private readonly ColumnShape[] _shapes;

    private TableColumns(FileRow? header, List<FileRow> rows)
    {
        _header = header;
        var width = rows.Take(JudgedRows).Select(static row => row.Cells.Length).Append(header?.Cells.Length ?? 0).Max();
        _shapes = [.. Enumerable.Range(0, width).Select(column => new ColumnShape(rows.Take(JudgedRows).Select(row => row[column])))];
    }

    public int? this[Heading heading] => _places.TryGetValue(heading, out var place) ? place : null;

    /// <summary>Whether it lists people, by their name and an address.</summary>
    public bool HasPeople =>
        this[Heading.Name] is not null && (this[Heading.Email] is not null || this[Heading.UserPrincipalName] is not null);

    /// <summary>Whether an address stands in more than one row.</summary>
    public bool HasRepeatedAddress =>
        (this[Heading.Email] ?? this[Heading.UserPrincipalName]) is { } place && _shapes[place].HasRepeated;

    /// <summary>The headings of the columns for which there is no place.</summary>
    public IEnumerable<(int Column, string Heading)> Others =>
        Enumerable.Range(0, _header?.Cells.Length ?? 0)
            .Where(column => !_places.ContainsValue(column) && _header![column].Length > 0)
            .Select(column => (column, _header![column]));

    public static TableColumns Find(FileRow? header, List<FileRow> rows)
    {
        var columns = new TableColumns(header, rows);
        columns.FindByWords();
        columns.FindByShape(rows);
        return columns;
    }

    /// <summary>Whether a row is one of headings that are known.</summary>
    public static bool IsKnownHeader(FileRow row)
    {
        // Most rows are data, and soon known for it.
        if (row.Cells.Any(static cell => cell.Length > 0 && (char.IsDigit(cell[0]) || cell.Contains('@'))))
            return false;

        var known = row.Cells.Count(static cell => HeadingWords.Column(cell) != Heading.Unknown || IsPrincipalName(cell));
        return known >= 2 && known * 2 >= row.Cells.Length;
    }

    private static bool IsPrincipalName(string heading) => CellText.Plain(heading).Contains("(UPN)");

    private void FindByWords()
    {
        for (var column = 0; column < (_header?.Cells.Length ?? 0); column++)
        {
            var heading = IsPrincipalName(_header![column]) ? Heading.UserPrincipalName : HeadingWords.Column(_header[column]);
            if (heading != Heading.Unknown)
                Add(heading, column);
        }
    }

    private void FindByShape(List<FileRow> rows)
    {
        // Words that contradict what stands below them are of somebody's edit, or of another meaning.
        foreach (var heading in new[] { Heading.Join, Heading.Leave, Heading.Time })
        {
            if (this[heading] is { } place && (_shapes[place].HasDurations || _shapes[place].HasAddresses))
                _places.Remove(heading);
        }

        var isOfSessions = _shapes is { Length: >= 6 } && _shapes[0].HasUuids;
        if (isOfSessions)
            Add(Heading.SessionId, 0);
        FindTimes(rows);
        if (isOfSessions)
            FindInLiveEvent();

        foreach (var column in Free(static shape => shape.HasDurations))
            Add(Heading.Duration, column);
        foreach (var column in Free(static shape => shape.HasAddresses))
            Add(this[Heading.Email] is null ? Heading.Email : Heading.UserPrincipalName, column);
        FindName();
        if (this[Heading.Time] is not null && _shapes.Length <= 3)
        {
            foreach (var column in Free(static shape => shape is { HasTexts: true, Distinct: <= MostActions }).Take(1))
                Add(Heading.Action, column);
        }
        else if (this[Heading.Join] is not null || this[Heading.Email] is not null)
        {
            // A column that says nothing is left to the headings.
            foreach (var column in Free(static shape => shape is { HasTexts: true, Distinct: <= MostRoles })
                .OrderByDescending(column => _shapes[column].HasRoles).Take(1))
                Add(Heading.Role, column);
        }
    }

    private void FindTimes(List<FileRow> rows)
    {
        var free = Free(static shape => shape.HasTimes);
        if (this[Heading.Join] is null && this[Heading.Leave] is null && this[Heading.Time] is null)
        {
            if (free.Count == 1)
            {
                Add(Heading.Time, free[0]);
            }
            else if (free.Count >= 2)
            {
                var isSwapped = IsSwapped(rows, free[0], free[1]);
                Add(Heading.Join, free[isSwapped ? 1 : 0]);
                Add(Heading.Leave, free[isSwapped ? 0 : 1]);
            }
        }
        else if (this[Heading.Time] is null && free.Count > 0)
        {
            Add(this[Heading.Join] is null ? Heading.Join : Heading.Leave, free[0]);
        }
    }

    // Whoever moved the columns, nobody leaves before joining.
    private static bool IsSwapped(List<FileRow> rows, int first, int second)
    {
        var swapped = 0;
        foreach (var row in rows.Take(JudgedRows))
        {
            if (ClockTime.TryParse(row[first], out var one) && ClockTime.TryParse(row[second], out var other)
                && (one.First, one.Second, one.Third) == (other.First, other.Second, other.Third))
            {
                swapped += one.TimeOfDay.CompareTo(other.TimeOfDay);
            }
        }

        return swapped > 0;
    }

    private void FindInLiveEvent()
    {
        Heading[] before = [Heading.ParticipantId, Heading.Name, Heading.UserAgent];
        for (var index = 0; index < before.Length && index + 1 < this[Heading.Time]; index++)
            Add(before[index], index + 1);
        if (this[Heading.Time] is not { } time)
            return;

        Add(Heading.Action, time + 1);
        Add(Heading.Role, time + 2);
    }

    private void FindName()
    {
        if (this[Heading.Name] is not null || this[Heading.FirstName] is not null)
            return;

        // The first column, but where it holds what no name is. Names differ from row to row.
        var texts = Free(static shape => !shape.HasTimes && !shape.HasDurations && !shape.HasRoles);
        if (texts.Count == 0)
            return;

        var name = texts.Contains(0) && (_shapes[0].Distinct > 1 || _shapes[0].Filled <= 1)
            ? 0
            : texts.OrderByDescending(column => _shapes[column].Distinct).First();
        Add(Heading.Name, name);
    }

    private void Add(Heading heading, int column)
    {
        if (!_places.ContainsKey(heading) && !_places.ContainsValue(column))
            _places.Add(heading, column);
    }

    private List<int> Free(Func<ColumnShape, bool> has) =>
        [.. Enumerable.Range(0, _shapes.Length).Where(column => !_places.ContainsValue(column) && has(_shapes[column]))];
}
