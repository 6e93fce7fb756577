using System.CommandLine;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>The options that say what is summed up, and the reading and summing up of it.</summary>
internal sealed class SummaryInput
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SourceOptions _source;
    private readonly SourcesOption _sources = new();
    private readonly ManySources _many;
    private readonly ReportOption _report = new();
    private readonly MeasureOptions _measure;
    private readonly RangeOptions _range = new("none", "none");
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Take all sessions of a source, or all from --from to --to, as one.",
    };

    private readonly Option<string?> _joinGap = new("--join-gap")
    {
        Description =
            "Longest pause between two reports of one session: Graph begins another report when everybody has left [default: 15m]",
        HelpName = "span",
    };

    private readonly Option<bool> _scheduled = new("--scheduled")
    {
        Description =
            "Measure against the time from --from to --to, as the one that was planned. " +
            "Of many sources, each is measured against its own plan in any case.",
    };

    /// <summary>The options of a command.</summary>
    /// <param name="surroundings">Where messages go.</param>
    /// <param name="connection">Says who asks.</param>
    /// <param name="roster">Who is expected where no file says so, or null for nobody in particular.</param>
    public SummaryInput(
        Surroundings surroundings, ConnectionOptions connection, IReadOnlyList<ExpectedPerson>? roster = null)
    {
        (_surroundings, _connection) = (surroundings, connection);
        _measure = new MeasureOptions { Roster = roster };
        _source = new SourceOptions(connection, _sources);
        _many = new ManySources(surroundings, _source);
    }

    public void AddTo(Command command)
    {
        _source.AddTo(command);
        command.Add(_sources);
        command.Add(_report);
        _range.AddTo(command);
        command.Add(_all);
        command.Add(_joinGap);
        command.Add(_scheduled);
        _measure.AddTo(command);
    }

    /// <summary>What attendance is measured against.</summary>
    public MeasureOptions Measure => _measure;

    /// <inheritdoc cref="SourceOptions.ReadInputAsync"/>
    public Task ReadInputAsync(ParseResult parse, CancellationToken cancellationToken) =>
        _source.ReadInputAsync(parse, _surroundings, cancellationToken);

    // A directory of files is as many as --sources.
    private bool IsMany(ParseResult parse) => _sources.IsGiven(parse) || _source.NamesDirectory(parse);

    /// <summary>Whether what is asked for is one session, or several taken as one, and not as many as there happen to be.</summary>
    public bool AsksForOne(ParseResult parse) =>
        !IsMany(parse) && (parse.GetValue(_all) || _report.Read(parse, _source) is not null || !_range.IsGiven(parse));

    /// <summary>Whether there is one session where as many were asked for as there happen to be, so that --all shows who came.</summary>
    public bool CouldBeOne(ParseResult parse, SummaryResult result) =>
        !IsMany(parse) && !AsksForOne(parse) && result.Sessions.Count == 1;

    /// <summary>Whether no session at all is an answer too, as of a week without meetings, and not a report that is still to
    /// come.</summary>
    public bool MayBeNone(ParseResult parse) => IsMany(parse) || _range.IsGiven(parse);

    /// <summary>Reads the reports that the options ask for, sums them up, has them written, and tells the user at the end of all what is
    /// missing.</summary>
    /// <param name="parse">What the options say.</param>
    /// <param name="zone">The zone of their times.</param>
    /// <param name="withRegistrations">Whether the registrations of webinars and town halls are wanted too.</param>
    /// <param name="write">Writes what was read.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ParseResult parse, Zone zone, bool withRegistrations, Func<SummaryResult, Task> write, CancellationToken cancellationToken)
    {
        var result = await ReadAsync(parse, zone, withRegistrations, cancellationToken).ConfigureAwait(false);
        try
        {
            await write(result).ConfigureAwait(false);
        }
        catch
        {
            // What could not be read is not to be lost over what cannot be written.
            await _many.WriteFailuresAsync(result.Failures).ConfigureAwait(false);
            throw;
        }

        if (withRegistrations)
            await WriteWithoutRegistrationsAsync(result).ConfigureAwait(false);

        return await WriteMissingAsync(result).ConfigureAwait(false);
    }

    private static string? RangeName(DateTimeOffset? from, DateTimeOffset? to, Zone zone) => (from, to) switch
    {
        (null, null) => null,
        (_, null) => $"from {zone.TextOf(from)} {zone.Name} on",
        (null, _) => $"before {zone.TextOf(to)} {zone.Name}",
        _ => $"from {zone.TextOf(from)} to {zone.TextOf(to)} {zone.Name}",
    };

    private async Task<SummaryResult> ReadAsync(ParseResult parse, Zone zone, bool withRegistrations, CancellationToken cancellationToken)
    {
        var (from, to) = _range.Read(parse, zone, _surroundings.TimeProvider.GetUtcNow());
        var choice = await _measure.ReadAsync(parse, ReadChoice(parse, from, to), cancellationToken).ConfigureAwait(false);
        return await _connection.UseClientAsync(parse, _surroundings, async (client, status) =>
        {
            var progress = new ProgressBar(_surroundings.IsErrorTerminal ? status : null);
            var reader = new SessionReader(client, choice, withRegistrations, goesOnWithout: IsMany(parse));
            var (sources, failures) = await ReadSourcesAsync(
                parse, client, reader, progress, withRegistrations, cancellationToken).ConfigureAwait(false);
            return new SummaryResult([.. sources.Select(reader.SumUp)], failures, RangeName(from, to, zone));
        }).ConfigureAwait(false);
    }

    private async Task WriteWithoutRegistrationsAsync(SummaryResult result)
    {
        var townhalls = result.Sessions.Count(session => session is { Registrations: null, Source.Source: TownhallSource });
        await WriteAsync(result.WithoutRegistrationsCount - townhalls, "as only webinars and town halls do").ConfigureAwait(false);
        await WriteAsync(townhalls, "as Graph does not serve those of the town hall (400)").ConfigureAwait(false);

        async Task WriteAsync(int count, string why)
        {
            if (count == 0)
                return;

            var sessions = $"{CellText.Of(count)} of {CellText.Sessions(result.Sessions.Count)} {(count == 1 ? "has" : "have")}";
            await _surroundings.Error.WriteLineAsync($"note: {sessions} no registrations, {why}.").ConfigureAwait(false);
        }
    }

    private async Task<int> WriteMissingAsync(SummaryResult result)
    {
        if (result.NamesNothing)
            await _surroundings.Error.WriteLineAsync(SourcesOption.NothingText).ConfigureAwait(false);

        foreach (var note in result.Sources.SelectMany(source => source.Notes))
            await _surroundings.Error.WriteLineAsync($"note: {note}").ConfigureAwait(false);

        foreach (var source in result.Sources.Where(source => source.Sessions.Count == 0))
        {
            var text = source is { Source.ReportId: { } id, ReportCount: > 0 }
                ? $"The report {CellText.Of(id)} of {source.Source} is none {result.RangeName ?? "that can be read"}."
                : source.ReportCount > 0
                ? $"{source.Source} has {ReportText.Count(source.ReportCount)}, and none {result.RangeName ?? "that can be read"}."
                : result is { Sources.Count: 1, Failures.Count: 0 }
                    ? NoReportText.Of(source.Source.Source)
                    : $"{source.Source} has no report yet.";
            await _surroundings.Error.WriteLineAsync(text).ConfigureAwait(false);
        }

        var exitCode = await _many.WriteFailuresAsync(result.Failures).ConfigureAwait(false);
        return exitCode == ExitCode.Success && result.Sessions.Count == 0 ? ExitCode.NoReportYet : exitCode;
    }

    private async Task<(IReadOnlyList<SourceReports> Sources, IReadOnlyList<SourceFailure> Failures)> ReadSourcesAsync(
        ParseResult parse, AttendanceClient client, SessionReader reader, ProgressBar progress, bool withRegistrations,
        CancellationToken cancellationToken)
    {
        if (IsMany(parse))
        {
            var lines = _source.ReadDirectory(parse)
                ?? await _sources.ReadLinesAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
            return await _many.ReadAsync(
                parse, lines, client, (source, stop) => reader.ReadAsync(source, progress: null, stop), progress,
                cancellationToken).ConfigureAwait(false);
        }

        var source = await _source.ReadNamedAsync(parse, client, cancellationToken).ConfigureAwait(false);
        return withRegistrations && source.Source is MeetingSource
            ? throw new FailureException(
                $"There are no registrations, as {source.Source} is neither a webinar nor a town hall.",
                "Name one of these, or do not ask for registrations.")
            : ([await reader.ReadAsync(source, progress, cancellationToken).ConfigureAwait(false)], []);
    }

    private SessionChoice ReadChoice(ParseResult parse, DateTimeOffset? from, DateTimeOffset? to)
    {
        var isMany = IsMany(parse);
        _sources.Check(parse, _source);

        var reportId = _report.Read(parse, _source);
        if (reportId is not null)
        {
            Refuse(isMany, $"{_report.Name} names one report, and {_sources.Name} many sources");
            Refuse(parse.GetValue(_all), $"{_report.Name} names one report, and {_all.Name} asks for all of them");
        }

        var joinGap = SpanOption.Read(parse, _joinGap);
        Refuse(
            joinGap is not null && (reportId is not null || parse.GetValue(_all)),
            $"{_joinGap.Name} says what makes a session, which is settled by {(reportId is null ? _all.Name : _report.Name)}");
        Refuse(
            parse.GetValue(_scheduled) && _measure.IsAsRan(parse),
            $"{_scheduled.Name} and {_measure.AsRanName} each say what to measure against");
        if (parse.GetValue(_scheduled) && !isMany && (from is null || to is null))
        {
            throw new UsageException(
                $"{_scheduled.Name} measures against the time from --from to --to, and one of them is missing. Pass both.");
        }

        return new SessionChoice
        {
            ReportId = reportId,
            Range = from is null && to is null ? null : new TimeWindow(from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue),
            IsRangePlan = parse.GetValue(_scheduled) && !isMany,
            JoinGap = joinGap ?? new SessionChoice().JoinGap,
            IsAsOne = parse.GetValue(_all),
            IsLatest = AsksForOne(parse) && reportId is null && !parse.GetValue(_all),
        };
    }

    private static void Refuse(bool isContradiction, string contradiction)
    {
        if (isContradiction)
            throw new UsageException($"{contradiction}. Leave one of them out.");
    }
}
