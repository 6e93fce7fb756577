using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public sealed partial class ServeCommand : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task It_serves_the_sample_data_logs_each_request_and_stops_cleanly()
    {
        var tool = new Tool();
        using var stop = new CancellationTokenSource();
        var run = tool.RunAsync("serve --port 0", stop.Token);
        await tool.Output.WaitForAsync("Ctrl+C stops it.");
        var endpoint = new Uri(Endpoint().Match(tool.Output.ToString()).Value);
        var client = new AttendanceClient(new FakeCredential(), new AttendanceClientOptions { Endpoint = endpoint });

        Assert.Equal("2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89", (await client.GetLatestReportAsync(SampleData.Meeting))!.Id);
        await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetMeetingAsync(AttendanceSource.Meeting(Organizer.Me, "none")));
        await stop.CancelAsync();
        var result = await run;

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            $"""
            Microsoft Graph is played at {endpoint}v1.0 and {endpoint}beta. Any token will do. Ctrl+C stops it.
              $ curl -H 'Authorization: Bearer x' {endpoint}v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports
              $ ATTENDANCE_TOKEN=x attendance show --auth token --endpoint {endpoint} --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
            <time> GET /v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports 200
            <time> GET /v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports/2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89?$expand=attendanceRecords 200
            <time> GET /v1.0/me/onlineMeetings/none 404
            Stopped after 3 requests.

            """,
            Time().Replace(result.Output, "<time>"));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.WithVersion(GraphVersion.Beta).GetMeetingAsync(SampleData.Meeting));
    }

    [Fact]
    public async Task It_answers_and_stops_though_nobody_reads_what_it_writes()
    {
        using var read = new ManualResetEventSlim();
        var tool = new Tool
        {
            LineWritten = line =>
            {
                if (line!.Contains(" GET ", StringComparison.Ordinal))
                    read.Wait();
            },
        };
        using var stop = new CancellationTokenSource();
        var run = tool.RunAsync("serve --port 0", stop.Token);
        await tool.Output.WaitForAsync("Ctrl+C stops it.");
        using var client = new HttpClient { BaseAddress = new Uri(Endpoint().Match(tool.Output.ToString()).Value) };

        for (var i = 0; i < 1100; i++)
            (await client.GetAsync("v1.0/me")).Dispose();
        await stop.CancelAsync();

        Assert.Equal(0, (await run).ExitCode);
        Assert.Single(Time().Matches(tool.Output.ToString()));

        read.Set();
        await tool.Output.WaitForAsync("lines are left out");
        Assert.Matches(
            "\n(98|99|100|101|102) lines are left out, as nobody read them in time.\n", tool.Output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task It_serves_a_host_that_it_is_told_to()
    {
        var tool = new Tool();
        using var stop = new CancellationTokenSource();
        var run = tool.RunAsync("serve --port 0 --allow-host graph.test --allow-host b", stop.Token);
        await tool.Output.WaitForAsync("Ctrl+C stops it.");
        using var client = new HttpClient { BaseAddress = new Uri(Endpoint().Match(tool.Output.ToString()).Value) };

        Assert.Equal(401, await AskAsync("graph.test"));
        Assert.Equal(401, await AskAsync("b:80"));
        Assert.Equal(400, await AskAsync("evil.example"));
        await stop.CancelAsync();

        Assert.Contains(" GET /v1.0/me 400\n", (await run).Output, StringComparison.Ordinal);

        async Task<int> AskAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "v1.0/me") { Headers = { Host = host } };
            using var answer = await client.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task It_serves_the_data_of_a_file()
    {
        await File.WriteAllTextAsync(_file, """{"me":{"onlineMeetings":[{"id":"mine","subject":"Ours"}]}}""");
        var tool = new Tool();
        using var stop = new CancellationTokenSource();
        var run = tool.RunAsync($"serve --port 0 --data {_file}", stop.Token);
        await tool.Output.WaitForAsync("Ctrl+C stops it.");
        var client = new AttendanceClient(
            new FakeCredential(), new AttendanceClientOptions { Endpoint = new Uri(Endpoint().Match(tool.Output.ToString()).Value) });

        Assert.Equal("Ours", (await client.GetMeetingAsync(AttendanceSource.Meeting(Organizer.Me, "mine"))).Subject);
        await stop.CancelAsync();

        Assert.DoesNotContain("curl", (await run).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_the_sample_data_as_a_file_for_itself()
    {
        var result = await new Tool().RunAsync("serve --print-data");

        Assert.Equal(0, result.ExitCode);
        using var graph = new FakeGraph().AddJson(result.Output);
        Assert.Equal(
            await SampleData.CreateGraph().CreateClient().GetLatestReportAsync(SampleData.Webinar),
            await graph.CreateClient().GetLatestReportAsync(SampleData.Webinar));

        await File.WriteAllTextAsync(_file, result.Output);
        Assert.Equal(
            JsonNode.Parse(result.Output)!.ToJsonString(),
            JsonNode.Parse((await new Tool().RunAsync($"serve --print-data --data {_file}")).Output)!.ToJsonString());
    }

    [Theory]
    [InlineData("{", "error: The file of --data holds no data for Graph. The document is no JSON: ")]
    [InlineData(
        """{"meetings":[]}""",
        "error: The file of --data holds no data for Graph. $.meetings is not known; $ may have $schema, settings, " +
        "callers, faults, me, users, groups, solutions.")]
    [InlineData(null, "error: The file of --data cannot be read. Could not find file ")]
    public async Task A_file_that_is_wrong_is_named_with_the_fault(string? content, string error)
    {
        if (content is not null)
            await File.WriteAllTextAsync(_file, content);

        var result = await new Tool().RunAsync($"serve --data {_file}");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
        Assert.EndsWith("See: attendance serve --help\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_cannot_be_used_is_named()
    {
        using var graph = new FakeGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);

        var taken = await new Tool().RunAsync($"serve --port {server.Endpoint.Port}");
        var tooBig = await new Tool().RunAsync("serve --port 65536");

        Assert.Equal((2, 2), (taken.ExitCode, tooBig.ExitCode));
        Assert.StartsWith($"error: --port {server.Endpoint.Port} cannot be used. ", taken.Error, StringComparison.Ordinal);
        Assert.Contains("Choose another one, or 0 for any that is free.", taken.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: --port must be a number from 0 to 65535.", tooBig.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
