using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Cli;

internal sealed partial record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The output's lines without bold and colours.</summary>
    public string[] PlainLines => Decoration().Replace(Output, "").Split('\n');

    [GeneratedRegex(@"\x1b\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decoration();
}
