namespace Attendance.Client.Archive.Internal;

/// <summary>Who registered for a webinar or town hall.</summary>
internal sealed class RegistrationRow
{
    public long VirtualEventId { get; set; }

    public int Position { get; set; }

    public string? GraphId { get; set; }

    public string? Person { get; set; }

    public string? UserId { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? EmailAddress { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? RegisteredAt { get; set; }

    public DateTimeOffset? CanceledAt { get; set; }

    public short? SeventhDigits { get; set; }

    public string? PreferredLanguage { get; set; }

    public string? PreferredTimeZone { get; set; }

    public string? ExternalReferrer { get; set; }

    public string? ExternalRegistrationId { get; set; }

    public bool HasExternalRegistration { get; set; }

    public List<RegistrationAnswerRow> Answers { get; set; } = [];
}
