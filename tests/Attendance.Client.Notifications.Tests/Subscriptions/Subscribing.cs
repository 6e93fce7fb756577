using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Notifications.Tests.Subscriptions;

public class Subscribing
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly SubscriptionResource Reports = SubscriptionResource.WebinarReports(Samples.WebinarId);

    private readonly FakeTimeProvider _clock = new(Now);

    [Fact]
    public async Task What_is_sent_is_what_Graph_documents()
    {
        var sent = new List<string>();
        var client = new AttendanceClient(
            new HttpClient(new Recording(sent, """{"id":"s-1","resource":"x","expirationDateTime":"2026-11-29T11:59:00Z"}""")),
            new FakeCredential());

        var made = await new AttendanceSubscriptions(client, _clock).CreateAsync(Reports, Options());

        Assert.Equal("s-1", made.Id);
        Assert.Equal("POST https://graph.microsoft.com/v1.0/subscriptions", sent[0]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {
                    "resource": "solutions/virtualEvents/webinars/{{Samples.WebinarId}}/getAttendanceReports",
                    "changeType": "created",
                    "notificationUrl": "https://contoso.example/attendance",
                    "lifecycleNotificationUrl": "https://contoso.example/attendance",
                    "expirationDateTime": "2026-11-29T11:59:00+00:00",
                    "clientState": "a-secret-of-this-test-alone"
                }
                """),
            JsonNode.Parse(sent[1])), sent[1]);
    }

    [Fact]
    public async Task A_subscription_is_made_listed_renewed_and_ended()
    {
        using var graph = Samples.Graph(_clock);
        await using var app = await NotifiedApp.StartAsync(graph);
        var subscriptions = new AttendanceSubscriptions(graph.CreateClient(), _clock);

        var made = await subscriptions.CreateAsync(Reports, Options());
        _clock.Advance(TimeSpan.FromHours(10));
        var listed = await subscriptions.ListAsync().ToListAsync();
        var renewed = await subscriptions.RenewAsync(made);
        var got = await subscriptions.GetAsync(made.Id);
        await subscriptions.EndAsync(made.Id);
        await subscriptions.EndAsync(made.Id);

        Assert.Equal(
            (Reports, Now + TimeSpan.FromMinutes(1439), "https://contoso.example/attendance", false),
            (made.Resource, made.ExpiresAt, made.NotificationUrl, made.IncludesResourceData));
        Assert.Equal([ChangeType.Created], made.ChangeTypes);
        Assert.Equal([made.Id], listed.Select(subscription => subscription.Id));
        Assert.Equal(Now + TimeSpan.FromHours(10) + TimeSpan.FromMinutes(1439), renewed.ExpiresAt);
        Assert.Equal(renewed.ExpiresAt, got.ExpiresAt);
        Assert.Empty(await subscriptions.ListAsync().ToListAsync());
        Assert.Equal(
            (GraphOperation.Subscription, "DELETE", (HttpStatusCode?)HttpStatusCode.NotFound),
            (graph.Requests[^2].Operation, graph.Requests[^2].Method, graph.Requests[^2].Status));
    }

    [Fact]
    public async Task A_second_one_to_the_same_is_refused_with_what_to_do()
    {
        using var graph = Samples.Graph(_clock);
        await using var app = await NotifiedApp.StartAsync(graph);
        var subscriptions = new AttendanceSubscriptions(graph.CreateClient(), _clock);
        await subscriptions.CreateAsync(Reports, Options());

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(() => subscriptions.CreateAsync(Reports, Options()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(
            "Graph takes one subscription for an application and this resource. Renew the one that is there, or end it first.",
            refused.Remedy);
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        using var graph = Samples.Graph(_clock);
        var client = graph.CreateClient(FakeCaller.Application("app-1", "OnlineMeetingArtifact.Read.All"));

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => new AttendanceSubscriptions(client, _clock).CreateAsync(SubscriptionResource.CallRecords(), Options()));

        Assert.Equal(
            "Consent to CallRecords.Read.All as an application. The permission to read the reports is another one.", refused.Remedy);
        Assert.EndsWith(refused.Remedy, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("which its page", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_does_not_give_the_token_back_is_told_with_what_to_check()
    {
        using var graph = Samples.Graph(_clock);
        graph.Subscriptions.Handler = new Recording([], "{}");

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => new AttendanceSubscriptions(graph.CreateClient(), _clock).CreateAsync(Reports, Options()));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("in plain text. Check that what listens there runs", refused.Message, StringComparison.Ordinal);
        Assert.Empty(graph.Subscriptions.All);
    }

    [Theory]
    [InlineData("http://contoso.com/a", "over HTTPS only")]
    [InlineData("https://localhost/a", "cannot reach")]
    [InlineData("https://127.0.0.1/a", "cannot reach")]
    [InlineData("https://10.0.0.8/a", "cannot reach")]
    [InlineData("https://172.20.1.1/a", "cannot reach")]
    [InlineData("https://192.168.1.1/a", "cannot reach")]
    [InlineData("https://169.254.169.254/a", "cannot reach")]
    [InlineData("https://[fe80::1]/a", "cannot reach")]
    [InlineData("https://[fd00::1]/a", "cannot reach")]
    [InlineData("https://[::ffff:10.0.0.1]/a", "cannot reach")]
    [InlineData("https://server/a", "cannot reach")]
    [InlineData("https://server.local/a", "cannot reach")]
    [InlineData("https://me:secret@contoso.com/a", "user information")]
    [InlineData("https://contoso.com/a#b", "fragment")]
    public async Task An_address_that_the_internet_does_not_reach_is_refused_before_anything_is_sent(string url, string why)
    {
        using var graph = Samples.Graph();
        var options = Options();
        options.NotificationUrl = new Uri(url);

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => new AttendanceSubscriptions(graph.CreateClient()).CreateAsync(Reports, options));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Use an https address that the internet reaches", refused.Message, StringComparison.Ordinal);
        Assert.Empty(graph.Requests);
    }

    [Theory]
    [InlineData("https://contoso.com/a")]
    [InlineData("https://8.8.8.8/a")]
    [InlineData("https://[2606:4700::1]:8443/a?b=c")]
    public async Task A_public_address_is_taken(string url)
    {
        using var graph = Samples.Graph();
        var options = Options();
        options.NotificationUrl = new Uri(url);
        graph.Subscriptions.Handler = new Recording([], "{}");

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => new AttendanceSubscriptions(graph.CreateClient()).CreateAsync(Reports, options));

        Assert.Equal("ValidationError", refused.ErrorCode);
    }

    public static TheoryData<Action<SubscriptionOptions>, string> Faults => new()
    {
        { options => options.NotificationUrl = null, "NotificationUrl is null" },
        { options => options.ClientState = null, "anybody can forge" },
        { options => options.ClientState = "short", "has 5 characters" },
        { options => options.ClientState = new string('a', 129), "has 129 characters" },
        { options => options.Lifetime = TimeSpan.FromDays(2), "for 1.00:00:00 at most" },
        { options => options.Lifetime = TimeSpan.Zero, "a minute or more" },
        { options => options.LatestSupportedTlsVersion = "1.2", "use v1_2, v1_3, or null" },
        { options => options.LifecycleNotificationUrl = new Uri("http://contoso.com"), "LifecycleNotificationUrl" },
        { options => options.EncryptionCertificateId = "", "EncryptionCertificateId" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Options_that_Graph_would_refuse_are_refused_before_anything_is_sent(Action<SubscriptionOptions> spoil, string fault)
    {
        using var graph = Samples.Graph();
        var options = Options();
        spoil(options);

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => new AttendanceSubscriptions(graph.CreateClient()).CreateAsync(Reports, options));

        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task An_answer_that_may_have_come_too_late_makes_no_second_one()
    {
        using var graph = Samples.Graph(_clock);
        await using var app = await NotifiedApp.StartAsync(graph);
        graph.FailNext(GraphFault.Status(HttpStatusCode.GatewayTimeout), GraphOperation.Subscriptions);

        await Assert.ThrowsAsync<AttendanceRequestException>(
            () => new AttendanceSubscriptions(graph.CreateClient(), _clock).CreateAsync(Reports, Options()));

        Assert.Single(graph.Requests, request => request.Method == "POST");
    }

    private static SubscriptionOptions Options() => new() { NotificationUrl = NotifiedApp.Url, ClientState = NotifiedApp.ClientState };

    private sealed class Recording(List<string> sent, string answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Add($"{request.Method} {request.RequestUri!.AbsoluteUri}");
            sent.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, null, "application/json") };
        }
    }
}
