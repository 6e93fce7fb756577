using System.Globalization;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>What was erased, in lines.</summary>
internal static class ErasureText
{
    public static void Write(Screen screen, ErasureResult result)
    {
        (string Name, int Count)[] lines =
        [
            ("reports", result.Reports), ("records", result.Records), ("expected people", result.ExpectedPeople),
            ("registrations", result.Registrations), ("hosts", result.Hosts), ("occurrences", result.Occurrences),
            ("failures", result.Failures), ("runs of harvests", result.Runs),
        ];
        screen.Line("Erased, or freed from the person:");
        foreach (var (name, count) in lines)
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"  {name + ":",-17} {count}"));
    }
}
