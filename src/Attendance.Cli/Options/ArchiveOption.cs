using System.CommandLine;
using System.Text.RegularExpressions;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>The option that names an archive.</summary>
internal sealed partial class ArchiveOption : Option<string?>
{
    private const string Variable = "ATTENDANCE_ARCHIVE";

    public ArchiveOption(string description)
        : base("--archive")
    {
        Description = $"{description}: a SQLite file, or the connection string of a PostgreSQL database, such as " +
            $"\"Host=db;Database=attendance;Username=harvest\" [default: {Variable}]";
        HelpName = "file";
    }

    /// <summary>Whether the option itself is given, and not the variable alone.</summary>
    public bool IsGiven(ParseResult parse) => parse.GetValue(this) is not null;

    /// <summary>Where the archive is, or null where neither the option nor the variable names one.</summary>
    public ArchiveOptions? Read(ParseResult parse, Surroundings surroundings)
    {
        var name = parse.GetValue(this) ?? surroundings.Environment(Variable);
        if (name is null)
            return null;
        if (string.IsNullOrWhiteSpace(name))
            throw new UsageException($"{Name} is empty. Name a file, or a PostgreSQL database.");

        var options = new ArchiveOptions { TimeProvider = surroundings.TimeProvider };
        if (ConnectionString().IsMatch(name))
            options.PostgresConnectionString = name;
        else
            options.File = name;
        return options;
    }

    /// <summary>Where the archive is, which must be named.</summary>
    public ArchiveOptions ReadNeeded(ParseResult parse, Surroundings surroundings) =>
        Read(parse, surroundings) ?? throw new UsageException(
            $"Nothing says which archive. Pass {Name} with a file, such as attendance.db, or set {Variable}.");

    /// <summary>Opens the archive, which must be there, and is closed when the tool ends.</summary>
    /// <exception cref="UsageException">Nothing names an archive, or the options are refused.</exception>
    public async Task<AttendanceArchive> OpenAsync(
        ParseResult parse, Surroundings surroundings, byte[]? pseudonymKey, CancellationToken cancellationToken)
    {
        var options = ReadNeeded(parse, surroundings);
        options.PseudonymKey = pseudonymKey;
        options.MustExist = true;
        return await OpenAsync(options, surroundings, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens the archive that the options lead to, which is closed when the tool ends.</summary>
    /// <exception cref="UsageException">The options are refused.</exception>
    public async Task<AttendanceArchive> OpenAsync(ArchiveOptions options, Surroundings surroundings, CancellationToken cancellationToken)
    {
        options.LoggerFactory = new Notes(surroundings.Error);
        try
        {
            var archive = await AttendanceArchive.OpenAsync(options, cancellationToken).ConfigureAwait(false);
            surroundings.Opened.Add(archive);
            return archive;
        }
        catch (ArgumentException refused)
        {
            throw new UsageException($"{Name} is refused. {ParameterName().Replace(refused.Message, "")}");
        }
    }

    [GeneratedRegex(@"(^|;)\s*(Host|Server)\s*=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@" \(Parameter '\w+'\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();
}
