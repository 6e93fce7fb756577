using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>What somebody answered to an invitation. Keeps a value that it does not know, and compares without regard to case.</summary>
[JsonConverter(typeof(CalendarResponseJsonConverter))]
public readonly record struct CalendarResponse
{
    private readonly string? _value;

    /// <summary>A response by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public CalendarResponse(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>No answer, or none that the calendar knows of.</summary>
    public static CalendarResponse None { get; } = new("none");

    /// <summary>The organizer, who has nothing to answer.</summary>
    public static CalendarResponse Organizer { get; } = new("organizer");

    /// <summary>May come.</summary>
    public static CalendarResponse TentativelyAccepted { get; } = new("tentativelyAccepted");

    /// <summary>Accepted.</summary>
    public static CalendarResponse Accepted { get; } = new("accepted");

    /// <summary>Declined.</summary>
    public static CalendarResponse Declined { get; } = new("declined");

    /// <summary>Has not answered yet.</summary>
    public static CalendarResponse NotResponded { get; } = new("notResponded");

    /// <summary>Name of the response as Graph sent it.</summary>
    public string Value => _value ?? None.Value;

    /// <summary>Whether two responses have the same name, in any case.</summary>
    public bool Equals(CalendarResponse other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The response's name.</summary>
    public override string ToString() => Value;
}
