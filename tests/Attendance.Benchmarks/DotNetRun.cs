using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Attendance.Benchmarks;

/// <summary>Runs a benchmark of BenchmarkDotNet.</summary>
internal static class DotNetRun
{
    public static IReadOnlyList<Measurement> Of<TBenchmark>(bool quick)
        where TBenchmark : class
    {
        // In this process, so that no project has to be generated and restored.
        var job = (quick ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default);

        return [.. BenchmarkRunner.Run<TBenchmark>(config).Reports.Select(report => new Measurement(
            $"{typeof(TBenchmark).Name} {report.BenchmarkCase.Parameters.DisplayInfo}".TrimEnd(),
            report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            report.ResultStatistics!.Median / 1_000,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)))];
    }
}
