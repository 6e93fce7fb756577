using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>Walks a newcomer through what the tool and the library do, on sample data.</summary>
internal sealed class DemoCommand : Command
{
    private const string WrongId = "no-such-meeting";

    private static readonly (string Name, AttendanceSource Source)[] Samples =
    [
        ("Meeting", SampleData.Meeting),
        ("Small meeting", SampleData.SmallMeeting),
        ("Webinar", SampleData.Webinar),
        ("Town hall", SampleData.Townhall),
    ];

    private readonly Surroundings _surroundings;
    private readonly JsonOption _json = new();

    public DemoCommand(Surroundings surroundings)
        : base("demo", "See what the tool does, on sample data: no network, no sign-in.")
    {
        _surroundings = surroundings;
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var client = SampleData.CreateGraph().CreateClient();
        if (parse.GetValue(_json))
            await WriteJsonAsync(client, cancellationToken).ConfigureAwait(false);
        else
            await WriteTextAsync(client, cancellationToken).ConfigureAwait(false);

        return ExitCode.Success;
    }

    private static async Task<List<(string Name, AttendanceSource Source, AttendanceReport Report)>> ListAsync(
        AttendanceClient client, CancellationToken cancellationToken)
    {
        List<(string, AttendanceSource, AttendanceReport)> found = [];
        foreach (var (name, source) in Samples)
        {
            await foreach (var report in client.GetReportsAsync(source, cancellationToken: cancellationToken).ConfigureAwait(false))
                found.Add((name, source, report));
        }

        return found;
    }

    private async Task WriteJsonAsync(AttendanceClient client, CancellationToken cancellationToken)
    {
        List<ReportJson> reports = [];
        foreach (var (_, source, report) in await ListAsync(client, cancellationToken).ConfigureAwait(false))
            reports.Add(ReportJson.Of(source, await client.GetReportAsync(source, report.Id!, cancellationToken).ConfigureAwait(false)));

        await _surroundings.Output.WriteLineAsync(OutputJson.Of(reports)).ConfigureAwait(false);
    }

    private async Task WriteTextAsync(AttendanceClient client, CancellationToken cancellationToken)
    {
        var screen = new Screen(_surroundings);
        screen.Line("Sample data, as Microsoft Graph would send it: no network, no sign-in.");
        screen.Line("Below each step stand the command and the C# that do the same, with");
        screen.Line("  var client = SampleData.CreateGraph().CreateClient();");

        screen.Line();
        screen.Heading("1. Which reports are there? One for each session that has ended.");
        var reports = await ListAsync(client, cancellationToken).ConfigureAwait(false);
        screen.Render(ReportsTable.Of([.. reports.Select(found => (found.Name, found.Report))], Zone.Utc));
        foreach (var (_, source) in Samples)
            screen.Line($"  $ attendance reports --demo {SourceArguments.Of(source)}");
        screen.Line("  await foreach (var report in client.GetReportsAsync(SampleData.Meeting)) { ... }");

        screen.Line();
        screen.Heading("2. Who came? The newest report of the meeting, with its records.");
        var latest = await client.GetLatestReportAsync(SampleData.Meeting, cancellationToken).ConfigureAwait(false);
        ReportText.Write(screen, SampleData.Meeting, latest!, Zone.Utc, stays: false);
        screen.Line($"  $ attendance show --demo {SourceArguments.Of(SampleData.Meeting)}");
        screen.Line("  var report = await client.GetLatestReportAsync(SampleData.Meeting);");

        screen.Line();
        screen.Heading("3. When was each of them there? Who leaves and comes back has several stays.");
        screen.Render(StaysTable.Of(latest!.Records!, Zone.Utc));
        screen.Line($"  $ attendance show --demo {SourceArguments.Of(SampleData.Meeting)} --stays");
        screen.Line("  foreach (var stay in report!.Records![1].Intervals) { ... }");

        screen.Line();
        screen.Heading("4. What if something is wrong? The error says what, why and what to do.");
        await WriteErrorAsync(screen, client, cancellationToken).ConfigureAwait(false);
        screen.Line($"  $ attendance show --demo --meeting {WrongId}");
        screen.Line("  catch (AttendanceRequestException exception) { ... exception.Reason, exception.Remedy ... }");

        screen.Line();
        screen.Heading("Next, your own meetings");
        screen.Line("Your application needs the delegated permission OnlineMeetingArtifact.Read.All.");
        screen.Line("  $ attendance show --auth browser --client-id <your application> --meeting <id>");
        screen.Line("  $ attendance show --help");
    }

    private static async Task WriteErrorAsync(Screen screen, AttendanceClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.GetLatestReportAsync(AttendanceSource.Meeting(Organizer.Me, WrongId), cancellationToken).ConfigureAwait(false);
        }
        catch (AttendanceRequestException exception)
        {
            foreach (var line in Failure.LinesOf(exception))
                screen.Line(line);
        }
    }
}
