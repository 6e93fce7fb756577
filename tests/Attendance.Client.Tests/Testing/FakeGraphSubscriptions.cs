using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public sealed class FakeGraphSubscriptions : IDisposable
{
    private const string Webinar = "w-1";

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    private readonly Address _address = new();
    private readonly SettableClock _clock = new() { Now = Now };
    private readonly FakeGraph _graph;

    public FakeGraphSubscriptions()
    {
        _graph = new FakeGraph { TimeProvider = _clock };
        _graph.Subscriptions.Handler = _address;
    }

    public void Dispose()
    {
        _graph.Dispose();
        _address.Dispose();
    }

    [Fact]
    public async Task A_report_that_is_added_is_told_as_Graph_tells_it()
    {
        var made = await SubscribeAsync();

        _graph.Add(AttendanceSource.Webinar(Webinar, "s-1"), new AttendanceReport { Id = "r-1" });
        await _graph.Subscriptions.DeliveredAsync();

        Assert.Equal("https://contoso.example/attendance", made.GetProperty("notificationUrl").GetString());
        Assert.Equal(JsonValueKind.Null, made.GetProperty("clientState").ValueKind);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                { "value": [ {
                    "subscriptionId": "{{made.GetProperty("id").GetString()}}",
                    "subscriptionExpirationDateTime": "2026-11-29T12:00:00.0000000Z",
                    "clientState": "a secret of mine",
                    "tenantId": "84bd8158-6d4d-4958-8b9f-9d6445542f95",
                    "changeType": "created",
                    "resource": "solutions/virtualEvents/webinars/w-1/getAttendanceReports",
                    "resourceData": {
                        "@odata.type": "#microsoft.graph.meetingAttendanceReport",
                        "@odata.id": "solutions/virtualEvents/webinars/w-1/sessions/s-1/attendanceReports/r-1",
                        "id": "r-1" } } ] }
                """),
            JsonNode.Parse(Assert.Single(_address.Told))));
    }

    [Fact]
    public async Task What_a_document_adds_is_told_too()
    {
        await SubscribeAsync();

        _graph.AddJson("""
            { "solutions": { "virtualEvents": { "webinars": [
                { "id": "w-1", "sessions": [ { "id": "s-1", "attendanceReports": [ { "id": "r-1" } ] } ] } ] } } }
            """);
        await _graph.Subscriptions.DeliveredAsync();

        Assert.Single(_address.Told);
    }

    [Fact]
    public async Task A_report_that_takes_anothers_place_or_is_of_another_webinar_is_not_told()
    {
        await SubscribeAsync();
        _graph.Add(AttendanceSource.Webinar(Webinar, "s-1"), new AttendanceReport { Id = "r-1" });

        _graph.Add(AttendanceSource.Webinar(Webinar, "s-1"), new AttendanceReport { Id = "r-1", EndedAt = Now });
        _graph.Add(AttendanceSource.Webinar("w-2", "s-1"), new AttendanceReport { Id = "r-2" });
        _graph.Add(AttendanceSource.Townhall(Webinar, "s-1"), new AttendanceReport { Id = "r-3" });
        await _graph.Subscriptions.DeliveredAsync();

        Assert.Single(_address.Told);
    }

    [Fact]
    public async Task A_subscription_ends_unless_it_is_renewed()
    {
        var id = (await SubscribeAsync()).GetProperty("id").GetString()!;
        _clock.Now += TimeSpan.FromHours(23);
        await _graph.CreateClient().SendAsync(
            new HttpMethod("PATCH"), $"subscriptions/{id}", Json($$"""{"expirationDateTime":"{{Text(_clock.Now.AddDays(1))}}"}"""));
        _clock.Now += TimeSpan.FromHours(23);
        Assert.Single(_graph.Subscriptions.All);

        _clock.Now += TimeSpan.FromHours(1);
        _graph.Add(AttendanceSource.Webinar(Webinar, "s-1"), new AttendanceReport { Id = "r-1" });
        await _graph.Subscriptions.DeliveredAsync();

        Assert.Empty(_graph.Subscriptions.All);
        Assert.Empty(_address.Told);
        var gone = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => _graph.CreateClient().SendAsync(HttpMethod.Get, $"subscriptions/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Theory]
    [InlineData("\"expirationDateTime\":\"2026-11-28T11:59:00Z\"", "must be in the future")]
    [InlineData("\"expirationDateTime\":\"2026-11-29T12:00:01Z\"", "1440 minutes")]
    [InlineData("\"expirationDateTime\":\"soon\"", "is no time")]
    [InlineData("\"changeType\":\"deleted\"", "'deleted' is not supported")]
    [InlineData("\"notificationUrl\":\"http://contoso.example\"", "must be an https address")]
    [InlineData("\"notificationUrl\":\"\"", "'notificationUrl' is required")]
    [InlineData("\"resource\":\"users/1/messages\"", "is not supported for subscriptions")]
    [InlineData("\"includeResourceData\":true", "does not support notifications with resource data")]
    public async Task What_Graph_would_not_take_is_refused(string member, string why)
    {
        var body = (JsonObject)JsonNode.Parse(Body)!;
        var other = JsonNode.Parse($"{{{member}}}")!.AsObject().Single();
        body[other.Key] = other.Value!.DeepClone();

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => _graph.CreateClient().SendAsync(HttpMethod.Post, "subscriptions", Json(body.ToJsonString())));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(_graph.Subscriptions.All);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "text/html", "{0}")]
    [InlineData(HttpStatusCode.OK, "application/json", "\"{0}\"")]
    [InlineData(HttpStatusCode.OK, "text/plain", "something else")]
    [InlineData(HttpStatusCode.Accepted, "text/plain", "{0}")]
    [InlineData(HttpStatusCode.NotFound, "text/plain", "")]
    public async Task An_address_that_does_not_give_the_token_back_in_plain_text_is_refused(HttpStatusCode status, string type, string said)
    {
        _address.Validation = token => (status, type, string.Format(CultureInfo.InvariantCulture, said, token));

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(SubscribeAsync);

        Assert.Equal("ValidationError", refused.ErrorCode);
        Assert.Empty(_graph.Subscriptions.All);
    }

    [Fact]
    public async Task Each_application_sees_its_own_alone()
    {
        var one = _graph.CreateClient(FakeCaller.Application("one", "VirtualEvent.Read.All"));
        var other = _graph.CreateClient(FakeCaller.Application("other", "VirtualEvent.Read.All"));
        var made = await one.SendAsync(HttpMethod.Post, "subscriptions", Json(Body));
        var id = made!.Value.GetProperty("id").GetString();

        Assert.Equal(0, (await other.SendAsync(HttpMethod.Get, "subscriptions"))!.Value.GetProperty("value").GetArrayLength());
        await Assert.ThrowsAsync<AttendanceRequestException>(() => other.SendAsync(HttpMethod.Delete, $"subscriptions/{id}"));
        Assert.Equal(1, (await one.SendAsync(HttpMethod.Get, "subscriptions"))!.Value.GetProperty("value").GetArrayLength());
        Assert.Null(await one.SendAsync(HttpMethod.Delete, $"subscriptions/{id}"));
    }

    [Fact]
    public async Task Notifications_are_lost_and_doubled_as_the_test_wants()
    {
        await SubscribeAsync();
        _graph.Subscriptions.LoseNext().RepeatNext();

        _graph.Add(AttendanceSource.Webinar(Webinar, "s-1"), new AttendanceReport { Id = "lost" }, new AttendanceReport { Id = "twice" });
        _graph.Add(AttendanceSource.Webinar(Webinar, "s-1"), new AttendanceReport { Id = "once" });
        await _graph.Subscriptions.DeliveredAsync();

        Assert.Equal(
            ["once", "twice", "twice"],
            _address.Told.Select(told => (string?)JsonNode.Parse(told)!["value"]![0]!["resourceData"]!["id"])
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_not_taken_is_sent_again()
    {
        _graph.Subscriptions.RetryDelay = TimeSpan.Zero;
        await SubscribeAsync();
        _address.Refusals = 2;

        _graph.Add(AttendanceSource.Webinar(Webinar, "s-1"), new AttendanceReport { Id = "r-1" });
        await _graph.Subscriptions.DeliveredAsync();

        Assert.Equal((1, 2), (_graph.Subscriptions.Delivered, _graph.Subscriptions.Refused));
        Assert.Equal(3, _address.Told.Count);
    }

    [Theory]
    [InlineData("reauthorizationRequired", 1)]
    [InlineData("missed", 1)]
    [InlineData("subscriptionRemoved", 0)]
    public async Task What_happens_to_a_subscription_is_told(string lifecycle, int left)
    {
        var id = (await SubscribeAsync()).GetProperty("id").GetString()!;
        _ = lifecycle switch
        {
            "missed" => _graph.Subscriptions.Miss(id),
            "subscriptionRemoved" => _graph.Subscriptions.Remove(id),
            _ => _graph.Subscriptions.RequireReauthorization(id),
        };
        await _graph.Subscriptions.DeliveredAsync();

        Assert.Equal(lifecycle, (string?)JsonNode.Parse(Assert.Single(_address.Told))!["value"]![0]!["lifecycleEvent"]);
        Assert.Equal(left, _graph.Subscriptions.All.Count);
    }

    private static string Body => """
        {
            "resource": "solutions/virtualEvents/webinars/w-1/getAttendanceReports",
            "changeType": "created",
            "notificationUrl": "https://contoso.example/attendance",
            "lifecycleNotificationUrl": "https://contoso.example/attendance",
            "expirationDateTime": "2026-11-29T12:00:00Z",
            "clientState": "a secret of mine"
        }
        """;

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private async Task<JsonElement> SubscribeAsync() =>
        (await _graph.CreateClient().SendAsync(HttpMethod.Post, "subscriptions", Json(Body)))!.Value;

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Address : HttpMessageHandler
    {
        public ConcurrentQueue<string> Told { get; } = [];

        public int Refusals { get; set; }

        public Func<string, (HttpStatusCode, string, string)> Validation { get; set; } = token => (HttpStatusCode.OK, "text/plain", token);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            const string Token = "?validationToken=";
            var query = request.RequestUri!.Query;
            if (query.StartsWith(Token, StringComparison.Ordinal))
            {
                var (status, type, said) = Validation(Uri.UnescapeDataString(query[Token.Length..]));
                return new HttpResponseMessage(status) { Content = new StringContent(said, encoding: null, type) };
            }

            Told.Enqueue(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(Refusals-- > 0 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted);
        }
    }
}
