using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Shows one report with its records.</summary>
internal sealed class ShowCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SourceOptions _source;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();
    private readonly ReportOption _report = new();
    private readonly Option<bool> _stays = new("--stays")
    {
        Description = "A row for each stay instead of each person; --json always has them.",
    };

    public ShowCommand(Surroundings surroundings)
        : base("show", "Show who attended: one report of a meeting, webinar or town hall, with its records.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _source = new SourceOptions(_connection);
        _source.AddTo(this);
        Add(_report);
        Add(_stays);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        await _source.ReadInputAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        var zone = _zone.Read(parse, _surroundings);
        var reportId = _report.Read(parse, _source);
        var (named, report) = await ReadAsync(parse, reportId, cancellationToken).ConfigureAwait(false);
        if (report is null)
        {
            await _surroundings.Error.WriteLineAsync(NoReportText.Of(named.Source)).ConfigureAwait(false);
            return ExitCode.NoReportYet;
        }

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(ReportJson.Of(named.Text, report))).ConfigureAwait(false);
        else
            ReportText.Write(new Screen(_surroundings), named.Text, report, zone, parse.GetValue(_stays));

        return ExitCode.Success;
    }

    private Task<(NamedSource Source, AttendanceReport? Report)> ReadAsync(
        ParseResult parse, string? reportId, CancellationToken cancellationToken) =>
        _connection.UseClientAsync(parse, _surroundings, async (client, status) =>
        {
            using var turns = Spinner.Start(_surroundings, status, passed => $"Reading the report, {SpanText.Of(passed)}");
            var named = await _source.ReadNamedAsync(parse, client, cancellationToken).ConfigureAwait(false);
            await named.WriteNotesAsync(status).ConfigureAwait(false);
            var (source, reading) = (named.Source, named.Client ?? client);
            var report = reportId is null
                ? await reading.GetLatestReportAsync(source, cancellationToken).ConfigureAwait(false)
                : await reading.GetReportAsync(source, reportId, cancellationToken).ConfigureAwait(false);
            return (named, report);
        });
}
