using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Attendance.Benchmarks;

/// <summary>Many small reports from a server on this machine, over real connections.</summary>
internal static class ServerRun
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    public static async Task<IReadOnlyList<Measurement>> RunAsync(bool quick)
    {
        var measurements = new List<Measurement>();
        foreach (var latency in new[] { TimeSpan.Zero, Latency })
        {
            await using var server = await StartServerAsync(latency);
            foreach (var concurrency in new[] { 1, 8, 64 })
            {
                // One after the other, 2,000 reports would take each contestant 100 seconds.
                var reports = latency == TimeSpan.Zero || concurrency == 64 ? 2_000 : 50 * concurrency;
                measurements.AddRange(
                    await MeasureAsync(new Uri(server.Urls.Single() + "/"), latency, concurrency, reports, rounds: quick ? 1 : 5));
            }
        }

        return measurements;
    }

    private static async Task<WebApplication> StartServerAsync(TimeSpan latency)
    {
        var answer = Payloads.ReportList();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(async context =>
        {
            if (latency > TimeSpan.Zero)
                await Task.Delay(latency);

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await server.StartAsync();
        return server;
    }

    private static async Task<IEnumerable<Measurement>> MeasureAsync(
        Uri endpoint, TimeSpan latency, int concurrency, int reports, int rounds)
    {
        var meetings = Enumerable.Range(0, reports).Select(number => $"{Payloads.MeetingId}{number}").ToArray();
        var contestants = Contestant.Names.Select(
            name => (Name: name, Contestant: Contestant.Create(name, new HttpClient(new SocketsHttpHandler()), endpoint))).ToArray();
        foreach (var (_, contestant) in contestants)
            await contestant.ReadManyAsync(meetings[..Math.Min(reports, 10 * concurrency)], concurrency);

        var times = contestants.ToDictionary(contestant => contestant.Name, _ => new List<TimeSpan>(), StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, contestant) in contestants)
            {
                var started = Stopwatch.GetTimestamp();
                var read = await contestant.ReadManyAsync(meetings, concurrency);
                times[name].Add(Stopwatch.GetElapsedTime(started));
                if (read != reports)
                    throw new InvalidOperationException($"{name} read {read} reports of {reports}.");
            }
        }

        var workload = $"{reports} reports, {latency.TotalMilliseconds} ms, {concurrency} at once";
        return times.Select(contestant => new Measurement(workload, contestant.Key, Median.MicrosecondsOf(contestant.Value)));
    }
}
