using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>Who may ask what: the table of Graph's permission reference.</summary>
public class FakeGraphPermissions
{
    private static readonly Dictionary<string, Func<AttendanceClient, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["me reports"] = client => client.GetReportsAsync(AttendanceSource.Meeting(Organizer.Me, "MSpk=*0")).ToListAsync().AsTask(),
        ["user reports"] = client => client.GetReportsAsync(FakeGraphData.MeetingSource).ToListAsync().AsTask(),
        ["webinar reports"] = client => client.GetReportsAsync(FakeGraphData.Session.Source!).ToListAsync().AsTask(),
        ["webinar records"] = client => client.GetRecordsAsync(FakeGraphData.Session.Source!, "r").ToListAsync().AsTask(),
        ["meeting"] = client => client.GetMeetingAsync(FakeGraphData.MeetingSource),
        ["calendar"] = client => client.GetCalendarMeetingsAsync(
            Organizer.User(FakeGraphData.Organizer), FakeGraphData.At(0), FakeGraphData.At(1)).ToListAsync().AsTask(),
        ["webinars"] = client => client.GetWebinarsAsync().ToListAsync().AsTask(),
        ["my webinars"] = client => client.GetWebinarsAsync(Organizer.Me).ToListAsync().AsTask(),
        ["webinars of a user"] = client => client.GetWebinarsAsync(Organizer.User(FakeGraphData.Organizer)).ToListAsync().AsTask(),
        ["webinar"] = client => client.GetWebinarAsync("w@t"),
        ["sessions"] = client => client.GetSessionsAsync(FakeGraphData.Webinar).ToListAsync().AsTask(),
        ["session"] = client => client.GetSessionAsync(FakeGraphData.Session.Source!),
        ["registrations"] = client => client.GetRegistrationsAsync(FakeGraphData.Webinar).ToListAsync().AsTask(),
        ["registration"] = client => client.GetRegistrationAsync(VirtualEventKind.Webinar, "w@t", "reg"),
        ["registrations of a town hall"] = client => client.GetRegistrationsAsync(FakeGraphData.Townhall).ToListAsync().AsTask(),
        ["registration of a town hall"] = client => client.GetRegistrationAsync(VirtualEventKind.Townhall, "t@t", "town-reg"),
    };

    [Theory]
    [InlineData("me reports", "OnlineMeetingArtifact.Read.All")]
    [InlineData("user reports", "OnlineMeetingArtifact.Read.All")]
    [InlineData("webinar reports", "OnlineMeetingArtifact.Read.All")]
    [InlineData("webinar records", "OnlineMeetingArtifact.Read.All")]
    [InlineData("meeting", "OnlineMeetings.Read")]
    [InlineData("calendar", "Calendars.Read")]
    [InlineData("webinars", "")]
    [InlineData("my webinars", "VirtualEvent.Read")]
    [InlineData("webinars of a user", "")]
    [InlineData("webinar", "VirtualEvent.Read")]
    [InlineData("sessions", "VirtualEvent.Read")]
    [InlineData("session", "VirtualEvent.Read")]
    [InlineData("registrations", "")]
    [InlineData("registration", "VirtualEvent.Read")]
    [InlineData("registrations of a town hall", "")]
    [InlineData("registration of a town hall", "VirtualEvent.Read")]
    public async Task A_signed_in_user_needs_the_scope(string call, string scope)
    {
        string[] all =
        [
            "OnlineMeetingArtifact.Read.All", "OnlineMeetings.Read", "Calendars.Read", "VirtualEvent.Read", "VirtualEvent.Read.All",
            "VirtualEvent.Read.Chat",
        ];

        if (scope.Length > 0)
            await Call(call, FakeCaller.User(FakeGraphData.Organizer, scope));
        var refusal = await Refused(call, FakeCaller.User(FakeGraphData.Organizer, all.Where(other => other != scope)));

        Assert.Equal((403, "Forbidden"), ((int)refusal.Status, refusal.ErrorCode));
    }

    [Theory]
    [InlineData("user reports", "OnlineMeetingArtifact.Read.All")]
    [InlineData("webinar reports", "OnlineMeetingArtifact.Read.All OnlineMeetingArtifact.Read.Chat")]
    [InlineData("webinar records", "OnlineMeetingArtifact.Read.All OnlineMeetingArtifact.Read.Chat")]
    [InlineData("meeting", "OnlineMeetings.Read.All")]
    [InlineData("calendar", "Calendars.Read")]
    [InlineData("webinars", "VirtualEvent.Read.All")]
    [InlineData("webinars of a user", "VirtualEvent.Read.All")]
    [InlineData("webinar", "VirtualEvent.Read.All VirtualEvent.Read.Chat")]
    [InlineData("sessions", "VirtualEvent.Read.All")]
    [InlineData("session", "VirtualEvent.Read.All")]
    [InlineData("registrations", "VirtualEvent.Read.All VirtualEvent.Read.Chat")]
    [InlineData("registration", "VirtualEvent.Read.All VirtualEvent.Read.Chat")]
    [InlineData("registrations of a town hall", "VirtualEvent.Read.All VirtualEvent.Read.Chat")]
    [InlineData("registration of a town hall", "VirtualEvent.Read.All VirtualEvent.Read.Chat")]
    public async Task An_application_needs_one_of_the_roles(string call, string roles)
    {
        string[] all =
        [
            "OnlineMeetingArtifact.Read.All", "OnlineMeetingArtifact.Read.Chat", "OnlineMeetings.Read", "OnlineMeetings.Read.All",
            "Calendars.Read",
            "VirtualEvent.Read", "VirtualEvent.Read.All", "VirtualEvent.Read.Chat",
        ];

        foreach (var role in roles.Split(' '))
            await Call(call, FakeCaller.Application("app", role));
        var refusal = await Refused(call, FakeCaller.Application("app", all.Except(roles.Split(' '))));

        Assert.Equal(
            (403, "Authorization_RequestDenied", AttendanceErrorReason.MissingApplicationRole),
            ((int)refusal.Status, refusal.ErrorCode, refusal.Reason));
    }

    [Theory]
    [InlineData("me reports")]
    public async Task An_application_has_no_me(string call)
    {
        var refusal = await Refused(call, FakeCaller.Application("app", "OnlineMeetingArtifact.Read.All"));

        Assert.Equal(400, (int)refusal.Status);
        Assert.Contains("/me request is only valid with delegated authentication flow.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "user reports", "General", "User ID in token(00000000-0000-0000-0000-00000000beef) is not the organizer of the queried meeting.")]
    [InlineData(
        "me reports", "General", "User ID in token(00000000-0000-0000-0000-00000000beef) is not the organizer of the queried meeting.")]
    [InlineData(
        "webinar reports", "General",
        "User ID in token(00000000-0000-0000-0000-00000000beef) is not the organizer of the queried meeting.")]
    [InlineData("calendar", "Forbidden", "3003: User does not have access to lookup meeting.")]
    public async Task A_signed_in_user_reads_nothing_of_others(string call, string code, string message)
    {
        var refusal = await Refused(
            call, FakeCaller.User(FakeGraphData.Stranger, "OnlineMeetingArtifact.Read.All", "Calendars.Read", "VirtualEvent.Read"));

        Assert.Equal((403, code), ((int)refusal.Status, refusal.ErrorCode));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_co_organizer_reads_the_attendance_of_an_event() =>
        await Call("webinar reports", FakeCaller.User(FakeGraphData.CoOrganizer, "OnlineMeetingArtifact.Read.All"));

    [Theory]
    [InlineData("user reports")]
    [InlineData("webinar reports")]
    [InlineData("meeting")]
    [InlineData("webinar")]
    [InlineData("registrations of a town hall")]
    public async Task An_application_needs_an_access_policy_for_the_organizer(string call)
    {
        using var graph = FakeGraphData.CreateGraph().RevokeAccessPolicy(FakeGraphData.Organizer);
        graph.Caller = FakeCaller.Application("app", "OnlineMeetingArtifact.Read.All", "OnlineMeetings.Read.All", "VirtualEvent.Read.All");

        var refusal = await Assert.ThrowsAsync<AttendanceRequestException>(() => Calls[call](graph.CreateClient()));

        Assert.Equal(AttendanceErrorReason.MissingAccessPolicy, refusal.Reason);
        Assert.Contains(
            $"No application access policy found for this app: app on the user: {FakeGraphData.Organizer}.", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_leaves_out_events_whose_organizer_has_no_access_policy()
    {
        using var graph = FakeGraphData.CreateGraph().RevokeAccessPolicy(FakeGraphData.Organizer)
            .Add(FakeGraphData.Webinar with { Id = "other", CreatedBy = null });
        graph.Caller = FakeCaller.Application("app", "VirtualEvent.Read.All");

        Assert.Equal(["other"], await graph.CreateClient().GetWebinarsAsync().Select(webinar => webinar.Id).ToListAsync());
    }

    [Fact]
    public async Task A_signed_in_user_needs_no_access_policy_and_a_calendar_neither()
    {
        using var graph = FakeGraphData.CreateGraph().RevokeAccessPolicy(FakeGraphData.Organizer);

        await Calls["calendar"](graph.CreateClient());
        graph.Caller = FakeCaller.User(FakeGraphData.Organizer, "OnlineMeetingArtifact.Read.All");
        await Calls["user reports"](graph.CreateClient());
    }

    [Fact]
    public async Task Each_token_stands_for_its_caller()
    {
        using var graph = FakeGraphData.CreateGraph()
            .SignIn("organizer", FakeCaller.User(FakeGraphData.Organizer, "OnlineMeetingArtifact.Read.All"))
            .SignIn("stranger", FakeCaller.User(FakeGraphData.Stranger, "OnlineMeetingArtifact.Read.All"));
        graph.Caller = FakeCaller.Application("app");
        var mine = AttendanceSource.Meeting(Organizer.Me, "MSpk=*0");

        Assert.NotNull(await ClientOf("organizer").GetLatestReportAsync(mine));
        Assert.Equal(
            "General",
            (await Assert.ThrowsAsync<AttendanceRequestException>(() => ClientOf("stranger").GetLatestReportAsync(mine))).ErrorCode);
        Assert.Equal(
            "BadRequest",
            (await Assert.ThrowsAsync<AttendanceRequestException>(() => ClientOf("anybody").GetLatestReportAsync(mine))).ErrorCode);
        Assert.NotNull(
            await graph.CreateClient(FakeCaller.User(FakeGraphData.Organizer, "OnlineMeetingArtifact.Read.All"))
                .GetLatestReportAsync(mine));

        AttendanceClient ClientOf(string token) => graph.CreateClient(new AttendanceClientOptions(), new FakeCredential(token));
    }

    private static async Task Call(string call, FakeCaller caller)
    {
        using var graph = FakeGraphData.CreateGraph();
        graph.Caller = caller;
        await Calls[call](graph.CreateClient());
    }

    private static Task<AttendanceRequestException> Refused(string call, FakeCaller caller) =>
        Assert.ThrowsAsync<AttendanceRequestException>(() => Call(call, caller));
}
