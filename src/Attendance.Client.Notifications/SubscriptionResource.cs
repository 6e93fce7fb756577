using Attendance.Client.Notifications.Internal;

namespace Attendance.Client.Notifications;

/// <summary>What to be told of: new reports of a webinar or town hall, new events, calls of a meeting, records of all calls.</summary>
/// <remarks>Resources compare by value, whatever the case of letters. <see cref="ToString"/> and <see cref="Parse"/> turn one into text and
/// back. See <see href="https://learn.microsoft.com/graph/api/resources/change-notifications-api-overview"/>.</remarks>
public sealed record SubscriptionResource
{
    internal SubscriptionResource(SubscriptionResourceKind kind, string path)
    {
        Kind = kind;
        Path = path;
    }

    /// <summary>Kind of the resource.</summary>
    public SubscriptionResourceKind Kind { get; }

    /// <summary>The path below Graph's version, as a subscription names it, with a join link percent-encoded in it.</summary>
    public string Path { get; }

    /// <summary>The meeting whose calls are told of, or null for another kind of resource or a link that is none of a meeting.</summary>
    public JoinLink? JoinLink =>
        Kind is SubscriptionResourceKind.MeetingCalls && JoinLink.TryParse(MeetingCallsPath.LinkIn(Path), out var link) ? link : null;

    /// <summary>Id of the webinar or town hall whose reports, changes or registrations are told of, or null for another kind of
    /// resource.</summary>
    public string? VirtualEventId => Kind switch
    {
        SubscriptionResourceKind.WebinarReports or SubscriptionResourceKind.TownhallReports or SubscriptionResourceKind.Webinar
            or SubscriptionResourceKind.Townhall or SubscriptionResourceKind.Registrations => Uri.UnescapeDataString(Path.Split('/')[3]),
        _ => null,
    };

    /// <summary>Object ids of the organizers whose new events are told of, or empty for those of the whole tenant or another kind of
    /// resource.</summary>
    public IReadOnlyList<string> OrganizerIds => Kind is SubscriptionResourceKind.Events ? ResourcePath.OrganizersIn(Path) : [];

