using Microsoft.Data.Sqlite;

namespace Attendance.Client.Archive.Tests.Notified;

/// <summary>What is known of subscriptions, which several processes change at the same time.</summary>
public sealed class SubscriptionStates
{
    private const string Application = "https://contoso.example/attendance";

    private static readonly DateTimeOffset Now = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    private static readonly ArchivedSubscription Made = new("solutions/virtualEvents/webinars/w/getAttendanceReports")
    {
        Revision = 1,
        SubscriptionId = "7f105c7d-2dc5-4530-97cd-4e7ae6534c07",
        ExpiresAt = Now.AddDays(1),
        SettingsHash = "ab12",
        LostReason = "Expired",
        LostSince = Now.AddHours(-1),
        LostUntil = Now,
        IsDue = true,
    };

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task They_are_kept_whole_and_over_restarts_each_application_its_own(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var archive = await database.OpenAsync())
        {
            var kept = archive.GetSubscriptions(Application);
            Assert.True(await kept.TryAddAsync(Made with { Revision = 0, SubscriptionId = null, ExpiresAt = null }));
            Assert.False(await kept.TryAddAsync(Made));
            Assert.True(await kept.TryReplaceAsync(Made));
            Assert.True(await kept.TryAddAsync(new ArchivedSubscription("communications/callRecords")));
            Assert.True(await archive.GetSubscriptions("https://other.example/").TryAddAsync(Made with { SubscriptionId = "another" }));
        }

        await using var later = await database.OpenAsync();
        var subscriptions = later.GetSubscriptions(Application);

        Assert.Equal(
            [new ArchivedSubscription("communications/callRecords"), Made],
            (await subscriptions.LoadAsync()).OrderBy(one => one.Resource, StringComparer.Ordinal));
        Assert.Equal(Made, await subscriptions.FindAsync(Made.SubscriptionId!));
        Assert.Null(await subscriptions.FindAsync("another"));
        Assert.Equal([Made with { SubscriptionId = "another" }], await later.GetSubscriptions("https://other.example/").LoadAsync());
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Only_who_knows_what_is_kept_now_changes_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        var kept = archive.GetSubscriptions(Application);
        await kept.TryAddAsync(Made);

        Assert.False(await kept.TryReplaceAsync(Made with { Revision = 3, IsDue = false }));
        Assert.False(await kept.TryReplaceAsync(Made with { Revision = 1, IsDue = false }));
        Assert.False(await kept.TryDeleteAsync(Made with { Revision = 2 }));
        Assert.Equal([Made], await kept.LoadAsync());

        var next = Made with { Revision = 2, IsDue = false, LostReason = null, LostSince = null, LostUntil = null };
        Assert.True(await kept.TryReplaceAsync(next));
        Assert.False(await kept.TryReplaceAsync(next));
        Assert.False(await kept.TryDeleteAsync(Made));
        Assert.Equal([next], await kept.LoadAsync());

