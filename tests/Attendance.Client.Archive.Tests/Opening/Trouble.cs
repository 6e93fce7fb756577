using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Attendance.Client.Archive.Tests;

/// <summary>What a database may do to an archive, and what the archive says of it.</summary>
public sealed class Trouble
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User("anna"), "m");

    [SmallDiskFact]
    public async Task A_full_disk_is_said_and_what_was_kept_before_is_whole()
    {
        using var disk = SmallDisk.Mount();
        var file = Path.Combine(disk.Path, "attendance.db");
        await using var archive = await AttendanceArchive.OpenAsync(file);
        var saved = new List<AttendanceReport>();

        var exception = await Assert.ThrowsAsync<ArchiveException>(async () =>
        {
            for (var i = 0; ; i++)
            {
                var report = ReportOf($"{i}", name: new string('x', 20_000));
                await archive.SaveAsync(Source, report);
                saved.Add(report);
            }
        });

        Assert.Matches("^The archive .*/attendance.db could not be used, as the disk (is full|failed) ", exception.Message);
        Assert.NotEmpty(saved);
        Assert.Equal(
            saved.Select(report => report.Id).Order(StringComparer.Ordinal),
            (await archive.CreateClient().GetReportsAsync(Source).Select(report => report.Id).ToListAsync()).Order(StringComparer.Ordinal));
        foreach (var report in saved)
            Assert.Equal(report, await archive.CreateClient().GetReportAsync(Source, report.Id!));
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await check.ExecuteScalarAsync());
    }

    [SmallDiskFact]
    public async Task A_file_on_a_disk_that_may_not_be_written_is_named()
    {
        using var disk = SmallDisk.Mount();
        var file = Path.Combine(disk.Path, "attendance.db");
        await using (var archive = await AttendanceArchive.OpenAsync(file))
            await archive.SaveAsync(Source, ReportOf("r"));
        disk.Protect();

        var exception = await Assert.ThrowsAsync<ArchiveException>(() => AttendanceArchive.OpenAsync(file));
        var another = await Assert.ThrowsAsync<ArchiveException>(() => AttendanceArchive.OpenAsync(file + ".new"));

        Assert.Matches("could not be used, as the file (cannot be opened|may not be written)", exception.Message);
        Assert.EndsWith("Check that its directory exists and may be written.", another.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Name,Join time\n", 1000)));
        await File.WriteAllBytesAsync(database.File, text);

        var exception = await Assert.ThrowsAsync<ArchiveException>(() => database.OpenAsync());

        Assert.Contains("as the file is no SQLite database", exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllBytesAsync(database.File));
        Assert.Equal(["attendance.db"], Directory.GetFiles(Path.GetDirectoryName(database.File)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_database_of_another_application_is_refused_and_left_as_it_was()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await database.ExecuteAsync("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('https://contoso.com')");
        var before = await File.ReadAllBytesAsync(database.File);

        var exception = await Assert.ThrowsAsync<ArchiveException>(() => database.OpenAsync());

        Assert.Contains("it has the table bookmarks, and is no archive", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.File));
    }

    [Fact]
    public async Task A_damaged_file_is_said()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var archive = await database.OpenAsync())
            await archive.SaveAsync(Source, ReportOf("r"));
        var bytes = await File.ReadAllBytesAsync(database.File);
        bytes.AsSpan(4096).Fill(0xAB);
        await File.WriteAllBytesAsync(database.File, bytes);

        var exception = await Assert.ThrowsAsync<ArchiveException>(() => database.OpenAsync());

        Assert.Contains("as the file is damaged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_or_a_path_that_leads_nowhere_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var directory = Path.GetDirectoryName(database.File)!;

        var ofDirectory = await Assert.ThrowsAsync<ArchiveException>(() => AttendanceArchive.OpenAsync(directory));
        var ofNowhere = await Assert.ThrowsAsync<ArchiveException>(
            () => AttendanceArchive.OpenAsync(Path.Combine(directory, "no", "a.db")));

        Assert.Equal($"{directory} is a directory, and an archive is a file. Name a file in it.", ofDirectory.Message);
        Assert.EndsWith("Check that its directory exists and may be written.", ofNowhere.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task What_must_exist_is_not_made(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var exception = await Assert.ThrowsAsync<ArchiveException>(() => database.OpenAsync(options => options.MustExist = true));

        Assert.StartsWith("There is no archive ", exception.Message, StringComparison.Ordinal);
        if (kind == DatabaseKind.Sqlite)
            Assert.False(File.Exists(database.File));
        else
            Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [PostgresFact]
    public async Task A_server_that_goes_is_named_and_used_again_when_it_comes_back()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var archive = await AttendanceArchive.OpenAsync(
            new ArchiveOptions { PostgresConnectionString = await server.CreateDatabaseAsync() });
        await archive.SaveAsync(Source, ReportOf("before"));
        await server.StopAsync();

        var exception = await Assert.ThrowsAsync<ArchiveException>(() => archive.SaveAsync(Source, ReportOf("lost")));
        var ofReading = await Assert.ThrowsAsync<ArchiveException>(
            async () => await archive.CreateClient().GetReportsAsync(Source).ToListAsync());
        await server.ResumeAsync();
        await archive.SaveAsync(Source, ReportOf("after"));

        Assert.StartsWith("The archive in the database test_1 could not be used, as the server cannot be reached", exception.Message);
        Assert.StartsWith("The archive in the database test_1 could not be used, as the server cannot be reached", ofReading.Message);
        Assert.Equal(
            ["after", "before"],
            (await archive.CreateClient().GetReportsAsync(Source).Select(report => report.Id).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [PostgresFact]
    public async Task Who_may_only_read_an_archive_can_read_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using (var archive = await database.OpenAsync())
            await archive.SaveAsync(Source, ReportOf("r"));
        var reader = $"reader_{Guid.NewGuid():N}";
        await database.ExecuteAsync($"CREATE ROLE {reader} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}");
        var connection = new NpgsqlConnectionStringBuilder(database.Name) { Username = reader }.ToString();

        await using var read = await AttendanceArchive.OpenAsync(new ArchiveOptions { PostgresConnectionString = connection });
        var exception = await Assert.ThrowsAsync<ArchiveException>(() => read.SaveAsync(Source, ReportOf("other")));

        Assert.Equal(ReportOf("r"), await read.CreateClient().GetLatestReportAsync(Source));
        Assert.Contains("as the user may not do that", exception.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_server_that_is_not_there_and_a_database_that_is_not_there_are_told_apart()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var noServer = new NpgsqlConnectionStringBuilder(database.Name) { Host = "/nowhere" }.ToString();
        var noDatabase = new NpgsqlConnectionStringBuilder(database.Name) { Database = "nothing" }.ToString();

        var ofServer = await Assert.ThrowsAsync<ArchiveException>(
            () => AttendanceArchive.OpenAsync(new ArchiveOptions { PostgresConnectionString = noServer }));
        var ofDatabase = await Assert.ThrowsAsync<ArchiveException>(
            () => AttendanceArchive.OpenAsync(new ArchiveOptions { PostgresConnectionString = noDatabase }));

        Assert.Contains("as the server cannot be reached", ofServer.Message, StringComparison.Ordinal);
        Assert.Contains("as there is no such database", ofDatabase.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_an_argument()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => AttendanceArchive.OpenAsync(new ArchiveOptions { PostgresConnectionString = "Hots=db;Database=a" }));

        Assert.Contains("PostgresConnectionString", exception.Message, StringComparison.Ordinal);
    }

    private static AttendanceReport ReportOf(string id, string name = "Anna") => new()
    {
        Id = id,
        StartedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        EndedAt = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero),
        Records = [new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = name } }],
    };
}
