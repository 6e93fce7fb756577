using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The option that takes many sources from a file or a pipe.</summary>
internal sealed class SourcesOption : Option<string?>
{
    private const string StandardInput = "-";

    public SourcesOption()
        : base("--sources")
    {
        Description = "Many instead of one: a file with a Graph path, a Graph URL, a join link or a meeting ID on each line, or - for standard input. Blank lines and lines that begin with # are skipped.";
        HelpName = "file";
    }

    public bool IsGiven(ParseResult parse) => parse.GetValue(this) is not null;

    /// <summary>Refuses one source beside many.</summary>
    public void Check(ParseResult parse, SourceOptions source)
    {
        if (IsGiven(parse) && source.NameOfGiven(parse) is { } other)
            throw new UsageException($"{other} and {Name} each name something to read. Pass one of them only.");
    }

    /// <summary>The lines that name a source, each text once.</summary>
    public async Task<IReadOnlyList<SourceLine>> ReadLinesAsync(ParseResult parse, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var file = parse.GetValue(this)!;
        // The console reads on the thread that asks, so that without another one nobody could cancel.
        var text = file == StandardInput
            ? await Task.Run(surroundings.Input.ReadToEnd, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false)
            : await ReadFileAsync(file, cancellationToken).ConfigureAwait(false);

        // A meeting that repeats stands in a calendar with the same link again and again.
        var lines = text.ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => new SourceLine(index + 1, line.Trim()))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .DistinctBy(line => line.Text, StringComparer.Ordinal)
            .ToList();
        return lines.Count > 0 ? lines : throw new UsageException(
            $"{Name} {file} names no source: there is no line but blank ones and those that begin with #. Put a Graph path, a Graph URL, a join link or a meeting ID on each line.");
    }

    private async Task<string> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file of {Name} cannot be read. {exception.Message}");
        }
    }
}
