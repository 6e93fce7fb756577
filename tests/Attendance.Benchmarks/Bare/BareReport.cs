namespace Attendance.Benchmarks.Bare;

internal sealed record BareReport(
    string? Id,
    DateTimeOffset? MeetingStartDateTime,
    DateTimeOffset? MeetingEndDateTime,
    int? TotalParticipantCount,
    List<BareExternalEvent>? ExternalEventInformation,
    List<BareRecord>? AttendanceRecords);
