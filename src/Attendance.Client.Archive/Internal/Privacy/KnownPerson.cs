using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1304, CA1311, CA1862, MA0011 // They become LOWER in SQL, which knows no culture.

namespace Attendance.Client.Archive.Internal;

/// <summary>By what an archive knows a person: ids and addresses, or else a name.</summary>
internal sealed class KnownPerson
{
    private readonly string[] _ids;
    private readonly string[] _addresses;
    private readonly string[] _names;

    private KnownPerson(IEnumerable<string> ids, IEnumerable<string> addresses, IEnumerable<string> names) =>
        (_ids, _addresses, _names) = ([.. ids], [.. addresses], [.. names]);

    public IReadOnlyList<string> Ids => _ids;

    public IReadOnlyList<string> Addresses => _addresses;

    /// <summary>What tells the person in whatever is saved later.</summary>
    public IEnumerable<string> ToForget => [.. _ids, .. _addresses, .. _names];

    /// <summary>Adds to what is given what rows of the same person share with it.</summary>
    public static async Task<KnownPerson> FindAsync(
        ArchiveDatabase database, ArchiveContext context, PersonToForget person, CancellationToken cancellationToken)
    {
        var pseudonyms = database.Pseudonyms;
        var ids = Forms(person.Id, pseudonyms is null ? null : pseudonyms.OfId);
        var addresses = Forms(person.EmailAddress, pseudonyms is null ? null : pseudonyms.OfAddress);
        var names = Forms(person.Name, pseudonyms is null ? null : pseudonyms.OfName);

        // One address of several people leads to none of them.
        var behind = (await PairsAsync(context, [], [.. addresses], cancellationToken).ConfigureAwait(false))
            .Select(static pair => pair.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (behind.Count == 1)
            ids.UnionWith(behind);

        var own = (await PairsAsync(context, [.. ids], [], cancellationToken).ConfigureAwait(false))
            .Select(static pair => pair.Address).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var shared = (await PairsAsync(context, [], [.. own], cancellationToken).ConfigureAwait(false))
            .Where(pair => pair.Id is not null && !ids.Contains(pair.Id)).Select(static pair => pair.Address)
            .ToHashSet(StringComparer.Ordinal);
        addresses.UnionWith(own.Where(address => !shared.Contains(address)));
        return new KnownPerson(ids, addresses, names);
    }

    public IQueryable<RecordRow> RecordsOf(ArchiveContext context) => context.Records.Where(row =>
        _ids.Contains(row.Identity!.Id!.ToLower()) || _addresses.Contains(row.EmailAddress!.ToLower())
        || _addresses.Contains(row.Identity!.Email!.ToLower()) || _addresses.Contains(row.Identity!.UserPrincipalName!.ToLower())
        || _ids.Contains(row.Person!) || _addresses.Contains(row.Person!) || _names.Contains(row.Person!));

    public IQueryable<ExpectedPersonRow> ExpectedPeopleOf(ArchiveContext context) => context.ExpectedPeople.Where(row =>
        _ids.Contains(row.Identity!.Id!.ToLower()) || _addresses.Contains(row.EmailAddress!.ToLower())
        || _addresses.Contains(row.UserPrincipalName!.ToLower()) || _addresses.Contains(row.Identity!.Email!.ToLower())
        || _addresses.Contains(row.Identity!.UserPrincipalName!.ToLower())
        || _ids.Contains(row.Person!) || _addresses.Contains(row.Person!) || _names.Contains(row.Person!));

    public IQueryable<RegistrationRow> RegistrationsOf(ArchiveContext context) => context.Registrations.Where(row =>
        _ids.Contains(row.UserId!.ToLower()) || _addresses.Contains(row.EmailAddress!.ToLower())
        || _ids.Contains(row.Person!) || _addresses.Contains(row.Person!) || _names.Contains(row.Person!));

    public IQueryable<HostRow> HostsOf(ArchiveContext context) => context.Hosts.Where(row =>
        _ids.Contains(row.Identity.Id!.ToLower()) || _addresses.Contains(row.Identity.Email!.ToLower())
        || _addresses.Contains(row.Identity.UserPrincipalName!.ToLower()));

    public IQueryable<OrganizerRow> OrganizersOf(ArchiveContext context) =>
        context.Organizers.Where(row => _ids.Contains(row.UserId!.ToLower()));

    public IQueryable<SubscriptionRow> SubscriptionsOf(ArchiveContext context) =>
        context.Subscriptions.Where(row => _ids.Any(id => row.Resource.ToLower().Contains(id)));

    private static HashSet<string> Forms(string? text, Func<string?, string?>? pseudonymOf) => string.IsNullOrWhiteSpace(text)
        ? new HashSet<string>(StringComparer.Ordinal)
        : new[] { text, pseudonymOf?.Invoke(text) }.OfType<string>().Select(PersonName.Normalize).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every id and address that stand in one row, of rows with one of these.</summary>
    private static async Task<List<(string? Id, string? Address)>> PairsAsync(
        ArchiveContext context, string[] ids, string[] addresses, CancellationToken cancellationToken)
    {
        if (ids.Length == 0 && addresses.Length == 0)
            return [];

        var known = new KnownPerson(ids, addresses, []);
        var pairs = await known.RecordsOf(context)
            .Select(static row =>
                new { row.Identity!.Id, One = row.EmailAddress, Two = row.Identity!.Email, Three = row.Identity!.UserPrincipalName })
            .Concat(known.ExpectedPeopleOf(context).Select(static row =>
                new { row.Identity!.Id, One = row.EmailAddress, Two = row.UserPrincipalName, Three = row.Identity!.UserPrincipalName }))
            .Concat(known.RegistrationsOf(context).Select(static row =>
                new { Id = row.UserId, One = row.EmailAddress, Two = (string?)null, Three = (string?)null }))
            .Concat(known.HostsOf(context).Select(static row =>
                new { row.Identity.Id, One = row.Identity.Email, Two = row.Identity.UserPrincipalName, Three = (string?)null }))
            .Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. pairs.SelectMany(static pair => new[] { pair.One, pair.Two, pair.Three }
                .Select(address => (Normalized(pair.Id), Normalized(address)))),
        ];
    }

    private static string? Normalized(string? text) => string.IsNullOrWhiteSpace(text) ? null : PersonName.Normalize(text);
}
