using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Attendance.Client.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Notifications.Tests.Receiving;

public sealed class NotificationAddress : IDisposable
{
    private static readonly string Good =
        $$"""{ "value": [ { "clientState": "{{NotifiedApp.ClientState}}", "subscriptionId": "s-1", "lifecycleEvent": "missed" } ] }""";

    private readonly FakeGraph _graph = Samples.Graph();

    public void Dispose() => _graph.Dispose();

    [Theory]
    [InlineData("Validation%3A+Testing+client%3a%20a%2Bb", "Validation: Testing client: a+b")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E", "<script>alert(1)</script>")]
    [InlineData("%C3%A9%E2%82%AC", "é€")]
    public async Task A_token_comes_back_decoded_as_plain_text_that_no_browser_takes_for_a_page(string token, string said)
    {
        await using var app = await NotifiedApp.StartAsync(_graph);
        using var http = app.CreateHttpClient();

        using var answer = await http.PostAsync($"/attendance?validationToken={token}", null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(said, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("validationToken=")]
    [InlineData("validationToken=a&validationToken=b")]
    [InlineData("validationToken=a%0d%0aSet-Cookie:b")]
    [InlineData("validationToken=a%00")]
    public async Task What_is_no_token_does_not_come_back(string query)
    {
        await using var app = await NotifiedApp.StartAsync(_graph);
        using var http = app.CreateHttpClient();

        using var answer = await http.PostAsync($"/attendance?{query}", null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_huge_token_does_not_come_back()
    {
        await using var app = await NotifiedApp.StartAsync(_graph);
        using var http = app.CreateHttpClient();

        using var answer = await http.PostAsync($"/attendance?validationToken={new string('a', 2049)}", null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nothing_but_a_post_is_answered(string method)
    {
        await using var app = await NotifiedApp.StartAsync(_graph);
        using var http = app.CreateHttpClient();

        using var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/attendance?validationToken=a"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    public static TheoryData<string, string?, HttpStatusCode> Bodies => new()
    {
        { Good, "application/json", HttpStatusCode.Accepted },
        { Good, "application/json; charset=utf-8", HttpStatusCode.Accepted },
        { Good, "text/plain", HttpStatusCode.UnsupportedMediaType },
        { Good, "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType },
        { Good, null, HttpStatusCode.UnsupportedMediaType },
        { "", "application/json", HttpStatusCode.BadRequest },
        { "{", "application/json", HttpStatusCode.BadRequest },
        { "<html>", "application/json", HttpStatusCode.BadRequest },
        { "[]", "application/json", HttpStatusCode.BadRequest },
        { """{"value":[]}""", "application/json", HttpStatusCode.BadRequest },
        { $$"""{"value":[],{{Good.AsSpan(1)}}""", "application/json", HttpStatusCode.BadRequest },
        { """{"value":[{"clientState":"wrong-secret-of-somebody"}]}""", "application/json", HttpStatusCode.Accepted },
        { """{"value":[{"clientState":["a-secret-of-this-test-alone"]}]}""", "application/json", HttpStatusCode.Accepted },
        { """{"value":[{}]}""", "application/json", HttpStatusCode.Accepted },
        { """{"value":[{"clientState":"\ud800"}]}""", "application/json", HttpStatusCode.Accepted },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Forgeries_are_answered_as_notifications_are_and_what_is_none_is_refused(
        string body, string? mediaType, HttpStatusCode status)
    {
        await using var app = await NotifiedApp.StartAsync(_graph);
        using var http = app.CreateHttpClient();

        Assert.Equal(status, await PostAsync(http, body, mediaType));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(http, Good.Replace("s-1", "s-end", StringComparison.Ordinal)));
        var isGood = body == Good && status == HttpStatusCode.Accepted;
        await app.UntilAsync(() => app.Notifications.Any(notification => notification.SubscriptionId == "s-end")
            && app.Notifications.Count >= (isGood ? 2 : 1));

        Assert.Equal(isGood ? ["s-1", "s-end"] : ["s-end"], app.Notifications.Select(notification => notification.SubscriptionId).Order());
    }

    [Fact]
    public async Task A_body_that_nests_too_deep_is_refused()
    {
        await using var app = await NotifiedApp.StartAsync(_graph);
        using var http = app.CreateHttpClient();

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, new string('[', 100_000)));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, string.Concat(Enumerable.Repeat("{\"a\":", 10_000))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not(bool saysSo)
    {
        await using var app = await NotifiedApp.StartAsync(_graph, options => options.MaxBodySize = 1000);
        using var http = app.CreateHttpClient();
        using var content = new StreamContent(new MemoryStream(new byte[100_000]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attendance") { Content = content };
        request.Headers.TransferEncodingChunked = !saysSo;
        if (!saysSo)
            content.Headers.ContentLength = null;

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_of_just_the_greatest_size_is_taken()
    {
        await using var app = await NotifiedApp.StartAsync(_graph, options => options.MaxBodySize = Encoding.UTF8.GetByteCount(Good));
        using var http = app.CreateHttpClient();

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(http, Good));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(http, Good + " "));
    }

    [Fact]
    public async Task A_body_that_drips_in_is_given_up()
    {
        var clock = new FakeTimeProvider();
        await using var app = await NotifiedApp.StartOnKestrelAsync(
            _graph.CreateClient(),
            options =>
            {
                options.TimeProvider = clock;
                options.BodyTimeout = TimeSpan.FromSeconds(5);
            });
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /attendance HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));

        // The time stands still, so it is moved until the server, which may not have begun to wait yet, gives up.
        using var reader = new StreamReader(stream);
        var line = reader.ReadLineAsync();
        while (!line.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(6));
            await Task.WhenAny(line, Task.Delay(20));
        }

        Assert.Equal("HTTP/1.1 408 Request Timeout", await line);
    }

    [Fact]
    public async Task Too_many_requests_are_put_off()
    {
        await using var app = await NotifiedApp.StartAsync(_graph, options => options.MaxRequestsPerSecond = 1);
        using var http = app.CreateHttpClient();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
            answers.Add(await PostAsync(http, Good));

        Assert.Equal(HttpStatusCode.Accepted, answers[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task A_full_inbox_puts_off_what_comes_and_loses_nothing()
    {
        var inbox = new FullInbox();
        await using var app = await NotifiedApp.StartAsync(
            _graph, with: builder => builder.UseInbox<FullInbox>().Services.Replace(inbox));
        using var http = app.CreateHttpClient();
        using var content = new StringContent(Good, Encoding.UTF8, "application/json");

        using var refused = await http.PostAsync("/attendance", content);
        inbox.HasRoom = true;
        var taken = await PostAsync(http, Good);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "10"), (refused.StatusCode, refused.Headers.GetValues("Retry-After").Single()));
        Assert.Equal(HttpStatusCode.Accepted, taken);
        Assert.Equal(Good, Encoding.UTF8.GetString(Assert.Single(inbox.Taken).Body.Span));
    }

    [Fact]
    public async Task The_same_report_told_again_and_again_is_fetched_once()
    {
        await using var app = await NotifiedApp.StartAsync(_graph);
        await app.Renewer.KeepAsync(SubscriptionResource.WebinarReports(Samples.WebinarId));
        await app.Renewer.RenewDueAsync();
        _graph.Subscriptions.RepeatNext(2);

        _graph.Add(Samples.Session, Samples.Report("first"));
        _graph.Add(Samples.Session, Samples.Report("second"));
        _graph.Add(Samples.Session, Samples.Report("third"));
        await _graph.Subscriptions.DeliveredAsync();
        await app.UntilAsync(() => app.Reports.Count == 3);

        Assert.Equal(5, _graph.Subscriptions.Delivered);
        Assert.Equal(["first", "second", "third"], app.Reports.Select(report => report.Report.Id).Order(StringComparer.Ordinal));
        Assert.Equal(3, _graph.Requests.Count(request => request.Operation == GraphOperation.GetAttendanceReport));
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string body, string? mediaType = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        using var answer = await http.PostAsync("/attendance", content);
        return answer.StatusCode;
    }
}

internal sealed class FullInbox : INotificationInbox
{
    public bool HasRoom { get; set; }

    public List<ReceivedNotifications> Taken { get; } = [];

    public ValueTask<bool> TryAddAsync(ReceivedNotifications received, CancellationToken cancellationToken)
    {
        if (HasRoom)
            Taken.Add(received);

        return new ValueTask<bool>(HasRoom);
    }

    public async IAsyncEnumerable<ReceivedNotifications> ReadAllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }
}

internal static class ServicesWithInbox
{
    public static void Replace(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, FullInbox inbox) =>
        Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.Replace(
            services, Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton<INotificationInbox>(inbox));
}
