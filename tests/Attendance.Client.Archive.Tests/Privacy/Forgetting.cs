namespace Attendance.Client.Archive.Tests;

/// <summary>A person who is forgotten is gone everywhere and stays away, and all others stay.</summary>
public sealed class Forgetting
{
    [Theory]
    [OnSqlite(KnownEverywhere.Id, null!), OnSqlite(null!, KnownEverywhere.Address), OnSqlite(null!, KnownEverywhere.Upn)]
    [OnPostgres(KnownEverywhere.Id, null!), OnPostgres(null!, KnownEverywhere.Address), OnPostgres(null!, KnownEverywhere.Upn)]
    public async Task A_person_is_forgotten_everywhere_by_any_of_id_and_addresses(DatabaseKind kind, string? id, string? address)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await KnownEverywhere.SaveAsync(archive);
        await database.ExecuteAsync($"""
            INSERT INTO harvest_failures (name, step, reason, message, remedy, first_failed_at, last_failed_at, attempts, next_attempt_at)
            VALUES ('x', 'Report', 'Unknown', 'No mail for {KnownEverywhere.Name} <{KnownEverywhere.Address.ToUpperInvariant()}>.', NULL,
                '2026-03-02 09:00:00.0000000Z', '2026-03-02 09:00:00.0000000Z', 1, '2026-03-02 09:00:00.0000000Z')
            """);

        var result = await archive.ForgetAsync(
            new PersonToForget { Id = id?.ToUpperInvariant(), EmailAddress = address?.ToLowerInvariant() });

        Assert.Equal(
            new ErasureResult { Reports = 3, Records = 3, ExpectedPeople = 3, Registrations = 1, Hosts = 1, Failures = 1 }, result);
        Assert.Empty(await StandInTablesAsync(database, KnownEverywhere.Texts));
        Assert.Equal(["No mail for (forgotten) <(forgotten)>."], await database.QueryAsync("SELECT message FROM harvest_failures"));
        Assert.Equal(
            ["person|3|3|3|1|1|1|-"],
            await database.QueryAsync(
                "SELECT kind, reports, records, expected_people, registrations, hosts, failures, before FROM erasures"));
        if (kind == DatabaseKind.Sqlite)
            Assert.Empty(KnownEverywhere.FoundIn(database, KnownEverywhere.Texts));

