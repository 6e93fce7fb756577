using System.Globalization;

namespace Attendance.Client.Tests.Streaming;

[Collection(Measured.Name)]
public class RecordPages
{
    private const int PageSize = 50;

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public async Task The_next_page_is_asked_for_while_the_caller_works_on_this_one_and_no_further_one()
    {
        using var graph = new PagedGraph(uri => Page(PageOf(uri), pages: 10));
        var seen = 0;

        await foreach (var record in graph.CreateClient().GetRecordsAsync(Source, "r"))
        {
            // The handler answers at once, so the page ahead has come and the one after it would have been asked for.
            var page = seen++ / PageSize;
            Assert.Equal(Math.Min(page + 2, 10), graph.Requests.Count);
        }

        Assert.Equal(10 * PageSize, seen);
        Assert.Equal(1, graph.MostAtOnce);
    }

    [Fact]
    public async Task Records_are_handed_out_before_the_page_ahead_has_come()
    {
        var ahead = new TaskCompletionSource<HttpResponseMessage>();
        using var graph = new PagedGraph((uri, _) => PageOf(uri) == 0 ? Task.FromResult(PagedGraph.Json(Page(0, pages: 2))) : ahead.Task);
        await using var records = graph.CreateClient().GetRecordsAsync(Source, "r").GetAsyncEnumerator();

        for (var i = 0; i < PageSize; i++)
            Assert.True(await records.MoveNextAsync());

        var next = records.MoveNextAsync();
        Assert.False(next.IsCompleted);
        ahead.SetResult(PagedGraph.Json(Page(1, pages: 2)));
        Assert.True(await next);
        Assert.Equal("50", records.Current.Id);
    }

    [Fact]
    public Task A_caller_who_stops_early_cancels_the_page_that_is_under_way() => Measured.LeavesNoExceptionUnobservedAsync(async () =>
    {
        var ahead = CancellationToken.None;
        using var graph = new PagedGraph(async (uri, cancellationToken) =>
        {
            if (PageOf(uri) > 0)
            {
                ahead = cancellationToken;
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return PagedGraph.Json(Page(0, pages: 2));
        });

        await foreach (var record in graph.CreateClient().GetRecordsAsync(Source, "r"))
            break;

        Assert.True(ahead.IsCancellationRequested);
        Assert.Equal((2, 0), (graph.Requests.Count, graph.AtOnce));
    });

    [Fact]
    public Task A_page_ahead_that_fails_is_not_missed_by_a_caller_who_stops_early() => Measured.LeavesNoExceptionUnobservedAsync(async () =>
    {
        using var graph = new PagedGraph(
            (uri, _) => PageOf(uri) == 0 ? Task.FromResult(PagedGraph.Json(Page(0, pages: 2))) : throw new HttpRequestException("broken"));

        Assert.Equal("0", (await graph.CreateClient().GetRecordsAsync(Source, "r").FirstAsync()).Id);

        Assert.Equal(2, graph.Requests.Count);
    });

    [Fact]
    public async Task Cancellation_throws_with_the_callers_token_and_cancels_the_page_ahead()
    {
        using var cancellation = new CancellationTokenSource();
        using var graph = new PagedGraph(async (uri, cancellationToken) =>
        {
            if (PageOf(uri) > 0)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);

            return PagedGraph.Json(Page(0, pages: 2));
        });
        var seen = 0;

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in graph.CreateClient().GetRecordsAsync(Source, "r", cancellationToken: cancellation.Token))
            {
                if (++seen == PageSize)
                    await cancellation.CancelAsync();
            }
        });

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal((PageSize, 0), (seen, graph.AtOnce));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Cancellation_throws_at_the_end_of_a_page_also_where_the_next_one_has_come_or_there_is_none(int pages)
    {
        using var cancellation = new CancellationTokenSource();
        using var graph = new PagedGraph(uri => Page(PageOf(uri), pages));
        var seen = 0;

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in graph.CreateClient().GetRecordsAsync(Source, "r", cancellationToken: cancellation.Token))
            {
                if (++seen == PageSize)
                    await cancellation.CancelAsync();
            }
        });

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal((PageSize, pages), (seen, graph.Requests.Count));
    }

    [Fact]
    public async Task A_hundred_thousand_records_take_the_memory_of_a_few_pages()
    {
        const int Pages = 2000;
        using var graph = new PagedGraph(uri => Page(PageOf(uri), Pages));
        var client = graph.CreateClient();
        await client.GetRecordsAsync(Source, "r").FirstAsync();
        var before = Measured.Memory();
        var (seen, most) = (0, 0L);

        await foreach (var record in client.GetRecordsAsync(Source, "r"))
        {
            Assert.Equal(seen.ToString(CultureInfo.InvariantCulture), record.Id);
            if (++seen % 10_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(Pages * PageSize, seen);

        // All records together would take more than thirty times as much.
        Assert.InRange(most, long.MinValue, 2 * 1024 * 1024);
    }

    [Theory]
    [InlineData(9_999)]
    [InlineData(10_000)]
    [InlineData(10_001)]
    public async Task Pages_beyond_ten_thousand_are_refused(int pages)
    {
        using var graph = new PagedGraph(uri => Next("""{"value":[{"id":"x"}]""", PageOf(uri), pages));
        var seen = 0;

        var exception = await Record.ExceptionAsync(async () =>
        {
            await foreach (var record in graph.CreateClient().GetRecordsAsync(Source, "r"))
                seen++;
        });

        Assert.Equal(Math.Min(pages, 10_000), seen);
        Assert.Equal(Math.Min(pages, 10_000), graph.Requests.Count);
        Assert.Equal(pages > 10_000, exception is AttendanceRequestException { Reason: AttendanceErrorReason.UnexpectedResponse });
        Assert.Equal(
            pages > 10_000, exception?.Message.Contains(
                "/attendanceRecords, is page 10001, and no collection of attendance has so many.", StringComparison.Ordinal)
                ?? false);
    }

    private static int PageOf(Uri uri) =>
        uri.Query.Contains("page=", StringComparison.Ordinal) ? int.Parse(uri.Query.Split("page=")[1], CultureInfo.InvariantCulture) : 0;

    private static string Page(int page, int pages)
    {
        var records = Enumerable.Range(page * PageSize, PageSize).Select(id =>
            $$"""{"id":"{{id}}","emailAddress":"{{id}}@contoso.com","totalAttendanceInSeconds":60,"role":"Attendee","attendanceIntervals":[{"joinDateTime":"2026-01-02T03:04:05Z","leaveDateTime":"2026-01-02T03:05:05Z","durationInSeconds":60}]}""");
        return Next($$"""{"value":[{{string.Join(',', records)}}]""", page, pages);
    }

    private static string Next(string page, int number, int pages) =>
        number + 1 < pages ? $"{page},\"@odata.nextLink\":\"?page={number + 1}\"}}" : page + "}";
}