    /// <summary>The longest that Graph lets a subscription live before it is renewed, or null where this library does not know.</summary>
    public TimeSpan? MaxLifetime => Kind switch
    {
        SubscriptionResourceKind.Other => null,
        SubscriptionResourceKind.MeetingCalls or SubscriptionResourceKind.CallRecords => TimeSpan.FromMinutes(4230),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>What a subscription needs of the application, or null where this library does not know.</summary>
    public string? Permission => Kind switch
    {
        SubscriptionResourceKind.Other => null,
        SubscriptionResourceKind.MeetingCalls => "OnlineMeetings.Read.All as an application",
        SubscriptionResourceKind.CallRecords => "CallRecords.Read.All as an application",
        SubscriptionResourceKind.Events => "VirtualEvent.Read.All as an application",
        _ => "VirtualEvent.Read delegated, or VirtualEvent.Read.All as an application",
    };

    /// <summary>Which changes Graph tells of, parted by commas, or null where this library does not know.</summary>
    internal string? Changes => Kind switch
    {
        SubscriptionResourceKind.Other => null,
        SubscriptionResourceKind.Webinar or SubscriptionResourceKind.Townhall or SubscriptionResourceKind.MeetingCalls => "updated",
        SubscriptionResourceKind.Sessions or SubscriptionResourceKind.Registrations => "created,updated",
        _ => "created",
    };

    /// <summary>New attendance reports of a webinar.</summary>
    /// <param name="webinarId">Id of the webinar, <c>{guid}@{tenant guid}</c>.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, or has characters that none of Graph's has.</exception>
    public static SubscriptionResource WebinarReports(string webinarId) =>
        new(SubscriptionResourceKind.WebinarReports, $"{ResourcePath.Webinars}{EventId.Check(webinarId)}/{ResourcePath.Reports}");

    /// <summary>New attendance reports of a town hall.</summary>
    /// <param name="townhallId">Id of the town hall, <c>{guid}@{tenant guid}</c>.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, or has characters that none of Graph's has.</exception>
    public static SubscriptionResource TownhallReports(string townhallId) =>
        new(SubscriptionResourceKind.TownhallReports, $"{ResourcePath.Townhalls}{EventId.Check(townhallId)}/{ResourcePath.Reports}");

    /// <summary>New webinars and town halls of the whole tenant.</summary>
    public static SubscriptionResource Events() => new(SubscriptionResourceKind.Events, ResourcePath.Events);

    /// <summary>New webinars and town halls of some organizers.</summary>
    /// <param name="organizerIds">Object ids of the organizers.</param>
    /// <exception cref="ArgumentException">There is no id, or one that is empty, blank, or has characters that none of Graph's
    /// has.</exception>
    public static SubscriptionResource Events(params IEnumerable<string> organizerIds)
    {
        var ids = (organizerIds ?? throw new ArgumentNullException(nameof(organizerIds)))
            .Select(static id => $"'{EventId.Check(id, nameof(organizerIds))}'").ToList();
        return ids.Count > 0
            ? new(SubscriptionResourceKind.Events, $"{ResourcePath.Events}/{ResourcePath.OfOrganizers}{string.Join(',', ids)}])")
            : throw new ArgumentException(
                "There is no organizer. Name one, or use Events() for those of the whole tenant.", nameof(organizerIds));
    }

    /// <summary>Changes of a webinar, such as its being published or canceled.</summary>
    /// <param name="webinarId">Id of the webinar, <c>{guid}@{tenant guid}</c>.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, or has characters that none of Graph's has.</exception>
    public static SubscriptionResource Webinar(string webinarId) =>
        new(SubscriptionResourceKind.Webinar, ResourcePath.Webinars + EventId.Check(webinarId));

    /// <summary>Changes of a town hall, such as its being published or canceled.</summary>
    /// <param name="townhallId">Id of the town hall, <c>{guid}@{tenant guid}</c>.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, or has characters that none of Graph's has.</exception>
    public static SubscriptionResource Townhall(string townhallId) =>
        new(SubscriptionResourceKind.Townhall, ResourcePath.Townhalls + EventId.Check(townhallId));

    /// <summary>New and changed sessions of a webinar or town hall.</summary>
    /// <param name="eventId">Id of the webinar or town hall, <c>{guid}@{tenant guid}</c>.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, or has characters that none of Graph's has.</exception>
    public static SubscriptionResource Sessions(string eventId) =>
        new(SubscriptionResourceKind.Sessions, $"{ResourcePath.Events}/{EventId.Check(eventId)}/{ResourcePath.SessionsOfEvent}");

    /// <summary>New and changed registrations for a webinar.</summary>
    /// <param name="webinarId">Id of the webinar, <c>{guid}@{tenant guid}</c>.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, or has characters that none of Graph's has.</exception>
    public static SubscriptionResource Registrations(string webinarId) =>
        new(
            SubscriptionResourceKind.Registrations,
            $"{ResourcePath.Webinars}{EventId.Check(webinarId)}/{ResourcePath.RegistrationsOfEvent}");

    /// <summary>Calls of a meeting: that one begins, that it ends, and who joins and leaves.</summary>
    /// <remarks>
    /// The notifications say what happened only if they are encrypted: give the subscription a certificate. A call that runs already when
    /// the subscription is made is not told of.
    /// </remarks>
    /// <param name="meeting">The meeting's long join link.</param>
    /// <exception cref="ArgumentException">The link says no more than a meeting ID.</exception>
    public static SubscriptionResource MeetingCalls(JoinLink meeting) =>
        (meeting ?? throw new ArgumentNullException(nameof(meeting))).JoinWebUrl is { } url
            ? MeetingCalls(url)
            : throw new ArgumentException(
                "The link says no more than a meeting ID, and a subscription needs the long link. " +
                "Find the meeting with FindMeetingAsync, and pass its JoinWebUrl.",
                nameof(meeting));

    /// <summary>Calls of a meeting, by the very link that Graph holds.</summary>
    /// <param name="joinWebUrl"><see cref="OnlineMeeting.JoinWebUrl"/>, as Graph returned it, which is encoded here and not before.</param>
    /// <exception cref="ArgumentException">The text is no <c>https</c> link, or is encoded as a whole.</exception>
    public static SubscriptionResource MeetingCalls(string joinWebUrl) =>
        new(SubscriptionResourceKind.MeetingCalls, MeetingCallsPath.Of(joinWebUrl ?? throw new ArgumentNullException(nameof(joinWebUrl))));

    /// <summary>Records of all calls of the tenant, some minutes after each.</summary>
    public static SubscriptionResource CallRecords() => new(SubscriptionResourceKind.CallRecords, ResourcePath.Calls);

    /// <summary>Reads the resource of a subscription; one that this library does not know is of the kind
    /// <see cref="SubscriptionResourceKind.Other"/>.</summary>
    /// <exception cref="ArgumentException">The text is empty or blank.</exception>
    public static SubscriptionResource Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return ResourcePath.Read(text.Trim());
    }

    /// <summary>Whether another resource has the same path, whatever the case of letters.</summary>
    public bool Equals(SubscriptionResource? other) =>
        other is not null && string.Equals(Path, other.Path, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Path);

    /// <summary>The resource's path.</summary>
    public override string ToString() => Path;
}
