using System.Diagnostics;
using Npgsql;

namespace Attendance.Client.Archive.Tests;

/// <summary>A PostgreSQL of the tests' own, in a temporary directory and on a Unix socket alone, which ends when the tests do, however they
/// end.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "attendance";

    // It refuses to run as root.
    private const string ServerUser = "postgres";

    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);

    private readonly string _directory;
    private Process? _process;
    private int _databases;

    private PostgresServer(string directory) => _directory = directory;

    /// <summary>Why there is no PostgreSQL here, or null where there is one.</summary>
    public static string? WhyMissing { get; } = OperatingSystem.IsWindows() || Binaries is null
        ? "There is no PostgreSQL here: install it (Debian: apt-get install postgresql), or set PGBIN to the directory of initdb."
        : Environment.IsPrivilegedProcess && !HasServerUser()
            ? "PostgreSQL does not run as root, and there is no user postgres to run it as."
            : null;

    /// <summary>The server that tests share, of which each takes a database of its own.</summary>
    public static Task<PostgresServer> SharedAsync() => Started.Value;

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("attendance-pg-").FullName);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ServerUser, server._directory);
        await RunAsServerAsync(
            Path.Combine(Binaries!, "initdb"), "--pgdata", Path.Combine(server._directory, "data"), "--username", User, "--auth", "trust",
            "--encoding", "UTF8", "--locale", "C", "--no-sync");
        await server.ResumeAsync();
        return server;
    }

    /// <summary>The path of its socket.</summary>
    public string Socket => Path.Combine(_directory, ".s.PGSQL.5432");

    /// <summary>A connection string to a new and empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Ends the server as a machine without power does.</summary>
    public async Task StopAsync()
    {
        var process = _process!;
        _process = null;
        await process.StandardInput.WriteLineAsync("keep");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Starts the server again.</summary>
    public async Task ResumeAsync()
    {
        // Its shell reads until we are gone, and takes the server and its files along.
        const string Script = """
            "$1/postgres" -D "$2/data" -k "$2" -h '' -c fsync=off -c max_connections=200 -c timezone=UTC >> "$2/log" 2>&1 &
            read -r keep
            kill -QUIT $!
            wait
            if [ "$keep" != keep ]; then rm -rf "$2"; fi
            """;
        _process = Process.Start(new ProcessStartInfo(
            AsServer("sh").FileName, [.. AsServer("sh").Arguments, "-c", Script, "sh", Binaries!, _directory])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        })!;
        for (var attempt = 0; !File.Exists(Socket) || !await IsReadyAsync(); attempt++)
        {
            if (_process.HasExited || attempt > 600)
                throw new InvalidOperationException(
                    $"PostgreSQL did not start: {await File.ReadAllTextAsync(Path.Combine(_directory, "log"))}");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await StopAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static string? FindBinaries()
    {
        IEnumerable<string?> directories =
        [
            Environment.GetEnvironmentVariable("PGBIN"),
            .. Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal)
                    .Select(directory => Path.Combine(directory, "bin"))
                : [],
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        ];
        return directories.FirstOrDefault(directory =>
            !string.IsNullOrEmpty(directory) && File.Exists(Path.Combine(directory, "initdb"))
                && File.Exists(Path.Combine(directory, "postgres")));
    }

    private static bool HasServerUser() =>
        File.Exists("/etc/passwd")
            && File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{ServerUser}:", StringComparison.Ordinal));

    private static (string FileName, string[] Arguments) AsServer(string program) =>
        Environment.IsPrivilegedProcess
            ? ("setpriv", [$"--reuid={ServerUser}", $"--regid={ServerUser}", "--clear-groups", program])
            : (program, []);

    private static Task RunAsServerAsync(string program, params string[] arguments) =>
        RunAsync(AsServer(program).FileName, [.. AsServer(program).Arguments, .. arguments]);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await output}{error}");
    }

    private string ConnectionString(string database) => $"Host={_directory};Username={User};Database={database}";

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
