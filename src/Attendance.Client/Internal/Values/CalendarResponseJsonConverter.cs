namespace Attendance.Client.Internal;

/// <summary>Writes an answer to an invitation as its name.</summary>
internal sealed class CalendarResponseJsonConverter()
    : NamedValueJsonConverter<CalendarResponse>(static name => new CalendarResponse(name), static response => response.Value);
