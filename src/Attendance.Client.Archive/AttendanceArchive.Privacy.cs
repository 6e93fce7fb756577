using Attendance.Client.Archive.Internal;

namespace Attendance.Client.Archive;

public sealed partial class AttendanceArchive
{
    /// <summary>Erases a person everywhere: records with stays and reactions, invitations, registrations with answers, who hosts webinars
    /// and town halls, and names in failures; nothing that is saved later brings them back.</summary>
    /// <remarks>
    /// <para>Ids and addresses that rows of the same person share are forgotten along, but none that other people have too. How many took
    /// part in a report stays as Graph sent it, and so do texts that people wrote, such as subjects. A log says that somebody was
    /// forgotten, not who; keyed hashes of ids and addresses tell later saves whom to leave out.</para>
    /// <para>SQLite overwrites what it deletes. PostgreSQL does so when it next vacuums its tables; copies and backups are yours to deal
    /// with.</para>
    /// </remarks>
    /// <param name="person">Who, by at least one of id, address and name.</param>
    /// <param name="cancellationToken">Cancels it, so that nothing is erased.</param>
    /// <exception cref="ArgumentException">Nothing says who.</exception>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public async Task<ErasureResult> ForgetAsync(PersonToForget person, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (string.IsNullOrWhiteSpace(person.Id) && string.IsNullOrWhiteSpace(person.EmailAddress)
            && string.IsNullOrWhiteSpace(person.Name))
            throw new ArgumentException("Nothing says whom to forget. Pass an id, an address or a name.", nameof(person));

        var result = await Database.WriteAsync(
            context => new PersonErasure(Database, context).RunAsync(person, cancellationToken), cancellationToken).ConfigureAwait(false);
        await Database.EmptyLogAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Erases what is older than a time: reports with all that belongs to them, occurrences, people of events and meetings that
    /// ended before, and failures and runs of harvests; nothing that is saved later brings it back.</summary>
    /// <remarks>Saving an older report is refused from then on, and of older meetings and events no people are kept. A time before that of
    /// an earlier call does not allow again what that one erased.</remarks>
    /// <param name="time">The time, which must not be in the future.</param>
    /// <param name="cancellationToken">Cancels it, so that nothing is erased.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is in the future.</exception>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public async Task<ErasureResult> EraseBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        if (time > Database.TimeProvider.GetUtcNow())
        {
            throw new ArgumentOutOfRangeException(
                nameof(time), time, "The time is in the future, up to which nothing could be kept any more. Pass one that is past.");
        }

        var result = await Database.WriteAsync(
            context => AgeErasure.RunAsync(Database, context, time.ToUniversalTime(), cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        await Database.EmptyLogAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>What is in the archive, in numbers.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<ArchiveOverview> GetOverviewAsync(CancellationToken cancellationToken = default) =>
        Overview.ReadAsync(Database, cancellationToken);
}
