namespace Attendance.Client.Internal;

/// <summary>Writes whether somebody is needed as its name.</summary>
internal sealed class CalendarAttendeeTypeJsonConverter()
    : NamedValueJsonConverter<CalendarAttendeeType>(static name => new CalendarAttendeeType(name), static type => type.Value);
