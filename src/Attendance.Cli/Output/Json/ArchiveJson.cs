using Attendance.Client.Archive;

namespace Attendance.Cli.Json;

/// <summary>What an archive holds.</summary>
internal sealed record ArchiveJson(ArchiveOverview Overview, IReadOnlyList<ArchiveHarvestJson> Harvests)
{
    public static ArchiveJson Of(ArchiveOverview overview, IReadOnlyList<HarvestResult> harvests) =>
        new(overview, [.. harvests.Select(ArchiveHarvestJson.Of)]);
}
