namespace Attendance.Benchmarks.Bare;

internal sealed record BareReport
{
    public string? Id { get; set; }

    public DateTimeOffset? MeetingStartDateTime { get; set; }

    public DateTimeOffset? MeetingEndDateTime { get; set; }

    public int? TotalParticipantCount { get; set; }

    public List<BareExternalEvent>? ExternalEventInformation { get; set; }

    public List<BareRecord>? AttendanceRecords { get; set; }
}
