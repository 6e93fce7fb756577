using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Archive.Tests;

/// <summary>What is older than a time is erased, and does not come back.</summary>
public sealed class Retention
{
    private static readonly DateTimeOffset Later = KnownEverywhere.Start.AddDays(30);

    private readonly FakeTimeProvider _clock = new(Later.AddDays(1));

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task What_ended_before_is_erased_with_its_people_and_what_did_not_stays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync(options => options.TimeProvider = _clock);
        await KnownEverywhere.SaveAsync(archive);
        var kept = KnownEverywhere.SecondReport with { Id = "later", StartedAt = Later.AddHours(-1), EndedAt = Later };
        await archive.SaveAsync(KnownEverywhere.Meeting, kept with { ParticipantCount = 1 });
        await archive.SaveAsync(KnownEverywhere.Meeting, kept);
        await archive.SaveAsync(KnownEverywhere.Meeting, KnownEverywhere.FirstReport with { ParticipantCount = 9 });

        var result = await archive.EraseBeforeAsync(Later);

        Assert.Equal(
            new ErasureResult { Reports = 3, Records = 6, ExpectedPeople = 6, Registrations = 2, Hosts = 2, Occurrences = 1 }, result);
        var client = archive.CreateClient();
        Assert.Equal([kept with { Records = null }], await client.GetReportsAsync(KnownEverywhere.Meeting).ToListAsync());
        Assert.Equal(["1"], await database.QueryAsync("SELECT COUNT(*) FROM report_revisions"));
        await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetWebinarAsync(KnownEverywhere.WebinarId));
        await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetLatestReportAsync(KnownEverywhere.Session));
        Assert.Equal(["age|3|6|6|2|2|1"], await database.QueryAsync(
            "SELECT kind, reports, records, expected_people, registrations, hosts, occurrences FROM erasures"));
        Assert.Equal(Later, (await archive.GetOverviewAsync()).ErasedBefore);
        if (kind == DatabaseKind.Sqlite)
            Assert.Empty(KnownEverywhere.FoundIn(database, KnownEverywhere.Guest, KnownEverywhere.Address));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task What_is_older_is_refused_from_then_on_by_everybody_and_brings_no_people(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync(options => options.TimeProvider = _clock);
        await using var elsewhere = await database.OpenAsync(options => options.TimeProvider = _clock);
        await KnownEverywhere.SaveAsync(elsewhere);
        await archive.EraseBeforeAsync(Later);

        // A time that is earlier allows nothing again.
        await archive.EraseBeforeAsync(Later.AddDays(-60));
        foreach (var saver in new[] { archive, elsewhere })
        {
            await KnownEverywhere.SaveAsync(saver);
            Assert.Equal(ArchiveChange.Refused, await saver.SaveAsync(KnownEverywhere.Meeting, KnownEverywhere.FirstReport));
        }

        await using var later = await database.OpenAsync(options => options.TimeProvider = _clock);
        Assert.Equal(ArchiveChange.Refused, await later.SaveAsync(KnownEverywhere.Meeting, KnownEverywhere.FirstReport));
        Assert.Equal(
            ArchiveChange.Added,
            await later.SaveAsync(
                KnownEverywhere.Meeting, KnownEverywhere.FirstReport with { Id = "at the time", EndedAt = Later, Records = [] }));
        Assert.Empty(await Forgetting.StandInTablesAsync(database, [.. KnownEverywhere.Texts, KnownEverywhere.Other]));
    }

    [Fact]
    public async Task A_time_to_come_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var archive = await database.OpenAsync(options => options.TimeProvider = _clock);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => archive.EraseBeforeAsync(_clock.GetUtcNow().AddTicks(1)));
        Assert.Null((await archive.GetOverviewAsync()).ErasedBefore);
    }
}
