using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>A report. <see cref="Records"/> is null in a list, where they are not asked for.</summary>
internal sealed record ReportJson(
    string Source,
    string? Id,
    DateTime? StartedAt,
    DateTime? EndedAt,
    double? DurationSeconds,
    int? ParticipantCount,
    IReadOnlyList<ExternalEvent> ExternalEvents,
    IReadOnlyList<RecordJson>? Records)
{
    public static ReportJson Of(string source, AttendanceReport report) => new(
        source,
        report.Id,
        report.StartedAt?.UtcDateTime,
        report.EndedAt?.UtcDateTime,
        (report.EndedAt - report.StartedAt)?.TotalSeconds,
        report.ParticipantCount,
        report.ExternalEvents,
        report.Records?.Select(RecordJson.Of).ToList());
}
