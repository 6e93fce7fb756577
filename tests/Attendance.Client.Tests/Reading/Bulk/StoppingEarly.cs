using System.Runtime.CompilerServices;
using System.Threading.Channels;
using static Attendance.Client.Tests.Bulk.BulkSamples;

namespace Attendance.Client.Tests.Bulk;

/// <summary>Callers who cancel or have enough, and sources that end in an exception.</summary>
[Collection(Measured.Name)]
public class StoppingEarly
{
    [Fact]
    public Task Cancellation_ends_everything_at_once() => Measured.LeavesNoExceptionUnobservedAsync(async () =>
    {
        using var cancellation = new CancellationTokenSource();
        using var graph = Hanging();

        var reading = graph.CreateClient().GetReportsAsync(Sources(100), new BulkOptions { MaxConcurrency = 5 }, cancellation.Token)
            .ToListAsync();
        while (graph.AtOnce < 5)
            await Task.Yield();
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reading);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal((5, 0), (graph.Requests.Count, graph.AtOnce));
    });

    [Fact]
    public Task Cancellation_ends_the_wait_for_the_next_source() => Measured.LeavesNoExceptionUnobservedAsync(async () =>
    {
        using var cancellation = new CancellationTokenSource();
        using var graph = Hanging();
        var sources = Channel.CreateUnbounded<AttendanceSource>();
        sources.Writer.TryWrite(Source(0));

        var reading = graph.CreateClient().GetReportsAsync(sources.Reader.ReadAllAsync(), cancellationToken: cancellation.Token)
            .ToListAsync();
        while (graph.AtOnce < 1)
            await Task.Yield();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reading);
        Assert.Equal(0, graph.AtOnce);
    });

    [Fact]
    public Task A_caller_who_stops_early_cancels_what_is_at_work() => Measured.LeavesNoExceptionUnobservedAsync(async () =>
    {
        using var graph = Hanging(except: 0);

        await foreach (var outcome in graph.CreateClient().GetReportsAsync(Sources(100), new BulkOptions { MaxConcurrency = 5 }))
        {
            Assert.Equal(Source(0), outcome.Source);
            break;
        }

        Assert.Equal((5, 0), (graph.Requests.Count, graph.AtOnce));
    });

    [Fact]
    public async Task Cancellation_between_outcomes_throws_though_the_next_ones_are_ready()
    {
        using var cancellation = new CancellationTokenSource();
        using var graph = new PagedGraph((uri, _) => Task.FromResult(List(uri)));
        await using var outcomes = graph.CreateClient().GetReportsAsync(Sources(2), cancellationToken: cancellation.Token)
            .GetAsyncEnumerator();

        Assert.True(await outcomes.MoveNextAsync());
        Assert.Equal(2, graph.Requests.Count);
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await outcomes.MoveNextAsync());
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Sources_are_let_go_by_a_caller_who_stops_early()
    {
        using var graph = new PagedGraph((uri, _) => Task.FromResult(List(uri)));
        var disposed = false;

        await graph.CreateClient().GetReportsAsync(Endless()).FirstAsync();

        Assert.True(disposed);

        async IAsyncEnumerable<AttendanceSource> Endless()
        {
            try
            {
                for (var number = 0; ; number++)
                {
                    await Task.CompletedTask;
                    yield return Source(number);
                }
            }
            finally
            {
                disposed = true;
            }
        }
    }

    [Fact]
    public async Task A_caller_who_stops_early_waits_for_the_source_that_is_on_its_way()
    {
        using var graph = new PagedGraph((uri, _) => Task.FromResult(List(uri)));
        var onItsWay = new TaskCompletionSource();
        var outcomes = graph.CreateClient().GetReportsAsync(Slow()).GetAsyncEnumerator();

        Assert.True(await outcomes.MoveNextAsync());
        var end = outcomes.DisposeAsync().AsTask();
        Assert.False(end.IsCompleted);
        onItsWay.SetResult();

        await end;
        Assert.Single(graph.Requests);

        async IAsyncEnumerable<AttendanceSource> Slow()
        {
            yield return Source(0);
            await onItsWay.Task;
            yield return Source(1);
        }
    }

    [Fact]
    public Task An_exception_of_the_sources_reaches_the_caller_after_the_outcomes_of_what_was_at_work() =>
        Measured.LeavesNoExceptionUnobservedAsync(async () =>
        {
            var answer = new TaskCompletionSource();
            using var graph = new PagedGraph(async (_, _) =>
            {
                await answer.Task;
                return PagedGraph.Json("""{"value":[]}""");
            });
            var disposed = false;
            var outcomes = 0;

            var exception = await Assert.ThrowsAsync<InvalidDataException>(async () =>
            {
                await foreach (var outcome in graph.CreateClient().GetReportsAsync(Failing()))
                    outcomes += outcome.IsSuccess ? 1 : 0;
            });

            Assert.Equal("The list is broken.", exception.Message);
            Assert.Equal((3, 3, 0, true), (outcomes, graph.Requests.Count, graph.AtOnce, disposed));

            async IAsyncEnumerable<AttendanceSource> Failing([EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                try
                {
                    foreach (var source in Sources(3))
                        yield return source;

                    answer.SetResult();
                    throw new InvalidDataException("The list is broken.");
                }
                finally
                {
                    disposed = true;
                }
            }
        });
}
