using System.Text.Json;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Cli.SourceSamples;

namespace Attendance.Client.Tests.Cli;

/// <summary>Lines that go on to a report of their source.</summary>
public class NamedReports
{
    private const string FirstReport = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7";
    private const string SecondReport = "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89";

    [Theory]
    [InlineData("summary --json")]
    [InlineData("export")]
    [InlineData("reports")]
    public async Task Are_read_at_the_report_alone_that_a_line_goes_on_to(string command)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        var tool = new Tool
        {
            Input =
                $"{MeetingPath}/attendanceReports/{FirstReport}\n{Root}/{MeetingPath}/attendanceReports('{SecondReport}')\n" +
                $"{MeetingPath}/attendanceReports/{FirstReport}/attendanceRecords\n",
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        var result = await tool.RunAsync($"{command} --auth token --sources - {(command == "reports" ? "" : "--as-ran")}");

        string[] records = command == "reports" ? [] : ["/attendanceRecords"];
        Assert.Equal(
            records.Prepend("").SelectMany(end => new[]
            {
                $"{Root}/{MeetingPath}/attendanceReports/{FirstReport}{end}",
                $"{Root}/{MeetingPath}/attendanceReports/{SecondReport}{end}",
            })
                .Order(StringComparer.Ordinal),
            graph.Uris.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Count_once_where_lines_go_on_to_reports_of_one_meeting()
    {
        var result = await new Tool
        {
            Input = $"{MeetingPath}/attendanceReports/{FirstReport}\n{MeetingPath}/attendanceReports/{SecondReport}\n",
        }.RunAsync("reports --demo --sources -");

        Assert.StartsWith("2 reports of 1 source\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary --json")]
    [InlineData("summary --all --json")]
    [InlineData("export")]
    [InlineData("export --rows stays")]
    [InlineData("export --rows records")]
    [InlineData("reports")]
    [InlineData("reports --json")]
    public async Task Tell_a_report_once_where_two_of_them_lead_to_it(string command)
    {
        var once = await new Tool { Input = MeetingPath }.RunAsync($"{command} --demo --sources -");
        var again = await new Tool
        {
            Input = $"{MeetingPath}\n{MeetingPath}/attendanceReports/{FirstReport}\nusers/{User}/{MeetingPath[3..]}\n",
        }.RunAsync($"{command} --demo --sources -");

        Assert.Equal(once, again);
        Assert.Equal(("", 0), (again.Error, again.ExitCode));
    }

    [Theory]
    [InlineData(MeetingPath)]
    [InlineData($"users/{User}/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ")]
    [InlineData($"{MeetingPath}/attendanceReports/{FirstReport}\n{MeetingPath}")]
    public async Task Tell_a_report_by_the_line_that_knows_what_it_is_of(string others)
    {
        var link = await new Tool { Input = MeetingNumber }.RunAsync("summary --demo --sources - --json");
        var all = await new Tool { Input = $"{others}\n{MeetingNumber}\n" }.RunAsync("summary --demo --sources - --json");

        Assert.Equal(Told(link), Told(all));

        static IEnumerable<(string?, string?)> Told(ToolResult result) =>
            JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(session => (
                session.GetProperty("subject").GetString(), session.GetProperty("reports")[0].GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Keep_the_reports_that_no_other_of_them_leads_to()
    {
        var result = await new Tool
        {
            Input = $"{MeetingPath}/attendanceReports/{SecondReport}\nme/onlineMeetings/none\nusers/{User}/{MeetingPath[3..]}\n",
        }.RunAsync("summary --demo --sources - --json");

        Assert.Equal(
            [(MeetingPath, SecondReport), ($"users/{User}/{MeetingPath[3..]}", FirstReport)],
            JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(
                session => (session.GetProperty("source").GetString(), session.GetProperty("reports")[0].GetProperty("id").GetString())));
        Assert.StartsWith("error: line 2, me/onlineMeetings/none: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_of_a_report_that_is_named_that_it_is_of_another_time()
    {
        var result = await new Tool { Input = $"{MeetingPath}/attendanceReports/{FirstReport}\n" }.RunAsync(
            "summary --demo --sources - --from 2021-10-08");

        Assert.Equal($"The report {FirstReport} of Weekly review, {MeetingPath} is none from 2021-10-08 00:00:00 UTC on.\n", result.Error);
        Assert.Equal(3, result.ExitCode);
    }
}
