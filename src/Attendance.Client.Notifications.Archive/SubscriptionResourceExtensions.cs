using Attendance.Client.Archive;

namespace Attendance.Client.Notifications.Archive;

/// <summary>Says what to harvest for what is subscribed to.</summary>
public static class SubscriptionResourceExtensions
{
    /// <summary>The scope of a harvest that reads the reports which these subscriptions tell of, or null where none of them says where they
    /// are: the records of all calls do not, nor do the sessions of an event.</summary>
    /// <param name="resources">What is subscribed to.</param>
    public static HarvestScope? ToHarvestScope(this IEnumerable<SubscriptionResource> resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var all = resources.ToList();
        var ofAllEvents = all.Exists(static one => one is { Kind: SubscriptionResourceKind.Events, OrganizerIds: [] });
        var scope = new HarvestScope
        {
            Events = [.. all.Where(static one => one.VirtualEventId is not null).Select(ToEvent).Distinct()],
            Meetings = [.. all.Select(static one => one.JoinLink).OfType<JoinLink>().Select(ToMeeting).Distinct()],
            EventOrganizers = [.. all.SelectMany(static one => one.OrganizerIds).Distinct(StringComparer.Ordinal).Select(Organizer.User)],
            Webinars = ofAllEvents,
            Townhalls = ofAllEvents,
        };
        return ofAllEvents || scope.Events.Count + scope.Meetings.Count + scope.EventOrganizers.Count > 0 ? scope : null;
    }

    private static HarvestEvent ToEvent(SubscriptionResource resource) => new(
        resource.Kind is SubscriptionResourceKind.TownhallReports or SubscriptionResourceKind.Townhall
            ? VirtualEventKind.Townhall
            : VirtualEventKind.Webinar,
        resource.VirtualEventId!);

    private static HarvestMeeting ToMeeting(JoinLink link) =>
        new(link.OrganizerId is { } user ? Organizer.User(user) : Organizer.Me, link);
}
