using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>How a meeting in a calendar is repeated. Keeps a value that it does not know, and compares without regard to case.</summary>
[JsonConverter(typeof(CalendarMeetingTypeJsonConverter))]
public readonly record struct CalendarMeetingType
{
    private readonly string? _value;

    /// <summary>A type by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public CalendarMeetingType(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>A meeting that is not repeated.</summary>
    public static CalendarMeetingType SingleInstance { get; } = new("singleInstance");

    /// <summary>An occurrence of a series.</summary>
    public static CalendarMeetingType Occurrence { get; } = new("occurrence");

    /// <summary>An occurrence that differs from its series, such as one that was moved.</summary>
    public static CalendarMeetingType Exception { get; } = new("exception");

    /// <summary>The series itself, which a time range of a calendar does not list.</summary>
    public static CalendarMeetingType SeriesMaster { get; } = new("seriesMaster");

    /// <summary>Name of the type as Graph sent it.</summary>
    public string Value => _value ?? SingleInstance.Value;

    /// <summary>Whether two types have the same name, in any case.</summary>
    public bool Equals(CalendarMeetingType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The type's name.</summary>
    public override string ToString() => Value;
}
