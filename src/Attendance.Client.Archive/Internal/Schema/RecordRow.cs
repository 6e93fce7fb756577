namespace Attendance.Client.Archive.Internal;

/// <summary>What a report says of one participant.</summary>
internal sealed class RecordRow
{
    public long ReportId { get; set; }

    public int Position { get; set; }

    public string? GraphId { get; set; }

    /// <summary>Who it is: object id, or else address, or else name, in lower case; null where nothing says.</summary>
    public string? Person { get; set; }

    public IdentityColumns? Identity { get; set; }

    public string? EmailAddress { get; set; }

    public string? Role { get; set; }

    public double? TotalAttendanceSeconds { get; set; }

    public string? RegistrationId { get; set; }

    public string? ExternalReferrer { get; set; }

    public string? ExternalRegistrationId { get; set; }

    public bool HasExternalRegistration { get; set; }

    public List<StayRow> Stays { get; set; } = [];

    public List<EngagementRow> Engagements { get; set; } = [];
}