        var report = await archive.CreateClient().GetReportAsync(KnownEverywhere.Meeting, "first");
        Assert.Equal(KnownEverywhere.FirstReport with { Records = [.. KnownEverywhere.FirstReport.Records!.Skip(1)] }, report);
        Assert.Equal(3, report.ParticipantCount);
        Assert.Equal(1, (await archive.GetOverviewAsync()).PeopleForgotten);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Nothing_that_is_saved_later_brings_a_person_back(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await using var elsewhere = await database.OpenAsync();
        await KnownEverywhere.SaveAsync(elsewhere);
        await archive.ForgetAsync(new PersonToForget { Id = KnownEverywhere.Id });

        foreach (var saver in new[] { archive, elsewhere })
        {
            Assert.Equal(ArchiveChange.Unchanged, await saver.SaveAsync(KnownEverywhere.Meeting, KnownEverywhere.FirstReport));
            await KnownEverywhere.SaveAsync(saver);
        }

        await using var later = await database.OpenAsync();
        await KnownEverywhere.SaveAsync(later);

        Assert.Empty(await StandInTablesAsync(database, KnownEverywhere.Texts));
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM report_revisions"));
        if (kind == DatabaseKind.Sqlite)
            Assert.Empty(KnownEverywhere.FoundIn(database, KnownEverywhere.Texts));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Somebody_who_is_known_by_name_alone_is_forgotten_by_it_and_namesakes_are_not(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await KnownEverywhere.SaveAsync(archive);

        var guest = await archive.ForgetAsync(new PersonToForget { Name = KnownEverywhere.Guest.ToUpperInvariant() });
        var namesake = await archive.ForgetAsync(new PersonToForget { Name = KnownEverywhere.Name });
        await archive.SaveAsync(KnownEverywhere.Meeting, KnownEverywhere.FirstReport);

        Assert.Equal(new ErasureResult { Reports = 1, Records = 1 }, guest);
        Assert.Equal(new ErasureResult(), namesake);
        Assert.Equal(
            ["Zoë Quastenflosser", "李小龙"],
            (await archive.CreateClient().GetReportAsync(KnownEverywhere.Meeting, "first")).Records!
                .Select(record => record.Identity!.DisplayName));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Nobody_else_is_forgotten_behind_a_shared_address(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        var records = new[] { "one", "two" }.Select(id => new AttendanceRecord
        {
            Identity = new AttendeeIdentity { Id = id, DisplayName = id },
            EmailAddress = "desk@contoso.com",
        }).Append(new AttendanceRecord { EmailAddress = "desk@contoso.com" }).ToList();
        await archive.SaveAsync(KnownEverywhere.Meeting, new AttendanceReport { Id = "r", Records = records });
        await archive.SaveAsync(KnownEverywhere.Session, new AttendanceReport
        {
            Id = "s",
            Records = [.. records.Take(2).Select(record => record with { EmailAddress = null })],
        });

        Assert.Equal(new ErasureResult { Reports = 2, Records = 2 }, await archive.ForgetAsync(new PersonToForget { Id = "one" }));
        Assert.Equal(records.Skip(1), (await archive.CreateClient().GetReportAsync(KnownEverywhere.Meeting, "r")).Records);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Where_two_share_an_address_only_what_stands_under_it_is_forgotten_by_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        AttendanceRecord Of(string id, string? address) => new() { Identity = new AttendeeIdentity { Id = id }, EmailAddress = address };
        await archive.SaveAsync(
            KnownEverywhere.Meeting,
            new AttendanceReport { Id = "r", Records = [Of("one", "desk@contoso.com"), Of("two", "desk@contoso.com"), Of("one", null)] });

        Assert.Equal(
            new ErasureResult { Reports = 1, Records = 2 },
            await archive.ForgetAsync(new PersonToForget { EmailAddress = "desk@contoso.com" }));
        Assert.Equal([Of("one", null)], (await archive.CreateClient().GetReportAsync(KnownEverywhere.Meeting, "r")).Records);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task The_id_of_an_organizer_stays_in_the_sources_and_the_result_says_so(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await KnownEverywhere.SaveAsync(archive);

        var result = await archive.ForgetAsync(new PersonToForget { Id = "ANNA", EmailAddress = "anna@contoso.com" });

        Assert.Equal(new ErasureResult { ExpectedPeople = 1, Hosts = 1, OrganizerIdStays = true }, result);
        Assert.NotNull(await archive.CreateClient().GetLatestReportAsync(KnownEverywhere.Meeting));
    }

    [Fact]
    public async Task Nothing_of_somebody_stays_in_a_file_however_the_rows_lie_in_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var archive = await database.OpenAsync();
        var random = new Random(7);
        var people = Enumerable.Range(0, 60).Select(number => new AttendanceRecord
        {
            Id = $"{Guid.NewGuid()}",
            Identity = new AttendeeIdentity
            {
                Id = $"{Guid.NewGuid()}",
                DisplayName = $"Name{number:000}{new string('n', random.Next(300))}x",
            },
            EmailAddress = $"address{number:000}-{new string('a', random.Next(200))}x@contoso.com",
        }).ToList();
        for (var i = 0; i < 60; i++)
        {
            // Some are replaced, so that rows move about.
            var id = $"{random.Next(45)}";
            await archive.SaveAsync(
                KnownEverywhere.Meeting,
                new AttendanceReport { Id = id, ParticipantCount = i, Records = [.. people.Where(_ => random.Next(3) > 0)] });
        }

        foreach (var person in people.Take(15))
            await archive.ForgetAsync(new PersonToForget { Id = person.Identity!.Id });

        Assert.Empty(KnownEverywhere.FoundIn(
            database,
            [.. people.Take(15)
                .SelectMany(person => new[] { person.Identity!.Id!, person.Identity.DisplayName![..7], person.EmailAddress![..10] })]));
        Assert.Equal(["ok"], await database.QueryAsync("PRAGMA integrity_check"));
    }

    [PostgresFact]
    public async Task A_save_that_was_under_way_does_not_bring_a_person_back()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var archive = await database.OpenAsync();
        await KnownEverywhere.SaveAsync(archive);
        var stop = new CancellationTokenSource();
        var saving = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await archive.SaveAsync(KnownEverywhere.Meeting, KnownEverywhere.FirstReport with { Id = $"{i}" });
        });
        var another = Task.Run(async () =>
        {
            await using var other = await database.OpenAsync();
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await other.SaveAsync(KnownEverywhere.Session, KnownEverywhere.SecondReport with { Id = $"{i}" });
        });

        while (await archive.CreateClient().GetReportsAsync(KnownEverywhere.Session).CountAsync() < 10)
            await Task.Yield();
        await archive.ForgetAsync(new PersonToForget { Id = KnownEverywhere.Id });
        var count = await archive.CreateClient().GetReportsAsync(KnownEverywhere.Session).CountAsync();
        while (await archive.CreateClient().GetReportsAsync(KnownEverywhere.Session).CountAsync() < count + 10)
            await Task.Yield();
        await stop.CancelAsync();
        await Task.WhenAll(saving, another);

        Assert.Empty(await StandInTablesAsync(database, KnownEverywhere.Texts));
    }

    [Fact]
    public async Task Nobody_is_no_person()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var archive = await database.OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => archive.ForgetAsync(new PersonToForget { Id = " ", Name = "" }));
        Assert.Equal(0, (await archive.GetOverviewAsync()).PeopleForgotten);
    }

    /// <summary>Tables with the texts that stand in one of their columns.</summary>
    internal static async Task<IReadOnlyList<string>> StandInTablesAsync(TestDatabase database, params string[] texts)
    {
        var found = new List<string>();
        foreach (var table in new[]
        {
            "records", "stays", "engagements", "reports", "report_revisions", "expected_people", "registrations",
            "registration_answers", "hosts", "meetings", "occurrences", "virtual_events", "organizers", "harvest_failures", "forgotten",
            "erasures", "settings", "external_events",
        })
        {
            var rows = string.Join('\n', await database.QueryAsync($"SELECT * FROM {table}"));
            found.AddRange(texts.Where(text => rows.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"{table}: {text}"));
        }

        return found;
    }
}
