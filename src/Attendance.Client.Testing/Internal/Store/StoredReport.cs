using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>A report: its own members, without the records, which are many and made one by one.</summary>
internal sealed record StoredReport(
    string Id, DateTimeOffset? EndedAt, Func<JsonObject> Json, IReadOnlyList<Func<JsonObject>> Records) : Stored(Id, Json)
{
    public static StoredReport Of(AttendanceReport report) => new(
        report.Id!,
        report.EndedAt,
        () => WireModels.Report(report),
        [.. (report.Records ?? []).Select(record => (Func<JsonObject>)(() => WireModels.Record(record)))]);
}
