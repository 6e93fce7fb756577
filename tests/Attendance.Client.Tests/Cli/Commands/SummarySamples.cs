using System.Text.RegularExpressions;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Cli;

/// <summary>Sessions to sum up, and what a summary prints.</summary>
internal static partial class SummarySamples
{
    public const string Meeting = "--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";

    public static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    public static AttendanceReport Session(string id, double start, double end, params AttendanceRecord[] records) =>
        Report(start, end, records) with { Id = id };

    public static AttendanceRecord Guest(string name, double joined, double left) =>
        new() { Identity = new AttendeeIdentity { DisplayName = name, Kind = AttendeeKind.Guest }, Intervals = [Stay(joined, left)] };

    public static AttendanceRecord Hidden(string name) =>
        new() { Identity = new AttendeeIdentity { DisplayName = name }, Intervals = [Stay(null, null)] };

    public static void Prints(string expected, ToolResult result)
    {
        Assert.Equal(expected.ReplaceLineEndings("\n"), result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    public static string[] Cells(string output, string name) =>
        Gap().Split(output.Split('\n').Single(line => line.StartsWith($" {name} ", StringComparison.Ordinal)).Trim());

    [GeneratedRegex("  +", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Gap();
}
