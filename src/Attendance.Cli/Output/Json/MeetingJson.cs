using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>A meeting that was looked up.</summary>
internal sealed record MeetingJson(
    string Source,
    string? Id,
    string? Subject,
    ParticipantJson? Organizer,
    DateTime? StartsAt,
    DateTime? EndsAt,
    DateTime? CreatedAt,
    string? JoinWebUrl,
    string? JoinMeetingId,
    bool? IsPasscodeRequired,
    bool IsChannelMeeting,
    string? ThreadId,
    string? ExternalId,
    IReadOnlyList<ParticipantJson> Attendees)
{
    public static MeetingJson Of(OnlineMeeting meeting, bool isChannelMeeting) => new(
        meeting.Source!.ToString(),
        meeting.Id,
        meeting.Subject,
        meeting.Organizer is { } organizer ? ParticipantJson.Of(organizer) : null,
        meeting.StartsAt?.UtcDateTime,
        meeting.EndsAt?.UtcDateTime,
        meeting.CreatedAt?.UtcDateTime,
        meeting.JoinWebUrl,
        meeting.JoinMeetingId,
        meeting.IsPasscodeRequired,
        isChannelMeeting,
        meeting.ThreadId,
        meeting.ExternalId,
        [.. meeting.Attendees.Select(ParticipantJson.Of)]);
}
