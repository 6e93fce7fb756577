using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Attendance.Client.Archive.Tests;

/// <summary>An empty place for an archive, which is gone after the test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _directory;
    private readonly string? _connectionString;

    private TestDatabase(string? directory, string? connectionString) => (_directory, _connectionString) = (directory, connectionString);

    /// <summary>The file of a SQLite archive.</summary>
    public string File => Path.Combine(_directory!, "attendance.db");

    /// <summary>What the tool takes for <c>--archive</c>.</summary>
    public string Name => _connectionString ?? File;

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind) => kind == DatabaseKind.Sqlite
        ? new TestDatabase(Directory.CreateTempSubdirectory("attendance-archive-").FullName, connectionString: null)
        : new TestDatabase(directory: null, await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());

    /// <summary>Options that lead here.</summary>
    public ArchiveOptions Options(Action<ArchiveOptions>? configure = null)
    {
        var options = _directory is null
            ? new ArchiveOptions { PostgresConnectionString = _connectionString }
            : new ArchiveOptions { File = File };
        configure?.Invoke(options);
        return options;
    }

    public Task<AttendanceArchive> OpenAsync(Action<ArchiveOptions>? configure = null) => AttendanceArchive.OpenAsync(Options(configure));

    /// <summary>A connection beside the archive's own.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = _directory is null
            ? new NpgsqlConnection(_connectionString)
            : new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rows that a query gives, each as its values in a line, parted by "|"; null is "-".</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column)
                ? "-"
                : reader.GetValue(column) switch
                {
                    DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    var value => Convert.ToString(value, CultureInfo.InvariantCulture),
                })));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_directory is null)
        {
            await using var connection = new NpgsqlConnection(_connectionString);
            NpgsqlConnection.ClearPool(connection);
            return;
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }
}
