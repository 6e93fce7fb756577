using BenchmarkDotNet.Attributes;

namespace Attendance.Benchmarks;

/// <summary>All contestants over the same prepared answers, once each has been seen to read the same from them.</summary>
[MemoryDiagnoser]
public abstract class ContestBenchmark
{
    private static readonly Uri Endpoint = new("https://graph.microsoft.com/");

    private Dictionary<string, Contestant> _contestants = [];

    [Benchmark(Baseline = true)]
    public Task Bare() => ReadAsync(_contestants[Contestant.Bare]);

    [Benchmark]
    public Task Ours() => ReadAsync(_contestants[Contestant.Ours]);

    [Benchmark]
    public Task StockKiota() => ReadAsync(_contestants[Contestant.StockKiota]);

    [Benchmark]
    public Task MicrosoftGraph() => ReadAsync(_contestants[Contestant.MicrosoftGraph]);

    private protected abstract Task<Attended> ReadAsync(Contestant contestant);

    private protected void SetUp(Func<Uri, byte[]> answer)
    {
        var http = new HttpClient(new PreparedHandler(answer));
        _contestants = Contestant.Names.ToDictionary(name => name, name => Contestant.Create(name, http, Endpoint), StringComparer.Ordinal);

        var expected = ReadAsync(_contestants[Contestant.Bare]).GetAwaiter().GetResult();
        foreach (var (name, contestant) in _contestants)
        {
            var read = ReadAsync(contestant).GetAwaiter().GetResult();
            if (read != expected)
                throw new InvalidOperationException($"{name} read {read}, but {Contestant.Bare} read {expected}.");
        }
    }
}
