using System.Collections.Concurrent;

namespace Attendance.Client.Tests.Chaos;

[Collection(Measured.Name)]
public class TenThousandCalls
{
    private const int MaxRetries = 3;
    private const int Concurrency = 64;
    private const int SourcesOfABulkCall = 5;

    [Theory]
    [InlineData(1u)]
    [InlineData(20_260_102u)]
    public Task Each_ends_in_its_own_result_or_in_its_own_exception(uint seed) => Measured.LeavesNoExceptionUnobservedAsync(async () =>
    {
        await RunAsync(seed, calls: 1_000);
        await Task.Yield();
        var before = Measured.Memory();

        await RunAsync(seed, calls: 10_000);

        // On a stack of its own, as the one that ends the run still holds what the run held.
        await Task.Yield();
        Assert.InRange(Measured.Memory() - before, long.MinValue, 1024 * 1024);
    });

    private static async Task RunAsync(uint seed, int calls)
    {
        using var graph = new ChaoticGraph(seed, MaxRetries);
        using var http = new HttpClient(graph);
        var client = new AttendanceClient(
            http, new Testing.FakeCredential(),
            new AttendanceClientOptions { MaxRetries = MaxRetries, TimeProvider = new SkippingTimeProvider() });
        var expectedAttempts = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var (succeeded, failed) = (0, 0);

        var concurrency = new ParallelOptions { MaxDegreeOfParallelism = Concurrency };
        await Parallel.ForEachAsync(Enumerable.Range(0, calls), concurrency, async (call, _) =>
        {
            var check = new Check(graph, client, expectedAttempts);
            var meeting = $"m-{call}";
            var hasSucceeded = await ((call % 5) switch
            {
                0 => check.ReportAsync(meeting),
                1 => check.LatestReportAsync(meeting),
                2 => check.RecordsAsync(meeting),
                3 => check.ReportsAsync(meeting),
                _ => check.BulkAsync(meeting),
            });
            Interlocked.Increment(ref hasSucceeded ? ref succeeded : ref failed);
        });

        Assert.Equal(calls, succeeded + failed);
        Assert.InRange(failed, calls / 50, calls / 2);
        Assert.Equal(
            expectedAttempts.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            graph.Attempts.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    /// <summary>Makes one call and compares what comes of it with what the seed decides.</summary>
    private sealed class Check(ChaoticGraph graph, AttendanceClient client, ConcurrentDictionary<string, int> attempts)
    {
        public async Task<bool> ReportAsync(string meeting)
        {
            var error = Expect(ReportPath(meeting));
            var report = await EndsInAsync(error, () => client.GetReportAsync(Source(meeting), $"new-{meeting}"));
            if (error is null)
                Assert.Equal(Report(meeting), report);

            return error is null;
        }

        public async Task<bool> LatestReportAsync(string meeting)
        {
            var error = Expect(ListPath(meeting)) ?? Expect(ReportPath(meeting));
            var report = await EndsInAsync(error, () => client.GetLatestReportAsync(Source(meeting)));
            if (error is null)
                Assert.Equal(Report(meeting), report);

            return error is null;
        }

        public async Task<bool> RecordsAsync(string meeting)
        {
            var path = $"{ListPath(meeting)}/new-{meeting}/attendanceRecords";
            var seen = new List<AttendanceRecord>();
            var pages = 0;
            string? error = null;
            for (; pages < 3 && error is null; pages++)
                error = Expect(pages == 0 ? path : $"{path}?page={pages}");

            await EndsInAsync(error, async () =>
            {
                await foreach (var record in client.GetRecordsAsync(Source(meeting), $"new-{meeting}"))
                    seen.Add(record);

                return seen;
            });

            Assert.Equal(Enumerable.Range(0, 2 * (error is null ? pages : pages - 1)).Select(number => Record(meeting, number)), seen);
            return error is null;
        }

        public async Task<bool> ReportsAsync(string meeting)
        {
            var error = Expect(ListPath(meeting));
            var reports = await EndsInAsync(error, async () => await client.GetReportsAsync(Source(meeting)).ToListAsync());
            if (error is null)
                Assert.Equal(Ids(meeting), reports!.Select(report => report.Id));

            return error is null;
        }

        public async Task<bool> BulkAsync(string meeting)
        {
            var meetings = Enumerable.Range(0, SourcesOfABulkCall).Select(number => $"{meeting}-{number}").ToList();
            var errors = meetings.ToDictionary(Source, one => Expect(ListPath(one)));

            var outcomes = await client.GetReportsAsync(meetings.Select(Source), new BulkOptions { MaxConcurrency = 3 }).ToListAsync();

            Assert.Equal(errors.Keys.ToHashSet(), outcomes.Select(outcome => outcome.Source).ToHashSet());
            Assert.Equal(SourcesOfABulkCall, outcomes.Count);
            foreach (var outcome in outcomes)
            {
                Assert.Equal(errors[outcome.Source], outcome.Error is { } error ? ChaoticGraph.Describe(error) : null);
                if (outcome.IsSuccess)
                    Assert.Equal(Ids(((MeetingSource)outcome.Source).MeetingId), outcome.Reports.Select(report => report.Id));
            }

            return errors.Values.All(error => error is null);
        }

        private static async Task<T?> EndsInAsync<T>(string? error, Func<Task<T>> call)
            where T : class?
        {
            try
            {
                var result = await call();
                Assert.Null(error);
                return result;
            }
            catch (Exception exception) when (exception is AttendanceRequestException or HttpRequestException)
            {
                Assert.Equal(error, ChaoticGraph.Describe(exception));
                return null;
            }
        }

        private static AttendanceSource Source(string meeting) => AttendanceSource.Meeting(Organizer.Me, meeting);

        private static string ListPath(string meeting) => $"/v1.0/me/onlineMeetings/{meeting}/attendanceReports";

        private static string ReportPath(string meeting) => $"{ListPath(meeting)}/new-{meeting}?$expand=attendanceRecords";

        private static string[] Ids(string meeting) => [$"old-{meeting}", $"new-{meeting}"];

        private static AttendanceReport Report(string meeting) =>
            new() { Id = $"new-{meeting}", ParticipantCount = 3, Records = [Record(meeting, 0), Record(meeting, 1), Record(meeting, 2)] };

        private static AttendanceRecord Record(string meeting, int number) =>
            new() { Id = $"{number}", EmailAddress = $"{number}.{meeting}@contoso.com" };

        private string? Expect(string path)
        {
            var expected = graph.Expect(path);
            Assert.True(attempts.TryAdd(path, expected.Attempts));
            return expected.Error;
        }
    }
}
