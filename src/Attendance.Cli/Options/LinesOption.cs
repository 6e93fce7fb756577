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

    /// <summary>Lines for sessions, which say where their attendance is. Sessions without an id have none, which the user is
    /// told.</summary>
    public static async Task WriteAsync(TextWriter output, TextWriter error, IReadOnlyCollection<VirtualEventSession> sessions)
    {
        List<AttendanceSource> sources = [.. sessions.Select(session => session.Source).OfType<AttendanceSource>()];
        await WriteAsync(output, sources.Select(source => source.ToString())).ConfigureAwait(false);
        if (sessions.Count - sources.Count is > 0 and var left)
        {
            await error.WriteLineAsync(
                $"note: {left} of {CellText.Sessions(sessions.Count)} {(left == 1 ? "is" : "are")} left out: " +
                "Graph sent no id by which to ask for attendance.").ConfigureAwait(false);
        }
    }

    public void Check(ParseResult parse, JsonOption json)
    {
        if (parse.GetValue(this) && parse.GetValue(json))
            throw new UsageException("--lines and --json each say how to print. Pass one of them only.");
    }
}
