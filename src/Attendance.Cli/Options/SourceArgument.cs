using System.CommandLine;
using System.CommandLine.Parsing;

namespace Attendance.Cli;

/// <summary>What was attended, as the first argument of a command, in any way that people have it: words that a shell has parted belong
/// together.</summary>
internal sealed class SourceArgument : Argument<string[]>
{
    public SourceArgument(string description)
        : base("link")
    {
        Description = description;
        HelpName = "link";
        Arity = ArgumentArity.ZeroOrMore;
        Validators.Add(RefuseOptions);
    }

    /// <summary>The text, or null where there is none.</summary>
    public string? Read(ParseResult parse) => parse.GetValue(this) is { Length: > 0 } words ? string.Join(' ', words) : null;

    /// <summary>The text in quotes, for a message, or null where there is none.</summary>
    public string? Quote(ParseResult parse) => Read(parse) is { } text ? $"\"{CellText.Of(CellText.Short(text))}\"" : null;

    // As it takes any word, also what is mistyped would name a source.
    private static void RefuseOptions(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.Length > 1 && token.Value[0] == '-') is not { } token)
            return;

        for (SymbolResult? parent = result; parent is not null; parent = parent.Parent)
        {
            if (parent is CommandResult command)
            {
                result.AddError(Misspelling.Tell(token.Value, command.Command));
                return;
            }
        }
    }
}
