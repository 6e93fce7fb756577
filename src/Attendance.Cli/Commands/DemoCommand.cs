using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>Walks a newcomer from a join link to a chart, on sample data.</summary>
internal sealed class DemoCommand : Command
{
    private const string DefaultChart = "attendance-demo.html";

    private static readonly AttendanceSource[] Samples =
    [SampleData.Meeting, SampleData.SmallMeeting, SampleData.Webinar, SampleData.Townhall];

    private readonly Surroundings _surroundings;
    private readonly JsonOption _json = new();
    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "file",
        Description = $"File for the chart [default: {DefaultChart}, which is replaced where it is there already]",
    };

    public DemoCommand(Surroundings surroundings)
        : base("demo", "See what the tool does, from a join link to a chart, on sample data: no network, no sign-in.")
    {
        _surroundings = surroundings;
        Add(_output);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        if (!parse.GetValue(_json))
            return await WalkAsync(parse.GetValue(_output), cancellationToken).ConfigureAwait(false);
        if (parse.GetValue(_output) is not null)
            throw new UsageException($"{_output.Name} is the file for the chart, and {_json.Name} draws none. Leave one of them out.");

        await WriteJsonAsync(cancellationToken).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private async Task WriteJsonAsync(CancellationToken cancellationToken)
    {
        var client = SampleData.CreateGraph().CreateClient();
        List<ReportJson> reports = [];
        foreach (var source in Samples)
        {
            await foreach (var report in client.GetReportsAsync(source, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                reports.Add(
                    ReportJson.Of(
                        source.ToString(), await client.GetReportAsync(source, report.Id!, cancellationToken).ConfigureAwait(false)));
            }
        }

        await _surroundings.Output.WriteLineAsync(OutputJson.Of(reports)).ConfigureAwait(false);
    }

    private static Step[] StepsOf(string? chart)
    {
        var meeting = ((MeetingSource)SampleData.Meeting).MeetingId;
        return
        [
            new("From a join link to the meeting, as you have a link and no ids.",
                ["find", "--demo", SampleData.JoinLink.ToString()],
                "var meeting = await client.FindMeetingAsync(Organizer.Me, JoinLink.Parse(link));"),
            new("Which reports are there? One for each session that has ended.",
                ["reports", "--demo", "--meeting", meeting],
                "await foreach (var report in client.GetReportsAsync(meeting!.Source!)) { ... }"),
            new("Who came? The records of the newest report, with every stay: who leaves and comes back has several.",
                ["show", "--demo", "--meeting", meeting, "--stays"],
                "var report = await client.GetLatestReportAsync(meeting!.Source!);"),
            new("For how long, and who was late? The records summed up, a person in each row.",
                ["summary", "--demo", "--meeting", meeting, "--late-after", "5m"],
                "var summary = AttendanceSummary.Of(report!);"),
            new("For a spreadsheet or a script, as CSV or JSON.",
                ["export", "--demo", "--meeting", meeting, "--rows", "stays"],
                "await AttendanceExport.WriteCsvAsync(StayRow.Of(summary), Console.Out);"),
            new("Who of those registered for a webinar came?",
                ["summary", "--demo", "--source", SampleData.Webinar.ToString(), "--registrations"],
                "var registrations = RegistrationSummary.Of(await client.GetRegistrationsAsync(webinar).ToListAsync(), summary);"),
            new("What if something is wrong? The error says what, why and what to do.",
                ["show", "--demo", "--meeting", "no-such-meeting"],
                "catch (AttendanceRequestException exception) { ... exception.Reason, exception.Remedy ... }",
                ExitCode.RequestFailed),
            new("A chart, to look at and to pass on: a page that needs no network.",
                [
                    "chart", "--demo", "--meeting", SampleData.JoinLink.ToString(), "--output", chart ?? DefaultChart,
                    .. chart is null && !IsLink(DefaultChart) ? ["--force"] : Array.Empty<string>(),
                ],
                "var page = AttendanceChart.Page(summary);"),
        ];
    }

    // Somebody else may have laid it where everybody writes, such as in /tmp, and nobody has named it.
    private static bool IsLink(string file) => new FileInfo(file).LinkTarget is not null;

    private async Task<int> WalkAsync(string? chart, CancellationToken cancellationToken)
    {
        var steps = StepsOf(chart);
        var screen = new Screen(_surroundings);
        screen.Line("Sample data, as Microsoft Graph would send it: no network, no sign-in.");
        screen.Line("Each step is a command, and below it stands the C# that does the same, with");
        screen.Line("  var client = SampleData.CreateGraph().CreateClient();");

        // What a command says to people stands where it says it, also of errors.
        var app = new CommandLineApp(_surroundings with { Error = _surroundings.Output });
        var lastCode = ExitCode.Success;
        foreach (var (index, step) in steps.Index())
        {
            screen.Line();
            screen.Heading($"{CellText.Of(index + 1)}. {step.Title}");
            screen.Line($"  $ attendance {string.Join(' ', step.Arguments.Select(Argument.Quoted))}");
            screen.Line();
            var exitCode = await app.RunAsync(step.Arguments, cancellationToken).ConfigureAwait(false);
            if (exitCode != step.ExitCode && (step != steps[^1] || exitCode == ExitCode.Cancelled))
                return exitCode;

            // The chart alone depends on the machine, and who has come so far is told how to go on.
            lastCode = exitCode;

            screen.Line();
            screen.Line($"  {step.Code}");
        }

        WriteNext(screen);
        return lastCode;
    }

    private static void WriteNext(Screen screen)
    {
        screen.Line();
        screen.Heading("Next, your own meetings");
        screen.Line("Your application needs the delegated permissions OnlineMeetings.Read and OnlineMeetingArtifact.Read.All.");
        screen.Line("  $ attendance login --tenant <your tenant> --client-id <your application>");
        screen.Line("  $ attendance check \"<join link>\"");
        screen.Line("  $ attendance chart \"<join link>\" --output attendance.html");
        screen.Line();
        screen.Line("Without access to Graph, with a CSV file that Teams let you download");
        screen.Line("  $ attendance summary \"Meeting - Attendance report.csv\"");
        screen.Line("  $ attendance --help");
    }

    private sealed record Step(string Title, string[] Arguments, string Code, int ExitCode = Cli.ExitCode.Success);
}
