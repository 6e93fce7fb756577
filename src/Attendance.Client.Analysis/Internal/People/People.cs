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
        return Collect(reports, records, sets, ownNames);
    }

    private static void JoinByKeys(List<(AttendanceRecord Record, int Report)> records, DisjointSets sets)
    {
        var ids = new Dictionary<string, int>(records.Count, StringComparer.OrdinalIgnoreCase);
        var addresses = new Dictionary<string, int>(records.Count, StringComparer.OrdinalIgnoreCase);
        var registrations = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index].Record;
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
                sets.Join(first, index);
            else
                firsts.Add(key, index);
        }
    }

    // Graph makes one record for each participant that it tells apart, so two alike in one report are two people, as all are whose names
    // are masked.
    private static Dictionary<int, string> JoinByNames(List<(AttendanceRecord Record, int Report)> records, DisjointSets sets)
    {
        var named = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < records.Count; index++)
        {
            if (PersonKeys.NameAlone(records[index].Record) is not { } name)
                continue;

            if (!named.TryGetValue(name, out var indexes))
                named.Add(name, indexes = new List<int>(1));
            indexes.Add(index);
        }

        var ownNames = new Dictionary<int, string>();
        foreach (var name in named)
        {
            var indexes = name.Value;
            if (indexes.Select(index => records[index].Report).Distinct().Count() < indexes.Count)
                continue;

            ownNames.Add(indexes[0], name.Key);
            foreach (var index in indexes)
                sets.Join(indexes[0], index);
        }

        return ownNames;
    }

    private static List<Person> Collect(
        IReadOnlyList<AttendanceReport> reports, List<(AttendanceRecord Record, int Report)> records, DisjointSets sets,
        Dictionary<int, string> ownNames)
    {
        var people = new List<Person>();
        // A person's first record comes before the others.
        var peopleByFirst = new Person[records.Count];
        for (var index = 0; index < records.Count; index++)
        {
            var first = sets.Find(index);
            if (first == index)
            {
                peopleByFirst[first] = new Person(ownNames.TryGetValue(first, out var name) ? name : null);
                people.Add(peopleByFirst[first]);
            }

            peopleByFirst[first].Add(records[index].Record, reports[records[index].Report], records[index].Report);
        }

        return people;
    }
}
