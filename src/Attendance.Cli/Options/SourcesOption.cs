using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The option that takes many sources from a file or a pipe.</summary>
internal sealed class SourcesOption : Option<string?>
{
    /// <summary>What the user is told of an empty pipe, such as of a week without meetings.</summary>
    public const string NothingText =
        "note: Nothing came on standard input but blank lines and those that begin with #, so that there is nothing to read.";

    private const string Cure = "Put a Graph path, a Graph URL, a join link or a meeting ID on each line.";

    public SourcesOption()
        : base("--sources")
    {
        Description =
            "Many instead of one: a file with a Graph path, a Graph URL, a join link, a meeting ID or the id of a meeting on each line, " +
            "or - for standard input. Blank lines and lines that begin with # are skipped.";
        HelpName = "file";
    }

    public bool IsGiven(ParseResult parse) => parse.GetValue(this) is not null;

    /// <summary>Refuses one source beside many.</summary>
    public void Check(ParseResult parse, SourceOptions source)
    {
        if (IsGiven(parse) && source.NameOfGiven(parse) is { } other)
            throw new UsageException($"{other} and {Name} each name something to read. Pass one of them only.");
    }

    /// <summary>The lines that name a source, each text once; of standard input, there may be none.</summary>
    public async Task<IReadOnlyList<SourceLine>> ReadLinesAsync(
        ParseResult parse, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var file = parse.GetValue(this)!;
        var text = await InputText.ReadNamedAsync(Name, file, surroundings, cancellationToken).ConfigureAwait(false);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new UsageException($"{Name} is \"{file}\", which is no text. {Cure}");

        // A meeting that repeats stands in a calendar with the same link again and again.
        var lines = InputText.LinesOf(text).DistinctBy(line => line.Text, StringComparer.Ordinal).ToList();
        return lines.Count > 0 || file == InputText.StandardInput
            ? lines
            : throw new UsageException(
                $"{Name} {file} names no source: there is no line but blank ones and those that begin with #. {Cure}");
    }
}
