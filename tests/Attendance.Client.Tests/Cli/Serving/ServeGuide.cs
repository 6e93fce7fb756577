using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Attendance.Cli;
using Attendance.Client.Testing;
using Json.Schema;

namespace Attendance.Client.Tests.Cli;

/// <summary>What <c>docs/serve.md</c> says in other languages than C#, tried where there is what runs them.</summary>
public sealed partial class ServeGuide : IDisposable
{
    private static readonly string Assembly = typeof(CommandLineApp).Assembly.Location;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-guide-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("python", 0, "python3", "test.py", "OK")]
    [InlineData("python", 1, "python3", "test.py", "OK")]
    [InlineData("javascript", 0, "node", "test.mjs", "# pass 1")]
    public async Task Its_tests_pass(string language, int block, string program, string file, string outcome)
    {
        if (OperatingSystem.IsWindows() || !IsThere(program))
            return;

        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, file), Blocks(language)[block]);
        var tool = Path.Combine(_directory.FullName, "attendance");
        await File.WriteAllTextAsync(tool, $"#!/bin/sh\nexec dotnet {Assembly} \"$@\"\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var run = Process.Start(new ProcessStartInfo("sh", ["-c", $"PATH={_directory.FullName}:$PATH {program} {file} 2>&1"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = _directory.FullName,
        })!;

        var output = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();

        Assert.True(run.ExitCode == 0, output);
        Assert.Contains(outcome, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_data_file_is_valid_and_served()
    {
        var json = Blocks("json")[1];
        var schema = JsonSchema.FromText(Resource.Text("served-data.schema.json"));
        using var graph = new FakeGraph().AddJson(json).StopFailing();
        graph.Quirks = GraphQuirks.None;

        Assert.True(schema.Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(JsonNode.Parse(json))).IsValid);
        var report = await graph.CreateClient().GetLatestReportAsync(AttendanceSource.Meeting(Organizer.Me, "course-1"));
        Assert.Equal("zoe@contoso.com", report!.Records![0].EmailAddress);
    }

    [Fact]
    public async Task Its_options_of_faults_are_what_stands_beside_them()
    {
        var rows = FaultRow().Matches(Resource.Text("docs/serve.md"))
            .Select(row => (Option: row.Groups["option"].Value, Json: row.Groups["json"].Value)).ToList();

        Assert.Equal(6, rows.Count);
        foreach (var (option, json) in rows)
        {
            using var graph = new FakeGraph().AddJson($$"""{"faults":[{{json}}]}""");
            var printed = JsonNode.Parse((await new Tool().RunAsync($"serve --print-data --fail {option}")).Output)!["faults"]!;
            Assert.Equal(JsonNode.Parse(graph.ToJson())!["faults"]!.ToJsonString(), printed.ToJsonString());
        }
    }

    private static bool IsThere(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Any(directory => File.Exists(Path.Combine(directory, program)));

    private static List<string> Blocks(string language) =>
    [
        .. Block().Matches(Resource.Text("docs/serve.md")).Where(block => block.Groups["language"].Value == language)
            .Select(block => block.Groups["code"].Value),
    ];

    [GeneratedRegex(
        "^```(?<language>\\w+)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Block();

    [GeneratedRegex(
        @"^\| `--fail (?<option>[^`]+)`[^|]*\| `(?<json>\{[^`]+\})`", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex FaultRow();
}
