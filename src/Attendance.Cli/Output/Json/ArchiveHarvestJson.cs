using Attendance.Client.Archive;

namespace Attendance.Cli.Json;

/// <summary>What came of a harvest.</summary>
internal sealed record ArchiveHarvestJson(
    Guid RunId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Organizers, int VirtualEvents, int Occurrences, int ReportsFound,
    int ReportsAdded, int ReportsReplaced, int OccurrencesMissing, int Failures)
{
    public static ArchiveHarvestJson Of(HarvestResult result) => new(
        result.RunId, result.StartedAt, result.EndedAt, result.Organizers, result.VirtualEvents, result.Occurrences, result.ReportsFound,
        result.ReportsAdded, result.ReportsReplaced, result.OccurrencesMissing, result.Failures);
}
