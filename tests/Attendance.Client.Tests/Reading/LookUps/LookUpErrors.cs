using System.Net;
using System.Text.Json;

namespace Attendance.Client.Tests.LookUps;

public class LookUpErrors
{
    private const string Audience = " The token's audience must be https://graph.microsoft.com.";
    private const string Meetings = "Consent to OnlineMeetings.Read delegated, or OnlineMeetings.Read.All as an application." + Audience;
    private const string Events = "Consent to VirtualEvent.Read delegated, or VirtualEvent.Read.All as an application." + Audience;
    private const string EventsOfOthers =
        "Consent to VirtualEvent.Read.All as an application; delegated calls can ask for the events of the signed-in user." + Audience;
    private const string Calendars = "Consent to Calendars.Read." + Audience;

    private const string Registrations =
        "Consent to VirtualEvent.Read.All as an application, " +
        "or install the application in the event's chat with VirtualEvent.Read.Chat; delegated calls are refused here."
            + Audience;

    /// <summary>The remedy of each look-up that is refused, and the application role that it takes.</summary>
    public static TheoryData<string, string, string> Permissions => new()
    {
        { "me.getOnlineMeeting", Meetings, "OnlineMeetings.Read.All" },
        { "users.getOnlineMeeting", Meetings, "OnlineMeetings.Read.All" },
        { "me.listCalendarView", Calendars, "Calendars.Read" },
        { "users.listCalendarView", Calendars, "Calendars.Read" },
        { "groups.listTransitiveMembers", $"Consent to GroupMember.Read.All.{Audience}", "GroupMember.Read.All" },
        { "webinars.list", EventsOfOthers, "VirtualEvent.Read.All" },
        { "webinars.listByUserRole", Events, "VirtualEvent.Read.All" },
        { "webinars.listByUserIdAndRole", EventsOfOthers, "VirtualEvent.Read.All" },
        { "webinars.get", Events, "VirtualEvent.Read.All" },
        { "webinars.listSessions", Events, "VirtualEvent.Read.All" },
        { "webinars.getSession", Events, "VirtualEvent.Read.All" },
        { "webinars.listRegistrations", Registrations, "VirtualEvent.Read.All" },
        { "webinars.getRegistration", Events, "VirtualEvent.Read.All" },
        { "townhalls.list", EventsOfOthers, "VirtualEvent.Read.All" },
        { "townhalls.listByUserRole", Events, "VirtualEvent.Read.All" },
        { "townhalls.listByUserIdAndRole", EventsOfOthers, "VirtualEvent.Read.All" },
        { "townhalls.get", Events, "VirtualEvent.Read.All" },
        { "townhalls.listSessions", Events, "VirtualEvent.Read.All" },
        { "townhalls.getSession", Events, "VirtualEvent.Read.All" },
        { "townhalls.listRegistrations", Registrations, "VirtualEvent.Read.All" },
        { "townhalls.getRegistration", Events, "VirtualEvent.Read.All" },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task A_look_up_that_is_refused_tells_the_permission_that_it_needs(string name, string remedy, string role)
    {
        var forbidden = await Fail(name, 403, "Forbidden", "");
        var denied = await Fail(name, 403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

        Assert.Equal((AttendanceErrorReason.MissingPermission, remedy), (forbidden.Reason, forbidden.Remedy));
        Assert.Equal(
            (
                AttendanceErrorReason.MissingApplicationRole,
                $"Add the application role {role}, have an administrator consent to it, and get a new token."),
            (denied.Reason, denied.Remedy));
        Assert.StartsWith($"GET {LookUpCalls.Root}{PathOf(name)} failed with 403 ", denied.Message, StringComparison.Ordinal);
        Assert.EndsWith(denied.Remedy!, denied.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_look_up_is_among_them() =>
        Assert.Equal(
            LookUpCalls.OfMany.Keys.Concat(LookUpCalls.OfOne.Keys).Order(StringComparer.Ordinal),
            Permissions.Select(row => (string)((object[])row)[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("users.getOnlineMeeting", "-Identity dc17674c-81d9 or -Global")]
    [InlineData("users.listCalendarView", "-Identity dc17674c-81d9 or -Global")]
    [InlineData("me.getOnlineMeeting", "-Identity {the organizer's object id} or -Global")]
    [InlineData("webinars.list", "-Identity {the organizer's object id} or -Global")]
    public async Task A_missing_access_policy_is_told_with_the_user_who_needs_it(string name, string identity)
    {
        var exception = await Fail(name, 403, "Forbidden", "No application access policy found for this app");

        Assert.Equal(AttendanceErrorReason.MissingAccessPolicy, exception.Reason);
        Assert.Contains($"Grant-CsApplicationAccessPolicy {identity}. ", exception.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_who_needs_an_access_policy_is_named_as_the_cmdlet_takes_it()
    {
        var graph = Refusing(403, "Forbidden", "No application access policy found for this app");

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => graph.CreateClient().GetMeetingAsync(AttendanceSource.Meeting(Organizer.User("megan@contoso.com"), "m")));

        Assert.Contains("-Identity megan@contoso.com or", exception.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("users.getOnlineMeeting", "Check the ids in the URL. The user must be the meeting's organizer.")]
    [InlineData("users.listCalendarView", "Check the ids in the URL. The user needs a mailbox in Exchange Online.")]
    [InlineData("webinars.get", "Check the ids in the URL.")]
    [InlineData("townhalls.getSession", "Check the ids in the URL.")]
    [InlineData("webinars.getRegistration", "Check the ids in the URL.")]
    public async Task What_is_not_found_is_told_without_a_word_about_reports(string name, string remedy)
    {
        var exception = await Fail(name, 404, "NotFound", "x");

        Assert.Equal((AttendanceErrorReason.NotFound, remedy), (exception.Reason, exception.Remedy));
    }

    [Theory]
    [InlineData("me.listCalendarView", "BadRequest", "x", AttendanceErrorReason.InvalidRequest, "Check the ids in the URL.")]
    [InlineData(
        "me.listCalendarView", "BadRequest", "An error has occurred.", AttendanceErrorReason.InvalidRequest, "Check the ids in the URL.")]
    [InlineData("webinars.list", "BadRequest", "An error has occurred.", AttendanceErrorReason.InvalidRequest, "Check the ids in the URL.")]
    [InlineData(
        "me.getOnlineMeeting", "BadRequest", "Meeting Id is corrupted.", AttendanceErrorReason.InvalidMeetingId,
        "Pass the id of the online meeting.")]
    public async Task A_bad_request_is_not_blamed_on_options_that_the_caller_did_not_give(
        string name, string code, string message, AttendanceErrorReason reason, string remedy)
    {
        var exception = await Fail(name, 400, code, message);

        Assert.Equal(reason, exception.Reason);
        Assert.StartsWith(remedy, exception.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("OData", exception.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("townhalls.listRegistrations", GraphVersion.V1, "Try beta, or go without them.")]
    [InlineData("townhalls.getRegistration", GraphVersion.V1, "Try beta, or go without them.")]
    [InlineData("townhalls.listRegistrations", GraphVersion.Beta, "Go without them.")]
    [InlineData("townhalls.getRegistration", GraphVersion.Beta, "Go without them.")]
    public async Task A_town_hall_whose_registrations_Graph_does_not_serve_is_told_as_such(string name, GraphVersion version, string cure)
    {
        foreach (var message in new[]
        {
            "Resource not found for the segment 'registrations'.",
            "Value cannot be null. Parameter name: String",
            "",
        })
        {
            var client = Refusing(400, "BadRequest", message).CreateClient(new AttendanceClientOptions { Version = version });

            var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => AskAsync(name, client));

            Assert.Equal((HttpStatusCode.BadRequest, AttendanceErrorReason.InvalidRequest), (exception.Status, exception.Reason));
            Assert.Equal(
                "Check the ids in the URL. If they are right, " +
                $"Graph does not serve the registrations of this town hall: its pages describe those of webinars only. {cure}",
                exception.Remedy);
        }
    }

    [Theory]
    [InlineData("webinars.listRegistrations")]
    [InlineData("townhalls.listSessions")]
    [InlineData("townhalls.get")]
    public async Task Nothing_else_of_an_event_is_told_so(string name) =>
        Assert.Equal("Check the ids in the URL.", (await Fail(name, 400, "BadRequest", "x")).Remedy);

    [Theory]
    [InlineData("https://microsoftgraph.chinacloudapi.cn", GraphVersion.V1, "me.getOnlineMeeting", "no attendance in the China cloud")]
    [InlineData("https://microsoftgraph.chinacloudapi.cn", GraphVersion.V1, "webinars.list", "no attendance in the China cloud")]
    [InlineData("https://microsoftgraph.chinacloudapi.cn", GraphVersion.V1, "me.listCalendarView", "The user needs a mailbox")]
    [InlineData("https://graph.microsoft.us", GraphVersion.V1, "webinars.list", "none of webinars and town halls")]
    [InlineData("https://dod-graph.microsoft.us", GraphVersion.V1, "townhalls.listByUserRole", "none of webinars and town halls")]
    [InlineData("https://graph.microsoft.us", GraphVersion.V1, "townhalls.listRegistrations", "none of webinars and town halls")]
    [InlineData("https://graph.microsoft.us", GraphVersion.Beta, "me.getOnlineMeeting", "in v1.0 only")]
    [InlineData("https://graph.microsoft.us", GraphVersion.V1, "me.getOnlineMeeting", "The user must be the meeting's organizer.")]
    [InlineData("https://graph.microsoft.us", GraphVersion.Beta, "me.listCalendarView", "The user needs a mailbox")]
    public async Task A_cloud_that_lacks_what_was_asked_for_is_named(string endpoint, GraphVersion version, string name, string remedy)
    {
        var graph = Refusing(404, "NotFound", "x");
        var client = graph.CreateClient(new AttendanceClientOptions { Endpoint = new Uri(endpoint), Version = version });

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => AskAsync(name, client));

        Assert.Contains(remedy, exception.Remedy, StringComparison.Ordinal);
    }

    private static async Task<AttendanceRequestException> Fail(string name, int status, string code, string message) =>
        await Assert.ThrowsAsync<AttendanceRequestException>(() => AskAsync(name, Refusing(status, code, message).CreateClient()));

    private static StubGraph Refusing(int status, string code, string message) =>
        new StubGraph().Answers(JsonSerializer.Serialize(new { error = new { code, message } }), (HttpStatusCode)status);

    private static string PathOf(string name) =>
        (LookUpCalls.OfMany.TryGetValue(name, out var many) ? many.Path : LookUpCalls.OfOne[name].Path).Split('?')[0];

    private static async Task AskAsync(string name, AttendanceClient client)
    {
        if (LookUpCalls.OfMany.TryGetValue(name, out var many))
            await many.List(client, CancellationToken.None).ToListAsync();
        else
            await LookUpCalls.OfOne[name].Ask(client, CancellationToken.None);
    }
}
