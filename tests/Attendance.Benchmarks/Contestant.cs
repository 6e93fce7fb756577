namespace Attendance.Benchmarks;

/// <summary>A way to read attendance reports from Graph.</summary>
internal abstract class Contestant
{
    public const string Ours = nameof(Ours);
    public const string Bare = nameof(Bare);
    public const string StockKiota = nameof(StockKiota);
    public const string MicrosoftGraph = nameof(MicrosoftGraph);

    public static IReadOnlyList<string> Names { get; } = [Bare, Ours, StockKiota, MicrosoftGraph];

    /// <summary>Makes a contestant by name. No other's assemblies are loaded, which would count at the start of a process.</summary>
    public static Contestant Create(string name, HttpClient http, Uri endpoint) => name switch
    {
        Ours => OursContestant.Over(http, endpoint),
        Bare => BareContestant.Over(http, endpoint),
        StockKiota => StockKiotaContestant.Over(http, endpoint),
        MicrosoftGraph => MicrosoftGraphContestant.Over(http, endpoint),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such contestant."),
    };

    /// <summary>Reads a report with its records, in one answer.</summary>
    public abstract Task<Attended> ReadReportAsync();

    /// <summary>Reads the records of a report, page by page.</summary>
    public abstract Task<Attended> ReadPagesAsync();

    /// <summary>Reads the reports of many meetings and returns how many there are.</summary>
    public virtual async Task<int> ReadManyAsync(IReadOnlyList<string> meetings, int concurrency)
    {
        var count = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForEachAsync(meetings, options, async (meeting, _) => Interlocked.Add(ref count, await CountReportsAsync(meeting)));
        return count;
    }

    /// <summary>Reads the reports of a meeting and returns how many there are.</summary>
    protected abstract Task<int> CountReportsAsync(string meeting);
}
