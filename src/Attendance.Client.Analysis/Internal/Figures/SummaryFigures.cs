namespace Attendance.Client.Analysis.Internal;

/// <summary>What a summary says about all people together, as JSON has it.</summary>
internal sealed record SummaryFigures(
    IReadOnlyList<TimeWindow>? Windows,
    long? DurationSeconds,
    int ReportCount,
    int AttendedCount,
    int HiddenTimesCount,
    HeadCount? HeadCount)
{
    public static SummaryFigures Of(AttendanceSummary summary) => new(
        summary.Windows,
        WholeSeconds.Of(summary.Duration),
        summary.ReportCount,
        summary.AttendedCount,
        summary.HiddenTimesCount,
        summary.HeadCount);
}
