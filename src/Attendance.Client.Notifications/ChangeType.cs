namespace Attendance.Client.Notifications;

/// <summary>What happened to what is watched. Keeps a value that it does not know, and compares without regard to case.</summary>
public readonly record struct ChangeType
{
    private readonly string? _value;

    /// <summary>A change by its name on the wire.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public ChangeType(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>It was made.</summary>
    public static ChangeType Created { get; } = new("created");

    /// <summary>It has changed.</summary>
    public static ChangeType Updated { get; } = new("updated");

    /// <summary>It is gone.</summary>
    public static ChangeType Deleted { get; } = new("deleted");

    /// <summary>Name of the change as Graph sent it, or empty where it sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether two changes have the same name, in any case.</summary>
    public bool Equals(ChangeType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The change's name.</summary>
    public override string ToString() => Value;
}
