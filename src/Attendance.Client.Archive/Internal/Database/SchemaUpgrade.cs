using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Brings the tables to what this version of the library knows.</summary>
internal static class SchemaUpgrade
{
    public static async Task RunAsync(ArchiveContext context, bool mustExist, CancellationToken cancellationToken)
    {
        // EF Core would make a database that is not there, for a name that was mistyped.
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).ToList();
        if (applied.Find(migration => !known.Contains(migration)) is { } unknown)
        {
            throw new ArchiveException(
                $"The archive was made by a newer version of Attendance.Client.Archive: it has the change {unknown}, which this one does " +
                "not know. Update the package or the tool.");
        }

        if (mustExist && applied.Count == 0)
            throw new ArchiveException("There is no archive in that database. Check which one it is, or begin one with a harvest.");
        if (applied.Count == known.Count)
            return;

        if (context is SqliteArchiveContext)
        {
            if (applied.Count == 0)
                await RefuseOtherTablesAsync(context, cancellationToken).ConfigureAwait(false);
            await FreeStaleLockAsync(context, cancellationToken).ConfigureAwait(false);

            // Readers go on while somebody writes.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken).ConfigureAwait(false);
        }

        else
        {
            // EF Core lets two begin a database at once, which then hinder each other. The lock ends with the connection at the latest.
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(7236837216);", cancellationToken).ConfigureAwait(false);
        }

        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        if (context is PostgresArchiveContext)
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(7236837216);", cancellationToken).ConfigureAwait(false);
    }

    // A file belongs to one application, and a wrong path is soon given.
    private static async Task RefuseOtherTablesAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        const string NamesOfOthers =
            "SELECT name AS \"Value\" FROM sqlite_master " +
            "WHERE type = 'table' AND name NOT LIKE '__EFMigrations%' AND name NOT LIKE 'sqlite_%'";
        var others = await context.Database.SqlQueryRaw<string>(NamesOfOthers).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (others is not [var other, ..])
            return;

        // Asked once more, as somebody may have begun an archive since: its tables come together with what says so.
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false);
        if (!applied.Any())
        {
            throw new ArchiveException(
                $"The file is a SQLite database of something else: it has the table {other}, and is no archive. Name another file; this " +
                "one was left as it is.");
        }
    }

    // Whoever was killed at it holds the lock for ever, for which everybody would wait for ever.
    private static async Task FreeStaleLockAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        var isLocked = await context.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken).ConfigureAwait(false) > 0;
        if (isLocked)
        {
            await context.Database.ExecuteSqlRawAsync(
                "DELETE FROM \"__EFMigrationsLock\" WHERE julianday('now') - julianday(substr(\"Timestamp\", 1, 19)) > 5.0 / 1440.0;",
                cancellationToken).ConfigureAwait(false);
        }
    }
}
