namespace Attendance.Client.Archive.Internal;

/// <summary>A webinar or a town hall.</summary>
internal sealed class VirtualEventRow
{
    public long Id { get; set; }

    public required VirtualEventKind Kind { get; set; }

    public required string GraphId { get; set; }

    /// <summary>False where only its sessions or registrations were kept.</summary>
    public bool IsRead { get; set; }

    public string? DisplayName { get; set; }

    public string? Status { get; set; }

    public LocalTimeColumns? Start { get; set; }

    public LocalTimeColumns? End { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public string? Audience { get; set; }

    public int? Capacity { get; set; }

    public bool? IsInviteOnly { get; set; }

    public bool? IsRegistrationRequired { get; set; }

    /// <summary>When the registrations were last read, or null for never.</summary>
    public DateTimeOffset? RegistrationsReadAt { get; set; }

    /// <summary>When its sessions and reports were last harvested, all of them, or null for never.</summary>
    public DateTimeOffset? HarvestedAt { get; set; }

    public List<HostRow> Hosts { get; set; } = [];

    public List<ExternalEventRow> ExternalEvents { get; set; } = [];

    public List<RegistrationRow> Registrations { get; set; } = [];
}
