namespace Attendance.Client.Analysis.Internal;

/// <summary>One session of a register, as JSON has it.</summary>
internal sealed record SessionFigures(
    string? Subject,
    string? Source,
    string? SeriesId,
    DateTimeOffset? StartsAt,
    IReadOnlyList<TimeWindow>? Windows,
    long? DurationSeconds,
    AttendanceBasis Basis,
    int? ExpectedCount,
    int? AttendedCount,
    IReadOnlyList<string?> ReportIds,
    string? Error)
{
    public static SessionFigures Of(RegisterSession session) => new(
        session.Occurrence.Subject,
        session.Occurrence.Source?.ToString(),
        session.Occurrence.SeriesId,
        session.StartsAt,
        session.Windows,
        WholeSeconds.Of(session.Duration),
        session.Basis,
        session.ExpectedCount,
        session.AttendedCount,
        [.. session.Occurrence.Reports.Select(static report => report.Id)],
        session.Occurrence.Error?.Message);
}
