namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Makes a session of its rows: first what it is and which dates it has, then, once their order is known, its report.</summary>
internal sealed class SessionReader
{
    private const int MostActions = 4;

    private readonly SessionRows _rows;
    private readonly SessionSummary _summary;
    private readonly DateOrders _orders;
    private readonly NoteList _notes;

    public SessionReader(SessionRows rows, DateOrders orders, NoteList notes)
    {
        (_rows, _orders, _notes) = (rows, orders, notes);
        _summary = SessionSummary.Of(rows.Summary, notes);
        Kind = Find(TableKind.LiveEvent) is not null ? TeamsFileKind.LiveEvent
            : rows.IsNumbered || Find(TableKind.Participants) is not null ? TeamsFileKind.NumberedReport
            : Find(TableKind.Stays) is not null || _summary.KnownCount > 0 ? TeamsFileKind.Report
            : Find(TableKind.Events) is not null ? TeamsFileKind.EventList
            : TeamsFileKind.Unknown;
    }

    public TeamsFileKind Kind { get; }

    /// <summary>Whether it looks like what Teams writes.</summary>
    public bool IsOfTeams =>
        _rows.Tables.Any(IsTableOfTeams)
        || (_summary.KnownCount >= 2 && (_rows.IsNumbered || _rows.Summary.Any(HasKnownLabel)))
        || (_rows.Tables.Count == 0 && _rows.Summary.Count(HasKnownLabel) >= 2);

    /// <summary>Whether the title of a section is the last there is, or headings whose line does not end.</summary>
    public bool EndsInHeadings => _rows.EndsInTitle || (_rows.Tables is [.., { Rows.Count: 0, Header.EndsFile: true }]);

    /// <summary>Whether there is nothing in it but headings.</summary>
    public bool IsEmpty => _summary.KnownCount == 0 && _rows.Tables.All(static table => table.Rows.Count == 0);

    public bool HasTimes => _summary.Start is not null || _rows.Tables.Any(static table => table.Rows.Count > 0);

    /// <summary>All headings, labels and titles, by which a language is known.</summary>
    public IEnumerable<string> Words =>
        _rows.Tables.SelectMany(static table => table.Header?.Cells ?? [])
            .Concat(_rows.Summary.Select(static row => row.Cells[0]))
            .Concat(_rows.SectionTitles);

    /// <summary>Shows all dates to those who find out their order.</summary>
    public void AddDates()
    {
        if (_summary.Start is { } start)
            _orders.Add(start);
        if (_summary.End is { } end)
            _orders.Add(end);
        if (_summary is { Start: { } from, End: { } to })
            _orders.Add(from, to, _summary.Duration);
        foreach (var table in _rows.Tables)
            AddDates(table);
    }

    /// <summary>When it began by the file's clock, or null.</summary>
    public LocalTime? Start => _summary.Start is { } start ? _orders.Local(start) : null;

    public IEnumerable<Registration> ReadRegistrations(FileClock clock) =>
        _rows.Tables
            .Where(static table => table.Kind == TableKind.Registrations
                || table.Columns[Heading.RegisteredAt] is not null || table.Columns[Heading.RegistrationStatus] is not null)
            .SelectMany(table => RegistrationRows.Read(table, ReaderOf(table), clock));

    /// <summary>The session, or null where there is none, as in a file of registrations alone.</summary>
    public TeamsFileSession? Read(FileClock clock)
    {
        var events = Find(TableKind.LiveEvent) ?? (Kind == TeamsFileKind.EventList ? Find(TableKind.Events) : null);
        if (Kind == TeamsFileKind.Unknown
            || (_summary.KnownCount == 0 && events is null && Find(TableKind.Stays, TableKind.Participants) is null))
            return null;

        var people = events is null ? ReadTables() : ReadEvents(events);
        NoteUnreadTables();
        NoteRoles(people);
        var (start, end) = (Start, _summary.End is { } last ? _orders.Local(last) : null);
        if (Kind == TeamsFileKind.EventList)
            (start, end) = Span(people!);

        // The labels are not known, and no session ends before it begins.
        if (_summary.HasTimesByShape && end?.Time < start?.Time)
            (start, end) = (end, start);
        NoteSummary(start, end, people);
        return new TeamsFileSession
        {
            Kind = Kind,
            Title = _summary.Title,
            MeetingId = _summary.MeetingId,
            Report = new AttendanceReport
            {
                StartedAt = clock.Time(start),
                EndedAt = clock.Time(end),
                ParticipantCount = _summary.Attended,
                Records = people is null ? null : [.. people.Select(person => person.ToRecord(clock))],
            },
        };
    }

