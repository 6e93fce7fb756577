using System.Globalization;

namespace Attendance.Client.Testing.Internal;

/// <summary>Makes people up, no two of them with one address.</summary>
/// <param name="random">What chance brings.</param>
/// <param name="known">Addresses that are taken.</param>
internal sealed class Crowd(SplitMix64 random, params string[] known)
{
    private static readonly string[] OtherDomains =
    ["fabrikam.com", "adatum.com", "northwindtraders.com", "tailspintoys.com", "woodgrove.example"];
    private static readonly string[] PhonePrefixes = ["+49 30", "+1 425", "+44 20", "+81 3", "+55 11"];
    private static readonly string[] Devices = ["Kiosk", "Lobby display", "Telehealth room", "受付"];

    private readonly Dictionary<string, int> _addresses = known.ToDictionary(
        static address => address, static _ => 1, StringComparer.Ordinal);

    /// <summary>Somebody of the organizer's tenant.</summary>
    public Participant NextColleague(AttendeeRole role) => NextUser(Person.Domain, role);

    /// <summary>Anybody: mostly colleagues, people of other tenants, guests, and a few of each other kind.</summary>
    public Participant Next(AttendeeRole role) => random.Below(1_000) switch
    {
        < 770 => NextColleague(role),
        < 860 => NextUser(random.Pick(OtherDomains), role),
        < 920 => NextGuest(),
        < 945 => new(
            FullName.Next(random),
            new AttendeeIdentity { DisplayName = NextNumber(), Kind = AttendeeKind.Phone, ODataType = IdentityType.Phone },
            AttendeeRole.Attendee),
        < 955 => new(FullName.Next(random), CommunicationServices.Identity(NextDevice(), random.NextGuid()), AttendeeRole.Attendee),
        < 970 => new(
            FullName.Next(random), new AttendeeIdentity { Kind = AttendeeKind.Encrypted, ODataType = IdentityType.Encrypted },
            AttendeeRole.Attendee),
        _ => Untyped(NextColleague(role)),
    };

    // Graph leaves the type out at times, and sends it without its # at others.
    private Participant Untyped(Participant user) =>
        user with
        {
            Identity = random.Chance(500)
                ? user.Identity with { Kind = AttendeeKind.Unknown, ODataType = null }
                : user.Identity with { ODataType = IdentityType.User.TrimStart('#') },
        };

    private Participant NextUser(string domain, AttendeeRole role)
    {
        var name = FullName.Next(random);
        var person = new Person(name.Display, NextAddress(name, domain));
        return new Participant(name, person.Identity, role, person);
    }

    private Participant NextGuest()
    {
        var name = FullName.Next(random);
        return new Participant(
            name,
            new AttendeeIdentity
            {
                DisplayName = random.Chance(400) ? name.First : name.Display,
                Email = random.Chance(400) ? NextAddress(name, "example.org") : null,
                Kind = AttendeeKind.Guest,
                ODataType = IdentityType.Guest,
            },
            AttendeeRole.Attendee);
    }

    private string NextAddress(FullName name, string domain)
    {
        var address = $"{name.Latin}@{domain}";
        _addresses.TryGetValue(address, out var taken);
        _addresses[address] = taken + 1;
        return taken == 0 ? address : $"{name.Latin}{(taken + 1).ToString(CultureInfo.InvariantCulture)}@{domain}";
    }

    private string NextNumber() => $"{random.Pick(PhonePrefixes)} ******{(10 + random.Below(90)).ToString(CultureInfo.InvariantCulture)}";

    private string NextDevice() => $"{random.Pick(Devices)} {(1 + random.Below(20)).ToString(CultureInfo.InvariantCulture)}";
}
