using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The options that say which file is written.</summary>
internal sealed class OutputOptions(string description)
{
    private const string StandardOutput = "-";

    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "file",
        Description = $"{description} [default: standard output]",
    };

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
            ? throw new UsageException(
                $"{_force.Name} replaces the file of {_output.Name}, which is not there. Leave it out, or pass {_output.Name}.")
            : path;
    }

    /// <summary>Refuses a file whose extension says nothing of what it is to hold, where no option says it either.</summary>
    /// <param name="parse">What the options say.</param>
    /// <param name="file">The file, or null for standard output.</param>
    /// <param name="kind">The option that says what the file is to hold.</param>
    /// <param name="verdict">What an extension is that is none of them.</param>
    /// <param name="extensions">The extensions that say it as well.</param>
    public void CheckExtension(ParseResult parse, string? file, Option<string?> kind, string verdict, string extensions)
    {
        if (parse.GetValue(kind) is null && Path.GetExtension(file) is { Length: > 0 } extension)
        {
            throw new UsageException(
                $"{Name} is \"{file}\", and {extension} is {verdict}. " +
                $"Pass a file that ends in {extensions}, or say with {kind.Name} what this one is to hold.");
        }
    }

    /// <summary>A file to write, which replaces another where the user says so.</summary>
    public ExportFile CreateFile(ParseResult parse, string path) => new(path, parse.GetValue(_force));
}
