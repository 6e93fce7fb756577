using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Attendance.Cli;

/// <summary>The library's help, with examples below it.</summary>
internal sealed class CommandHelp(Surroundings surroundings) : SynchronousCommandLineAction
{
    // Who asks for help may have mistyped something.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction().Invoke(parseResult);
        var examples = CommandExamples.Of(CommandExamples.NameOf(parseResult.CommandResult.Command));
        if (examples.Count == 0)
            return ExitCode.Success;

        surroundings.Output.WriteLine("Examples:");
        foreach (var example in examples)
            surroundings.Output.WriteLine($"  {example}");
        surroundings.Output.WriteLine();
        return ExitCode.Success;
    }
}
