using System.Text.RegularExpressions;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public sealed partial class ListenCommand : IDisposable
{
    private static readonly AttendanceSource Session = AttendanceSource.Webinar("w-1@t-1", "s-1");

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}");

    public void Dispose()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task It_prints_and_writes_each_report_as_it_becomes_ready_and_ends_what_it_subscribed_to()
    {
        using var graph = new FakeGraph().Add(Session);
        var tool = Tool.SignedIn(graph);
        using var tunnel = new Tunnel(tool);
        graph.Subscriptions.Handler = tunnel;
        using var stop = new CancellationTokenSource();
        var run = tool.RunAsync(
            ["listen", "--webinar", "w-1@t-1", "--url", "https://tunnel.example/attendance", "--port", "0", "--auth", "token",
                "--output", _directory],
            stop.Token);
        await graph.UntilSubscribedAsync();

        graph.Add(Session, new AttendanceReport { Id = "r-1", Records = [new AttendanceRecord { Id = "a" }] });
        await tool.Output.WaitForAsync("r-1");
        var subscription = Assert.Single(graph.Subscriptions.All);
        await graph.Subscriptions.DeliveredAsync();
        var file = await UntilWrittenAsync();
        await stop.CancelAsync();
        var result = await run;

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            "Listening at http://127.0.0.1:<port>/attendance, to which https://tunnel.example/attendance must lead. Ctrl+C stops it.\n" +
            "<time> 1 person: report r-1 of solutions/virtualEvents/webinars/w-1%40t-1/sessions/s-1\n",
            Changing().Replace(
                result.Output, match => match.Value.Contains("127", StringComparison.Ordinal) ? "127.0.0.1:<port>" : "<time>"));
        Assert.Equal(64, subscription.ClientState!.Length);
        Assert.Contains("\"id\": \"r-1\"", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Empty(graph.Subscriptions.All);
    }

    [Theory]
    [InlineData("--url https://tunnel.example", "Nothing says what to be told of.")]
    [InlineData("--webinar w-1@t-1", "Nothing says where Graph is to send notifications.")]
    [InlineData(
        "--webinar w-1@t-1 --url http://tunnel.example",
        "--url is \"http://tunnel.example/\", and Graph sends notifications over HTTPS only.")]
    [InlineData("--webinar w-1@t-1 --url https://192.168.1.2/a", "which Graph cannot reach from the internet.")]
    [InlineData("--webinar w-1@t-1 --url nowhere", "--url is \"nowhere\", which is no URL.")]
    [InlineData("--meeting 234567890123 --url https://tunnel.example", "needs the long join link")]
    [InlineData("--meeting hello --url https://tunnel.example", "which is no join link of a meeting")]
    [InlineData("--demo --call-records --url https://tunnel.example", "The sample data inside the tool tells nobody of anything.")]
    [InlineData("--call-records --url https://tunnel.example --port 70000", "--port must be a number from 0 to 65535.")]
    public async Task What_is_wrong_is_said_before_anything_is_sent(string options, string fault)
    {
        using var graph = new FakeGraph();

        var result = await Tool.SignedIn(graph).RunAsync($"listen {options} --auth token");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(fault, result.Error, StringComparison.Ordinal);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task A_subscription_that_cannot_be_made_is_said_with_what_to_do()
    {
        using var graph = new FakeGraph { Caller = FakeCaller.Application("app", "OnlineMeetingArtifact.Read.All") };
        using var stop = new CancellationTokenSource();
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tool = new Tool
        {
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "token" },
            LineWritten = line =>
            {
                if (line?.Contains("CallRecords.Read.All", StringComparison.Ordinal) == true)
                    said.TrySetResult();
            },
        };
        var run = tool.RunAsync("listen --call-records --url https://tunnel.example/a --port 0 --auth token", stop.Token);
        await said.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();

        Assert.StartsWith(
            "note: The subscription to CallRecords could not be made or renewed: " +
            "POST https://graph.microsoft.com/v1.0/subscriptions failed",
            (await run).Error,
            StringComparison.Ordinal);
    }

    private async Task<string> UntilWrittenAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (Directory.EnumerateFiles(_directory, "*.json").FirstOrDefault() is { } file)
                return file;

            await Task.Delay(10, patience.Token);
        }
    }

    [GeneratedRegex("127[.]0[.]0[.]1:[0-9]+|[0-9]{2}:[0-9]{2}:[0-9]{2}", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Changing();
}

/// <summary>What stands between the internet and the tool's own port.</summary>
internal sealed partial class Tunnel(Tool tool) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await tool.Output.WaitForAsync("Listening at");
        var port = int.Parse(Port().Match(tool.Output.ToString()).Value, System.Globalization.CultureInfo.InvariantCulture);
        request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "http", Host = "127.0.0.1", Port = port }.Uri;
        return await _network.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _network.Dispose();
        base.Dispose(disposing);
    }

    [GeneratedRegex("(?<=127[.]0[.]0[.]1:)[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Port();
}

internal static class SubscribedGraph
{
    public static async Task UntilSubscribedAsync(this FakeGraph graph)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (graph.Subscriptions.All.Count == 0)
            await Task.Delay(10, patience.Token);
    }
}
