using System.Diagnostics.Metrics;

namespace Attendance.Client.Archive.Internal;

/// <summary>What harvests tell whoever measures, without anything about people.</summary>
internal static class HarvestMetrics
{
    private static readonly Meter Meter = new("Attendance.Client");
    private static readonly Counter<long> Organizers = Meter.CreateCounter<long>(
        "attendance.harvest.organizers", "{organizer}", "Organizers and meetings harvested.");
    private static readonly Counter<long> VirtualEvents = Meter.CreateCounter<long>(
        "attendance.harvest.virtual_events", "{event}", "Webinars and town halls harvested.");
    private static readonly Counter<long> Reports = Meter.CreateCounter<long>(
        "attendance.harvest.reports", "{report}", "Reports read, by what the archive made of them.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "attendance.harvest.failures", "{failure}", "What could not be read, by step and reason.");

    public static void AddOrganizer() => Organizers.Add(1);

    public static void AddVirtualEvent() => VirtualEvents.Add(1);

    public static void Add(ArchiveChange change) =>
        Reports.Add(1, new KeyValuePair<string, object?>("attendance.archive.change", change.ToString()));

    public static void AddFailure(HarvestStep step, string reason) => Failures.Add(
        1, new KeyValuePair<string, object?>("attendance.harvest.step", step.ToString()), new KeyValuePair<string, object?>(
            "error.type", reason));
}
