namespace Attendance.Client.Notifications;

/// <summary>What happened to a subscription itself. Keeps a value that it does not know, and compares without regard to case.</summary>
public readonly record struct LifecycleEvent
{
    private readonly string? _value;

    /// <summary>An event by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public LifecycleEvent(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>It wants to be renewed soon, or notifications stop.</summary>
    public static LifecycleEvent ReauthorizationRequired { get; } = new("reauthorizationRequired");

    /// <summary>It is gone, and has to be made anew.</summary>
    public static LifecycleEvent SubscriptionRemoved { get; } = new("subscriptionRemoved");

    /// <summary>Notifications were lost.</summary>
    public static LifecycleEvent Missed { get; } = new("missed");

    /// <summary>Name of the event as Graph sent it, or empty where it sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether two events have the same name, in any case.</summary>
    public bool Equals(LifecycleEvent other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The event's name.</summary>
    public override string ToString() => Value;
}
