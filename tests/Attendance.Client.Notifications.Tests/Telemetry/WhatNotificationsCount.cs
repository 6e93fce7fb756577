using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Attendance.Client.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client.Notifications.Tests.Telemetry;

[Collection(CountedTests.Name)]
public sealed class WhatNotificationsCount : IDisposable
{
    private const string Requests = "attendance.client.notification.requests {request} attendance.outcome=";
    private const string Notifications = "attendance.client.notifications {notification} attendance.outcome=";
    private const string Reports = "attendance.client.notified.reports {report} attendance.outcome=";

    private static readonly DateTimeOffset Start = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(7);

    private readonly WatchedClock _clock = new(Start);
    private readonly FakeGraph _graph;
    private readonly Counted _counted = new();

    public WhatNotificationsCount() => _graph = Samples.Graph(_clock);

    public void Dispose()
    {
        _counted.Dispose();
        _graph.Dispose();
    }

    [Fact]
    public async Task Each_is_counted_by_whether_it_was_taken_and_its_report_by_whether_it_was_delivered()
    {
        _graph.Add(Samples.Session, Samples.Report("first"));
        await using (var app = await AppAsync())
        {
            using var http = app.CreateHttpClient();
            await PostAsync(http, Item(OfReport("s-1", "first")));
            await _counted.UntilAsync("notified.reports", "delivered", 1);
            await PostAsync(http, Item(OfReport("s-1", "first")), """{"clientState":"wrong"}""");
            await _counted.UntilAsync("notifications", "repeated", 1);
            await PostAsync(http, Item($"{OfReport("s-2", "first")},\"subscriptionExpirationDateTime\":\"2026-11-28T11:59:59Z\""));
            await _counted.UntilAsync("notified.reports", "repeated", 1);
            _graph.FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.GetAttendanceReport);
            await PostAsync(http, Item(OfReport("s-1", "refused")));
            await _counted.UntilAsync("notified.reports", "failed", 1);
        }

