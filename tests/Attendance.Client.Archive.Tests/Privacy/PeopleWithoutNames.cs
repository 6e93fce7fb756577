using System.Text;
using Attendance.Client.Analysis;
using Attendance.Client.Testing;

namespace Attendance.Client.Archive.Tests;

/// <summary>Archives that hold less of people than Graph tells.</summary>
public sealed class PeopleWithoutNames
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("0123456789abcdef");

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task No_name_id_or_address_of_anybody_stands_anywhere_in_an_archive_of_pseudonyms(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync(options => options.PseudonymKey = Key);
        await KnownEverywhere.SaveAsync(archive);
        string[] texts =
        [
            .. KnownEverywhere.Texts, KnownEverywhere.Guest, KnownEverywhere.Other, KnownEverywhere.OtherId, "李小龙", "anna@contoso.com",
        ];

        Assert.Empty(await Forgetting.StandInTablesAsync(database, texts));
        if (kind == DatabaseKind.Sqlite)
            Assert.Empty(KnownEverywhere.FoundIn(database, texts));
        Assert.DoesNotContain(
            "0123456789abcdef", string.Join('\n', await database.QueryAsync("SELECT * FROM settings")), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task The_same_person_is_one_pseudonym_in_all_reports_and_figures(DatabaseKind kind)
    {
        var data = new AttendanceGenerator(5).CreateMeeting(20, occurrences: 5);
        var source = data.Meeting.Source!;
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var archive = await database.OpenAsync(options => options.PseudonymKey = Key))
        {
            foreach (var report in data.Reports)
                await archive.SaveAsync(source, report);
        }

        // Who reads it needs no key.
        await using var read = await database.OpenAsync();
        var reports = await read.CreateClient().GetReportsAsync(source, new ODataQuery { Expand = ["attendanceRecords"] }).ToListAsync();

        Assert.Equal(MinutesOf(data.Reports), MinutesOf(reports));
        Assert.All(reports.SelectMany(report => report.Records!), record => Assert.Matches(
            "^Person [0-9a-f]{12}$", record.Identity?.DisplayName ?? "Person 000000000000"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => read.SaveAsync(source, data.Reports[0]));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Somebody_is_forgotten_by_the_real_address_where_the_key_is_known_and_else_by_the_pseudonym(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync(options => options.PseudonymKey = Key);
        await using var withoutKey = await database.OpenAsync();
        await KnownEverywhere.SaveAsync(archive);
        var pseudonym = (await archive.CreateClient().GetReportAsync(KnownEverywhere.Meeting, "first")).Records![1].Identity!.Id;

        Assert.Equal(new ErasureResult(), await withoutKey.ForgetAsync(new PersonToForget { Id = KnownEverywhere.OtherId }));
        Assert.Equal(
            new ErasureResult { Reports = 3, Records = 3, ExpectedPeople = 3, Registrations = 1, Hosts = 1 },
            await archive.ForgetAsync(new PersonToForget { EmailAddress = KnownEverywhere.Address }));
        Assert.Equal(
            new ErasureResult { Reports = 2, Records = 2, ExpectedPeople = 2, Registrations = 1 },
            await withoutKey.ForgetAsync(new PersonToForget { Id = pseudonym }));

        await KnownEverywhere.SaveAsync(archive);
        Assert.Equal(["1"], await database.QueryAsync("SELECT COUNT(*) FROM records"));
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM registrations"));
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM expected_people WHERE NOT is_organizer"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Totals_without_times_keep_how_long_people_were_there_and_not_when(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync(options => options.OmitTimes = true);
        await KnownEverywhere.SaveAsync(archive);

        var report = await archive.CreateClient().GetReportAsync(KnownEverywhere.Meeting, "first");

        Assert.Equal(KnownEverywhere.FirstReport.StartedAt, report.StartedAt);
        Assert.Equal(TimeSpan.FromMinutes(45), report.Records![0].TotalAttendance);
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM stays"));
        Assert.Equal(["-"], await database.QueryAsync("SELECT DISTINCT at FROM engagements"));
        Assert.Equal(["-|-"], await database.QueryAsync("SELECT DISTINCT registered_at, canceled_at FROM registrations"));
        Assert.Equal(["-|-"], await database.QueryAsync("SELECT DISTINCT first_join, last_leave FROM attendance"));
        Assert.True((await archive.GetOverviewAsync()).OmitsTimes);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task What_an_archive_was_begun_with_holds_for_good(DatabaseKind kind)
    {
        await using var named = await TestDatabase.CreateAsync(kind);
        await using var hidden = await TestDatabase.CreateAsync(kind);
        await using (await named.OpenAsync())
        await using (await hidden.OpenAsync(options => (options.PseudonymKey, options.OmitTimes) = (Key, true)))
        {
        }

        Assert.Contains("people stand by name", await RefusalAsync(named, options => options.PseudonymKey = Key), StringComparison.Ordinal);
        Assert.Contains("With times", await RefusalAsync(named, options => options.OmitTimes = true), StringComparison.Ordinal);
        Assert.Contains("Without times", await RefusalAsync(hidden, options => options.OmitTimes = false), StringComparison.Ordinal);
        Assert.Contains(
            "is not the one", await RefusalAsync(hidden, options => options.PseudonymKey = [.. Key.Reverse()]), StringComparison.Ordinal);
        Assert.Contains("has 15 bytes", await RefusalAsync(hidden, options => options.PseudonymKey = Key[1..]), StringComparison.Ordinal);

        // Begun anew, the same archive would hold people by name.
        await hidden.ExecuteAsync("DELETE FROM settings WHERE name = 'pseudonym_key_fingerprint'");
        var exception = await Assert.ThrowsAsync<ArchiveException>(() => hidden.OpenAsync(options => options.PseudonymKey = Key));
        Assert.Contains("lacks pseudonym_key_fingerprint", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var archive = await database.OpenAsync();
        await KnownEverywhere.SaveAsync(archive);
        await archive.CreateClient().GetReportsAsync(KnownEverywhere.Meeting).ToListAsync();

        var files = Directory.GetFiles(Path.GetDirectoryName(database.File)!);
        Assert.Equal(
            ["attendance.db", "attendance.db-shm", "attendance.db-wal"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var file in files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_closed_archive_is_one_file()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var archive = await database.OpenAsync())
            await KnownEverywhere.SaveAsync(archive);

        Assert.Equal([database.File], Directory.GetFiles(Path.GetDirectoryName(database.File)!));
    }

    // Nobody has a name of their own in both, but everybody their time.
    private static List<TimeSpan?> MinutesOf(IReadOnlyList<AttendanceReport> reports) =>
        [.. AttendanceSummary.Of(reports).Attendees.Select(person => person.TimePresent).Order()];

    private static async Task<string> RefusalAsync(TestDatabase database, Action<ArchiveOptions> configure) =>
        (await Assert.ThrowsAsync<ArgumentException>(() => database.OpenAsync(configure))).Message;
}
