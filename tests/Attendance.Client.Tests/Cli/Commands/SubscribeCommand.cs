using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public sealed class SubscribeCommand : IDisposable
{
    private readonly FakeGraph _graph = new() { TimeProvider = new SkippingTimeProvider() };
    private readonly Tool _tool;

    public SubscribeCommand()
    {
        _tool = Tool.SignedIn(_graph);
        _tool.Environment["ATTENDANCE_CLIENT_STATE"] = "a-secret-of-the-application";
        _graph.Subscriptions.Handler = new Echo();
    }

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task It_subscribes_with_the_secret_of_the_environment_and_lists_and_ends()
    {
        var made = await _tool.RunAsync(
            "subscribe --webinar w-1@t-1 --call-records --url https://contoso.com/attendance --auth token --json");
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        var listed = await _tool.RunAsync("subscriptions --auth token");
        var subscriptions = _graph.Subscriptions.All;
        var left = await _tool.RunAsync($"subscriptions --auth token --json --end {subscriptions[0].Id}");

        Assert.Equal(
            ["solutions/virtualEvents/webinars/w-1@t-1/getAttendanceReports", "communications/callRecords"],
            JsonNode.Parse(made.Output)!.AsArray().Select(one => (string)one!["resource"]!));
        Assert.All(subscriptions, subscription => Assert.Equal("a-secret-of-the-application", subscription.ClientState));
        Assert.StartsWith("2 subscriptions\n", listed.Output, StringComparison.Ordinal);
        Assert.Contains("reports of a webinar", listed.Output, StringComparison.Ordinal);
        Assert.Equal(subscriptions[1].Id, (string)Assert.Single(JsonNode.Parse(left.Output)!.AsArray())!["id"]!);
        Assert.DoesNotContain("a-secret", made.Output + listed.Output + left.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_secret_it_says_where_it_belongs()
    {
        _tool.Environment.Remove("ATTENDANCE_CLIENT_STATE");

        var result = await _tool.RunAsync("subscribe --call-records --url https://contoso.com/attendance --auth token");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "error: ATTENDANCE_CLIENT_STATE is null, and without it anybody can forge notifications.",
            result.Error,
            StringComparison.Ordinal);
        Assert.Empty(_graph.Requests);
    }

    [Fact]
    public async Task What_is_no_id_of_a_subscription_is_not_ended() =>
        Assert.Equal(
            (2, true),
            await _tool.RunAsync("subscriptions --auth token --end a/b") is var result
                ? (result.ExitCode, result.Error.Contains("--end is \"a/b\", which is no id of a subscription.", StringComparison.Ordinal))
                : default);

    private sealed class Echo : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var token = Uri.UnescapeDataString(request.RequestUri!.Query["?validationToken=".Length..]);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(token) });
        }
    }
}
