using System.Globalization;

namespace Attendance.Benchmarks;

/// <summary>Measurements as a Markdown table, with ratios to those of the same workload in the same run, where there are others.</summary>
internal static class ResultTable
{
    public static void Print(IReadOnlyList<Measurement> measurements)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| Workload | Contestant | Time | Memory | Time / Bare | Memory / Bare | Time / MicrosoftGraph | Memory / MicrosoftGraph |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|");
        foreach (var workload in measurements.GroupBy(measurement => measurement.Workload, StringComparer.Ordinal))
        {
            var bare = workload.SingleOrDefault(measurement => measurement.Contestant == Contestant.Bare);
            var graph = workload.SingleOrDefault(measurement => measurement.Contestant == Contestant.MicrosoftGraph);
            foreach (var measurement in workload)
                Console.WriteLine(Row(measurement, bare, graph));
        }
    }

    private static string Row(Measurement measurement, Measurement? bare, Measurement? graph) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {measurement.Workload} | {measurement.Contestant} | {Time(measurement.Microseconds)} | {Memory(measurement.Bytes)} " +
        $"| {measurement.Microseconds / bare?.Microseconds:0.00} | {Ratio(measurement.Bytes, bare?.Bytes)} " +
        $"| {measurement.Microseconds / graph?.Microseconds:0.000} | {Ratio(measurement.Bytes, graph?.Bytes)} |");

    private static string Time(double microseconds) => microseconds switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds:0.00} µs"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000:0.00} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000:0.00} s"),
    };

    private static string Memory(long? bytes) =>
        bytes is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:#,0.0} KB");

    private static string Ratio(long? bytes, long? others) =>
        bytes is null || others is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / others:0.000}");
}
