namespace Attendance.Benchmarks;

/// <summary>The workloads by their names on the command line.</summary>
internal static class Suite
{
    public static async Task<int> RunAsync(string[] args)
    {
        var quick = args.Contains("--quick", StringComparer.Ordinal);
        var measurements = args.FirstOrDefault() switch
        {
            "reports" => DotNetRun.Of<ReportBenchmark>(quick),
            "pages" => DotNetRun.Of<PagesBenchmark>(quick),
            "call" => DotNetRun.Of<CallBenchmark>(quick),
            "analysis" => DotNetRun.Of<AnalysisBenchmark>(quick),
            "files" => DotNetRun.Of<TeamsFileBenchmark>(quick),
            "server" => await ServerRun.RunAsync(quick),
            "start" => await StartRun.RunAsync(quick),
            _ => null,
        };
        if (measurements is null)
        {
            await Console.Error.WriteLineAsync(
                "Expected reports, pages, call, analysis, files, server or start, and --quick for fewer rounds.");
            return 1;
        }

        ResultTable.Print(measurements);
        return 0;
    }
}
