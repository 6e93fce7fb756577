using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>A session that is wanted: one occurrence, or several that are taken as one.</summary>
/// <param name="Occurrences">The occurrences, in order of time.</param>
internal sealed record WantedSession(IReadOnlyList<AttendanceOccurrence> Occurrences)
{
    /// <summary>The reports of all of them, each once.</summary>
    public IReadOnlyList<AttendanceReport> Reports { get; } =
        [.. Occurrences.SelectMany(occurrence => occurrence.Reports).DistinctBy(report => report.Id ?? "", StringComparer.Ordinal)];

    /// <summary>When all of them were to take place, or null where that is not known of each.</summary>
    public IReadOnlyList<TimeWindow>? Plans { get; } = Occurrences.All(occurrence => occurrence.Plan is { Duration.Ticks: > 0 })
        ? [.. Occurrences.Select(occurrence => occurrence.Plan!.Value)]
        : null;

    /// <summary>Who was invited to any of them, or null where that is known of none.</summary>
    public IReadOnlyList<ExpectedPerson>? Invited { get; } = Occurrences.All(occurrence => occurrence.Expected is null)
        ? null
        : [.. Occurrences.SelectMany(occurrence => occurrence.Expected ?? [])];
}
