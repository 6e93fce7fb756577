namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Makes people and their stays of a table of participants, of one of stays, or of both.</summary>
internal sealed class StayTables(NoteList notes)
{
    private const int MostAlike = 50;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly List<FilePerson> _people = [];
    private readonly Dictionary<string, List<FilePerson>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FilePerson> _names = new(StringComparer.Ordinal);
    private int _named;

    public List<FilePerson> People => _people;

    public void ReadParticipants(TableReader reader)
    {
        foreach (var row in reader.Rows)
        {
            if (!reader.IsReadable(row))
                continue;

            var given = reader.Person(row);
            var person = new FilePerson
            {
                Name = given.Name,
                Email = given.Email,
                UserPrincipalName = given.UserPrincipalName,
                Role = given.Role,
                FirstJoined = reader.Time(row, Heading.Join),
                LastLeft = reader.Time(row, Heading.Leave),
                Stated = reader.Duration(row),
            };
            if (IsRepeated(person))
                notes.Repeated(row);
            else
                Add(person);
        }

        _named = _people.Count;
        // A row that has lost its address is of the participant with its name, where there is one alone.
        var named = _people.Where(static person => person.Name is not null);
        foreach (var name in named.GroupBy(static person => person.Name!, StringComparer.Ordinal))
        {
            if (!name.Skip(1).Any())
                _names.Add(name.Key, name.First());
        }

        reader.NoteCut();
        var alike = _byKey.Count(static item => item.Key[0] == '=' && item.Value.Count > 1);
        if (alike > 0)
        {
            notes.Add(
                TeamsFileNoteKind.PeopleAlike,
                $"{alike} of the names stand more than once without an address. Each was read as a person, " +
                "and stays were given to the one " +
                                "whose times they fit.");
        }
    }

    public void ReadStays(TableReader reader)
    {
        var unlisted = 0;
        foreach (var row in reader.Rows)
        {
            if (!reader.IsReadable(row))
                continue;

            var given = reader.Person(row);
            var stay = new FileStay(reader.Time(row, Heading.Join), reader.Time(row, Heading.Leave), reader.Duration(row));
            if (stay is { Joined: { } joined, Left: { } left } && left.Time < joined.Time)
                notes.Unreadable(row, "The stay ends before it begins. Both times were kept; its length is what the file states.");
            var person = Find(given, stay);
            if (person is null)
            {
                unlisted += _named > 0 ? 1 : 0;
                Add(person = given);
            }

            if (IsRepeated(person, stay))
                notes.Repeated(row);
            else if (stay is not { Joined: null, Left: null, Stated: null })
                person.Add(stay);
        }

        reader.NoteCut();
        NoteOverlaps();
        if (unlisted > 0)
        {
            notes.Add(
                TeamsFileNoteKind.StaysIncomplete,
                $"{unlisted} of the people have stays and do not stand among the participants. They were added.");
        }
    }

    /// <summary>Gives what the table of participants says to those whose stays are not all there.</summary>
    public void Complete(bool hasStays)
    {
        var (incomplete, unknown) = (0, 0);
        foreach (var person in _people.Take(_named))
        {
            if (person.Stays.Count > 0 && IsWhole(person))
                continue;

            person.ClearStays();
            if (person is { FirstJoined: { } first, LastLeft: { } last })
            {
                var span = new FileStay(first, last);
                if (person.Stated is { } stated && span.Length is { } length && (length - stated).Duration() <= Second + Second)
                {
                    person.Add(span);
                    continue;
                }

                // Between the first join and the last leave are gaps that nobody knows.
                person.Add(new FileStay(first, null));
                person.Add(new FileStay(null, last));
                incomplete++;
            }
            else if (person.FirstJoined is not null || person.LastLeft is not null)
            {
                person.Add(new FileStay(person.FirstJoined, person.LastLeft, person.Stated));
                incomplete++;
            }
            else
            {
                unknown++;
            }
        }

        unknown += _people.Skip(_named).Count(static person => person.Stays.Count == 0);
        var open = _people.Sum(static person => person.Stays.Count(static stay => stay is { Joined: not null, Left: null }));
        if (open > 0 && _named == 0)
            notes.Add(TeamsFileNoteKind.LeaveUnknown, $"{open} of the stays have no end in the file. Their ends are null.");
        Note(incomplete, unknown, hasStays);
    }

