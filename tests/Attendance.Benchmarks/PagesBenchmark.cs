using BenchmarkDotNet.Attributes;

namespace Attendance.Benchmarks;

/// <summary>The records of a report in pages.</summary>
public class PagesBenchmark : ContestBenchmark
{
    [Params(100)]
    public int Pages { get; set; }

    [Params(50)]
    public int RecordsPerPage { get; set; }

    [GlobalSetup]
    public void Prepare() => SetUp(Payloads.Pages(Pages, RecordsPerPage));

    private protected override Task<Attended> ReadAsync(Contestant contestant) => contestant.ReadPagesAsync();
}
