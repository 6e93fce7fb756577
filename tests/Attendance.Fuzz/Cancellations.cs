using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Attendance.Client;
using Attendance.Client.Testing;
using AttendanceClient = Attendance.Client.AttendanceClient;

namespace Attendance.Fuzz;

/// <summary>Calls that their callers give up somewhere on the way: none hangs, none ends in another way than it says, none leaves anything
/// behind.</summary>
internal static class Cancellations
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<string>> RunAsync(int seed, TimeSpan time)
    {
        var faults = new ConcurrentQueue<string>();
        TaskScheduler.UnobservedTaskException += (_, arguments) => faults.Enqueue($"unobserved: {arguments.Exception}");
        using var handler = new SlowHandler(seed);
        using var http = new HttpClient(handler);
        var client = new AttendanceClient(http, new FakeCredential(), new AttendanceClientOptions { MaxRetries = 0 });
        var random = new Random(seed);
        var (count, cancelled) = (0, 0);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time && faults.IsEmpty; count++)
        {
            using var cancellation = new CancellationTokenSource();
            var call = CallAsync(client, random.Next(5), cancellation.Token);
            for (var steps = random.Next(12); steps > 0; steps--)
                await Task.Yield();

            cancellation.Cancel();
            try
            {
                await call.WaitAsync(Patience);
            }
            catch (OperationCanceledException exception) when (exception.CancellationToken == cancellation.Token)
            {
                cancelled++;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                faults.Enqueue(exception.ToString());
            }
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        await CallAsync(client, kind: 0, CancellationToken.None);
        if (handler.Held != 0)
            faults.Enqueue($"{handler.Held} answers were not let go");

        Console.WriteLine($"{count} calls, {cancelled} of them cancelled, {faults.Count} faults");
        return [.. faults];
    }

    private static async Task CallAsync(AttendanceClient client, int kind, CancellationToken cancellationToken)
    {
        var source = AttendanceSource.Meeting(Organizer.Me, "m");
        switch (kind)
        {
            case 0:
                await client.GetReportAsync(source, "r", cancellationToken);
                break;
            case 1:
                await client.GetLatestReportAsync(source, cancellationToken);
                break;
            case 2:
                await foreach (var record in client.GetRecordsAsync(source, "r", cancellationToken: cancellationToken))
                    _ = record;
                break;
            case 3:
                await foreach (var record in client.GetRecordsAsync(source, "r", cancellationToken: cancellationToken))
                    break;
                break;
            default:
                var sources = Enumerable.Range(0, 20).Select(number => AttendanceSource.Meeting(Organizer.Me, $"m{number}"));
                await foreach (var outcome in client.GetReportsAsync(sources, new BulkOptions { IncludeRecords = true }, cancellationToken))
                    _ = outcome.GetReports();
                break;
        }
    }

    private sealed class SlowHandler(int seed) : HttpMessageHandler
    {
        private int _held;

        public int Held => _held;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var random = new Random(HashCode.Combine(seed, request.Headers.GetHashCode()));
            for (var steps = random.Next(4); steps > 0; steps--)
                await Task.Yield();

            cancellationToken.ThrowIfCancellationRequested();
            Interlocked.Increment(ref _held);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new HeldContent(this, Answer(request.RequestUri!)),
                RequestMessage = request,
            };
        }

        private static string Answer(Uri uri) => uri switch
        {
            { Query: "?2" } => """{"value":[{"id":"3"}]}""",
            _ when uri.AbsolutePath.EndsWith("/attendanceRecords", StringComparison.Ordinal) =>
                """{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"?2"}""",
            _ when uri.AbsolutePath.EndsWith("/attendanceReports", StringComparison.Ordinal) => """{"value":[{"id":"r"}]}""",
            _ => """{"id":"r","attendanceRecords":[{"id":"1"}],"attendanceRecords@odata.nextLink":"r/attendanceRecords?2"}""",
        };

        private sealed class HeldContent(SlowHandler handler, string json) : ByteArrayContent(Encoding.UTF8.GetBytes(json))
        {
            private int _isLetGo;

            protected override void Dispose(bool disposing)
            {
                if (disposing && Interlocked.Exchange(ref _isLetGo, 1) == 0)
                    Interlocked.Decrement(ref handler._held);
                base.Dispose(disposing);
            }
        }
    }
}
