using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Attendance.Client.Archive.Tests;

/// <summary>Archives of other versions of the library, and archives that several begin at once.</summary>
public sealed class Versions
{
    [Theory]
    [OnSqlite, OnPostgres]
    public async Task An_archive_of_an_older_version_is_brought_up_to_date_with_all_that_it_holds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var held = KeptGraph.Of("rich");
        await using (var archive = await database.OpenAsync())
        {
            await held.SaveAsync(archive);
            await TakeBackAsync(archive, "Create");
        }

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.QueryAsync("SELECT * FROM attendance"));
        await using var upgraded = await database.OpenAsync();

        Assert.NotEmpty(await database.QueryAsync("SELECT * FROM attendance"));
        foreach (var source in held.Meetings)
            Assert.Equal(await held.Client.GetLatestReportAsync(source), await upgraded.CreateClient().GetLatestReportAsync(source));
        await held.SaveAsync(upgraded);
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM report_revisions"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task An_archive_of_a_newer_version_is_refused_and_left_as_it_is(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (await database.OpenAsync())
        {
        }

        var columns = (await database.QueryAsync("SELECT * FROM \"__EFMigrationsHistory\"")).Count;
        await database.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_Later', '99.0.0')");

        var exception = await Assert.ThrowsAsync<ArchiveException>(() => database.OpenAsync());

        Assert.Equal(
            "The archive was made by a newer version of Attendance.Client.Archive: it has the change 20990101000000_Later, which " +
            "this one does not know. Update the package or the tool.",
            exception.Message);
        Assert.Equal(columns + 1, (await database.QueryAsync("SELECT * FROM \"__EFMigrationsHistory\"")).Count);
    }

    [Fact]
    public async Task Whoever_was_killed_while_making_the_tables_keeps_nobody_out()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var archive = await database.OpenAsync())
            await TakeBackAsync(archive, "Create");
        await database.ExecuteAsync("""
            INSERT INTO "__EFMigrationsLock" VALUES (1, strftime('%Y-%m-%d %H:%M:%S', 'now', '-10 minutes') || '.1234567+00:00')
            """);

        await using var upgraded = await database.OpenAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(await database.QueryAsync("SELECT * FROM attendance"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Several_who_begin_an_archive_at_once_begin_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var archives = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => database.OpenAsync())));

        foreach (var archive in archives)
            await archive.DisposeAsync();
        Assert.Equal(["1"], await database.QueryAsync("SELECT COUNT(*) FROM settings WHERE name = 'forgetting_key'"));
    }

    [Fact]
    public async Task The_tables_are_those_of_the_code()
    {
        foreach (var kind in new[] { DatabaseKind.Sqlite }.Concat(PostgresServer.WhyMissing is null ? [DatabaseKind.Postgres] : []))
        {
            await using var database = await TestDatabase.CreateAsync(kind);
            await using var archive = await database.OpenAsync();

            Assert.False(await archive.Database.ReadAsync(
                context => Task.FromResult(context.Database.HasPendingModelChanges()), CancellationToken.None));
        }
    }

    private static async Task TakeBackAsync(AttendanceArchive archive, string migration)
    {
        await using var context = archive.Database.CreateContext();
        await context.GetService<IMigrator>().MigrateAsync(migration);
    }
}
