using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>Role of a participant in a session. Keeps a value that it does not know, and compares without regard to case.</summary>
[JsonConverter(typeof(AttendeeRoleJsonConverter))]
public readonly record struct AttendeeRole
{
    private readonly string? _value;

    /// <summary>A role by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public AttendeeRole(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>No role.</summary>
    public static AttendeeRole None { get; } = new("None");

    /// <summary>Somebody who attended.</summary>
    public static AttendeeRole Attendee { get; } = new("Attendee");

    /// <summary>Somebody who presented.</summary>
    public static AttendeeRole Presenter { get; } = new("Presenter");

    /// <summary>The organizer.</summary>
    public static AttendeeRole Organizer { get; } = new("Organizer");

    /// <summary>Name of the role as Graph sent it.</summary>
    public string Value => _value ?? None.Value;

    /// <summary>Whether two roles have the same name, in any case.</summary>
    public bool Equals(AttendeeRole other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The role's name.</summary>
    public override string ToString() => Value;
}
