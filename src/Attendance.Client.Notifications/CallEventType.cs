namespace Attendance.Client.Notifications;

/// <summary>What happened in a meeting's call. Keeps a value that it does not know, and compares without regard to case.</summary>
public readonly record struct CallEventType
{
    private readonly string? _value;

    /// <summary>An event by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public CallEventType(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The call has begun.</summary>
    public static CallEventType CallStarted { get; } = new("callStarted");

    /// <summary>The call has ended.</summary>
    public static CallEventType CallEnded { get; } = new("callEnded");

    /// <summary>Somebody joined or left.</summary>
    public static CallEventType RosterUpdated { get; } = new("rosterUpdated");

    /// <summary>Name of the event as Graph sent it, or empty where it sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether two events have the same name, in any case.</summary>
    public bool Equals(CallEventType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The event's name.</summary>
    public override string ToString() => Value;
}
