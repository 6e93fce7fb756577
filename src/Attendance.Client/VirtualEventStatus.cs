using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>Where a webinar or town hall stands. Keeps a value that it does not know, and compares without regard to case.</summary>
[JsonConverter(typeof(VirtualEventStatusJsonConverter))]
public readonly record struct VirtualEventStatus
{
    private readonly string? _value;

    /// <summary>A status by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public VirtualEventStatus(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>Not published yet, known to its organizers alone.</summary>
    public static VirtualEventStatus Draft { get; } = new("draft");

    /// <summary>Published.</summary>
    public static VirtualEventStatus Published { get; } = new("published");

    /// <summary>Canceled.</summary>
    public static VirtualEventStatus Canceled { get; } = new("canceled");

    /// <summary>Name of the status as Graph sent it.</summary>
    public string Value => _value ?? Draft.Value;

    /// <summary>Whether two statuses have the same name, in any case.</summary>
    public bool Equals(VirtualEventStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The status's name.</summary>
    public override string ToString() => Value;
}
