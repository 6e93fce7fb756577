namespace Attendance.Client;

/// <summary>The organizer of a meeting in a calendar, or somebody or something invited to it.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/attendee"/>.</remarks>
public sealed record CalendarAttendee
{
    /// <summary>Name of the person, the group or the room, or null where the calendar has none.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address, or null where the calendar has none.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Whether they have to come, or null where Graph does not say, as of the organizer.</summary>
    public CalendarAttendeeType? Type { get; init; }

    /// <summary>What they answered, or null where Graph does not say, as of the organizer.</summary>
    public CalendarResponse? Response { get; init; }
}
