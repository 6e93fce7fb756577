namespace Attendance.Client.Archive.Internal;

/// <summary>Who was invited to an occurrence, or stands among the people of a meeting.</summary>
internal sealed class ExpectedPersonRow
{
    public long Id { get; set; }

    public long? OccurrenceId { get; set; }

    public long? MeetingId { get; set; }

    public int Position { get; set; }

    /// <summary>Whether it is who organizes.</summary>
    public bool IsOrganizer { get; set; }

    /// <summary>Who it is, in the form in which records have it: object id, or else address, or else name, in lower case.</summary>
    public string? Person { get; set; }

    public string? Name { get; set; }

    public string? EmailAddress { get; set; }

    public string? Type { get; set; }

    public string? Response { get; set; }

    public string? Role { get; set; }

    public string? UserPrincipalName { get; set; }

    public IdentityColumns? Identity { get; set; }
}
