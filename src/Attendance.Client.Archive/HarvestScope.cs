namespace Attendance.Client.Archive;

/// <summary>Whose attendance a harvest reads.</summary>
public sealed record HarvestScope
{
    /// <summary>Whose calendars lead to meetings; null for nobody's. They may be as many as wanted, as none is held for longer than it is
    /// read.</summary>
    /// <remarks>Needs <c>Calendars.Read</c>, <c>OnlineMeetings.Read.All</c> with an access policy, and
    /// <c>OnlineMeetingArtifact.Read.All</c>.</remarks>
    public IAsyncEnumerable<Organizer>? Organizers { get; init; }

    /// <summary>Meetings that no calendar of these organizers leads to, such as those of a learning platform.</summary>
    public IReadOnlyList<HarvestMeeting> Meetings { get; init; } = [];

    /// <summary>Meetings and sessions whose reports are read at once, whatever a calendar says.</summary>
    public IReadOnlyList<AttendanceSource> Sources { get; init; } = [];

    /// <summary>Webinars and town halls to read by their ids.</summary>
    public IReadOnlyList<HarvestEvent> Events { get; init; } = [];

    /// <summary>Whether to read every webinar of the tenant, which needs <c>VirtualEvent.Read.All</c> of an application.</summary>
    public bool Webinars { get; init; }

    /// <summary>Whether to read every town hall of the tenant, which needs <c>VirtualEvent.Read.All</c> of an application.</summary>
    public bool Townhalls { get; init; }

    /// <summary>Whose webinars and town halls to read.</summary>
    public IReadOnlyList<Organizer> EventOrganizers { get; init; } = [];

    /// <summary>The calendars of some organizers.</summary>
    /// <param name="organizers">Whose calendars.</param>
    public static HarvestScope Of(params IEnumerable<Organizer> organizers)
    {
        ArgumentNullException.ThrowIfNull(organizers);
        return new HarvestScope { Organizers = organizers.ToAsyncEnumerable() };
    }
}
