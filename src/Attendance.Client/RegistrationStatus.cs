using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>Where a registration stands. Keeps a value that it does not know, and compares without regard to case.</summary>
[JsonConverter(typeof(RegistrationStatusJsonConverter))]
public readonly record struct RegistrationStatus
{
    private readonly string? _value;

    /// <summary>A status by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public RegistrationStatus(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>Registered.</summary>
    public static RegistrationStatus Registered { get; } = new("registered");

    /// <summary>Canceled.</summary>
    public static RegistrationStatus Canceled { get; } = new("canceled");

    /// <summary>On the waiting list.</summary>
    public static RegistrationStatus Waitlisted { get; } = new("waitlisted");

    /// <summary>Waits for approval by an organizer.</summary>
    public static RegistrationStatus PendingApproval { get; } = new("pendingApproval");

    /// <summary>Refused by an organizer.</summary>
    public static RegistrationStatus RejectedByOrganizer { get; } = new("rejectedByOrganizer");

    /// <summary>Name of the status as Graph sent it.</summary>
    public string Value => _value ?? Registered.Value;

    /// <summary>Whether two statuses have the same name, in any case.</summary>
    public bool Equals(RegistrationStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The status's name.</summary>
    public override string ToString() => Value;
}
