using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>The organizer of a meeting, or somebody invited to it.</summary>
internal sealed record ParticipantJson(AttendeeIdentity? Identity, string? UserPrincipalName, string? Role)
{
    public static ParticipantJson Of(MeetingParticipant participant) =>
        new(participant.Identity, participant.UserPrincipalName, participant.Role?.Value);
}