        _counted.Is(
            $"{Requests}accepted: 4",
            $"{Notifications}accepted: 2",
            $"{Notifications}forged: 1",
            $"{Notifications}late: 1",
            $"{Notifications}repeated: 1",
            $"{Reports}delivered: 1",
            $"{Reports}failed: 1",
            $"{Reports}repeated: 1");
    }

    [Fact]
    public async Task Of_ended_calls_it_is_counted_what_became_of_the_wait()
    {
        var other = Samples.JoinWebUrl.Replace("NGE0OGFj", "OTHERmtg", StringComparison.Ordinal);
        _graph.Add(new OnlineMeeting
        {
            Id = "other",
            JoinWebUrl = other,
            Source = AttendanceSource.Meeting(Organizer.User(Samples.OrganizerId), "other"),
        });
        await using (var app = await AppAsync(options =>
        {
            options.MaxWaits = 1;
            options.WaitInterval = Interval;
            options.WaitTimeout = Interval;
        }))
        {
            using var http = app.CreateHttpClient();
            _graph.FailNext(GraphFault.Late(), GraphOperation.ListOnlineMeetings);
            await PostCallAsync("c-1", Samples.JoinWebUrl);
            await _counted.UntilAsync("notified.reports", "no meeting", 1);
            await PostCallAsync("c-2", Samples.JoinWebUrl);
            await _clock.WaitedForAsync(Interval, times: 1);
            await PostCallAsync("c-3", Samples.JoinWebUrl);
            await _counted.UntilAsync("notified.reports", "waited for already", 1);
            await PostCallAsync("c-4", other);
            await _counted.UntilAsync("notified.reports", "not waited for", 1);

            _clock.Advance(Interval);
            await _counted.UntilAsync("notified.reports", "not there in time", 1);
            _graph.FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.ListAttendanceReports);
            await PostCallAsync("c-5", Samples.JoinWebUrl);
            await _counted.UntilAsync("notified.reports", "failed", 1);
            await PostCallAsync("c-6", Samples.JoinWebUrl.Replace("NGE0OGFj", "REFUSEDm", StringComparison.Ordinal));
            await _counted.UntilAsync("notified.reports", "failed", 2);

            async Task PostCallAsync(string id, string joinWebUrl)
            {
                _graph.Subscriptions.AddCallRecord(id, joinWebUrl, Start);
                await PostAsync(http, Item($$"""
                    "subscriptionId":"s-1","changeType":"created","resource":"communications/callRecords","resourceData":{
                        "@odata.type":"#microsoft.graph.callrecord","@odata.id":"communications/callRecords/{{id}}","id":"{{id}}"}
                    """));
            }
        }

        _counted.Is(
            $"{Requests}accepted: 6",
            $"{Notifications}accepted: 6",
            $"{Reports}failed: 2",
            $"{Reports}no meeting: 1",
            $"{Reports}not there in time: 1",
            $"{Reports}not waited for: 1",
            $"{Reports}waited for already: 1");
    }

    [Fact]
    public async Task What_is_encrypted_is_counted_where_it_is_not_proven_not_opened_or_not_read()
    {
        using var known = Certificate();
        using var unknown = Certificate();
        await using var authority = await FakeAuthority.StartAsync();
        authority.TimeProvider = _clock;
        _graph.TrustTokensOf(authority).SignIn("token", FakeCaller.Application("app-1", "OnlineMeetings.Read.All"));
        await using (var app = await AppAsync(
            options =>
            {
                options.EncryptionCertificate = known;
                options.ApplicationId = "app-1";
                options.Authority = authority.Endpoint;
            },
            authority.CreateHandler))
        {
            await new AttendanceSubscriptions(Client(), _clock).CreateAsync(
                SubscriptionResource.MeetingCalls(Samples.JoinWebUrl),
                new SubscriptionOptions
                {
                    NotificationUrl = NotifiedApp.Url,
                    ClientState = NotifiedApp.ClientState,
                    EncryptionCertificate = unknown,
                });
            _graph.Subscriptions.TellCall(Samples.JoinWebUrl, "callEnded");
            await _counted.UntilAsync("notifications", "undecryptable", 1);
            await _counted.UntilAsync("notifications", "accepted", 1);

            _graph.Subscriptions.ValidationToken = null;
            _graph.Subscriptions.TellCall(Samples.JoinWebUrl, "callEnded");
            await _counted.UntilAsync("notifications", "unproven", 1);
        }

        await using (var app = await AppAsync(
            options =>
            {
                options.ApplicationId = "app-1";
                options.MaxAttempts = 1;
            },
            () => new Unreachable()))
        {
            using var http = app.CreateHttpClient();
            await PostBodyAsync(http, $$"""
                {"value":[{"clientState":"{{NotifiedApp.ClientState}}","tenantId":"{{Samples.TenantId}}","encryptedContent":{ } } ],
                 "validationTokens":["a.b.c"]}
                """);
            await _counted.UntilAsync("notifications", "unread", 1);
        }

        _counted.Is(
            $"{Requests}accepted: 3",
            $"{Requests}validation: 1",
            $"{Notifications}accepted: 1",
            $"{Notifications}undecryptable: 1",
            $"{Notifications}unproven: 1",
            $"{Notifications}unread: 1");
    }

    [Fact]
    public async Task What_an_inbox_of_the_applications_gives_back_spoiled_is_counted()
    {
        using var http = new HttpClient(new Unreachable());
        var reader = new NotificationReader(new AttendanceNotificationOptions { ClientState = NotifiedApp.ClientState }, http);

        Assert.Empty(await reader.ReadAsync("{\"value\":"u8.ToArray()));

        _counted.Is($"{Notifications}malformed: 1");
    }

    private static string OfReport(string subscriptionId, string reportId) => $$"""
        "subscriptionId":"{{subscriptionId}}","changeType":"created","tenantId":"{{Samples.TenantId}}",
        "resource":"solutions/virtualEvents/webinars/{{Samples.WebinarId}}/getAttendanceReports","resourceData":{
            "@odata.type":"#microsoft.graph.meetingAttendanceReport","id":"{{reportId}}",
            "@odata.id":"solutions/virtualEvents/webinars/{{Samples.WebinarId}}/sessions/{{Samples.SessionId}}/attendanceReports/{{reportId}}"}
        """;

    private static string Item(string members) => $$"""{"clientState":"{{NotifiedApp.ClientState}}",{{members}}}""";

    private static Task PostAsync(HttpClient http, params string[] items) =>
        PostBodyAsync(http, $$"""{"value":[{{string.Join(',', items)}}]}""");

    private static async Task PostBodyAsync(HttpClient http, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("/attendance", content);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private AttendanceClient Client() =>
        _graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = _clock }, new FakeCredential("token"));

    private Task<NotifiedApp> AppAsync(
        Action<AttendanceNotificationOptions>? configure = null, Func<HttpMessageHandler>? authority = null) =>
        NotifiedApp.StartAsync(
            _graph,
            options =>
            {
                options.TimeProvider = _clock;
                configure?.Invoke(options);
            },
            builder =>
            {
                if (authority is not null)
                {
                    builder.Services.AddHttpClient(typeof(NotificationReader).FullName!).ConfigurePrimaryHttpMessageHandler(authority);
                }
            },
            Client());

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("Nothing listens there.");
    }
}
