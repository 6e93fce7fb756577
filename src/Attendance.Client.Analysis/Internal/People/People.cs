namespace Attendance.Client.Analysis.Internal;

/// <summary>Finds out which records, and which entries on lists of people who are expected, are of one person.</summary>
/// <remarks>Records and entries are numbered, records first: what is of one person is a set of numbers.</remarks>
internal sealed class People
{
    private readonly List<PersonRecord> _records = [];
    private readonly ExpectedEntry[] _entries;
    private readonly DisjointSets _sets;
    private readonly Dictionary<int, string> _ownNames = [];

    private People(IReadOnlyList<AttendanceReport> reports, IEnumerable<ExpectedEntry> expected)
    {
        for (var place = 0; place < reports.Count; place++)
        {
            foreach (var record in reports[place].Records!)
                _records.Add(new PersonRecord(record, reports[place], place));
        }

        _entries = [.. expected];
        _sets = new DisjointSets(_records.Count + _entries.Length);
    }

    /// <summary>Each person: those with records in the order of their first one, then those who are only expected in the order of the
    /// lists.</summary>
    /// <param name="reports">The reports, session by session.</param>
    /// <param name="expected">The entries on lists.</param>
    /// <param name="sessionOf">The session of a report, by its place.</param>
    public static List<Person> In(
        IReadOnlyList<AttendanceReport> reports, IEnumerable<ExpectedEntry> expected, Func<int, int> sessionOf)
    {
        var people = new People(reports, expected);
        people.JoinRecordsByKeys();
        people.JoinByNames(
            people._records.Count, 0, index => PersonKeys.NameAlone(people._records[index].Record), index => people._records[index].Place);
        if (people._entries.Length == 0)
            return people.Collect([]);

        people.JoinByNames(
            people._entries.Length, people._records.Count, index => PersonKeys.NameAlone(people._entries[index].Person),
            index => people._entries[index].Session);
        var matches = new ExpectedMatcher(people._records, people._entries, people._sets).Match();
        var collected = people.Collect(matches);
        Suggestions.Add(collected, sessionOf);
        return collected;
    }

    private void JoinRecordsByKeys()
    {
        var ids = new Dictionary<string, int>(_records.Count, StringComparer.OrdinalIgnoreCase);
        var addresses = new Dictionary<string, int>(_records.Count, StringComparer.OrdinalIgnoreCase);
        var registrations = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < _records.Count; index++)
        {
            var record = _records[index].Record;
            JoinBy(ids, PersonKeys.Id(record.Identity?.Id), index);
            foreach (var address in PersonKeys.Addresses(record))
                JoinBy(addresses, address, index);
            JoinBy(registrations, PersonKeys.Id(record.RegistrationId), index);
        }

        void JoinBy(Dictionary<string, int> firsts, string? key, int index)
        {
            if (key is null)
                return;

            if (firsts.TryGetValue(key, out var first))
                _sets.Join(first, index);
            else
                firsts.Add(key, index);
        }
    }

    // Graph makes one record for each participant that it tells apart, so two alike in one report are two people, as all are whose names
    // are masked. The same goes for a list.
    private void JoinByNames(int count, int offset, Func<int, string?> nameAlone, Func<int, int> listOf)
    {
        var named = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            if (nameAlone(index) is not { } name)
                continue;

            if (!named.TryGetValue(name, out var indexes))
                named.Add(name, indexes = new List<int>(1));
            indexes.Add(index);
        }

        foreach (var name in named)
        {
            var indexes = name.Value;
            if (indexes.Select(listOf).Distinct().Count() < indexes.Count)
                continue;

            _ownNames.Add(offset + indexes[0], name.Key);
            foreach (var index in indexes)
                _sets.Join(offset + indexes[0], offset + index);
        }
    }

    private List<Person> Collect(Dictionary<int, ExpectedMatch> matches)
    {
        var people = new List<Person>();
        // A person's first record or entry comes before the others.
        var peopleByFirst = new Person[_records.Count + _entries.Length];
        for (var index = 0; index < peopleByFirst.Length; index++)
        {
            var first = _sets.Find(index);
            if (first == index)
            {
                peopleByFirst[first] = new Person(
                    _ownNames.TryGetValue(first, out var name) ? name : null, matches.TryGetValue(first, out var match) ? match : null);
                people.Add(peopleByFirst[first]);
            }

            if (index < _records.Count)
                peopleByFirst[first].Add(_records[index]);
            else
                peopleByFirst[first].Add(_entries[index - _records.Count]);
        }

        return people;
    }
}
