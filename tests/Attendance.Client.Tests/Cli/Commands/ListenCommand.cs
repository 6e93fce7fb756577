using System.Text.RegularExpressions;
using Attendance.Client.Archive;
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

    [Fact]
    public async Task An_archive_has_what_is_told_twice_or_not_at_all_and_what_became_ready_between_two_runs()
    {
        var webinar = VirtualEventBuilder.Webinar("Launch", "Grace Hopper", "2025-12-20T09:00Z", TimeSpan.FromHours(1)).Build();
        var session = webinar.Sessions[0].Session.Source!;
        using var graph = new FakeGraph().Add(webinar);
        var file = Path.Combine(Directory.CreateDirectory(_directory).FullName, "attendance.db");

        graph.Subscriptions.RepeatNext();
        await using (var run = await ArchivingRun.StartAsync(graph, file, "--webinar", webinar.Event.Id!))
        {
            graph.Add(session, Report("told"));
            await run.Tool.Output.WaitForAsync("report told");
            await graph.Subscriptions.DeliveredAsync();
            Assert.Equal(["told"], await KeptAsync(file, session));
        }

        graph.Add(session, Report("between"));
        await using (var run = await ArchivingRun.StartAsync(graph, file, "--webinar", webinar.Event.Id!))
        {
            await UntilAsync(async () => (await KeptAsync(file, session)).Contains("between", StringComparer.Ordinal));
            graph.Subscriptions.LoseNext();
            graph.Add(session, Report("lost"));
            await graph.Subscriptions.DeliveredAsync();
            Assert.Equal(["between", "told"], await KeptAsync(file, session));

            graph.Subscriptions.Miss(Assert.Single(graph.Subscriptions.All).Id);
            await run.Filled;
            run.NotesBegin = ["note: The subscription to WebinarReports", "note: It is read: 1 report is new in the"];
            Assert.DoesNotContain("report lost", run.Tool.Output.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(["between", "lost", "told"], await KeptAsync(file, session));
        await using var archive = await AttendanceArchive.OpenAsync(file);
        Assert.Equal([webinar.Event], await archive.CreateClient().GetWebinarsAsync().ToListAsync());
        Assert.Empty(await archive.GetFailuresAsync().ToListAsync());

        static AttendanceReport Report(string id) => new() { Id = id, Records = [new AttendanceRecord { Id = "a" }] };
    }

    [Theory]
    [InlineData(new[] { "--organizer", "grace-hopper" }, new[] { "hers" })]
    [InlineData(new[] { "--all-events" }, new[] { "hers", "his" })]
    public async Task An_archive_has_what_became_ready_before_of_events_of_organizers_or_of_the_tenant(string[] resources, string[] kept)
    {
        using var graph = new FakeGraph();
        foreach (var (organizer, report) in new[] { ("grace-hopper", "hers"), ("alan-turing", "his") })
        {
            var webinar = VirtualEventBuilder.Webinar("Launch", organizer, "2025-12-20T09:00Z", TimeSpan.FromHours(1)).Build();
            graph.Add(webinar with { Event = webinar.Event with { CreatedBy = new AttendeeIdentity { Id = organizer } } });
            graph.Add(
                webinar.Sessions[0].Session.Source!,
                new AttendanceReport { Id = report, Records = [new AttendanceRecord { Id = "a" }] });
        }

        Directory.CreateDirectory(_directory);
        var file = Path.Combine(_directory, "attendance.db");
        await using var run = await ArchivingRun.StartAsync(graph, file, resources);

        await UntilAsync(async () => (await AllReportsAsync(file)).SequenceEqual(kept, StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_address_whose_subscriptions_an_application_keeps_in_the_archive_is_refused()
    {
        Directory.CreateDirectory(_directory);
        var file = Path.Combine(_directory, "attendance.db");
        await using (var archive = await AttendanceArchive.OpenAsync(file))
            await archive.GetSubscriptions("https://tunnel.example/a").TryAddAsync(new ArchivedSubscription("communications/callRecords"));
        using var graph = new FakeGraph();
        var tool = new Tool { Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = "token" } };

        var result = await tool.RunAsync(
            ["listen", "--call-records", "--url", "https://tunnel.example/a", "--port", "0", "--auth", "token", "--archive", file]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "error: An application keeps subscriptions that lead to https://tunnel.example/a alive in this archive, and would lose them " +
            "to this command. Give it a URL of its own.",
            result.Error, StringComparison.Ordinal);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task What_no_subscription_names_is_to_be_read_by_a_command_that_is_said()
    {
        using var graph = new FakeGraph();
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tool = new Tool
        {
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "token" },
            LineWritten = line =>
            {
                if (line?.Contains("reads what is missing", StringComparison.Ordinal) == true)
                    said.TrySetResult();
            },
        };
        using var tunnel = new Tunnel(tool);
        graph.Subscriptions.Handler = tunnel;
        using var stop = new CancellationTokenSource();
        var file = Path.Combine(Directory.CreateDirectory(_directory).FullName, "attendance.db");
        var run = tool.RunAsync(
            ["listen", "--call-records", "--url", "https://tunnel.example/a", "--port", "0", "--auth", "token", "--archive", file],
            stop.Token);
        await graph.UntilSubscribedAsync();

        graph.Subscriptions.Miss(graph.Subscriptions.All[0].Id);
        await said.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        var result = await run;

        Assert.Contains("note: Graph may have told too little of CallRecords from ", result.Error, StringComparison.Ordinal);
        Assert.Contains(
            $"attendance harvest --archive {file} --group <id> reads what is missing.", result.Error, StringComparison.Ordinal);
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

    private static async Task<IEnumerable<string?>> KeptAsync(string file, AttendanceSource session)
    {
        await using var archive = await AttendanceArchive.OpenAsync(file);
        var reports = await archive.CreateClient().GetReportsAsync(session).ToListAsync();
        return reports.Select(static report => report.Id).Order(StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<string?>> AllReportsAsync(string file)
    {
        await using var archive = await AttendanceArchive.OpenAsync(file);
        var client = archive.CreateClient();
        var ids = new List<string?>();
        await foreach (var webinar in client.GetWebinarsAsync())
        {
            await foreach (var session in client.GetSessionsAsync(VirtualEventKind.Webinar, webinar.Id!))
                ids.AddRange(await client.GetReportsAsync(session.Source!).Select(static report => report.Id).ToListAsync());
        }

        return ids.Order(StringComparer.Ordinal);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
            await Task.Delay(10, patience.Token);
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

/// <summary>The tool while it listens for a webinar and archives.</summary>
internal sealed class ArchivingRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Tunnel _tunnel;
    private readonly Task<ToolResult> _run;

    private ArchivingRun(FakeGraph graph, string file, string[] resources)
    {
        Tool = new Tool
        {
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "token" },
            LineWritten = line =>
            {
                if (line?.StartsWith("note: It is read", StringComparison.Ordinal) == true)
                    _filled.TrySetResult();
            },
        };
        graph.Subscriptions.Handler = _tunnel = new Tunnel(Tool);
        _run = Tool.RunAsync(
            ["listen", .. resources, "--url", "https://tunnel.example/attendance", "--port", "0", "--auth", "token", "--archive", file],
            _stop.Token);
    }

    public Tool Tool { get; }

    /// <summary>Ends when it says that a gap is filled.</summary>
    public Task Filled => _filled.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>The first 40 letters of each note that it leaves.</summary>
    public IReadOnlyList<string> NotesBegin { get; set; } = [];

    public static async Task<ArchivingRun> StartAsync(FakeGraph graph, string file, params string[] resources)
    {
        var run = new ArchivingRun(graph, file, resources);
        await graph.UntilSubscribedAsync();
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        var result = await _run;
        _tunnel.Dispose();
        _stop.Dispose();
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            NotesBegin, result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..Math.Min(line.Length, 40)]));
    }
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
