using System.Diagnostics;

namespace Attendance.Benchmarks;

/// <summary>From the start of a process to its end, with one report read in between.</summary>
internal static class StartRun
{
    public const string ChildMode = "first-report";

    private static readonly Uri Endpoint = new("https://graph.microsoft.com/");

    public static async Task<IReadOnlyList<Measurement>> RunAsync(bool quick)
    {
        var times = Contestant.Names.ToDictionary(name => name, _ => new List<TimeSpan>(), StringComparer.Ordinal);
        foreach (var name in Contestant.Names)
            await TimeChildAsync(name);

        // In turns, so that a disturbance hits all alike.
        for (var round = 0; round < (quick ? 7 : 21); round++)
        {
            foreach (var name in Contestant.Names)
                times[name].Add(await TimeChildAsync(name));
        }

        return [.. times.Select(
            contestant => new Measurement("Process start to first report", contestant.Key, Median.MicrosecondsOf(contestant.Value)))];
    }

    /// <summary>What the child process does.</summary>
    public static async Task ReadFirstReportAsync(string name)
    {
        var report = Payloads.Report(1);
        using var http = new HttpClient(new PreparedHandler(_ => report));
        var read = await Contestant.Create(name, http, Endpoint).ReadReportAsync();
        if (read.Records != 1)
            throw new InvalidOperationException($"{name} read {read}.");
    }

    private static async Task<TimeSpan> TimeChildAsync(string name)
    {
        var started = Stopwatch.GetTimestamp();
        using var child = Process.Start(Environment.ProcessPath!, [ChildMode, name]);
        await child.WaitForExitAsync();
        var time = Stopwatch.GetElapsedTime(started);
        return child.ExitCode == 0 ? time : throw new InvalidOperationException($"The process of {name} ended with {child.ExitCode}.");
    }
}
