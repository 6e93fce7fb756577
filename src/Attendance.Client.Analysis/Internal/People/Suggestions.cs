namespace Attendance.Client.Analysis.Internal;

/// <summary>Finds, for those who came and were not found among the expected, who of the expected they may be.</summary>
internal static class Suggestions
{
    private const int MostOfOnePerson = 3;

    // Names that are this common say nothing.
    private const int MostOfOneWord = 50;

    /// <summary>Gives people their suggestions.</summary>
    /// <param name="people">Everybody.</param>
    /// <param name="sessionOf">The session of a report, by its place.</param>
    public static void Add(IReadOnlyList<Person> people, Func<int, int> sessionOf)
    {
        var candidates = new List<(Person Person, string[] Words)>();
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (person.Expected is not { } expected)
                continue;

            foreach (var words in Names(expected.DisplayName, PersonKeys.Addresses(expected)))
            {
                foreach (var word in words)
                {
                    if (!byWord.TryGetValue(word, out var places))
                        byWord.Add(word, places = new List<int>(1));
                    places.Add(candidates.Count);
                }

                candidates.Add((person, words));
            }
        }

        if (candidates.Count == 0)
            return;

        foreach (var person in people)
        {
            if (person.Expected is not null)
                continue;

            var sessions = SessionsOf(person, sessionOf);
            // Who is there already is nobody else.
            var found = Find(person, candidates, byWord).Distinct().Where(
                candidate => !sessions.Overlaps(SessionsOf(candidate, sessionOf)));
            person.Suggestions = [.. found.Take(MostOfOnePerson).Select(static candidate => candidate.Expected!)];
        }
    }

    private static HashSet<int> SessionsOf(Person person, Func<int, int> sessionOf) =>
        [.. person.Records.Select(item => sessionOf(item.Place))];

    private static IEnumerable<Person> Find(
        Person person, List<(Person Person, string[] Words)> candidates, Dictionary<string, List<int>> byWord)
    {
        var names = person.Records.Select(item => item.Record.Identity?.DisplayName).Distinct(StringComparer.Ordinal).SelectMany(
            name => Names(name, []));
        var addresses = person.Records.SelectMany(item => PersonKeys.Addresses(item.Record)).Distinct(StringComparer.OrdinalIgnoreCase);
        List<(int Place, bool IsSame)> found = [];
        foreach (var words in names.Concat(addresses.SelectMany(address => Names(null, [address]))))
        {
            foreach (var word in words)
            {
                if (!byWord.TryGetValue(word, out var places) || places.Count > MostOfOneWord)
                    continue;

                foreach (var place in places)
                {
                    if (Similarity(words, candidates[place].Words) is { } isSame)
                        found.Add((place, isSame));
                }
            }
        }

        return found.OrderByDescending(item => item.IsSame).ThenBy(item => item.Place).Select(item => candidates[item.Place].Person);
    }

    // True where the words are the same, false where one name has all words of the other, as a double name has, and null where neither is
    // so. A single word is too little to go by.
    private static bool? Similarity(string[] one, string[] other)
    {
        var shared = one.Count(word => Array.BinarySearch(other, word, StringComparer.Ordinal) >= 0);
        if (shared == one.Length && shared == other.Length)
            return true;

        return shared >= 2 && shared == Math.Min(one.Length, other.Length) ? false : null;
    }

    private static IEnumerable<string[]> Names(string? name, IEnumerable<string> addresses) =>
        addresses.Select(NameTokens.OfAddress).Prepend(NameTokens.Of(name)).Where(static words => words.Length > 0);
}
