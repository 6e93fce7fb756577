namespace Attendance.Client;

/// <summary>The organizer of a meeting, or somebody invited to it.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/meetingparticipantinfo"/>.</remarks>
public sealed record MeetingParticipant
{
    /// <summary>Who it is, or null where Graph does not say.</summary>
    public AttendeeIdentity? Identity { get; init; }

    /// <summary>User principal name, or null where Graph does not say.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>Role in the meeting, such as <c>attendee</c>, <c>presenter</c> or <c>coorganizer</c>, or null where Graph does not
    /// say.</summary>
    public AttendeeRole? Role { get; init; }
}
