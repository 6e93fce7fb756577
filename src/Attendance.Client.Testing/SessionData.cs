namespace Attendance.Client.Testing;

/// <summary>A session of a webinar or town hall with its reports; compares by value, lists included.</summary>
public sealed record SessionData
{
    /// <summary>The session; its <see cref="VirtualEventSession.Source"/> is where the reports are.</summary>
    public VirtualEventSession Session { get; init; } = new();

    /// <summary>The reports of the session, records included.</summary>
    public IReadOnlyList<AttendanceReport> Reports { get; init; } = [];

    /// <summary>Whether two sessions hold the same.</summary>
    public bool Equals(SessionData? other) => other is not null && Session == other.Session && Reports.SequenceEqual(other.Reports);

    /// <inheritdoc/>
    public override int GetHashCode() => Session.GetHashCode();
}
