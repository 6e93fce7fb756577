using System.CommandLine;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The option for a pipe: one text a line, as <c>--sources -</c> reads them.</summary>
internal sealed class LinesOption : Option<bool>
{
    public LinesOption(string description)
        : base("--lines") => Description = description;

    public static async Task WriteAsync(TextWriter output, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await output.WriteLineAsync(PlainText.OfLine(line)).ConfigureAwait(false);
    }

    /// <summary>Lines for sessions, which say where their attendance is.</summary>
    public static Task WriteAsync(TextWriter output, IEnumerable<VirtualEventSession> sessions) =>
        WriteAsync(output, sessions.Select(session => session.Source).OfType<AttendanceSource>().Select(source => source.ToString()));

    public void Check(ParseResult parse, JsonOption json)
    {
        if (parse.GetValue(this) && parse.GetValue(json))
            throw new UsageException("--lines and --json each say how to print. Pass one of them only.");
    }
}
