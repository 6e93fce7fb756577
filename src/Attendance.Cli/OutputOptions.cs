using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The options that say which file is written.</summary>
internal sealed class OutputOptions(string description)
{
    private const string StandardOutput = "-";

    private readonly Option<string?> _output = new("--output") { HelpName = "file", Description = $"{description} [default: standard output]" };

    private readonly Option<bool> _force = new("--force") { Description = "Replace a file that is there already." };

    public string Name => _output.Name;

    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_force);
    }

    /// <summary>Whether the user says where the result goes, be it standard output.</summary>
    public bool IsGiven(ParseResult parse) => parse.GetValue(_output) is not null;

    /// <summary>The file or directory, or null for standard output.</summary>
    public string? ReadPath(ParseResult parse)
    {
        var path = parse.GetValue(_output) is { } given && given != StandardOutput ? given : null;
        return path is null && parse.GetValue(_force)
            ? throw new UsageException($"{_force.Name} replaces the file of {_output.Name}, which is not there. Leave it out, or pass {_output.Name}.")
            : path;
    }

    /// <summary>A file to write, which replaces another where the user says so.</summary>
    public ExportFile CreateFile(ParseResult parse, string path) => new(path, parse.GetValue(_force));
}
