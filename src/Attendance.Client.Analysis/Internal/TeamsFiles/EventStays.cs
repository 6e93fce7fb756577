namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Makes stays of who joined and left, event by event.</summary>
internal sealed class EventStays
{
    private readonly List<Event> _events = [];
    private readonly NoteList _notes;
    private int _joinedBefore;
    private int _unknownJoins;
    private int _unknownLeaves;
    private int _alike;

    private EventStays(NoteList notes) => _notes = notes;

    /// <summary>The people of a table in the order of their first rows.</summary>
    public static List<FilePerson> Read(FileTable table, TableReader reader, NoteList notes)
    {
        var stays = new EventStays(notes);
        stays.ReadRows(table, reader);
        var people = stays.Pair();
        stays.Note();
        return people;
    }

    private void ReadRows(FileTable table, TableReader reader)
    {
        var isLive = table.Kind == TableKind.LiveEvent;
        foreach (var row in table.Rows)
        {
            if (!reader.IsReadable(row))
                continue;

            var session = isLive ? reader.Text(row, Heading.SessionId) : null;
            var participant = isLive ? reader.Text(row, Heading.ParticipantId) : null;
            var name = reader.Text(row, Heading.Name);
            var (time, action) = (reader.Time(row, Heading.Time), reader.Text(row, Heading.Action));
            if (name is null && session is null)
            {
                _notes.Unreadable(row, "The row names nobody.");
                continue;
            }

            if (action is null)
            {
                _notes.Unreadable(row, "The row does not say whether somebody joined or left.");
                action = "";
            }

            var person = new FilePerson
            {
                Name = name,
                Email = PersonKeys.Address(participant),
                UserId = PersonKeys.Address(participant) is null ? participant : null,
                Role = reader.Role(row),
                RecordId = session,
            };
            var key = participant is not null ? $"@{participant.ToUpperInvariant()}" : name is not null ? $"={name}" : $"#{session}";
            _events.Add(new Event(row, person, key, session ?? "", action, time));
        }
    }

    private List<FilePerson> Pair()
    {
        if (IsNewestFirst())
            _events.Reverse();
        var people = new Dictionary<string, FilePerson>(StringComparer.Ordinal);
        var inOrder = new List<FilePerson>();
        var bySession = new Dictionary<(string Key, string Session), List<Event>>();
        var sessions = new List<List<Event>>();
        foreach (var item in _events)
        {
            if (!people.ContainsKey(item.Key))
            {
                people.Add(item.Key, item.Person);
                inOrder.Add(item.Person);
            }

            if (!bySession.TryGetValue((item.Key, item.Session), out var events))
            {
                bySession.Add((item.Key, item.Session), events = []);
                sessions.Add(events);
            }

            events.Add(item);
        }

        var earliest = new List<Event>(sessions.Count);
        for (var index = 0; index < sessions.Count; index++)
        {
            sessions[index] = [.. sessions[index].OrderBy(static item => item.Time?.Time ?? DateTime.MaxValue)];
            earliest.Add(sessions[index][0]);
        }

        var joins = Joins(earliest);
        foreach (var events in sessions)
            Pair(events, joins, people[events[0].Key]);
        return inOrder;
    }

    // Rows of one person stand together, so only the steps within a person tell the order.
    private bool IsNewestFirst()
    {
        var (down, up) = (0, 0);
        for (var index = 1; index < _events.Count; index++)
        {
            var (item, last) = (_events[index], _events[index - 1]);
            if (item.Key != last.Key || item.Time is not { } time || last.Time is not { } before)
                continue;

            down += time.Time < before.Time ? 1 : 0;
            up += time.Time > before.Time ? 1 : 0;
        }

        return down > up;
    }

    // What is done first by anybody is to join. Where that is said of all, as in a file that lacks some joins, it holds for what most do.
    private HashSet<string> Joins(List<Event> earliest)
    {
        var actions = _events.Select(static item => item.Action).Where(static action => action.Length > 0)
            .Distinct(StringComparer.Ordinal).Take(64).ToList();
        var joins = new HashSet<string>(actions.Where(static action => HeadingWords.IsJoin(action) == true), StringComparer.Ordinal);
        var unknown = actions.Where(static action => HeadingWords.IsJoin(action) is null).ToList();
        var first = unknown.Where(action => earliest.Any(item => item.Action == action)).ToList();
        if (actions.Count > 1 && first.Count == actions.Count)
            first.Remove(first.OrderBy(action => earliest.Count(item => item.Action == action)).First());
        joins.UnionWith(first);
        return joins;
    }

    private void Pair(List<Event> events, HashSet<string> joins, FilePerson person)
    {
        LocalTime? joined = null;
        var isOpen = false;
        LocalTime? before = null;
        Event? last = null;
        foreach (var item in events)
        {
            if (item.Time is not null && item.Time == last?.Time && item.Action == last.Action && !HeadingWords.IsJoinBefore(item.Action))
            {
                _notes.Repeated(item.Row);
                continue;
            }

            last = item;
            if (item.Action.Length == 0)
            {
                person.Add(new FileStay(null, null));
            }
            else if (joins.Contains(item.Action))
            {
                if (HeadingWords.IsJoinBefore(item.Action))
                {
                    _alike += before is not null && before == item.Time ? 1 : 0;
                    _joinedBefore += before is null ? 1 : 0;
                    before = item.Time;
                }

                // To join again without having left is what it looks like when the client of the one who downloads reconnects.
                joined = isOpen ? joined : item.Time;
                isOpen = true;
            }
            else
            {
                _unknownJoins += isOpen ? 0 : 1;
                person.Add(new FileStay(isOpen ? joined : null, item.Time));
                (joined, isOpen) = (null, false);
            }
        }

        if (!isOpen)
            return;

        person.Add(new FileStay(joined, null));
        _unknownLeaves++;
    }

    private void Note()
    {
        if (_joinedBefore > 0)
        {
            _notes.Add(
                TeamsFileNoteKind.JoinUnknown,
                $"{_joinedBefore} of the people were there before the one who downloaded the file joined. Their stays begin with that, " +
                "as the file does not say when they joined.");
        }

        if (_unknownJoins > 0)
        {
            _notes.Add(
                TeamsFileNoteKind.JoinUnknown,
                $"{_unknownJoins} of the stays have no beginning in the file. Their beginnings and lengths are null.");
        }

        if (_unknownLeaves > 0)
        {
            _notes.Add(
                TeamsFileNoteKind.LeaveUnknown,
                $"{_unknownLeaves} of the stays have no end, as when the file was made while the session ran. " +
                "Their ends and lengths are null.");
        }

        if (_alike > 0)
        {
            _notes.Add(
                TeamsFileNoteKind.PeopleAlike,
                $"{_alike} of the names stand twice as there before: two devices of one person, or two people of one name. " +
                "They were read as one person.");
        }
    }

    private sealed record Event(FileRow Row, FilePerson Person, string Key, string Session, string Action, LocalTime? Time);
}
