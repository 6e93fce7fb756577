using BenchmarkDotNet.Attributes;

namespace Attendance.Benchmarks;

/// <summary>What a call costs by itself: one report without records.</summary>
public class CallBenchmark : ContestBenchmark
{
    [GlobalSetup]
    public void Prepare()
    {
        var report = Payloads.Report(0);
        SetUp(_ => report);
    }

    private protected override Task<Attended> ReadAsync(Contestant contestant) => contestant.ReadReportAsync();
}
