using System.Text.Json;
using Attendance.Client.Archive;

namespace Attendance.Cli.Json;

/// <summary>What came of a harvest.</summary>
internal sealed record HarvestJson(
    string Archive, Guid RunId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Organizers, int VirtualEvents, int Occurrences,
    int ReportsFound, int ReportsAdded, int ReportsReplaced, int OccurrencesMissing, IReadOnlyDictionary<string, int> Missing,
    IReadOnlyList<HarvestFailureJson> Failures)
{
    public static HarvestJson Of(string archive, HarvestResult result, IReadOnlyList<HarvestFailure> failures) => new(
        archive, result.RunId, result.StartedAt, result.EndedAt, result.Organizers, result.VirtualEvents, result.Occurrences,
        result.ReportsFound, result.ReportsAdded, result.ReportsReplaced, result.OccurrencesMissing,
        (result.Missing ?? new Dictionary<MissingReason, int>())
            .ToDictionary(
                static one => JsonNamingPolicy.CamelCase.ConvertName(one.Key.ToString()), static one => one.Value, StringComparer.Ordinal),
        [.. failures.Select(HarvestFailureJson.Of)]);
}
