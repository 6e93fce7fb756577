using System.Security.Cryptography;
using System.Text;
using Attendance.Client.Archive.Internal;
using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive;

/// <summary>What an application knows of its subscriptions at Graph, for all its nodes and over restarts.</summary>
/// <remarks>
/// The package Attendance.Client.Notifications.Archive is built on it. Each method is one step: whoever changes a subscription passes the
/// <see cref="ArchivedSubscription.Revision"/> that follows the one that was read. See
/// <see href="https://learn.microsoft.com/graph/api/resources/subscription"/>.
/// </remarks>
public sealed class ArchivedSubscriptions
{
    private readonly ArchiveDatabase _database;
    private readonly string _application;

    internal ArchivedSubscriptions(ArchiveDatabase database, string application) => (_database, _application) = (database, application);

    /// <summary>All subscriptions of the application.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<IReadOnlyList<ArchivedSubscription>> LoadAsync(CancellationToken cancellationToken = default) =>
        _database.ReadAsync<IReadOnlyList<ArchivedSubscription>>(
            async context =>
            {
                var rows = await context.Subscriptions.Where(row => row.Application == _application).OrderBy(static row => row.Id)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return [.. rows.Select(ToSubscription)];
            },
            cancellationToken);

    /// <summary>The application's subscription with an id, or null where none has it.</summary>
    /// <param name="subscriptionId">Graph's id of the subscription.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<ArchivedSubscription?> FindAsync(string subscriptionId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subscriptionId);
        return _database.ReadAsync(
            async context => await context.Subscriptions
                .FirstOrDefaultAsync(row => row.GraphId == subscriptionId && row.Application == _application, cancellationToken)
                .ConfigureAwait(false) is { } row
                ? ToSubscription(row)
                : null,
            cancellationToken);
    }

    /// <summary>Keeps a subscription, unless there is one to the same resource.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <returns>Whether it was added.</returns>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<bool> TryAddAsync(ArchivedSubscription subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var row = ToRow(subscription);
        return _database.WriteAsync(
            async context =>
            {
                if (await context.Subscriptions.AnyAsync(one => one.Id == row.Id, cancellationToken).ConfigureAwait(false))
                    return false;

                context.Subscriptions.Add(row);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Keeps a subscription in place of the one to the same resource, if that one has the revision just before it.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <returns>Whether it was replaced; false says that it was changed or deleted in the meantime.</returns>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<bool> TryReplaceAsync(ArchivedSubscription subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var next = ToRow(subscription);
        return _database.WriteAsync(
            async context =>
            {
                var row = await context.Subscriptions.FirstOrDefaultAsync(one => one.Id == next.Id, cancellationToken)
                    .ConfigureAwait(false);
                if (row?.Revision != next.Revision - 1)
                    return row?.WriteId == next.WriteId;

                context.Entry(row).CurrentValues.SetValues(next);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Forgets a subscription, if the one to its resource has its revision.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="cancellationToken">Cancels the deletion.</param>
    /// <returns>Whether it was deleted; false says that it was changed or deleted in the meantime.</returns>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<bool> TryDeleteAsync(ArchivedSubscription subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var id = IdOf(subscription.Resource);
        return _database.WriteAsync(
            async context => await context.Subscriptions.Where(row => row.Id == id && row.Revision == subscription.Revision)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    /// <summary>Takes, or keeps, the right to renew the application's subscriptions, or returns null while another process has
    /// it.</summary>
    /// <param name="holderId">Id of the process.</param>
    /// <param name="now">The time by the clock of the process.</param>
    /// <param name="duration">For how long; zero gives it back.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<ArchiveLease?> TryLeaseAsync(
        Guid holderId, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken = default) =>
        _database.WriteAsync(
            async context =>
            {
                var (isTaken, _, lastTakenAt) = await LeaseRow.TryTakeAsync(
                    context, $"subscriptions {IdOf("")}", holderId, now.ToUniversalTime(), duration, cancellationToken)
                    .ConfigureAwait(false);
                return isTaken ? new ArchiveLease(now.ToUniversalTime() + duration, lastTakenAt) : null;
            },
            cancellationToken);

    private static ArchivedSubscription ToSubscription(SubscriptionRow row) => new(row.Resource)
    {
        Revision = row.Revision,
        SubscriptionId = row.GraphId,
        ExpiresAt = row.ExpiresAt,
        SettingsHash = row.SettingsHash,
        LostReason = row.LostReason,
        LostSince = row.LostSince,
        LostUntil = row.LostUntil,
        IsDue = row.IsDue,
    };

    private SubscriptionRow ToRow(ArchivedSubscription subscription) => new()
    {
        Id = IdOf(subscription.Resource),
        Application = _application,
        Resource = subscription.Resource,
        Revision = subscription.Revision,
        GraphId = subscription.SubscriptionId,
        ExpiresAt = subscription.ExpiresAt?.ToUniversalTime(),
        SettingsHash = subscription.SettingsHash,
        LostReason = subscription.LostReason,
        LostSince = subscription.LostSince?.ToUniversalTime(),
        LostUntil = subscription.LostUntil?.ToUniversalTime(),
        IsDue = subscription.IsDue,
        WriteId = Guid.NewGuid(),
    };

    // Graph's paths and ids are the same in whatever case.
    private string IdOf(string resource) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_application}\n{resource.ToLowerInvariant()}")));
}
