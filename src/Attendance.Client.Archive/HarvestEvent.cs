namespace Attendance.Client.Archive;

/// <summary>A webinar or town hall that a harvest reads by its id.</summary>
public sealed record HarvestEvent
{
    /// <summary>A webinar or town hall by its id.</summary>
    /// <param name="kind">Whether it is a webinar or a town hall.</param>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentException">The id is empty or blank.</exception>
    public HarvestEvent(VirtualEventKind kind, string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (Kind, Id) = (kind, id);
    }

    /// <summary>Whether it is a webinar or a town hall.</summary>
    public VirtualEventKind Kind { get; }

    /// <summary>Its id.</summary>
    public string Id { get; }
}
