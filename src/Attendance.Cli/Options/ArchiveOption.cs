using System.CommandLine;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>The option that names an archive.</summary>
internal sealed class ArchiveOption : Option<string?>
{
    private const string Variable = "ATTENDANCE_ARCHIVE";

    public ArchiveOption(string description)
        : base("--archive")
    {
        Description = $"{description}: a SQLite file, or the connection string of a PostgreSQL database, such as " +
            $"\"Host=db;Database=attendance;Username=harvest\" [default: {Variable}]";
        HelpName = "file";
    }

    /// <summary>Where the archive is, or null where neither the option nor the variable names one.</summary>
    public ArchiveOptions? Read(ParseResult parse, Surroundings surroundings)
    {
        var name = parse.GetValue(this) ?? surroundings.Environment(Variable);
        if (name is null)
            return null;
        if (string.IsNullOrWhiteSpace(name))
            throw new UsageException($"{Name} is empty. Name a file, or a PostgreSQL database.");

        var options = new ArchiveOptions { TimeProvider = surroundings.TimeProvider };
        if (IsConnectionString(name))
            options.PostgresConnectionString = name;
        else
            options.File = name;
        return options;
    }

    /// <summary>Where the archive is, which must be named.</summary>
    public ArchiveOptions ReadNeeded(ParseResult parse, Surroundings surroundings) =>
        Read(parse, surroundings) ?? throw new UsageException(
            $"Nothing says which archive. Pass {Name} with a file, such as attendance.db, or set {Variable}.");

    private static bool IsConnectionString(string name) =>
        name.Contains('=', StringComparison.Ordinal)
        && (name.Contains("Host", StringComparison.OrdinalIgnoreCase) || name.Contains("Server", StringComparison.OrdinalIgnoreCase));
}
