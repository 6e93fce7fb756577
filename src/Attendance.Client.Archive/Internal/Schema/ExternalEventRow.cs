namespace Attendance.Client.Archive.Internal;

/// <summary>The id of a webinar, a town hall or a report in a system outside.</summary>
internal sealed class ExternalEventRow
{
    public long Id { get; set; }

    public long? VirtualEventId { get; set; }

    public long? ReportId { get; set; }

    public int Position { get; set; }

    public string? ApplicationId { get; set; }

    public string? EventId { get; set; }
}
