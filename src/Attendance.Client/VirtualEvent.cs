using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>A webinar or a town hall.</summary>
/// <remarks>
/// See <see href="https://learn.microsoft.com/graph/api/resources/virtualeventwebinar"/> and
/// <see href="https://learn.microsoft.com/graph/api/resources/virtualeventtownhall"/>.
/// </remarks>
public sealed record VirtualEvent
{
    /// <summary>Whether it is a webinar or a town hall.</summary>
    public VirtualEventKind Kind { get; init; }

    /// <summary>Key of the event, <c>{guid}@{tenant guid}</c>, or null where Graph sent none.</summary>
    public string? Id { get; init; }

    /// <summary>Name, or null where there is none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether the event is a draft, published or canceled, or null where Graph does not say.</summary>
    public VirtualEventStatus? Status { get; init; }

    /// <summary>When the event is to begin, or null where Graph does not say.</summary>
    public DateTimeTimeZone? Start { get; init; }

    /// <summary>When the event is to end, or null where Graph does not say.</summary>
    public DateTimeTimeZone? End { get; init; }

    /// <summary>Who made the event, its organizer, or null where Graph does not say.</summary>
    public AttendeeIdentity? CreatedBy { get; init; }

    /// <summary>Who organizes the event besides; empty where Graph sent nobody.</summary>
    public IReadOnlyList<AttendeeIdentity> CoOrganizers
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendeeIdentity>.Empty;
    } = ValueList<AttendeeIdentity>.Empty;

    /// <summary>Who may attend, <c>everyone</c> or <c>organization</c>, or null where Graph does not say.</summary>
    public string? Audience { get; init; }

    /// <summary>Most people that a town hall takes, or null for a webinar and where Graph does not say.</summary>
    public int? Capacity { get; init; }

    /// <summary>Whether a town hall takes invited people alone, or null for a webinar and where Graph does not say.</summary>
    public bool? IsInviteOnly { get; init; }

    /// <summary>Whether people have to register to attend, or null where Graph does not say.</summary>
    public bool? IsRegistrationRequired { get; init; }

    /// <summary>Ids of the event in other systems, for its organizers only; empty where there are none.</summary>
    public IReadOnlyList<ExternalEvent> ExternalEvents
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<ExternalEvent>.Empty;
    } = ValueList<ExternalEvent>.Empty;
}
