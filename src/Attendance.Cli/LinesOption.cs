using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The option for a pipe: one text a line, as <c>--sources -</c> reads them.</summary>
internal sealed class LinesOption : Option<bool>
{
    public LinesOption(string description)
        : base("--lines") => Description = description;

    public void Check(ParseResult parse, JsonOption json)
    {
        if (parse.GetValue(this) && parse.GetValue(json))
            throw new UsageException("--lines and --json each say how to print. Pass one of them only.");
    }
}
