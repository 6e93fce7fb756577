using System.Diagnostics;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>The tool on machines without ICU and without time zone data, as small containers are, each in a process of its own.</summary>
public sealed class OtherMachines : IDisposable
{
    private const string October = "--demo --from 2021-10-01 --to 2021-10-31";
    private static readonly string WebinarId = ((WebinarSource)SampleData.Webinar).WebinarId;

    private readonly string _nothing = Directory.CreateTempSubdirectory("no-zones").FullName;

    public void Dispose() => Directory.Delete(_nothing);

    [Fact]
    public async Task Without_ICU_Windows_names_are_known_all_the_same()
    {
        var webinars = await RunAsync($"webinars {October}");
        var sessions = await RunAsync($"sessions --demo --webinar {WebinarId}", "--time-zone", "pacific standard time");
        var calendar = await RunAsync($"calendar {October}", "--time-zone", "Mid-Atlantic Standard Time");

        Assert.Contains(" 2021-10-04 23:00:00  Teams for schools ", webinars.Output, StringComparison.Ordinal);
        Assert.Contains(" Start (America/Los_Angeles) ", sessions.Output, StringComparison.Ordinal);
        Assert.Contains(" 2021-10-04 16:00:00  ", sessions.Output, StringComparison.Ordinal);
        Assert.Contains(" 2021-10-05 02:30:00 ", calendar.Output, StringComparison.Ordinal);
        Assert.All([webinars, sessions, calendar], result => Assert.Equal((0, ""), (result.ExitCode, result.Error)));
    }

    [Fact]
    public async Task Without_time_zone_data_what_cannot_be_placed_is_told_and_kept()
    {
        var webinars = await RunWithoutZonesAsync($"webinars {October}");
        var lines = await RunWithoutZonesAsync($"webinars {October} --lines");
        var json = await RunWithoutZonesAsync($"sessions --demo --webinar {WebinarId} --json");

        Assert.Contains(
            " 2021-10-04T16:00:00.0000000 Pacific Standard Time  Teams for schools ", webinars.Output, StringComparison.Ordinal);
        var inDoubt = Unplaced("webinars") +
            "note: Of 1 of 1 webinars that are listed, " +
            "it is not known whether they are of the time from --from to --to: Teams for schools.\n";
        Assert.Equal((0, inDoubt), (webinars.ExitCode, webinars.Error));
        Assert.Equal((0, $"{SampleData.Webinar}\n", inDoubt), (lines.ExitCode, lines.Output, lines.Error));
        Assert.Contains("\"startsAt\": null", json.Output, StringComparison.Ordinal);
        Assert.Equal(
            (0, Unplaced("sessions")), (json.ExitCode, json.Error));
    }

    [Fact]
    public async Task Without_time_zone_data_no_zone_is_recommended_but_UTC()
    {
        var result = await RunWithoutZonesAsync("webinars --demo", "--time-zone", "W. Europe Standard Time");

        Assert.Equal(
            "error: --time-zone is \"W. Europe Standard Time\", and this machine has no time zone data, so that it knows UTC alone. " +
            "Install them, as the package tzdata does, or pass UTC.\nSee: attendance webinars --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(0, (await RunWithoutZonesAsync("webinars --demo --time-zone UTC")).ExitCode);
    }

    private static string Unplaced(string what) =>
        $"note: 1 of 1 {what} has a time in a zone that this machine does not know: " +
        "Teams for schools (2021-10-04T16:00:00.0000000 Pacific Standard Time). " +
        "They are listed all the same, with the time as Graph sent it, which JSON has as null.\n";

    private static Task<ToolResult> RunAsync(string commandLine, params string[] more) => RunAsync(zones: null, commandLine, more);

    private Task<ToolResult> RunWithoutZonesAsync(string commandLine, params string[] more) => RunAsync(_nothing, commandLine, more);

    private static async Task<ToolResult> RunAsync(string? zones, string commandLine, string[] more)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Attendance.Cli.dll"), .. commandLine.Split(' '), .. more])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["TZ"] = "UTC" },
        };
        if (zones is not null)
            start.Environment["TZDIR"] = zones;

        using var tool = Process.Start(start)!;
        var error = tool.StandardError.ReadToEndAsync();
        var output = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        return new ToolResult(tool.ExitCode, output.ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
