using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Attendance.Client.Archive.Internal;

/// <summary>Opens the database, and reads and writes it in whole transactions.</summary>
internal sealed partial class ArchiveDatabase : IAsyncDisposable
{
    private const int MostAttempts = 8;

    private readonly Func<ArchiveContext> _createContext;
    private readonly NpgsqlDataSource? _source;
    private readonly string? _fileConnection;
    private readonly string _name;
    private readonly byte[]? _pseudonymKey;

    private byte[] _forgettingKey = [];
    private bool _isPseudonymous;
    private bool _omitsTimes;
    private PrivacyRules? _rules;

    private ArchiveDatabase(ArchiveOptions options)
    {
        TimeProvider = options.TimeProvider;
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Attendance.Client.Archive");
        _pseudonymKey = options.PseudonymKey;
        if (options.File is { } file)
        {
            _name = $"the archive {file}";
            _fileConnection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 60 }.ToString();
            var built = new DbContextOptionsBuilder<SqliteArchiveContext>()
                .UseSqlite(_fileConnection, static sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .UseSnakeCaseNamingConvention().Options;
            _createContext = () => new SqliteArchiveContext(built);
        }
        else
        {
            var connection = ReadConnectionString(options.PostgresConnectionString!);
            _source = new NpgsqlDataSourceBuilder(connection.ToString()).Build();
            _name = $"the archive in the database {connection.Database ?? connection.Username}";
            var built = new DbContextOptionsBuilder<PostgresArchiveContext>()
                .UseNpgsql(_source, static postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .UseSnakeCaseNamingConvention().Options;
            _createContext = () => new PostgresArchiveContext(built);
        }
    }

    public TimeProvider TimeProvider { get; }

    public ILogger Logger { get; }

    /// <summary>Time before which everything was erased when somebody last looked, or null for never.</summary>
    public DateTimeOffset? ErasedBefore { get; private set; }

    /// <summary>What stands for people, or null where they stand by name or the key is not known.</summary>
    public Pseudonyms? Pseudonyms => _isPseudonymous && _pseudonymKey is not null ? new Pseudonyms(_pseudonymKey) : null;

    public bool IsPseudonymous => _isPseudonymous;

    public static async Task<ArchiveDatabase> OpenAsync(ArchiveOptions options, CancellationToken cancellationToken)
    {
        Check(options);
        var database = new ArchiveDatabase(options);
        try
        {
            if (options.File is { } file)
                ArchiveFile.Prepare(file, options.MustExist);
            await database.TryAsync(
                async () =>
                {
                    var context = database._createContext();
                    await using (context.ConfigureAwait(false))
                    {
                        await SchemaUpgrade.RunAsync(context, options.MustExist, cancellationToken).ConfigureAwait(false);
                    }
                },
                cancellationToken).ConfigureAwait(false);
            await database.AgreeAsync(options, cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A connection without a transaction.</summary>
    public ArchiveContext CreateContext() => _createContext();

    /// <summary>Reads in one moment's state of the database.</summary>
    public async Task<T> ReadAsync<T>(Func<ArchiveContext, Task<T>> read, CancellationToken cancellationToken)
    {
        T result = default!;
        await TryAsync(
            async () =>
            {
                var context = _createContext();
                await using (context.ConfigureAwait(false))
                {
                    context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

                    // Split queries read table after table, between which a report may be replaced.
                    var transaction = await BeginAsync(context, isWrite: false, cancellationToken).ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        result = await read(context).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Writes all or nothing, and tries again where somebody else was faster.</summary>
    public async Task<T> WriteAsync<T>(Func<ArchiveContext, Task<T>> write, CancellationToken cancellationToken)
    {
        T result = default!;
        await TryAsync(
            async () =>
            {
                var context = _createContext();
                await using (context.ConfigureAwait(false))
                {
                    var transaction = await BeginAsync(context, isWrite: true, cancellationToken).ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        result = await write(context).ConfigureAwait(false);
                        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>What may be kept of people, by what the archive says now.</summary>
    public async Task<PrivacyRules> ReadRulesAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        if (_isPseudonymous && _pseudonymKey is null)
        {
            throw new InvalidOperationException(
                $"In {_name} pseudonyms stand for people, and it was opened without their key, so nothing can be added. " +
                "Open it with ArchiveOptions.PseudonymKey.");
        }

        var version = await ArchiveSettings.LockPrivacyAsync(context, cancellationToken).ConfigureAwait(false);
        if (_rules is { } known && known.Version == version)
            return known;

        var settings = await ArchiveSettings.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        ErasedBefore = ArchiveSettings.ToTime(settings[ArchiveSettings.ErasedBefore]);
        var hashes = await context.Forgotten.Select(static row => row.Hash).ToListAsync(cancellationToken).ConfigureAwait(false);
        return _rules = new PrivacyRules(
            Pseudonyms, _omitsTimes, ForgottenPeople(hashes), ErasedBefore, version);
    }

    public ForgottenPeople ForgottenPeople(IEnumerable<string> hashes) => new(_forgettingKey, hashes);

    /// <summary>Leaves nothing of what was deleted in the log beside a SQLite file.</summary>
    public async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        if (_fileConnection is null)
            return;

        for (var attempt = 1; ; attempt++)
        {
            var context = _createContext();
            await using (context.ConfigureAwait(false))
            {
                var isBusy = (await context.Database.SqlQueryRaw<long>("PRAGMA wal_checkpoint(TRUNCATE)").ToListAsync(cancellationToken)
                    .ConfigureAwait(false))[0] != 0;
                if (!isBusy)
                    return;
            }

            if (attempt == MostAttempts)
            {
                LogNotEmptied(Logger, _name);
                return;
            }

            await Task.Delay(25 << attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The pseudonym of somebody's id where pseudonyms stand for people and their key is known, or else the id.</summary>
    public string NameInside(string id) => Pseudonyms?.OfId(id) ?? id;

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync().ConfigureAwait(false);

        // Or else the file would stay open.
        using var connection = new SqliteConnection(_fileConnection);
        if (_fileConnection is not null)
            SqliteConnection.ClearPool(connection);
    }

    [LoggerMessage(
        EventId = 40, Level = LogLevel.Warning,
        Message = "What was erased still stands in the log beside {Archive}, as somebody reads an older state. It goes when they end.")]
    private static partial void LogNotEmptied(ILogger logger, string archive);

    private static void Check(ArchiveOptions options)
    {
        if (options.File is null == options.PostgresConnectionString is null)
        {
            throw new ArgumentException(
                "An archive is either a file or a PostgreSQL database. Set ArchiveOptions.File or PostgresConnectionString, not both.",
                nameof(options));
        }

        if (options.PseudonymKey is { Length: < ArchiveOptions.LeastKeySize } key)
        {
            throw new ArgumentException(
                $"The PseudonymKey has {key.Length} bytes, which can be guessed. Take {ArchiveOptions.LeastKeySize} random bytes or " +
                "more, and keep them apart from the archive.",
                nameof(options));
        }
    }

    private static NpgsqlConnectionStringBuilder ReadConnectionString(string postgresConnectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(postgresConnectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new ArgumentException(
                $"The PostgresConnectionString is none: {exception.Message.TrimEnd('.')}. " +
                "Write it like Host=db;Database=attendance;Username=me.",
                nameof(postgresConnectionString), exception);
        }
    }

    private static bool IsWorthAnotherAttempt(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => IsWorthAnotherAttempt(inner),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation } => true,
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 or 787 } => true,
        DbException { IsTransient: true } => true,
        InvalidOperationException { InnerException: DbException inner } => IsWorthAnotherAttempt(inner),
        _ => false,
    };

    private async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginAsync(
        ArchiveContext context, bool isWrite, CancellationToken cancellationToken)
    {
        if (_source is not null)
        {
            return await context.Database.BeginTransactionAsync(
                isWrite ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        }

        // SQLite's writers wait for each other from the begin, or else two that have read could never go on.
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var connection = (SqliteConnection)context.Database.GetDbConnection();

        // Of what is deleted or replaced nothing stays in the file.
        // A process that dies loses nothing by "normal", and a machine without power the last moment at most, which the next harvest finds.
        await context.Database.ExecuteSqlRawAsync(
            "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;", cancellationToken).ConfigureAwait(false);
        var transaction = connection.BeginTransaction(deferred: !isWrite);
        return (await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false))!;
    }

    private async Task TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work().ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (attempt < MostAttempts && IsWorthAnotherAttempt(exception))
            {
                var longest = TimeSpan.FromMilliseconds(25 << attempt);

                // By the clock of the machine, as it is the database's, and not the application's, that is waited for.
                await Task.Delay(TimeSpan.FromTicks(RandomNumberGenerator.GetInt32((int)longest.Ticks) + 1), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception exception) when (DatabaseFault.Of(_name, exception) is not null)
            {
                throw DatabaseFault.Of(_name, exception)!;
            }
        }
    }

    // What the archive was begun with holds for everybody who opens it.
    private async Task AgreeAsync(ArchiveOptions options, CancellationToken cancellationToken)
    {
        var settings = await ReadAsync(
            context => ArchiveSettings.ReadAsync(context, cancellationToken), cancellationToken).ConfigureAwait(false);

        // Who may only read an archive can read it.
        if (!ArchiveSettings.AreWhole(settings))
        {
            settings = await WriteAsync(
                context => ArchiveSettings.BeginAsync(
                    context, _pseudonymKey is null ? "" : new Pseudonyms(_pseudonymKey).Fingerprint, options.OmitTimes == true, _name,
                    cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }

        _forgettingKey = Convert.FromHexString(settings[ArchiveSettings.ForgettingKey]);
        _isPseudonymous = settings[ArchiveSettings.Pseudonyms].Length > 0;
        _omitsTimes = settings[ArchiveSettings.OmitsTimes] == "true";
        ErasedBefore = ArchiveSettings.ToTime(settings[ArchiveSettings.ErasedBefore]);
        if (_pseudonymKey is not null && !_isPseudonymous)
        {
            throw new ArgumentException(
                $"In {_name} people stand by name, and a PseudonymKey was given. Open it without the key, or begin a new archive with it.",
                nameof(options));
        }

        if (_pseudonymKey is not null && settings[ArchiveSettings.Pseudonyms] != new Pseudonyms(_pseudonymKey).Fingerprint)
        {
            throw new ArgumentException(
                $"The PseudonymKey is not the one that {_name} was begun with. Take that one: with another, nobody would be the same " +
                "person.",
                nameof(options));
        }

        if (options.OmitTimes is { } omitTimes && omitTimes != _omitsTimes)
        {
            throw new ArgumentException(
                $"{(_omitsTimes ? "Without times of people" : "With times of people")} is what {_name} was begun with. " +
                "Leave ArchiveOptions.OmitTimes out, or begin a new archive.",
                nameof(options));
        }
    }
}
