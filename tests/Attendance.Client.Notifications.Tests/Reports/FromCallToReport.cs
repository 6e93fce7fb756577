using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Attendance.Client.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Notifications.Tests.Reports;

public sealed class FromCallToReport : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly FakeGraph _graph;

    public FromCallToReport() => _graph = Samples.Graph(_clock);

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_call_record_begins_a_wait_that_ends_with_the_report_of_that_call()
    {
        _graph.Add(Samples.Meeting, Samples.Report("of-yesterday", Start - TimeSpan.FromDays(1)));
        await using var app = await AppAsync();

        _graph.Subscriptions.AddCallRecord("c-1", Samples.JoinWebUrl, Start);
        await AskedAsync(GraphOperation.ListAttendanceReports, 1);
        await PassAsync(GraphOperation.ListAttendanceReports, 3);
        Assert.Empty(app.Reports);

        _graph.Add(Samples.Meeting, Samples.Report("of-today", Start - TimeSpan.FromSeconds(20)));
        await PassAsync(GraphOperation.GetAttendanceReport, 1);
        await app.UntilAsync(() => app.Reports.Count == 1);

        var arrived = app.Reports.Single();
        Assert.Equal(
            (Samples.Meeting, "of-today", "c-1"),
            (arrived.Source, arrived.Report.Id, ((CallRecordNotification)arrived.Notification).CallRecordId));
    }

    [Fact]
    public async Task A_call_between_two_people_leads_to_nothing()
    {
        await using var app = await AppAsync();

        _graph.Subscriptions.AddCallRecord("c-1", joinWebUrl: null);
        await AskedAsync(GraphOperation.GetCallRecord, 1);
        _graph.Subscriptions.AddCallRecord("c-2", Samples.JoinWebUrl, Start);
        await AskedAsync(GraphOperation.ListAttendanceReports, 1);

        Assert.Equal(1, Asked(GraphOperation.ListOnlineMeetings));
    }

    [Fact]
    public async Task A_meeting_that_is_told_of_twice_is_waited_for_once()
    {
        await using var app = await AppAsync();
        _graph.Subscriptions.AddCallRecord("c-1", Samples.JoinWebUrl, Start);
        await AskedAsync(GraphOperation.ListAttendanceReports, 1);
        _graph.Subscriptions.AddCallRecord("c-2", Samples.JoinWebUrl, Start);
        await AskedAsync(GraphOperation.ListOnlineMeetings, 2);

        _graph.Add(Samples.Meeting, Samples.Report("today", Start));
        await PassAsync(GraphOperation.GetAttendanceReport, 1);
        await app.UntilAsync(() => app.Reports.Count == 1);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Single(app.Reports);
    }

    [Fact]
    public async Task Beyond_the_greatest_number_a_meeting_is_left_to_the_next_reading()
    {
        var other = Samples.JoinWebUrl.Replace("NGE0OGFj", "OTHERmtg", StringComparison.Ordinal);
        var source = AttendanceSource.Meeting(Organizer.User(Samples.OrganizerId), "other");
        _graph.Add(new OnlineMeeting { Id = "other", JoinWebUrl = other, Source = source });
        await using var app = await AppAsync(options => options.MaxWaits = 1);

        _graph.Subscriptions.AddCallRecord("c-1", Samples.JoinWebUrl, Start);
        await AskedAsync(GraphOperation.ListAttendanceReports, 1);
        _graph.Subscriptions.AddCallRecord("c-2", other, Start);
        await AskedAsync(GraphOperation.ListOnlineMeetings, 2);
        await PassAsync(GraphOperation.ListAttendanceReports, 4);

        Assert.DoesNotContain(_graph.Requests, request => request.Source == source);
    }

    [Fact]
    public async Task What_is_not_there_in_time_is_asked_for_no_longer()
    {
        await using var app = await AppAsync(options => options.WaitTimeout = TimeSpan.FromMinutes(3));
        _graph.Subscriptions.AddCallRecord("c-1", Samples.JoinWebUrl, Start);
        await AskedAsync(GraphOperation.ListAttendanceReports, 1);
        await PassAsync(GraphOperation.ListAttendanceReports, 4);

        _clock.Advance(TimeSpan.FromHours(1));

        // A second call begins a wait of its own, which shows that the first is over.
        _graph.Subscriptions.AddCallRecord("c-2", Samples.JoinWebUrl, _clock.GetUtcNow());
        await AskedAsync(GraphOperation.ListAttendanceReports, 5);
        Assert.Equal(5, Asked(GraphOperation.ListAttendanceReports));
    }

    [Fact]
    public async Task The_end_of_a_call_is_read_from_what_is_encrypted_and_proven_by_the_authority()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var authority = await FakeAuthority.StartAsync();
        authority.TimeProvider = _clock;
        _graph.TrustTokensOf(authority).SignIn("token", FakeCaller.Application("app-1", Permissions));
        await using var app = await AppAsync(
            options =>
            {
                options.EncryptionCertificate = certificate;
                options.ApplicationId = "app-1";
                options.Authority = authority.Endpoint;
            },
            builder => builder.Services.AddHttpClient(typeof(NotificationReader).FullName!)
                .ConfigurePrimaryHttpMessageHandler(authority.CreateHandler),
            SubscriptionResource.MeetingCalls(Samples.JoinWebUrl));
        _graph.Add(Samples.Meeting, Samples.Report("today", Start));

        _graph.Subscriptions.TellCall(Samples.JoinWebUrl, "callStarted").TellCall(Samples.JoinWebUrl, "rosterUpdated")
            .TellCall(Samples.JoinWebUrl, "callEnded");
        await app.UntilAsync(() => app.Reports.Count == 1 && app.Notifications.Count == 3);

        Assert.Equal("today", app.Reports.Single().Report.Id);
        Assert.Equal(
            ["callEnded", "callStarted", "rosterUpdated"],
            app.Notifications.Cast<CallNotification>().Select(call => call.Event!.Value.Value).Order(StringComparer.Ordinal));
        Assert.Equal(1, Asked(GraphOperation.ListOnlineMeetings));
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_yet_is_asked_for_again()
    {
        await using var app = await AppAsync(resources: SubscriptionResource.WebinarReports(Samples.WebinarId));
        _graph.FailNext(GraphFault.Status(HttpStatusCode.NotFound), GraphOperation.GetAttendanceReport, times: 2);

        _graph.Add(Samples.Session, Samples.Report("first"));
        await AskedAsync(GraphOperation.GetAttendanceReport, 1);
        await PassAsync(GraphOperation.GetAttendanceReport, 3);
        await app.UntilAsync(() => app.Reports.Count == 1);

        Assert.Equal("first", app.Reports.Single().Report.Id);
    }

    [Fact]
    public async Task A_handler_that_throws_is_given_the_report_again_and_others_are_not_kept_from_theirs()
    {
        var given = new List<string?>();
        await using var app = await AppAsync(
            with: builder => builder.OnReport((report, _) =>
            {
                lock (given)
                    given.Add(report.Report.Id);
                return given.Count == 1 ? throw new InvalidOperationException("Not now.") : Task.CompletedTask;
            }),
            resources: SubscriptionResource.WebinarReports(Samples.WebinarId));

        _graph.Add(Samples.Session, Samples.Report("first"));
        await AskedAsync(GraphOperation.GetAttendanceReport, 1);
        await PassAsync(GraphOperation.GetAttendanceReport, 2);
        await app.UntilAsync(() => app.Reports.Count == 1);

        Assert.Equal(["first", "first"], given);
    }

    [Fact]
    public async Task What_was_lost_is_not_there_and_the_next_one_is()
    {
        await using var app = await AppAsync(resources: SubscriptionResource.WebinarReports(Samples.WebinarId));
        _graph.Subscriptions.LoseNext();

        _graph.Add(Samples.Session, Samples.Report("lost"));
        _graph.Add(Samples.Session, Samples.Report("told"));
        await app.UntilAsync(() => app.Reports.Count == 1);

        Assert.Equal("told", app.Reports.Single().Report.Id);
    }

    [Fact]
    public async Task Events_sessions_and_registrations_are_told_of_when_they_are_added()
    {
        await using var app = await AppAsync(resources:
        [
            SubscriptionResource.Events(Samples.OrganizerId), SubscriptionResource.Sessions("new-event"),
            SubscriptionResource.Registrations("new-event"), SubscriptionResource.Webinar("new-event"),
        ]);
        var webinar = new VirtualEvent
        {
            Id = "new-event",
            Kind = VirtualEventKind.Webinar,
            CreatedBy = new AttendeeIdentity { Id = Samples.OrganizerId },
        };

        _graph.Add(webinar);
        _graph.Add(webinar with { DisplayName = "Renamed" });
        _graph.Add(new VirtualEventSession { Id = "s-1", Source = AttendanceSource.Webinar("new-event", "s-1") });
        _graph.Add(VirtualEventKind.Webinar, "new-event", new Registration { Id = "r-1" });
        await app.UntilAsync(() => app.Notifications.Count == 4);

        Assert.Equal(
            [
                "EventNotification created new-event", "EventNotification updated new-event", "RegistrationNotification created r-1",
                "SessionNotification created s-1",
            ],
            app.Notifications.Select(told => $"{told.GetType().Name} {told.ChangeType} " + told switch
            {
                EventNotification e => e.EventId,
                SessionNotification s => s.SessionId,
                RegistrationNotification r => r.RegistrationId,
                _ => "?",
            }).Order(StringComparer.Ordinal));
    }

    private static readonly string[] Permissions =
        ["OnlineMeetings.Read.All", "OnlineMeetingArtifact.Read.All", "VirtualEvent.Read.All", "CallRecords.Read.All"];

    private async Task<NotifiedApp> AppAsync(
        Action<AttendanceNotificationOptions>? configure = null, Action<AttendanceNotificationsBuilder>? with = null,
        params SubscriptionResource[] resources)
    {
        var app = await NotifiedApp.StartAsync(
            _graph,
            options =>
            {
                options.TimeProvider = _clock;
                configure?.Invoke(options);
            },
            with,
            _graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = _clock }, new FakeCredential("token")));
        foreach (var resource in resources.Length == 0 ? [SubscriptionResource.CallRecords()] : resources)
            await app.Renewer.KeepAsync(resource);
        await app.Renewer.RenewDueAsync();
        Assert.Equal(Math.Max(resources.Length, 1), _graph.Subscriptions.All.Count);
        return app;
    }

    private int Asked(GraphOperation operation) => _graph.Requests.Count(request => request.Operation == operation);

    private async Task AskedAsync(GraphOperation operation, int times)
    {
        var signal = new Signal();
        _graph.RequestAnswered = _ => signal.Raise();
        await signal.UntilAsync(() => Asked(operation) >= times);
    }

    // Whoever waits may not have begun to, so the time is moved until something is asked.
    private async Task PassAsync(GraphOperation operation, int times)
    {
        for (var i = 0; Asked(operation) < times && i < 2000; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(5);
        }

        Assert.True(Asked(operation) >= times, $"{operation} was asked {Asked(operation)} times.");
    }
}
