using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Attendance.Client;
using Attendance.Client.Testing;
using AttendanceClient = Attendance.Client.AttendanceClient;

namespace Attendance.Fuzz;

/// <summary>Spoiled answers through the whole client: each is read with all its records, or is one of the documented exceptions.</summary>
internal static class Bodies
{
    // What their own path has, where the answer itself sends no list.
    private const int RecordsOfTheirOwn = 3;

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    public static async Task<IReadOnlyList<string>> RunAsync(int seed, TimeSpan time)
    {
        var random = new Random(seed);
        using var handler = new AnswerHandler();
        using var http = new HttpClient(handler);
        var client = new AttendanceClient(http, new FakeCredential(), new AttendanceClientOptions { MaxRetries = 0 });
        var (count, read) = (0, 0);
        var faults = new List<string>();
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time && faults.Count < 10; count++)
        {
            handler.Body = Mutation.Next(random);
            try
            {
                var report = await client.GetReportAsync(Source, "r");
                read++;
                var expected = RecordCount.Of(handler.Body) ?? RecordsOfTheirOwn;
                if (report.Records?.Count != expected)
                    faults.Add(Fault($"{report.Records?.Count} records were read, and there are {expected}", handler.Body));
            }
            catch (AttendanceRequestException exception)
            {
                if (exception.Reason != AttendanceErrorReason.UnexpectedResponse)
                    faults.Add(Fault($"the reason is {exception.Reason}", handler.Body));
            }
            catch (HttpRequestException)
            {
                // What ends in the midst of its JSON passes for a connection that broke.
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                faults.Add(Fault(exception.ToString(), handler.Body));
            }
        }

        Console.WriteLine($"{count} bodies, {read} of them read, {faults.Count} faults");
        return faults;
    }

    private static string Fault(string what, byte[] body) => $"{what}: {JsonSerializer.Serialize(Encoding.Latin1.GetString(body))}";

    private sealed class AnswerHandler : HttpMessageHandler
    {
        private static readonly byte[] Records = """{"value":[{"id":"1"},{"id":"2"},{"id":"3"}]}"""u8.ToArray();

        public byte[] Body { get; set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isOfRecords = request.RequestUri!.AbsolutePath.EndsWith("/attendanceRecords", StringComparison.Ordinal);
            var content = new ByteArrayContent(isOfRecords ? Records : Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