        Assert.True(await kept.TryDeleteAsync(next));
        Assert.False(await kept.TryDeleteAsync(next));
        Assert.False(await kept.TryReplaceAsync(next with { Revision = 3 }));
        Assert.Empty(await kept.LoadAsync());
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Of_many_at_once_one_adds_one_replaces_and_one_has_the_lease(DatabaseKind kind)
    {
        const int Many = 12;
        await using var database = await TestDatabase.CreateAsync(kind);
        var archives = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.OpenAsync()));
        try
        {
            async Task<int> CountAsync(Func<ArchivedSubscriptions, Task<bool>> work) =>
                (await Task.WhenAll(Enumerable.Range(0, Many).Select(number =>
                    Task.Run(() => work(archives[number % archives.Length].GetSubscriptions(Application)))))).Count(done => done);

            Assert.Equal(1, await CountAsync(static kept => kept.TryAddAsync(Made)));
            Assert.Equal(1, await CountAsync(static kept => kept.TryReplaceAsync(Made with { Revision = 2 })));
            Assert.Equal(
                1,
                await CountAsync(static async kept =>
                    await kept.TryLeaseAsync(Guid.NewGuid(), Now, TimeSpan.FromMinutes(3)) is { LastTakenAt: null }));
            Assert.Equal(1, await CountAsync(static kept => kept.TryDeleteAsync(Made with { Revision = 2 })));
        }
        finally
        {
            foreach (var archive in archives)
                await archive.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task A_change_whose_answer_was_lost_on_the_way_is_told_as_done()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var way = new CutOffCommits(server.Socket);
        var database = await server.CreateDatabaseAsync();
        await using var archive = await AttendanceArchive.OpenAsync(
            new ArchiveOptions { PostgresConnectionString = way.Through(database) });
        var kept = archive.GetSubscriptions(Application);
        await kept.TryAddAsync(Made);

        way.CutOffNext();

        Assert.True(await kept.TryReplaceAsync(Made with { Revision = 2 }));
        Assert.Equal(1, way.CutOff);
        Assert.Equal([Made with { Revision = 2 }], await kept.LoadAsync());
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_lease_is_kept_ends_is_given_back_and_tells_when_it_was_taken_before(DatabaseKind kind)
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var length = TimeSpan.FromMinutes(3);
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        var kept = archive.GetSubscriptions(Application);

        Assert.Equal(new ArchiveLease(Now + length, null), await kept.TryLeaseAsync(first, Now, length));
        Assert.Null(await kept.TryLeaseAsync(second, Now.AddMinutes(1), length));
        Assert.Equal(
            new ArchiveLease(Now.AddMinutes(4), Now), await kept.TryLeaseAsync(first, Now.AddMinutes(1), length));
        Assert.NotNull(await archive.GetSubscriptions("https://other.example/").TryLeaseAsync(second, Now, length));

        await using var elsewhere = await database.OpenAsync();
        Assert.Equal(
            new ArchiveLease(Now.AddMinutes(8), Now.AddMinutes(1)),
            await elsewhere.GetSubscriptions(Application).TryLeaseAsync(
                second, Now.AddMinutes(5).ToOffset(TimeSpan.FromHours(5)), length));
        Assert.Null(await kept.TryLeaseAsync(first, Now.AddMinutes(6), length));

        Assert.Equal(
            new ArchiveLease(Now.AddMinutes(7), Now.AddMinutes(5)),
            await kept.TryLeaseAsync(second, Now.AddMinutes(7), TimeSpan.Zero));
        Assert.Equal(
            new ArchiveLease(Now.AddMinutes(10), Now.AddMinutes(7)), await kept.TryLeaseAsync(first, Now.AddMinutes(7), length));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_resource_may_name_as_many_organizers_as_it_likes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        var kept = archive.GetSubscriptions(Application);
        var ids = string.Join(',', Enumerable.Range(0, 500).Select(number => $"'{new Guid(number, 0, 0, new byte[8])}'"));
        var subscription = new ArchivedSubscription($"solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=[{ids}])");

        Assert.True(await kept.TryAddAsync(subscription));
        Assert.False(await kept.TryAddAsync(subscription with { Resource = subscription.Resource.ToUpperInvariant() }));

        Assert.Contains(subscription, await kept.LoadAsync());
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Somebody_who_is_forgotten_and_stands_in_a_subscription_stays_there_and_that_is_said(DatabaseKind kind)
    {
        const string Organizer = "048c94fb-dda6-48b8-9fc8-6740ee418fb9";
        var events = new ArchivedSubscription(
            $"solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=['{Organizer.ToUpperInvariant()}'])");
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        var kept = archive.GetSubscriptions(Application);
        await kept.TryAddAsync(events);

        Assert.True((await archive.ForgetAsync(new PersonToForget { Id = Organizer })).OrganizerIdStays);
        Assert.False((await archive.ForgetAsync(new PersonToForget { Id = "somebody-else" })).OrganizerIdStays);

        Assert.True(await kept.TryDeleteAsync(events));
        Assert.False((await archive.ForgetAsync(new PersonToForget { Id = Organizer })).OrganizerIdStays);
        if (kind != DatabaseKind.Sqlite)
            return;

        await archive.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Assert.Empty(KnownEverywhere.FoundIn(database, [Organizer.ToUpperInvariant(), Organizer]));
    }
}
