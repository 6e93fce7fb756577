using System.CommandLine;
using Attendance.Cli.Json;

namespace Attendance.Cli;

/// <summary>Waits for the report of a session, and shows it.</summary>
internal sealed class WaitCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SourceOptions _source;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();
    private readonly Option<bool> _stays = new("--stays")
    {
        Description = "A row for each stay instead of each person; --json always has them.",
    };
    private readonly SpanOption _timeout = new(
        "--timeout", "How long to wait, such as 15m or 2h; 0s asks once", TimeSpan.FromHours(1), shortest: TimeSpan.Zero,
        longest: TimeSpan.FromDays(365));
    private readonly SpanOption _interval = new(
        "--interval", "How long to wait between two requests, such as 90s", TimeSpan.FromMinutes(1), shortest: TimeSpan.FromSeconds(1),
        longest: TimeSpan.FromDays(1));
    private readonly TimeOption _endedAfter = new(
        "--ended-after",
        "Leave out sessions that ended before: a date, a date and time, or how long ago, such as 30m [default: any session counts]");

    public WaitCommand(Surroundings surroundings)
        : base("wait", "Wait for the report of a session that has ended, and show it: Teams takes minutes to hours to make one.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _source = new SourceOptions(_connection, readsFiles: false);
        _source.AddTo(this);
        Add(_endedAfter);
        Add(_timeout);
        Add(_interval);
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
        var timeout = _timeout.Read(parse);
        var interval = _interval.Read(parse);
        var endedAfter = _endedAfter.Read(parse, zone, _surroundings.TimeProvider.GetUtcNow());
        if (_source.ReadReportId(parse) is { } reportId)
        {
            throw new UsageException(
                $"{_source.NameOfGiven(parse)} goes on to the report {CellText.Of(reportId)}, " +
                "and wait waits for one that is not there yet. " +
                "Leave the report out, or read that one with attendance show.");
        }

        var session = endedAfter is null ? "" : $", of a session that ended after {zone.TextOf(endedAfter)} {zone.Name}";

        var (source, report) = await _connection.UseClientAsync(parse, _surroundings, async (client, status) =>
        {
            var named = await _source.ReadNamedAsync(parse, client, cancellationToken).ConfigureAwait(false);
            var source = named.Source;
            if (named.Client is not null)
                throw new UsageException($"{named} is a file, whose report is there. Read it with attendance show.");

            var howOften = timeout == TimeSpan.Zero ? "once" : $"every {SpanText.Of(interval)}, for at most {SpanText.Of(timeout)}";
            await status.WriteLineAsync(
                $"Waiting for an attendance report for {source}{session}. It is asked for {howOften}; Ctrl+C stops that.")
                .ConfigureAwait(false);
            using var turns = Spinner.Start(_surroundings, status, passed => $"{SpanText.Of(passed)} of {SpanText.Of(timeout)}");
            return (source, await client.WaitForReportAsync(
                source, timeout, interval, endedAfter, cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);

        if (report is null)
        {
            await _surroundings.Error.WriteLineAsync($"Not yet: none came within {SpanText.Of(timeout)}.").ConfigureAwait(false);
            await _surroundings.Error.WriteLineAsync(NoReportText.Of(source, session)).ConfigureAwait(false);
            return ExitCode.NoReportYet;
        }

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(ReportJson.Of(source.ToString(), report))).ConfigureAwait(false);
        else
            ReportText.Write(new Screen(_surroundings), source.ToString(), report, zone, parse.GetValue(_stays));

        return ExitCode.Success;
    }
}
