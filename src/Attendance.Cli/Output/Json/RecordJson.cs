using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>A record.</summary>
internal sealed record RecordJson(
    string? Id,
    AttendeeIdentity? Identity,
    string? EmailAddress,
    string? Role,
    double? TotalAttendanceSeconds,
    IReadOnlyList<IntervalJson> Intervals,
    string? RegistrationId,
    ExternalRegistration? ExternalRegistration,
    IReadOnlyList<EngagementJson> Engagements)
{
    public static RecordJson Of(AttendanceRecord record) => new(
        record.Id,
        record.Identity,
        record.EmailAddress,
        record.Role?.Value,
        record.TotalAttendance?.TotalSeconds,
        [.. record.Intervals.Select(IntervalJson.Of)],
        record.RegistrationId,
        record.ExternalRegistration,
        [.. record.Engagements.Select(EngagementJson.Of)]);
}
