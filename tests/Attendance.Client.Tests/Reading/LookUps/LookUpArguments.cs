namespace Attendance.Client.Tests.LookUps;

public class LookUpArguments
{
    private static readonly AttendanceSource Meeting = AttendanceSource.Meeting(Organizer.Me, "m");
    private static readonly AttendanceSource Webinar = AttendanceSource.Webinar("w", "s");

    private readonly StubGraph _graph = new();

    private AttendanceClient Client => _graph.CreateClient();

    [Theory]
    [InlineData("", "The id is empty.")]
    [InlineData(" ", "The id is blank.")]
    [InlineData(".", "The id is \".\", which would address another resource.")]
    [InlineData("..", "The id is \"..\", which would address another resource.")]
    [InlineData("a\nb", "The id has the control character U+000A at position 1.")]
    public void An_id_that_would_address_something_else_is_refused_before_anything_is_sent(string id, string fault)
    {
        Refused("webinarId", () => Client.GetWebinarAsync(id));
        Refused("townhallId", () => Client.GetTownhallAsync(id));
        Refused("groupId", () => Client.GetGroupMembersAsync(id));
        Refused("eventId", () => Client.GetSessionsAsync(VirtualEventKind.Webinar, id));
        Refused("eventId", () => Client.GetRegistrationsAsync(VirtualEventKind.Townhall, id));
        Refused("eventId", () => Client.GetRegistrationAsync(VirtualEventKind.Townhall, id, "r"));
        Refused("registrationId", () => Client.GetRegistrationAsync(VirtualEventKind.Webinar, "w", id));
        Assert.Empty(_graph.Requests);

        void Refused(string parameter, Func<object> call) =>
            Assert.Equal(
                $"{fault} Pass the id as Microsoft Graph returned it, not encoded. (Parameter '{parameter}')",
                Assert.Throws<ArgumentException>(call).Message);
    }

    [Fact]
    public void Null_is_refused_with_the_name_of_the_parameter()
    {
        Refused("source", () => Client.GetMeetingAsync(null!));
        Refused("owner", () => Client.GetCalendarMeetingsAsync(null!, DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Refused("groupId", () => Client.GetGroupMembersAsync(null!));
        Refused("user", () => Client.GetWebinarsAsync(null!));
        Refused("user", () => Client.GetTownhallsAsync(null!));
        Refused("webinarId", () => Client.GetWebinarAsync(null!));
        Refused("townhallId", () => Client.GetTownhallAsync(null!));
        Refused("virtualEvent", () => Client.GetSessionsAsync(null!));
        Refused("eventId", () => Client.GetSessionsAsync(VirtualEventKind.Webinar, null!));
        Refused("source", () => Client.GetSessionAsync(null!));
        Refused("virtualEvent", () => Client.GetRegistrationsAsync(null!));
        Refused("eventId", () => Client.GetRegistrationsAsync(VirtualEventKind.Webinar, null!));
        Refused("eventId", () => Client.GetRegistrationAsync(VirtualEventKind.Webinar, null!, "r"));
        Refused("registrationId", () => Client.GetRegistrationAsync(VirtualEventKind.Webinar, "w", null!));
        Assert.Empty(_graph.Requests);

        static void Refused(string parameter, Func<object> call) =>
            Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(call).ParamName);
    }

    [Fact]
    public void A_session_is_no_meeting_and_a_meeting_is_no_session()
    {
        foreach (var session in new[] { Webinar, AttendanceSource.Townhall("t", "s") })
        {
            Assert.Equal(
                "The source is a session of a webinar or town hall. Use GetSessionAsync. (Parameter 'source')",
                Message(() => Client.GetMeetingAsync(session)));
        }

        Assert.Equal(
            "The source is a meeting, which has no sessions of its own. Use GetMeetingAsync. (Parameter 'source')",
            Message(() => Client.GetSessionAsync(Meeting)));
        Assert.Empty(_graph.Requests);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_role_or_a_kind_that_does_not_exist_is_refused(int value)
    {
        var role = (VirtualEventRole)value;
        var kind = (VirtualEventKind)value;

        const string Roles = "Use VirtualEventRole.Organizer or VirtualEventRole.CoOrganizer. (Parameter 'role')";
        Refused(Roles, () => Client.GetWebinarsAsync(Organizer.Me, role));
        Refused(Roles, () => Client.GetWebinarsAsync(Organizer.User("u"), role));
        Refused(Roles, () => Client.GetTownhallsAsync(Organizer.Me, role));
        Refused(Roles, () => Client.GetTownhallsAsync(Organizer.User("u"), role));

        const string Kinds = "Use VirtualEventKind.Webinar or VirtualEventKind.Townhall. (Parameter 'kind')";
        Refused(Kinds, () => Client.GetSessionsAsync(kind, "e"));
        Refused(Kinds, () => Client.GetSessionsAsync(new VirtualEvent { Kind = kind, Id = "e" }));
        Refused(Kinds, () => Client.GetRegistrationsAsync(kind, "e"));
        Refused(Kinds, () => Client.GetRegistrationsAsync(new VirtualEvent { Kind = kind, Id = "e" }));
        Refused(Kinds, () => Client.GetRegistrationAsync(kind, "e", "r"));
        Assert.Empty(_graph.Requests);

        static void Refused(string message, Func<object> call) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    public void An_event_without_an_id_that_can_be_asked_for_is_refused_as_the_event(string? id)
    {
        Assert.Equal(
            "The event's Id is missing or none of Graph's, so nobody can ask for its sessions. " +
            "Pass an event that Graph returned. (Parameter 'virtualEvent')",
            Message(() => Client.GetSessionsAsync(new VirtualEvent { Id = id })));
        Assert.Equal(
            "The event's Id is missing or none of Graph's, so nobody can ask for its registrations. " +
            "Pass an event that Graph returned. (Parameter 'virtualEvent')",
            Message(() => Client.GetRegistrationsAsync(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = id })));
        Assert.Empty(_graph.Requests);
    }

    [Fact]
    public void A_range_of_a_calendar_that_holds_no_time_is_refused()
    {
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(
            "The range ends at 2026-03-01T12:00:00.0000000+01:00, " +
            "which is not after its begin at 2026-03-01T12:00:00.0000000+01:00. Pass a later end. (Parameter 'until')",
            Message(() => Client.GetCalendarMeetingsAsync(Organizer.Me, noon, noon)));
        Message(() => Client.GetCalendarMeetingsAsync(Organizer.Me, noon, noon.ToUniversalTime()));
        Message(() => Client.GetCalendarMeetingsAsync(Organizer.Me, noon, noon.AddTicks(-1)));
        Assert.NotNull(Client.GetCalendarMeetingsAsync(Organizer.Me, noon, noon.AddTicks(1)));
        Assert.Empty(_graph.Requests);
    }

    private static string Message(Func<object> call) => Assert.Throws<ArgumentException>(call).Message;
}
