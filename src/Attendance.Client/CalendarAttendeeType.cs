using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>Whether somebody has to come. Keeps a value that it does not know, and compares without regard to case.</summary>
[JsonConverter(typeof(CalendarAttendeeTypeJsonConverter))]
public readonly record struct CalendarAttendeeType
{
    private readonly string? _value;

    /// <summary>A type by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public CalendarAttendeeType(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>Somebody who has to come.</summary>
    public static CalendarAttendeeType Required { get; } = new("required");

    /// <summary>Somebody who may come.</summary>
    public static CalendarAttendeeType Optional { get; } = new("optional");

    /// <summary>A room or a thing, which is nobody.</summary>
    public static CalendarAttendeeType Resource { get; } = new("resource");

    /// <summary>Name of the type as Graph sent it.</summary>
    public string Value => _value ?? Required.Value;

    /// <summary>Whether two types have the same name, in any case.</summary>
    public bool Equals(CalendarAttendeeType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The type's name.</summary>
    public override string ToString() => Value;
}
