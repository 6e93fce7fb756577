using Kind = Attendance.Client.Notifications.SubscriptionResourceKind;

namespace Attendance.Client.Notifications.Tests.Subscriptions;

public class Resources
{
    private const string Root = "solutions/virtualEvents/";
    private const string Webinar = Samples.WebinarId;
    private const string Townhall = Samples.TownhallId;

    public static TheoryData<SubscriptionResource, string, Kind, double> All => new()
    {
        { SubscriptionResource.WebinarReports(Webinar), $"{Root}webinars/{Webinar}/getAttendanceReports", Kind.WebinarReports, 1440 },
        { SubscriptionResource.TownhallReports(Townhall), $"{Root}townhalls/{Townhall}/getAttendanceReports", Kind.TownhallReports, 1440 },
        { SubscriptionResource.Events(), "solutions/virtualEvents/events", Kind.Events, 1440 },
        {
            SubscriptionResource.Events("a-1", "b-2"), $"{Root}events/getEventsFromOrganizers(organizerIds=['a-1','b-2'])",
            Kind.Events, 1440
        },
        { SubscriptionResource.Webinar(Webinar), $"{Root}webinars/{Webinar}", Kind.Webinar, 1440 },
        { SubscriptionResource.Townhall(Townhall), $"{Root}townhalls/{Townhall}", Kind.Townhall, 1440 },
        { SubscriptionResource.Sessions(Webinar), $"{Root}events/{Webinar}/sessions", Kind.Sessions, 1440 },
        { SubscriptionResource.Registrations(Webinar), $"{Root}webinars/{Webinar}/registrations", Kind.Registrations, 1440 },
        { SubscriptionResource.MeetingCalls(Samples.JoinWebUrl), Samples.MeetingCallsPath, Kind.MeetingCalls, 4230 },
        { SubscriptionResource.CallRecords(), "communications/callRecords", Kind.CallRecords, 4230 },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Each_has_the_path_and_the_limit_of_Graph_and_is_read_from_its_text(
        SubscriptionResource resource, string path, SubscriptionResourceKind kind, double minutes)
    {
        Assert.Equal((path, kind, TimeSpan.FromMinutes(minutes)), (resource.Path, resource.Kind, resource.MaxLifetime));
        Assert.NotNull(resource.Permission);
        Assert.Equal(path, resource.ToString());
        Assert.Equal(resource, SubscriptionResource.Parse(path));
        Assert.Equal(resource, SubscriptionResource.Parse($"/{path}"));
        Assert.Equal(resource, SubscriptionResource.Parse($"https://graph.microsoft.com/v1.0/{path}"));
    }

    /// <summary>What is encoded in the link is encoded once more, which is what goes wrong most.</summary>
    [Fact]
    public void A_join_link_is_encoded_as_a_whole_and_comes_out_as_it_went_in()
    {
        var link = JoinLink.Parse(Samples.JoinWebUrl);
        var resource = SubscriptionResource.MeetingCalls(link);

        Assert.Equal(Samples.MeetingCallsPath, resource.Path);
        Assert.Equal(link, resource.JoinLink);
        Assert.Equal(link, SubscriptionResource.Parse(resource.Path).JoinLink);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19", "encoded as a whole already")]
    [InlineData("teams.microsoft.com/l/meetup-join/19", "no https URL")]
    [InlineData("http://teams.microsoft.com/l/meetup-join/19", "no https URL")]
    public void A_join_link_that_Graph_does_not_hold_is_refused(string link, string why) =>
        Assert.Contains(
            why, Assert.Throws<ArgumentException>(() => SubscriptionResource.MeetingCalls(link)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_with_a_quote_stays_one_text_of_OData()
    {
        var resource = SubscriptionResource.MeetingCalls("https://teams.microsoft.com/l/meetup-join/a'b");

        Assert.Equal(
            "communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2Fa%27%27b')/meetingCallEvents",
            resource.Path);
    }

    [Fact]
    public void A_meeting_ID_alone_is_refused() =>
        Assert.Contains(
            "needs the long link",
            Assert.Throws<ArgumentException>(() => SubscriptionResource.MeetingCalls(JoinLink.Parse("234 567 890 123 4"))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a/b")]
    [InlineData("a'b")]
    [InlineData("..")]
    [InlineData("a?b")]
    [InlineData("a%2Fb")]
    public void An_id_that_would_make_another_resource_is_refused(string id)
    {
        Assert.ThrowsAny<ArgumentException>(() => SubscriptionResource.WebinarReports(id));
        Assert.ThrowsAny<ArgumentException>(() => SubscriptionResource.Events(id));
    }

    [Fact]
    public void No_organizers_are_not_all_organizers() =>
        Assert.Throws<ArgumentException>(() => SubscriptionResource.Events([]));

    [Theory]
    [InlineData("users/1/messages")]
    [InlineData("solutions/virtualEvents/webinars/1/registrationConfiguration")]
    public void What_is_not_known_keeps_its_path(string path)
    {
        var resource = SubscriptionResource.Parse(path);

        Assert.Equal((path, SubscriptionResourceKind.Other), (resource.Path, resource.Kind));
        Assert.Null(resource.MaxLifetime);
        Assert.Null(resource.Permission);
    }

    [Fact]
    public void The_fake_graph_reads_the_link_that_was_encoded() =>
        Assert.Equal(Samples.JoinWebUrl, Uri.UnescapeDataString(Samples.MeetingCallsPath.Split('\'')[1]));
}
