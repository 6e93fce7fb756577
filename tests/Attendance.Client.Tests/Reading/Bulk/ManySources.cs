using System.Net;
using System.Threading.Channels;
using static Attendance.Client.Tests.Bulk.BulkSamples;

namespace Attendance.Client.Tests.Bulk;

[Collection(Measured.Name)]
public class ManySources
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task As_many_are_at_work_as_the_options_allow_and_never_more(int concurrency)
    {
        var arrivals = Channel.CreateUnbounded<TaskCompletionSource>();
        using var graph = new PagedGraph(async (uri, _) =>
        {
            var gate = new TaskCompletionSource();
            arrivals.Writer.TryWrite(gate);
            await gate.Task;
            return List(uri);
        });

        var reading = graph.CreateClient().GetReportsAsync(Sources(20), new BulkOptions { MaxConcurrency = concurrency }).ToListAsync();
        for (var i = 0; i < 20; i++)
        {
            // All that may be at work have arrived before one of them is let go.
            while (graph.Requests.Count < Math.Min(i + concurrency, 20))
                await Task.Yield();
            (await arrivals.Reader.ReadAsync()).SetResult();
        }

        Assert.Equal(20, (await reading).Count);
        Assert.Equal(concurrency, graph.MostAtOnce);
    }

    [Fact]
    public async Task Outcomes_come_as_they_are_ready()
    {
        var gates = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource()).ToList();
        using var graph = Gated(gates);
        await using var outcomes = graph.CreateClient().GetReportsAsync(Sources(4)).GetAsyncEnumerator();

        foreach (var number in new[] { 2, 0, 3, 1 })
        {
            gates[number].SetResult();
            Assert.True(await outcomes.MoveNextAsync());
            Assert.Equal(Source(number), outcomes.Current.Source);
            Assert.Equal($"report-{number}", Assert.Single(outcomes.Current.GetReports()).Id);
        }

        Assert.False(await outcomes.MoveNextAsync());
    }

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_sources_where_that_is_asked_for()
    {
        var gates = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource()).ToList();
        using var graph = Gated(gates);
        await using var outcomes = graph.CreateClient().GetReportsAsync(Sources(4), new BulkOptions { InOrder = true })
            .GetAsyncEnumerator();

        var first = outcomes.MoveNextAsync();
        foreach (var number in new[] { 2, 3, 1 })
            gates[number].SetResult();
        Assert.False(first.IsCompleted);
        gates[0].SetResult();

        Assert.True(await first);
        for (var number = 0; number < 4; number++)
        {
            Assert.Equal(Source(number), outcomes.Current.Source);
            Assert.Equal(number < 3, await outcomes.MoveNextAsync());
        }
    }

    [Fact]
    public async Task A_source_that_fails_has_its_error_and_stops_no_other()
    {
        using var graph = new PagedGraph((uri, _) => NumberOf(uri) switch
        {
            3 => Task.FromResult(PagedGraph.Json("""{"error":{"code":"Forbidden","message":"x"}}""", HttpStatusCode.Forbidden)),
            5 => throw new HttpRequestException("refused"),
            7 => throw new TaskCanceledException("an attempt of its own was cancelled"),
            8 => Task.FromResult(PagedGraph.Json("""{"value":[]}""")),
            _ => Task.FromResult(List(uri)),
        });
        var reported = new List<BulkProgress>();

        var outcomes = await graph.CreateClient().GetReportsAsync(Sources(10), new BulkOptions { Progress = new Progress(reported.Add) })
            .ToListAsync();

        Assert.Equal(
            Enumerable.Range(0, 10).Select(Source),
            outcomes.Select(outcome => outcome.Source).OrderBy(source => source.ToString(), StringComparer.Ordinal));
        var byNumber = outcomes.OrderBy(outcome => outcome.Source.ToString(), StringComparer.Ordinal).ToList();
        Assert.Equal(HttpStatusCode.Forbidden, Assert.IsType<AttendanceRequestException>(byNumber[3].Error).Status);
        Assert.Equal("refused", Assert.IsType<HttpRequestException>(byNumber[5].Error).Message);
        Assert.IsType<HttpRequestException>(byNumber[7].Error);
        Assert.Empty(byNumber[8].GetReports());
        Assert.Equal([3, 5, 7], Enumerable.Range(0, 10).Where(number => !byNumber[number].IsSuccess));
        Assert.Equal(Enumerable.Range(1, 10), reported.Select(progress => progress.Completed));
        Assert.Equal(
            outcomes.Select((_, index) => outcomes.Take(index + 1).Count(outcome => !outcome.IsSuccess)),
            reported.Select(progress => progress.Failed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_more_sources_are_taken_than_are_at_work(bool inOrder)
    {
        using var graph = new PagedGraph((uri, _) => Task.FromResult(List(uri)));
        var taken = 0;
        var consumed = 0;

        await foreach (var outcome in graph.CreateClient().GetReportsAsync(
            Million(), new BulkOptions { MaxConcurrency = 4, InOrder = inOrder }))
        {
            Assert.InRange(taken, ++consumed, consumed + 3);
            if (consumed == 500)
                break;
        }

        Assert.InRange(taken, 500, 503);

        IEnumerable<AttendanceSource> Million()
        {
            for (; taken < 1_000_000;)
                yield return Source(taken++);
        }
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_number_of_sources()
    {
        using var http = new HttpClient(new ScriptedHandler(_ => PagedGraph.Json("""{"value":[{"id":"a"}]}""")));
        var client = new AttendanceClient(http, new Testing.FakeCredential());
        await client.GetReportsAsync(Sources(100)).ToListAsync();
        var before = Measured.Memory();
        var (seen, most) = (0, 0L);

        await foreach (var outcome in client.GetReportsAsync(Sources(20_000)))
        {
            if (++seen % 5_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(20_000, seen);
        Assert.InRange(most, long.MinValue, 1024 * 1024);
    }

    [Fact]
    public async Task Outcomes_do_not_wait_for_sources_that_are_slow_to_come()
    {
        using var graph = new PagedGraph((uri, _) => Task.FromResult(List(uri)));
        var sources = Channel.CreateUnbounded<AttendanceSource>();
        await using var outcomes = graph.CreateClient().GetReportsAsync(sources.Reader.ReadAllAsync()).GetAsyncEnumerator();

        for (var number = 0; number < 20; number++)
        {
            sources.Writer.TryWrite(Source(number));
            Assert.True(await outcomes.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
            Assert.Equal(Source(number), outcomes.Current.Source);
        }

        sources.Writer.Complete();
        Assert.False(await outcomes.MoveNextAsync());
    }

    [Fact]
    public async Task Outcomes_keep_their_order_also_where_sources_are_slow_to_come()
    {
        var gates = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToList();
        using var graph = Gated(gates);
        var sources = Channel.CreateUnbounded<AttendanceSource>();
        sources.Writer.TryWrite(Source(0));
        sources.Writer.TryWrite(Source(1));
        await using var outcomes = graph.CreateClient().GetReportsAsync(sources.Reader.ReadAllAsync(), new BulkOptions { InOrder = true })
            .GetAsyncEnumerator();

        var first = outcomes.MoveNextAsync();
        gates[1].SetResult();
        sources.Writer.TryWrite(Source(2));
        while (graph.Requests.Count < 3 && !first.IsCompleted)
            await Task.Yield();
        gates[0].SetResult();
        gates[2].SetResult();

        Assert.True(await first);
        Assert.Equal(Source(0), outcomes.Current.Source);
        Assert.True(await outcomes.MoveNextAsync());
        Assert.Equal(Source(1), outcomes.Current.Source);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_source_that_is_none_ends_the_outcomes_after_those_that_are_at_work(bool isNull)
    {
        var gate = new TaskCompletionSource();
        using var graph = Gated([.. Enumerable.Repeat(gate, 20)]);
        IEnumerable<AttendanceSource> sources =
            [.. Enumerable.Range(0, 41).Select(i => i == 20 ? null! : Source(i))];
        if (!isNull)
            sources = Enumerable.Range(0, 41).Select(i => AttendanceSource.Parse(i == 20 ? "nowhere" : Source(i).ToString()));
        var outcomes = new List<AttendanceOutcome>();

        var reading = ReadAsync();
        while (graph.Requests.Count < 20)
            await Task.Yield();
        gate.SetResult();
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => reading);

        Assert.Equal(isNull, exception is ArgumentException { ParamName: "sources" });
        Assert.Equal(isNull, exception.Message.StartsWith("One of the sources is null.", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 20).Select(Source).ToHashSet(), outcomes.Select(outcome => outcome.Source).ToHashSet());
        Assert.Equal(20, graph.Requests.Count);

        async Task ReadAsync()
        {
            await foreach (var outcome in graph.CreateClient().GetReportsAsync(sources, new BulkOptions { MaxConcurrency = 32 }))
                outcomes.Add(outcome);
        }
    }

    [Fact]
    public async Task No_sources_are_no_outcomes_and_no_requests()
    {
        using var graph = Hanging();

        Assert.Empty(await graph.CreateClient().GetReportsAsync([]).ToListAsync());
        Assert.Empty(await graph.CreateClient().GetReportsAsync(AsyncEnumerable.Empty<AttendanceSource>()).ToListAsync());

        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Nothing_is_taken_or_sent_before_enumeration_and_each_enumeration_begins_anew()
    {
        using var graph = new PagedGraph((uri, _) => Task.FromResult(List(uri)));

        var outcomes = graph.CreateClient().GetReportsAsync(Sources(3));
        Assert.Empty(graph.Requests);

        Assert.Equal(3, (await outcomes.ToListAsync()).Count);
        Assert.Equal(3, (await outcomes.ToListAsync()).Count);
        Assert.Equal(6, graph.Requests.Count);
    }

    private static PagedGraph Gated(List<TaskCompletionSource> gates) => new(async (uri, _) =>
    {
        await gates[NumberOf(uri)].Task;
        return List(uri);
    });

    /// <summary>Reports on the thread that reports, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Progress(Action<BulkProgress> report) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => report(value);
    }
}