    private static (LocalTime? Start, LocalTime? End) Span(List<FilePerson> people)
    {
        var stays = people.SelectMany(static person => person.Stays).ToList();
        var start = stays.Select(static stay => stay.Joined ?? stay.Left).Where(static time => time is not null)
            .OrderBy(static time => time!.Value.Time).FirstOrDefault();
        var end = stays.All(static stay => stay.Left is not null)
            ? stays.Select(static stay => stay.Left).OrderByDescending(static time => time!.Value.Time).FirstOrDefault()
            : null;
        return (start, end);
    }

    private static bool HasKnownLabel(FileRow row) => HeadingWords.Label(row.Cells[0]) != SummaryLabel.Unknown;

    private static bool IsTableOfTeams(FileTable table)
    {
        var columns = table.Columns;
        var isKnown = table.Header is { } header && TableColumns.IsKnownHeader(header);
        return table.Kind switch
        {
            TableKind.LiveEvent => isKnown || columns[Heading.Action] is not null,
            TableKind.Events => isKnown
                || (table.Header is { Cells.Length: 3 } && table.Rows.Count > 0 && columns[Heading.Time] == 2
                    && table.Rows.Select(row => row[columns[Heading.Action]])
                        .Distinct(StringComparer.Ordinal).Take(MostActions + 1).Count() <= MostActions),
            TableKind.Stays or TableKind.Participants when columns[Heading.Join] is not null && columns[Heading.Leave] is not null =>
                isKnown || columns[Heading.Duration] is not null,
            TableKind.Participants => columns[Heading.UserPrincipalName] is not null && (isKnown || table.Section is not null),
            TableKind.Registrations => columns[Heading.RegisteredAt] is not null || columns[Heading.RegistrationStatus] is not null,
            _ => false,
        };
    }

    private void AddDates(FileTable table)
    {
        var (join, leave, single) = (table.Columns[Heading.Join], table.Columns[Heading.Leave], table.Columns[Heading.Time]);
        foreach (var row in table.Rows)
        {
            var hasJoin = ClockTime.TryParse(row[join], out var joined);
            var hasLeave = ClockTime.TryParse(row[leave], out var left);
            if (hasJoin)
                _orders.Add(joined);
            if (hasLeave)
                _orders.Add(left);
            if (hasJoin && hasLeave)
                _orders.Add(joined, left, table.Kind == TableKind.Stays ? FileDuration.Of(row[table.Columns[Heading.Duration]]) : null);
            if (ClockTime.TryParse(row[single], out var time) || ClockTime.TryParse(row[table.Columns[Heading.RegisteredAt]], out time))
                _orders.Add(time);
        }
    }

    private List<FilePerson>? ReadTables()
    {
        var (participants, stays) = (Find(TableKind.Participants), Find(TableKind.Stays));
        // A table of nobody says that nobody came only where the summary says so too.
        var isNobody = (participants ?? stays) is not { Rows.Count: > 0 };
        if (isNobody && _summary.Attended != 0)
        {
            _notes.Add(
                TeamsFileNoteKind.Cut,
                "The file ends, or was edited, before it names anybody, so the records of the session are null.");
            return null;
        }

        var tables = new StayTables(_notes);
        if (participants is not null)
            tables.ReadParticipants(ReaderOf(participants));
        if (stays is not null)
            tables.ReadStays(ReaderOf(stays));
        tables.Complete(stays is { Rows.Count: > 0 });
        if (Find(TableKind.Engagement) is { } engagement)
            ReadEngagement(engagement, tables.People);
        return tables.People;
    }

