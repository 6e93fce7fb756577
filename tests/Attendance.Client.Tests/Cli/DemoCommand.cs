using System.Text.Json;
using System.Text.RegularExpressions;

namespace Attendance.Client.Tests.Cli;

public partial class DemoCommand
{
    [Fact]
    public async Task Is_the_same_in_every_run()
    {
        var first = await new Tool().RunAsync("demo");
        var second = await new Tool().RunAsync("demo");

        Assert.Equal(first, second);
        Assert.Equal("", first.Error);
        Assert.Equal(0, first.ExitCode);
    }

    [Fact]
    public async Task Shows_reports_records_stays_and_an_error()
    {
        var result = await new Tool().RunAsync("demo");

        Assert.Contains(" Town hall      0a7b1f6d-3b1e-4d4b-8a53-2c6f9d0e1b42  2025-11-18 15:00:00  2025-11-18 16:02:11  1h 2m 11s       5\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(" Miyuki Tanaka      miyuki.tanaka@contoso.com      Presenter  User   2021-10-12 04:31:12  2021-10-12 05:15:20  42m 45s      2\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(" Miyuki Tanaka      2021-10-12 05:02:40  2021-10-12 05:15:20  12m 40s\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nwhat to do: Check the ids in the URL. Graph keeps reports for one year", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_only_commands_that_do_what_it_says()
    {
        var demo = await new Tool().RunAsync("demo");
        var commands = DemoLine().Matches(demo.Output).Select(match => match.Groups["arguments"].Value).ToList();

        Assert.Equal(7, commands.Count);
        foreach (var command in commands)
        {
            var result = await new Tool().RunAsync(command);
            Assert.Equal(command.Contains("no-such-meeting", StringComparison.Ordinal) ? 1 : 0, result.ExitCode);
        }
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

    [GeneratedRegex(@"\$ attendance (?<arguments>\w+ --demo .*)\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DemoLine();
}
