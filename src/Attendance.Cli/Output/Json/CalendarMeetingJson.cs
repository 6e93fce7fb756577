using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>An online meeting in a calendar.</summary>
internal sealed record CalendarMeetingJson(
    string? Id, string? ICalUId, string? Subject, DateTime? StartsAt, DateTime? EndsAt, bool? IsOrganizer, bool? IsCancelled,
    string? JoinWebUrl, string? SeriesId, string? Type, CalendarAttendeeJson? Organizer, IEnumerable<CalendarAttendeeJson> Attendees)
{
    public static CalendarMeetingJson Of(CalendarMeeting meeting) => new(
        meeting.Id,
        meeting.ICalUId,
        meeting.Subject,
        meeting.Start?.At?.UtcDateTime,
        meeting.End?.At?.UtcDateTime,
        meeting.IsOrganizer,
        meeting.IsCancelled,
        meeting.JoinWebUrl,
        meeting.SeriesId,
        meeting.Type?.Value,
        meeting.Organizer is { } organizer ? CalendarAttendeeJson.Of(organizer) : null,
        meeting.Attendees.Select(CalendarAttendeeJson.Of));
}