    // A stay that states a second too few or too many does not count, nor do the seconds that a spreadsheet took away.
    private static bool IsWhole(FilePerson person)
    {
        if (person.Stated is not { } stated)
            return true;
        if (person.LengthOfStays is not { } length)
            return false;

        var tolerance = Second;
        foreach (var stay in person.Stays)
        {
            tolerance += stay is { Joined.Time.Second: 0, Left.Time.Second: 0 } ? TimeSpan.FromMinutes(1) : Second;
        }

        return length >= stated - tolerance;
    }

    private void Note(int incomplete, int unknown, bool hasStays)
    {
        if (incomplete > 0)
        {
            notes.Add(
                TeamsFileNoteKind.StaysIncomplete,
                $"The stays of {incomplete} of the people are not all in the file{(hasStays ? "" : ", which has no list of them")}. " +
                "First join, last leave and the time that the file states were kept; the times between are null.");
        }

        if (unknown > 0)
        {
            notes.Add(
                TeamsFileNoteKind.StaysUnknown,
                $"For {unknown} of the people the file does not say when they were there. They attended, and their times are unknown.");
        }
    }

    // Only the name tells such people apart, and nobody can be there twice with one name and one device.
    private void NoteOverlaps()
    {
        var doubled = _people.Skip(_named).Count(static person => person.AddressKey is null && HasOverlap(person.Stays));
        if (doubled > 0)
        {
            notes.Add(
                TeamsFileNoteKind.PeopleAlike,
                $"{doubled} of the names have no address and stays at the same time: " +
                "two devices of one person, or two people of one name. " +
                                "They were read as one person.");
        }
    }

    private static bool HasOverlap(IReadOnlyList<FileStay> stays)
    {
        DateTime? end = null;
        foreach (var stay in stays.OrderBy(static stay => stay.Joined?.Time ?? DateTime.MaxValue))
        {
            if (stay.Joined?.Time < end)
                return true;
            if (stay.Left is { } left && !(left.Time < end))
                end = left.Time;
        }

        return false;
    }

    // Only an address says that it is the same person.
    private bool IsRepeated(FilePerson person) =>
        person.AddressKey is { } key && _byKey.TryGetValue(key, out var alike) && alike.Exists(other =>
            (other.Name, other.FirstJoined, other.LastLeft, other.Stated)
            == (person.Name, person.FirstJoined, person.LastLeft, person.Stated));

    // Two people of one name may come and go together, unless the file says how long they were there.
    private static bool IsRepeated(FilePerson person, FileStay stay) =>
        stay is { Joined: not null, Left: not null } && person.Has(stay)
        && (person.AddressKey is not null || person.LengthOfStays + stay.Length > person.Stated + Second + Second);

    private void Add(FilePerson person)
    {
        _people.Add(person);
        if (person.Key is not { } key)
            return;

        if (!_byKey.TryGetValue(key, out var alike))
            _byKey.Add(key, alike = new List<FilePerson>(1));
        alike.Add(person);
    }

    private FilePerson? Find(FilePerson given, FileStay stay)
    {
        if (given.Key is not { } key)
            return null;
        if (!_byKey.TryGetValue(key, out var alike))
            return given.AddressKey is null && _names.TryGetValue(given.Name!, out var named) ? named : null;

        // With very many of one name nobody could say whose stay it is: it is nobody's, and what the participants say is kept.
        return alike.Count > MostAlike ? new FilePerson() : alike.OrderByDescending(person => Fit(person, stay)).First();
    }

    private static int Fit(FilePerson person, FileStay stay)
    {
        var fit = 0;
        if (person.FirstJoined is not null && person.FirstJoined == stay.Joined)
            fit += 2;
        if (person.LastLeft is not null && person.LastLeft == stay.Left)
            fit += 2;
        if (stay.Joined?.Time >= person.FirstJoined?.Time && stay.Left?.Time <= person.LastLeft?.Time)
            fit++;
        if (person.Stated is { } stated && person.LengthOfStays + stay.Length > stated + Second + Second)
            fit -= 3;
        return fit;
    }
}
