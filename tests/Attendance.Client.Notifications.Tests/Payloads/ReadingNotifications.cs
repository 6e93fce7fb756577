using System.Text;

namespace Attendance.Client.Notifications.Tests.Payloads;

public class ReadingNotifications
{
    private const string Common = $$"""
        "subscriptionId": "s-1", "clientState": "{{NotifiedApp.ClientState}}", "tenantId": "{{Samples.TenantId}}",
        "subscriptionExpirationDateTime": "2026-11-29T12:00:00+02:00", "aMemberOfTomorrow": { "deep": [1] }
        """;

    private static readonly DateTimeOffset Expiry = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_report_of_a_webinar()
    {
        const string Resource = $"solutions/virtualEvents/webinars/{Samples.WebinarId}/getAttendanceReports";

        var read = await ReadAsync("created", Resource, $$"""
            { "@odata.type": "#microsoft.graph.meetingAttendanceReport", "id": "r-1",
              "@odata.id": "solutions/virtualEvents/webinars/{{Samples.WebinarId}}/sessions/{{Samples.SessionId}}/attendanceReports/r-1" }
            """);

        Assert.Equal(
            new ReportNotification
            {
                SubscriptionId = "s-1",
                TenantId = Samples.TenantId,
                SubscriptionExpiresAt = Expiry,
                Resource = Resource,
                ChangeType = ChangeType.Created,
                Source = AttendanceSource.Webinar(Samples.WebinarId, Samples.SessionId),
                ReportId = "r-1",
            },
            read);
    }

    [Fact]
    public async Task A_report_of_a_town_hall_with_a_version_before_its_path()
    {
        var read = Assert.IsType<ReportNotification>(await ReadAsync("created", "x", $$"""
            { "id": "r-1", "@odata.id": "https://graph.microsoft.com/v1.0/solutions/virtualEvents/townhalls/{{Samples.TownhallId}}/sessions/{{Samples.SessionId}}/attendanceReports/r-1" }
            """));

        Assert.Equal((AttendanceSource.Townhall(Samples.TownhallId, Samples.SessionId), "r-1"), (read.Source, read.ReportId));
    }

    [Theory]
    [InlineData("created", "webinars", VirtualEventKind.Webinar)]
    [InlineData("updated", "townhalls", VirtualEventKind.Townhall)]
    [InlineData("created", "events", null)]
    public async Task An_event_whose_id_is_a_path_with_a_slash_at_its_end(string change, string collection, VirtualEventKind? kind)
    {
        var read = Assert.IsType<EventNotification>(await ReadAsync(change, "solutions/virtualEvents/events", $$"""
            { "@odata.type": "#microsoft.graph.virtualEventWebinar", "id": "solutions/virtualEvents/{{collection}}/{{Samples.WebinarId}}/" }
            """));

        Assert.Equal((Samples.WebinarId, kind, new ChangeType(change)), (read.EventId, read.Kind, read.ChangeType));
    }

    [Fact]
    public async Task A_session_and_a_registration_whose_ids_are_paths()
    {
        var session = Assert.IsType<SessionNotification>(await ReadAsync("updated", "x", $$"""
            { "id": "solutions/virtualEvents/webinars/{{Samples.WebinarId}}/sessions/{{Samples.SessionId}}" }
            """));
        var registration = Assert.IsType<RegistrationNotification>(await ReadAsync("created", "x", $$"""
            { "id": "solutions/virtualEvents/webinars/{{Samples.WebinarId}}/registrations/g-1" }
            """));

        Assert.Equal(
            (Samples.WebinarId, (VirtualEventKind?)VirtualEventKind.Webinar, Samples.SessionId),
            (session.EventId, session.Kind, session.SessionId));
        Assert.Equal((Samples.WebinarId, "g-1"), (registration.EventId, registration.RegistrationId));
    }

