using BenchmarkDotNet.Attributes;

namespace Attendance.Benchmarks;

/// <summary>One report with its records.</summary>
public class ReportBenchmark : ContestBenchmark
{
    [Params(1, 100, 1_000, 10_000)]
    public int Records { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var report = Payloads.Report(Records);
        SetUp(_ => report);
    }

    private protected override Task<Attended> ReadAsync(Contestant contestant) => contestant.ReadReportAsync();
}