    private List<FilePerson> ReadEvents(FileTable table)
    {
        var reader = ReaderOf(table);
        var people = EventStays.Read(table, reader, _notes);
        reader.NoteCut();
        return people;
    }

    private void ReadEngagement(FileTable table, List<FilePerson> people)
    {
        var reader = ReaderOf(table);
        var byName = people.Where(static person => person.Name is not null).ToLookup(static person => person.Name!, StringComparer.Ordinal);
        var known = new HashSet<(string Name, string Text, LocalTime? Time)>();
        foreach (var row in table.Rows)
        {
            if (!reader.IsReadable(row))
                continue;

            var (name, text) = (reader.Text(row, Heading.Name), reader.Text(row, Heading.Action));
            if (name is null || text is null || byName[name].Take(2).Count() != 1)
            {
                _notes.Unreadable(row, "What was done is not told, or it is not told by whom, as no one or several have the name.");
                continue;
            }

            var time = reader.Time(row, Heading.Time);
            if (!known.Add((name, text, time)))
            {
                _notes.Add(
                    TeamsFileNoteKind.RowRepeated, "The row stands in the file twice. Both were kept, as people may do so twice.", row);
            }

            byName[name].First().Engagements.Add((time, text));
        }

        reader.NoteCut();
    }

    private void NoteUnreadTables()
    {
        foreach (var table in _rows.Tables)
        {
            var isRead = table.Kind != TableKind.Unknown && (table.Kind == TableKind.Registrations || Find(table.Kind) == table);
            if (!isRead && (table.Rows.Count > 0 || table.Header is not null))
            {
                var first = table.Header ?? table.Rows[0];
                _notes.Add(
                    TeamsFileNoteKind.NotRead, "A table is of no kind that is known, or stands there twice, and was not read.", first.Line,
                    string.Join(" | ", first.Cells.Take(8)));
            }
            else if (table.Kind is not TableKind.Registrations
                && table.Columns.Others.Select(static other => other.Heading).ToList() is { Count: > 0 } others)
            {
                _notes.Add(
                    TeamsFileNoteKind.NotRead, "There is no place in a report for some columns, which were not read.", table.Header!.Line,
                    string.Join(" | ", others));
            }
        }
    }

    private void NoteRoles(List<FilePerson>? people)
    {
        var unknown = (people ?? []).Select(static person => person.Role?.Value)
            .Where(static role => role is not null && HeadingWords.Role(role) is null).Distinct(StringComparer.Ordinal).Take(8).ToList();
        if (unknown.Count > 0)
        {
            _notes.Add(
                TeamsFileNoteKind.RoleUnknown, "Roles are in words that are not known, and were kept as they are.", line: null,
                string.Join(" | ", unknown));
        }
    }

    private void NoteSummary(LocalTime? start, LocalTime? end, List<FilePerson>? people)
    {
        if (end?.Time < start?.Time)
            _notes.Add(TeamsFileNoteKind.LineUnreadable, "The file says that the session ended before it began. Both times were kept.");
        if (start is null || end is null)
        {
            _notes.Add(
                TeamsFileNoteKind.SessionTimesUnknown,
                "The file does not say when the session " +
                $"{(start is null ? end is null ? "began and ended" : "began" : "ended")}, which is null.");
        }

        if (people is not null && _summary.Attended is { } attended && attended != people.Count)
        {
            _notes.Add(
                TeamsFileNoteKind.CountDiffers,
                $"The file says that {attended} attended, and names {people.Count}. " +
                "Some may have chosen not to be named, or rows are missing.");
        }
    }

    private FileTable? Find(params TableKind[] kinds) => _rows.Tables.Find(table => Array.IndexOf(kinds, table.Kind) >= 0);

    private TableReader ReaderOf(FileTable table) => new(table, _orders, Start, _notes);
}
