using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>A Teams meeting.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/onlinemeeting"/>.</remarks>
public sealed record OnlineMeeting
{
    /// <summary>Where the meeting's attendance is read, or null where Graph sent no id that can be asked for.</summary>
    public AttendanceSource? Source { get; init; }

    /// <summary>Key of the meeting, opaque, or null where Graph sent none.</summary>
    public string? Id { get; init; }

    /// <summary>Subject, or null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>Link by which people join, or null where Graph sent none.</summary>
    public string? JoinWebUrl { get; init; }

    /// <summary>Number by which people join, digits without blanks, or null for a meeting from before there were any.</summary>
    public string? JoinMeetingId { get; init; }

    /// <summary>Whether joining by number takes a passcode, or null where Graph does not say.</summary>
    public bool? IsPasscodeRequired { get; init; }

    /// <summary>When the meeting is to begin, in UTC, or null where Graph does not say; the first occurrence of a series.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When the meeting is to end, in UTC, or null where Graph does not say; the last occurrence of a series.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When the meeting was made, in UTC, or null where Graph does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Key that the application which made the meeting gave it, or null where there is none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Id of the meeting's chat, which is no id of the meeting, or null where Graph sent none.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The organizer, or null where Graph does not say.</summary>
    public MeetingParticipant? Organizer { get; init; }

    /// <summary>Who is invited, the organizer aside; empty where Graph sent nobody.</summary>
    public IReadOnlyList<MeetingParticipant> Attendees
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<MeetingParticipant>.Empty;
    } = ValueList<MeetingParticipant>.Empty;
}
