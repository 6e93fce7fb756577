using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>Who organizes a meeting in a calendar, or is invited to it.</summary>
internal sealed record CalendarAttendeeJson(string? Name, string? EmailAddress, string? Type, string? Response)
{
    public static CalendarAttendeeJson Of(CalendarAttendee attendee) =>
        new(attendee.Name, attendee.EmailAddress, attendee.Type?.Value, attendee.Response?.Value);
}
