namespace Attendance.Client.Analysis.Internal;

/// <summary>What a summary says about all people together, as JSON has it.</summary>
internal sealed record SummaryFigures(
    IReadOnlyList<TimeWindow>? Windows,
    long? DurationSeconds,
    int ReportCount,
    int AttendedCount,
    int HiddenTimesCount,
    HeadCount? HeadCount,
    AttendanceBasis Basis,
    ThresholdFigures Thresholds,
    int? ExpectedCount,
    IReadOnlyDictionary<string, int> Statuses)
{
    public static SummaryFigures Of(AttendanceSummary summary) => new(
        summary.Windows,
        WholeSeconds.Of(summary.Duration),
        summary.ReportCount,
        summary.AttendedCount,
        summary.HiddenTimesCount,
        summary.HeadCount,
        summary.Basis,
        ThresholdFigures.Of(summary.Thresholds),
        summary.ExpectedCount,
        StatusesOf(summary));

    // By their names in the rows, also those that nobody has.
    private static Dictionary<string, int> StatusesOf(AttendanceSummary summary)
    {
        var statuses = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var status = AttendanceStatus.Unknown; status <= AttendanceStatus.Unexpected; status++)
            statuses.Add(status.ToString(), summary.Count(status));

        return statuses;
    }
}
