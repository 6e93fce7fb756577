using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>A report of a session that is summed up.</summary>
internal sealed record SessionReportJson(string? Id, DateTime? StartedAt, DateTime? EndedAt, int? ParticipantCount)
{
    public static SessionReportJson Of(AttendanceReport report) =>
        new(report.Id, report.StartedAt?.UtcDateTime, report.EndedAt?.UtcDateTime, report.ParticipantCount);
}
