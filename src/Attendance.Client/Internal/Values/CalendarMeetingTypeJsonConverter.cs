namespace Attendance.Client.Internal;

/// <summary>Writes a type of calendar meeting as its name.</summary>
internal sealed class CalendarMeetingTypeJsonConverter()
    : NamedValueJsonConverter<CalendarMeetingType>(static name => new CalendarMeetingType(name), static type => type.Value);
