using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Lists the reports of a source.</summary>
internal sealed class ReportsCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SourceOptions _source;
    private readonly SourcesOption _sources = new();
    private readonly ManySources _many;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    public ReportsCommand(Surroundings surroundings)
        : base("reports", "List the reports of a meeting, webinar or town hall, newest first: one for each session that has ended.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _source = new SourceOptions(_connection, _sources);
        _many = new ManySources(surroundings, _source);
        _source.AddTo(this);
        Add(_sources);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        _sources.Check(parse, _source);
        await _source.ReadInputAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        var zone = _zone.Read(parse, _surroundings);
        return _sources.IsGiven(parse) || _source.NamesDirectory(parse)
            ? await ListManyAsync(parse, zone, cancellationToken).ConfigureAwait(false)
            : await ListAsync(parse, zone, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> ListAsync(ParseResult parse, Zone zone, CancellationToken cancellationToken)
    {
        var client = await _connection.CreateClientAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        var named = await _source.ReadNamedAsync(parse, client, cancellationToken).ConfigureAwait(false);
        await named.WriteNotesAsync(_surroundings.Error).ConfigureAwait(false);
        var reports = await ReadAsync(client, named, cancellationToken).ConfigureAwait(false);
        var source = named.Source;

        if (parse.GetValue(_json))
            await WriteJsonAsync(reports.Select(report => ReportJson.Of(named.Text, report))).ConfigureAwait(false);
        else if (reports.Count == 0)
            await _surroundings.Error.WriteLineAsync(NoReportText.Of(source)).ConfigureAwait(false);
        else
            WriteTable($"{ReportText.Count(reports.Count)} of {named.Text}", ReportsTable.Of(reports, zone));

        return ExitCode.Success;
    }

    private async Task<int> ListManyAsync(ParseResult parse, Zone zone, CancellationToken cancellationToken)
    {
        var (sources, failures) = await ReadManyAsync(parse, cancellationToken).ConfigureAwait(false);
        var reports = sources.SelectMany(source => source.Reports, (source, report) => (source.Source, Report: report)).ToList();

        if (parse.GetValue(_json))
            await WriteJsonAsync(reports.Select(item => ReportJson.Of(item.Source.Text, item.Report))).ConfigureAwait(false);
        else if (reports.Count > 0)
        {
            WriteTable(
                $"{ReportText.Count(reports.Count)} " +
                $"of {CellText.Sources(sources.Select(source => source.Source.Source).Distinct().Count())}",
                ReportsTable.Of([.. reports.Select(item => (item.Source.ShortName, item.Report))], zone));
        }

        foreach (var source in sources.Where(source => !source.Reports.Any()))
            await _surroundings.Error.WriteLineAsync($"{source.Source} has no report yet.").ConfigureAwait(false);

        if (sources.Count > 0 || failures.Count > 0)
            return await _many.WriteFailuresAsync(failures).ConfigureAwait(false);

        await _surroundings.Error.WriteLineAsync(SourcesOption.NothingText).ConfigureAwait(false);
        return ExitCode.NoReportYet;
    }

    private async Task<(IReadOnlyList<SourceReports> Sources, IReadOnlyList<SourceFailure> Failures)> ReadManyAsync(
        ParseResult parse, CancellationToken cancellationToken)
    {
        var lines = _source.ReadDirectory(parse)
            ?? await _sources.ReadLinesAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        return await _connection.UseClientAsync(parse, _surroundings, (client, status) =>
        {
            var progress = new ProgressBar(_surroundings.IsErrorTerminal ? status : null);
            return _many.ReadAsync(parse, lines, client, ReadSourceAsync, progress, cancellationToken);

            async Task<SourceReports> ReadSourceAsync(NamedSource source, CancellationToken stop)
            {
                var reports = await ReadAsync(client, source, stop).ConfigureAwait(false);
                return new SourceReports(
                    source, reports.Count, [.. reports.Select(report => new AttendanceOccurrence { Reports = [report] })], Notes: []);
            }
        }).ConfigureAwait(false);
    }

    private static async Task<List<AttendanceReport>> ReadAsync(
        AttendanceClient client, NamedSource source, CancellationToken cancellationToken)
    {
        var reports = await source.ListReportsAsync(client, cancellationToken).ConfigureAwait(false);
        return [.. reports.OrderByDescending(report => report.EndedAt ?? report.StartedAt)];
    }

    private Task WriteJsonAsync(IEnumerable<ReportJson> reports) => _surroundings.Output.WriteLineAsync(OutputJson.Of(reports));

    private void WriteTable(string title, IReadOnlyList<DataTable> layouts)
    {
        var screen = new Screen(_surroundings);
        screen.Line(title);
        screen.Render(layouts);
    }
}
