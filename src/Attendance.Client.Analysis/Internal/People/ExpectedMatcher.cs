namespace Attendance.Client.Analysis.Internal;

/// <summary>Joins entries on lists with each other and with the records of the same people.</summary>
internal sealed class ExpectedMatcher
{
    private readonly List<PersonRecord> _records;
    private readonly ExpectedEntry[] _entries;
    private readonly DisjointSets _sets;

    // Of each set with an entry, its id if it has one; of each that has records too, by what they met.
    private readonly Dictionary<int, string?> _ids = [];
    private readonly Dictionary<int, ExpectedMatch> _matches = [];
    private readonly HashSet<string> _sharedAddresses = new(StringComparer.OrdinalIgnoreCase);

    public ExpectedMatcher(List<PersonRecord> records, ExpectedEntry[] entries, DisjointSets sets)
    {
        (_records, _entries, _sets) = (records, entries, sets);
        for (var entry = 0; entry < entries.Length; entry++)
        {
            var set = sets.Find(Number(entry));
            var id = PersonKeys.Id(entries[entry].Person.Id);
            _ids[set] = _ids.TryGetValue(set, out var known) ? known ?? id : id;
        }
    }

    /// <summary>Joins what belongs together.</summary>
    /// <returns>By what those who came were found among those expected, by the first number of each.</returns>
    public Dictionary<int, ExpectedMatch> Match()
    {
        FindSharedAddresses();
        JoinBy(
            ExpectedMatch.Id, static record => One(PersonKeys.Id(record.Identity?.Id)), static person => One(PersonKeys.Id(person.Id)));
        JoinBy(
            ExpectedMatch.EmailAddress, PersonKeys.Addresses,
            person => PersonKeys.Addresses(person).Where(address => !_sharedAddresses.Contains(address)));
        JoinBy(
            ExpectedMatch.Registration, static record => One(PersonKeys.Id(record.RegistrationId)),
            static person => One(PersonKeys.Id(person.RegistrationId)));
        JoinByNames();

        var found = new Dictionary<int, ExpectedMatch>();
        foreach (var match in _matches)
            found[_sets.Find(match.Key)] = match.Value;
        return found;
    }

    private static IEnumerable<string> One(string? key) => key is null ? [] : [key];

    private int Number(int entry) => _records.Count + entry;

    // An address that people share, such as a parent's on the roster of a class, tells none of them apart. An entry that says little, such
    // as an address alone, does not hide that two others differ.
    private void FindSharedAddresses()
    {
        var owners = new Dictionary<string, (ExpectedPerson Person, string? Id, string[] Words)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (person, _) in _entries)
        {
            string[]? words = null;
            foreach (var address in PersonKeys.Addresses(person))
            {
                if (_sharedAddresses.Contains(address))
                    continue;

                var isKnown = owners.TryGetValue(address, out var owner);
                if (isKnown && IsSame(owner.Person, person))
                    continue;

                words ??= NameTokens.Of(person.DisplayName);
                var id = PersonKeys.Id(person.Id);
                if (isKnown && AreTwo(owner.Id, owner.Words, id, words))
                    _sharedAddresses.Add(address);
                owners[address] = isKnown
                    ? (owner.Person, owner.Id ?? id, owner.Words.Length < words.Length ? words : owner.Words)
                    : (person, id, words);
            }
        }
    }

    private static bool IsSame(ExpectedPerson one, ExpectedPerson other) =>
        ReferenceEquals(one, other)
        || (string.Equals(one.DisplayName, other.DisplayName, StringComparison.Ordinal)
            && string.Equals(one.Id, other.Id, StringComparison.OrdinalIgnoreCase));

    private static bool AreTwo(string? id, string[] words, string? otherId, string[] otherWords) =>
        id is not null && otherId is not null
            ? !string.Equals(id, otherId, StringComparison.OrdinalIgnoreCase)
            : words.Except(otherWords, StringComparer.Ordinal).Any() && otherWords.Except(words, StringComparer.Ordinal).Any();

    private void JoinBy(
        ExpectedMatch match, Func<AttendanceRecord, IEnumerable<string>> keysOfRecord,
        Func<ExpectedPerson, IEnumerable<string>> keysOfPerson)
    {
        var sets = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var entry = 0; entry < _entries.Length; entry++)
        {
            foreach (var key in keysOfPerson(_entries[entry].Person))
            {
                if (sets.TryGetValue(key, out var first))
                    Join(first, Number(entry), match);
                else
                    sets.Add(key, Number(entry));
            }
        }

        for (var record = 0; record < _records.Count; record++)
        {
            foreach (var key in keysOfRecord(_records[record].Record))
            {
                if (sets.TryGetValue(key, out var entry))
                    Join(entry, record, match);
            }
        }
    }

    // Whoever has different ids is not made one by an address.
    private void Join(int one, int other, ExpectedMatch match)
    {
        var (first, second) = (_sets.Find(one), _sets.Find(other));
        var isExpected = _ids.TryGetValue(first, out var id) | _ids.TryGetValue(second, out var otherId);
        if (first == second
            || (match != ExpectedMatch.Id && id is not null && otherId is not null
                && !string.Equals(id, otherId, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        ExpectedMatch?[] matches = [MatchOf(first), MatchOf(second)];
        _sets.Join(first, second);
        var joined = _sets.Find(first);
        if (isExpected)
            _ids[joined] = id ?? otherId;
        if (isExpected && HasRecords(joined))
            _matches[joined] = matches.Min() ?? match;
    }

    private ExpectedMatch? MatchOf(int set) => _matches.TryGetValue(set, out var match) ? match : null;

    private bool HasRecords(int set) => set < _records.Count;

    private void JoinByNames()
    {
        var owners = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var (withIds, withAddresses) = (new HashSet<int>(), new HashSet<int>());
        for (var index = 0; index < _records.Count; index++)
        {
            var record = _records[index].Record;
            Note(
                _sets.Find(index), record.Identity?.Kind == AttendeeKind.Encrypted ? null : record.Identity?.DisplayName,
                record.Identity?.Id, PersonKeys.Addresses(record));
        }

        for (var entry = 0; entry < _entries.Length; entry++)
        {
            var person = _entries[entry].Person;
            Note(
                _sets.Find(Number(entry)), person.DisplayName, person.Id,
                PersonKeys.Addresses(person).Where(address => !_sharedAddresses.Contains(address)));
        }

        foreach (var sets in owners.Values)
        {
            if (sets.Count != 2)
                continue;

            var (came, expected) = (_sets.Find(sets.Min()), _sets.Find(sets.Max()));
            if (HasRecords(came) && !HasRecords(expected) && !_ids.ContainsKey(came)
                && !(withIds.Contains(came) && withIds.Contains(expected))
                && !(withAddresses.Contains(came) && withAddresses.Contains(expected)))
            {
                Join(came, expected, ExpectedMatch.DisplayName);
            }
        }

        void Note(int set, string? name, string? id, IEnumerable<string> addresses)
        {
            if (PersonKeys.Id(id) is not null)
                withIds.Add(set);
            if (addresses.Any())
                withAddresses.Add(set);
            if (PersonKeys.Name(name) is not { } text)
                return;

            if (!owners.TryGetValue(text, out var sets))
                owners.Add(text, sets = []);
            sets.Add(set);
        }
    }
}
