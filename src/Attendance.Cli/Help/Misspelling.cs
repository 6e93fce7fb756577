using System.CommandLine;
using System.CommandLine.Invocation;

namespace Attendance.Cli;

/// <summary>A word of the command line that nothing is called, and what may have been meant.</summary>
internal static class Misspelling
{
    /// <summary>What to tell the user of a command line with errors: of a word that is not known, that alone, as it explains what
    /// follows.</summary>
    public static string Tell(ParseResult parse) => parse.UnmatchedTokens is [var first, ..]
        ? Tell(first, parse.CommandResult.Command)
        : string.Join(Environment.NewLine, parse.Errors.Select(error => error.Message));

    /// <summary>What to tell the user of a word that is not known to a command.</summary>
    public static string Tell(string word, Command command)
    {
        var cut = CellText.Short(word);
        var what = word.StartsWith('-') ? $"Unrecognized option '{cut}'." : $"Unrecognized command or argument '{cut}'.";
        return Likely(word, command) is { } meant ? $"{what} Did you mean {meant}?" : what;
    }

    // The library finds what is alike, but prints it in several lines for each word, and looks for commands where an option is meant.
    private static string? Likely(string word, Command command)
    {
        var names = new RootCommand();
        names.Options.Clear();
        foreach (var option in command.Options.Where(option => !option.Hidden && word.StartsWith('-')))
            names.Add(new Option<string>(option.Name));
        foreach (var subcommand in command.Subcommands.Where(subcommand => !subcommand.Hidden && !word.StartsWith('-')))
            names.Add(new Command(subcommand.Name));

        var parse = names.Parse([word], new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Action is not ParseErrorAction action)
            return null;

        using var output = new StringWriter();
        action.ShowHelp = false;
        action.ShowTypoCorrections = true;
        parse.Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        return output.ToString().ReplaceLineEndings("\n").Split('\n') is [_, { Length: > 0 } best, ..] && IsAlike(word, best)
            ? best
            : null;
    }

    // Three letters may differ, which all of a short word are.
    private static bool IsAlike(string word, string name) =>
        2 * word.Count(letter => name.Contains(letter, StringComparison.OrdinalIgnoreCase)) >= word.Length;
}