    [Fact]
    public async Task A_call_of_a_meeting_by_its_resource()
    {
        var read = Assert.IsType<CallNotification>(await ReadAsync("updated", Samples.MeetingCallsPath, """
            { "@odata.type": "#microsoft.graph.callEvent", "id": "e-1", "eventType": "callEnded", "eventDateTime": "2026-11-28T10:15:30.1234567Z" }
            """));

        Assert.Equal(
            (Samples.JoinWebUrl, JoinLink.Parse(Samples.JoinWebUrl), (CallEventType?)CallEventType.CallEnded, "e-1"),
            (read.JoinWebUrl, read.JoinLink, read.Event, read.EventId));
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 10, 15, 30, TimeSpan.Zero).AddTicks(1234567), read.OccurredAt);
    }

    [Fact]
    public async Task A_call_of_which_nothing_is_told() =>
        Assert.Null(Assert.IsType<CallNotification>(await ReadAsync("updated", Samples.MeetingCallsPath, "null")).Event);

    [Theory]
    [InlineData("""{ "@odata.type": "#microsoft.graph.callrecord", "id": "c-1", "@odata.id": "communications/callRecords/c-1" }""")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.callRecords.callRecord", "@odata.id": "communications/callRecords/c-1" }""")]
    public async Task A_call_record(string data) => Assert.Equal(
        "c-1", Assert.IsType<CallRecordNotification>(await ReadAsync("created", "communications/callRecords/c-1", data)).CallRecordId);

    [Theory]
    [InlineData("reauthorizationRequired")]
    [InlineData("subscriptionRemoved")]
    [InlineData("missed")]
    [InlineData("somethingOfTomorrow")]
    public async Task What_happens_to_a_subscription(string lifecycle)
    {
        var read = Assert.IsType<LifecycleNotification>(
            Assert.Single(await ReadBodyAsync($$"""{ "value": [ { {{Common}}, "lifecycleEvent": "{{lifecycle}}" } ] }""")));

        Assert.Equal((new LifecycleEvent(lifecycle), "s-1"), (read.Event, read.SubscriptionId));
    }

    [Fact]
    public async Task Something_else_is_kept_as_it_is()
    {
        var read = Assert.IsType<UnknownNotification>(
            await ReadAsync("deleted", "users/1/messages/2", """{"@odata.type":"#microsoft.graph.message","id":"2"}"""));

        Assert.Equal(
            ("#microsoft.graph.message", """{"@odata.type":"#microsoft.graph.message","id":"2"}""", ChangeType.Deleted),
            (read.Type, read.Json, read.ChangeType));
    }

    [Theory]
    [InlineData("""{ "@odata.id": "solutions/virtualEvents/webinars/w/sessions/..%2F..%2Fx/attendanceReports/r" }""")]
    [InlineData("""{ "@odata.id": "solutions/virtualEvents/webinars/w/sessions/s/attendanceReports/r%3Fx" }""")]
    [InlineData("""{ "@odata.id": "solutions/virtualEvents/webinars/../sessions/s/attendanceReports/r" }""")]
    [InlineData("""{ "@odata.id": ["solutions/virtualEvents/webinars/w/sessions/s/attendanceReports/r"] }""")]
    [InlineData("""{ "@odata.type": "#microsoft.graph.callrecord", "id": "../users/1" }""")]
    [InlineData("""{ "@odata.type": 7, "id": { } }""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public async Task Ids_that_would_lead_elsewhere_and_members_of_another_type_make_nothing_of_what_is_known(string data) =>
        Assert.IsType<UnknownNotification>(await ReadAsync("created", "x", data));

    [Theory]
    [InlineData("\"clientState\": \"another-secret-of-somebody\"")]
    [InlineData("\"clientState\": null")]
    [InlineData("\"clientState\": [\"a-secret-of-this-test-alone\"]")]
    [InlineData("\"clientState\": { \"a\": \"a-secret-of-this-test-alone\" }")]
    [InlineData("\"clientState\": \"A-SECRET-OF-THIS-TEST-ALONE\"")]
    [InlineData("\"clientState\": \"a-secret-of-this-test-alone \"")]
    [InlineData("\"ClientState\": \"a-secret-of-this-test-alone\"")]
    [InlineData("\"x\": 1")]
    public async Task Forged_ones_are_left_out_and_the_others_stay(string state)
    {
        var read = await ReadBodyAsync($$"""
            { "value": [ { {{state}}, "lifecycleEvent": "missed" }, { {{Common}}, "lifecycleEvent": "missed" } ] }
            """);

        Assert.Equal("s-1", Assert.Single(read).SubscriptionId);
    }

    [Fact]
    public async Task An_old_secret_is_known_while_it_is_named()
    {
        var options = Options();
        options.OtherClientStates.Add("the-secret-of-yesterday");
        var body = Encoding.UTF8.GetBytes("""{ "value": [ { "clientState": "the-secret-of-yesterday", "lifecycleEvent": "missed" } ] }""");

        Assert.Single(await new NotificationReader(options).ReadAsync(body));
        Assert.Empty(await new NotificationReader(Options()).ReadAsync(body));
    }

    [Theory]
    [InlineData($"\"tenantId\": \"{Samples.TenantId}\",", 1)]
    [InlineData("\"tenantId\": \"909c6581-5130-43e9-88f3-fcb3582cde37\",", 0)]
    [InlineData("", 0)]
    public async Task Other_tenants_are_left_out_where_some_are_named(string tenant, int count)
    {
        var options = Options();
        options.TenantIds.Add(Samples.TenantId.ToUpperInvariant());
        var body = $$"""{ "value": [ { "clientState": "{{NotifiedApp.ClientState}}", {{tenant}} "lifecycleEvent": "missed" } ] }""";

        Assert.Equal(count, (await new NotificationReader(options).ReadAsync(Encoding.UTF8.GetBytes(body))).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "value": {} }""")]
    [InlineData("""{ "value": [] }""")]
    [InlineData("""{ "value": [ 1 ] }""")]
    [InlineData($$"""{ "value": [ { "clientState": "x", "clientState": "{{NotifiedApp.ClientState}}" } ] }""")]
    [InlineData($$"""{ "value": [], "value": [ { "clientState": "{{NotifiedApp.ClientState}}" } ] }""")]
    public async Task What_Graph_does_not_send_is_nothing(string body) => Assert.Empty(await ReadBodyAsync(body));

    [Fact]
    public async Task A_body_that_nests_too_deep_is_nothing() => Assert.Empty(await ReadBodyAsync(
        $$"""{ "value": [ { {{Common}}, "x": {{new string('[', 10_000)}}{{new string(']', 10_000)}} } ] }"""));

    private static AttendanceNotificationOptions Options() => new() { ClientState = NotifiedApp.ClientState };

    private static Task<IReadOnlyList<AttendanceNotification>> ReadBodyAsync(string body) =>
        new NotificationReader(Options()).ReadAsync(Encoding.UTF8.GetBytes(body));

    private static async Task<AttendanceNotification> ReadAsync(string change, string resource, string data) =>
        Assert.Single(await ReadBodyAsync($$"""
            { "value": [ { {{Common}}, "changeType": "{{change}}", "resource": "{{resource}}", "resourceData": {{data}} } ] }
            """));
}
