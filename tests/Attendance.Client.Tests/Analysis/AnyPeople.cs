using Attendance.Client.Analysis;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace Attendance.Client.Tests.Analysis;

/// <summary>Who is one person, against a model that compares every record with every other until nothing changes.</summary>
public class AnyPeople
{
    private static readonly Gen<AttendanceRecord> AnyRecord =
        from id in Gen.Elements(null, null, null, "a", "A", "b", " ", "00000000-0000-0000-0000-000000000000")
        from address in Gen.Elements(null, null, null, "x@x", "X@x ", "y@x", "(redacted)")
        from guestAddress in Gen.Elements(null, null, null, "x@x", "z@x")
        from principal in Gen.Elements(null, null, null, "x@x", "u@x", "u")
        from registration in Gen.Elements(null, null, null, "r", "q", "")
        from name in Gen.Elements("Anna", "Anna", "Bo", "", null)
        from kind in Gen.Elements(AttendeeKind.User, AttendeeKind.Guest, AttendeeKind.Encrypted)
        select new AttendanceRecord
        {
            Identity = new AttendeeIdentity
            {
                Id = id,
                DisplayName = name,
                Email = guestAddress,
                UserPrincipalName = principal,
                Kind = kind,
            },
            EmailAddress = address,
            RegistrationId = registration,
        };

    private static readonly Gen<AttendanceReport[]> AnyReports =
        AnyRecord.ListOf().Select(records => new AttendanceReport { Records = [.. records] }).NonEmptyListOf().Resize(4)
            .Select(reports => reports.ToArray());

    [Fact]
    public void Records_are_of_one_person_where_a_chain_of_keys_joins_them() =>
        Prop.ForAll(AnyReports.ToArbitrary(), reports =>
        {
            var attendees = AttendanceSummary.Of(reports).Attendees;

            Assert.Equal(Model(reports), attendees.Select(attendee => attendee.Records));
        }).Check(Checks.Of(5_000));

    [Fact]
    public void A_key_is_of_one_person_alone() =>
        Prop.ForAll(AnyReports.ToArbitrary(), reports =>
        {
            var keys = AttendanceSummary.Of(reports).Attendees.Select(attendee => attendee.Key).OfType<string>().ToList();

            Assert.Equal(keys.Distinct(StringComparer.OrdinalIgnoreCase), keys);
        }).Check(Checks.Of(1_000));

    private static List<AttendanceRecord[]> Model(AttendanceReport[] reports)
    {
        var records = reports.SelectMany((report, index) => report.Records!.Select(record => (Record: record, Report: index))).ToList();
        var people = Enumerable.Range(0, records.Count).ToArray();
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            for (var one = 0; one < people.Length; one++)
            {
                for (var other = one + 1; other < people.Length; other++)
                {
                    if (people[one] != people[other] && AreOne(records, one, other))
                    {
                        people[one] = people[other] = Math.Min(people[one], people[other]);
                        hasChanged = true;
                    }
                }
            }
        }

        return [
            .. people.Select((person, index) => (person, index)).GroupBy(item => item.person, item => records[item.index].Record)
            .Select(group => group.ToArray())];
    }

    private static bool AreOne(List<(AttendanceRecord Record, int Report)> records, int one, int other)
    {
        var (first, second) = (records[one].Record, records[other].Record);
        if (Keys(first).Intersect(Keys(second), StringComparer.OrdinalIgnoreCase).Any())
            return true;

        var name = OnlyName(first);
        return name is not null && OnlyName(second) == name
            && records.Where(item => OnlyName(item.Record) == name).GroupBy(item => item.Report).All(report => report.Count() == 1);
    }

    private static IEnumerable<string> Keys(AttendanceRecord record)
    {
        if (record.Identity!.Id is "a" or "A" or "b")
            yield return "id " + record.Identity.Id;
        if (record.RegistrationId is "r" or "q")
            yield return "registration " + record.RegistrationId;
        string?[] addresses = [record.EmailAddress, record.Identity.Email, record.Identity.UserPrincipalName];
        foreach (var address in addresses.OfType<string>().Where(address => address.Contains('@')))
            yield return "address " + address.Trim();
    }

    private static string? OnlyName(AttendanceRecord record) =>
        Keys(record).Any() || record.Identity!.Kind == AttendeeKind.Encrypted || record.Identity.DisplayName == ""
            ? null
            : record.Identity.DisplayName;
}
