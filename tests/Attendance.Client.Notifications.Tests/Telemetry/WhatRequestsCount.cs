using System.Net;
using System.Net.Sockets;
using System.Text;
using Attendance.Client.Notifications.Tests.Receiving;
using Attendance.Client.Testing;

namespace Attendance.Client.Notifications.Tests.Telemetry;

[Collection(CountedTests.Name)]
public sealed class WhatRequestsCount : IDisposable
{
    private const string Requests = "attendance.client.notification.requests {request} attendance.outcome=";

    private static readonly string Good =
        $$"""{"value":[{"clientState":"{{NotifiedApp.ClientState}}","subscriptionId":"s-1","lifecycleEvent":"missed"}]}""";

    private readonly FakeGraph _graph = Samples.Graph();
    private readonly Counted _counted = new();

    public void Dispose()
    {
        _counted.Dispose();
        _graph.Dispose();
    }

    [Fact]
    public async Task Each_is_counted_by_what_became_of_it()
    {
        var inbox = new FullInbox();
        await using (var app = await NotifiedApp.StartAsync(
            _graph, options => options.MaxBodySize = 1000, builder => builder.UseInbox<FullInbox>().Services.Replace(inbox)))
        {
            using var http = app.CreateHttpClient();
            (HttpStatusCode, HttpStatusCode, string)[] answers =
            [
                (HttpStatusCode.OK, await PostAsync(http, "", query: "?validationToken=a"), "validation"),
                (HttpStatusCode.BadRequest, await PostAsync(http, "", query: "?validationToken="), "no validation"),
                (HttpStatusCode.UnsupportedMediaType, await PostAsync(http, Good, "text/plain"), "other media type"),
                (HttpStatusCode.BadRequest, await PostAsync(http, "{"), "malformed"),
                (HttpStatusCode.RequestEntityTooLarge, await PostAsync(http, new string(' ', 1001)), "too large"),
                (HttpStatusCode.Accepted, await PostAsync(http, """{"value":[{"clientState":"wrong"},{}]}"""), "forged"),
                (HttpStatusCode.ServiceUnavailable, await PostAsync(http, Good), "inbox full"),
            ];
            inbox.HasRoom = true;
            answers = [.. answers, (HttpStatusCode.Accepted, await PostAsync(http, Good), "accepted")];

            foreach (var (expected, status, outcome) in answers)
            {
                Assert.Equal((outcome, expected), (outcome, status));
                await _counted.UntilAsync("notification.requests", outcome, 1);
            }
        }

        _counted.Is(
            $"{Requests}accepted: 1",
            $"{Requests}forged: 1",
            $"{Requests}inbox full: 1",
            $"{Requests}malformed: 1",
            $"{Requests}no validation: 1",
            $"{Requests}other media type: 1",
            $"{Requests}too large: 1",
            $"{Requests}validation: 1",
            "attendance.client.notifications {notification} attendance.outcome=forged: 2");
    }

    [Fact]
    public async Task Those_that_break_or_drip_in_are_counted_too()
    {
        var clock = new WatchedClock(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
        var patience = TimeSpan.FromSeconds(4.5);
        await using (var app = await NotifiedApp.StartOnKestrelAsync(_graph.CreateClient(), options =>
        {
            options.TimeProvider = clock;
            options.BodyTimeout = patience;
        }))
        {
            Assert.Equal("HTTP/1.1 400 Bad Request", await StatusLineAsync(app.Address, "Transfer-Encoding: chunked\r\n\r\nno size\r\n"));
            await _counted.UntilAsync("notification.requests", "broken", 1);

            var slow = StatusLineAsync(app.Address, "Content-Length: 100\r\n\r\n{");
            await clock.WaitedForAsync(patience, times: 2);
            clock.Advance(patience);
            Assert.Equal("HTTP/1.1 408 Request Timeout", await slow);
            await _counted.UntilAsync("notification.requests", "too slow", 1);
        }

        _counted.Is($"{Requests}broken: 1", $"{Requests}too slow: 1");
    }

    [Fact]
    public async Task Those_that_are_put_off_are_counted_as_often_as_they_were()
    {
        var answers = new List<HttpStatusCode>();
        await using (var app = await NotifiedApp.StartAsync(
            _graph, options => options.MaxRequestsPerSecond = 1, builder => builder.UseInbox<FullInbox>().Services.Replace(
                new FullInbox { HasRoom = true })))
        {
            using var http = app.CreateHttpClient();
            for (var i = 0; i < 20; i++)
                answers.Add(await PostAsync(http, Good));

            await _counted.UntilAsync("notification.requests", "throttled", Of(HttpStatusCode.TooManyRequests));
            await _counted.UntilAsync("notification.requests", "accepted", Of(HttpStatusCode.Accepted));
        }

        Assert.Equal(20, Of(HttpStatusCode.TooManyRequests) + Of(HttpStatusCode.Accepted));
        Assert.NotEqual(0, Of(HttpStatusCode.TooManyRequests));
        _counted.Is(
            $"{Requests}accepted: {Of(HttpStatusCode.Accepted)}", $"{Requests}throttled: {Of(HttpStatusCode.TooManyRequests)}");

        int Of(HttpStatusCode status) => answers.Count(answer => answer == status);
    }

    [Fact]
    public async Task All_instruments_are_counters_of_the_clients_meter_with_the_unit_of_what_they_count()
    {
        await using (var app = await NotifiedApp.StartAsync(_graph))
        {
            using var http = app.CreateHttpClient();
            await PostAsync(http, "{");
            await _counted.UntilAsync("notification.requests", "malformed", 1);
        }

        Assert.Equal(
            [
                "Attendance.Client: attendance.client.notification.requests, Counter`1, {request}",
                "Attendance.Client: attendance.client.notifications, Counter`1, {notification}",
                "Attendance.Client: attendance.client.notified.reports, Counter`1, {report}",
                "Attendance.Client: attendance.client.subscription.changes, Counter`1, {change}",
            ],
            _counted.Instruments);
    }

    private static async Task<HttpStatusCode> PostAsync(
        HttpClient http, string body, string mediaType = "application/json", string query = "")
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var answer = await http.PostAsync($"/attendance{query}", content);
        return answer.StatusCode;
    }

    private static async Task<string?> StatusLineAsync(Uri address, string rest)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}"));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync();
    }
}
