using Attendance.Client.Notifications;
using Attendance.Client.Notifications.Archive;
using Attendance.Client.Notifications.Tests;

namespace Attendance.Client.Archive.Tests.Notified;

public sealed class ScopesOfSubscriptions
{
    [Fact]
    public void Name_what_the_subscriptions_name_once_each()
    {
        var link = JoinLink.Parse(Samples.JoinWebUrl);

        var scope = new[]
        {
            SubscriptionResource.WebinarReports(Samples.WebinarId),
            SubscriptionResource.Webinar(Samples.WebinarId),
            SubscriptionResource.Registrations(Samples.WebinarId),
            SubscriptionResource.TownhallReports(Samples.TownhallId),
            SubscriptionResource.Townhall(Samples.TownhallId),
            SubscriptionResource.MeetingCalls(link),
            SubscriptionResource.Events("ada", "grace"),
            SubscriptionResource.Events("ada"),
            SubscriptionResource.CallRecords(),
        }.ToHarvestScope();

        Assert.NotNull(scope);
        Assert.Equal(
            [
                new HarvestEvent(VirtualEventKind.Webinar, Samples.WebinarId),
                new HarvestEvent(VirtualEventKind.Townhall, Samples.TownhallId),
            ],
            scope.Events);
        Assert.Equal([new HarvestMeeting(Organizer.User(Samples.OrganizerId), link)], scope.Meetings);
        Assert.Equal([Organizer.User("ada"), Organizer.User("grace")], scope.EventOrganizers);
        Assert.Equal(
            (false, false, null, 0), (scope.Webinars, scope.Townhalls, scope.Organizers, scope.Sources.Count));
    }

    [Fact]
    public void Are_the_tenant_for_events_of_anybody()
    {
        var scope = new[] { SubscriptionResource.Events() }.ToHarvestScope();

        Assert.NotNull(scope);
        Assert.Equal((true, true, 0), (scope.Webinars, scope.Townhalls, scope.EventOrganizers.Count));
    }

    [Fact]
    public void Are_none_where_nothing_says_where_to_look() => Assert.Null(
        new[]
        {
            SubscriptionResource.CallRecords(), SubscriptionResource.Sessions(Samples.WebinarId), SubscriptionResource.Parse("me/messages"),
        }.ToHarvestScope());
}
