namespace Attendance.Client.Testing;

/// <summary>A webinar or town hall with all that Graph knows of it; compares by value, lists included.</summary>
public sealed record VirtualEventData
{
    /// <summary>The webinar or town hall.</summary>
    public VirtualEvent Event { get; init; } = new();

    /// <summary>Its sessions, each with its reports.</summary>
    public IReadOnlyList<SessionData> Sessions { get; init; } = [];

    /// <summary>Everybody who registered for it.</summary>
    public IReadOnlyList<Registration> Registrations { get; init; } = [];

    /// <summary>Whether two events hold the same.</summary>
    public bool Equals(VirtualEventData? other) =>
        other is not null
            && Event == other.Event && Sessions.SequenceEqual(other.Sessions) && Registrations.SequenceEqual(other.Registrations);

    /// <inheritdoc/>
    public override int GetHashCode() => Event.GetHashCode();
}
