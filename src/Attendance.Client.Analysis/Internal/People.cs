namespace Attendance.Client.Analysis.Internal;

/// <summary>Finds out which records are of one person.</summary>
internal static class People
{
    /// <summary>The records of each person, people in the order of their first record.</summary>
    public static List<Person> In(IReadOnlyList<AttendanceReport> reports)
    {
        var records = new List<(AttendanceRecord Record, int Report)>();
        for (var report = 0; report < reports.Count; report++)
        {
            foreach (var record in reports[report].Records!)
                records.Add((record, report));
        }

        var sets = new DisjointSets(records.Count);
        JoinByKeys(records, sets);
        var ownNames = JoinByNames(records, sets);
        return Collect(records, sets, ownNames);
    }

    private static void JoinByKeys(List<(AttendanceRecord Record, int Report)> records, DisjointSets sets)
    {
        var ids = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var addresses = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var registrations = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index].Record;
            JoinBy(ids, PersonKeys.Id(record.Identity?.Id), index);
            JoinBy(registrations, PersonKeys.Id(record.RegistrationId), index);
            foreach (var address in PersonKeys.Addresses(record))
                JoinBy(addresses, address, index);
        }

        void JoinBy(Dictionary<string, int> firsts, string? key, int index)
        {
            if (key is null)
                return;

            if (firsts.TryGetValue(key, out var first))
                sets.Join(first, index);
            else
                firsts.Add(key, index);
        }
    }

    // Graph makes one record for each participant that it tells apart, so two alike in one report are two people, as all are whose names are masked.
    private static Dictionary<int, string> JoinByNames(List<(AttendanceRecord Record, int Report)> records, DisjointSets sets)
    {
        var ownNames = new Dictionary<int, string>();
        var named = Enumerable.Range(0, records.Count)
            .Select(index => (Index: index, Name: PersonKeys.NameAlone(records[index].Record)))
            .Where(item => item.Name is not null)
            .GroupBy(item => item.Name!, item => item.Index, StringComparer.Ordinal);
        foreach (var name in named)
        {
            var indexes = name.ToList();
            if (indexes.Select(index => records[index].Report).Distinct().Count() < indexes.Count)
                continue;

            ownNames.Add(indexes[0], name.Key);
            foreach (var index in indexes)
                sets.Join(indexes[0], index);
        }

        return ownNames;
    }

    private static List<Person> Collect(List<(AttendanceRecord Record, int Report)> records, DisjointSets sets, Dictionary<int, string> ownNames)
    {
        var people = new List<Person>();
        var places = new Dictionary<int, Person>();
        for (var index = 0; index < records.Count; index++)
        {
            var first = sets.Find(index);
            if (!places.TryGetValue(first, out var person))
            {
                person = new Person(ownNames.TryGetValue(first, out var name) ? name : null);
                places.Add(first, person);
                people.Add(person);
            }

            person.Add(records[index].Record, records[index].Report);
        }

        return people;
    }
}
