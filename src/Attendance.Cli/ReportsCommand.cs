using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Lists the reports of a source.</summary>
internal sealed class ReportsCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection = new();
    private readonly SourceOptions _source;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    public ReportsCommand(Surroundings surroundings)
        : base("reports", "List the reports of a meeting, webinar or town hall, newest first: one for each session that has ended.")
    {
        _surroundings = surroundings;
        _source = new SourceOptions(_connection);
        _source.AddTo(this);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var client = _connection.CreateClient(parse, _surroundings);
        var source = await _source.ReadAsync(parse, client, cancellationToken).ConfigureAwait(false);
        var reports = await client.GetReportsAsync(source, cancellationToken: cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        reports = [.. reports.OrderByDescending(report => report.EndedAt ?? report.StartedAt)];

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(reports.Select(report => ReportJson.Of(source, report)))).ConfigureAwait(false);
        else if (reports.Count == 0)
            await _surroundings.Error.WriteLineAsync(NoReportText.Of(source)).ConfigureAwait(false);
        else
            WriteTable(source, reports, zone);

        return ExitCode.Success;
    }

    private void WriteTable(AttendanceSource source, List<AttendanceReport> reports, Zone zone)
    {
        var screen = new Screen(_surroundings);
        screen.Line($"{ReportText.Count(reports.Count)} of {source}");
        screen.Render(ReportsTable.Of(reports, zone));
    }
}
