using System.Text.Json;
using System.Text.RegularExpressions;
using Attendance.Client.Analysis;
using Attendance.Client.Tests.Charts;

namespace Attendance.Client.Tests.Cli;

public sealed partial class DemoCommand : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-demo-");

    private string Chart => Path.Combine(_directory.FullName, "demo.html");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Is_the_same_in_every_run()
    {
        var first = await new Tool().RunAsync($"demo --output {Chart}");
        File.Delete(Chart);
        var second = await new Tool().RunAsync($"demo --output {Chart}");

        Assert.Equal(first, second);
        Assert.Equal("", first.Error);
        Assert.Equal(0, first.ExitCode);
    }

    [Fact]
    public async Task Walks_from_a_link_to_a_chart()
    {
        var result = await new Tool().RunAsync($"demo --output {Chart}");

        var steps = result.Output.Split('\n').Where(line => StepTitle().IsMatch(line)).ToList();
        Assert.Equal(8, steps.Count);
        Assert.Contains("\nSubject      Weekly review\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n 2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89  2021-10-12 04:30:00  2021-10-12 05:15:30   45m 30s       4\n", result.Output,
            StringComparison.Ordinal);
        Assert.Contains(" Miyuki Tanaka      2021-10-12 05:02:40  2021-10-12 05:15:20  12m 40s\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\nwhat to do: Check the ids in the URL. Graph keeps reports for one year", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            AttendanceChart.Page(await Drawn.PlannedWeeklyReviewAsync(), new ChartOptions { Title = "Weekly review" }),
            await File.ReadAllTextAsync(Chart));
    }

    [Fact]
    public async Task Prints_what_the_commands_that_it_names_print()
    {
        var demo = await new Tool().RunAsync($"demo --output {Chart}");
        var commands = DemoLine().Matches(demo.Output).Select(match => match.Groups["arguments"].Value).ToList();

        Assert.Equal(8, commands.Count);
        File.Delete(Chart);
        foreach (var command in commands)
        {
            var result = await new Tool().RunAsync(command.Replace("'", "", StringComparison.Ordinal));
            Assert.Equal(command.Contains("no-such-meeting", StringComparison.Ordinal) ? 1 : 0, result.ExitCode);
            Assert.Contains($"  $ attendance {command}\n\n{result.Output}{result.Error}", demo.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Goes_on_to_what_comes_next_where_the_chart_cannot_be_written()
    {
        var result = await new Tool().RunAsync($"demo --output {_directory.FullName}/no/demo.html");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("\nerror: --output is ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nNext, your own meetings\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replaces_no_file_but_its_own()
    {
        await File.WriteAllTextAsync(Chart, "mine");

        var given = await new Tool().RunAsync($"demo --output {Chart}");
        var line = DemoLine().Matches((await new Tool().RunAsync("demo")).Output)[^1].Groups["arguments"].Value;

        Assert.Equal(2, given.ExitCode);
        Assert.Contains("which is there already. Pass --force to replace it", given.Output, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Chart));
        Assert.EndsWith(" --output attendance-demo.html --force", line, StringComparison.Ordinal);
        File.Delete("attendance-demo.html");
    }

    [Fact]
    public async Task Prints_the_reports_of_all_sources_with_records_as_json()
    {
        var result = await new Tool().RunAsync("demo --json");

        var reports = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().ToList();
        var ids = reports.ConvertAll(report => report.GetProperty("id").GetString());
        Assert.Equal(
            [
                "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89",
                "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7",
                "7f0c5b3e-2a64-4f0e-8f5e-6b0a4f8f9c21",
                "b76965d4-0763-496e-9980-b323c5f3aa3b",
                "0a7b1f6d-3b1e-4d4b-8a53-2c6f9d0e1b42",
            ],
            ids);
        Assert.Equal([4, 1, 2, 2, 5], reports.Select(report => report.GetProperty("records").GetArrayLength()));
        Assert.Equal(4, reports.Select(report => report.GetProperty("source").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Draws_no_chart_as_json()
    {
        var result = await new Tool().RunAsync($"demo --json --output {Chart}");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "error: --output is the file for the chart, and --json draws none. Leave one of them out.", result.Error,
            StringComparison.Ordinal);
        Assert.False(File.Exists(Chart));
    }

    [GeneratedRegex(
        @"^\d\. .*\n  \$ attendance (?<arguments>.*)\n", RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DemoLine();

    [GeneratedRegex(@"^\d\. ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StepTitle();
}
