using System.CommandLine;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>The options that say of which sessions a register is, and the reading of them.</summary>
internal sealed class RegisterInput
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SourceOptions _source;
    private readonly SourcesOption _sources = new();
    private readonly ManySources _many;
    private readonly MeasureOptions _measure;
    private readonly RangeOptions _range = new("none", "none");
    private readonly Option<bool> _registrations = new("--registrations")
    {
        Description =
            "Compare those who registered for a webinar or town hall with those who came; an application may ask for them, a user may not.",
    };

    /// <summary>The options of a command.</summary>
    /// <param name="surroundings">Where messages go.</param>
    /// <param name="connection">Says who asks.</param>
    /// <param name="roster">Who is expected where no file says so, or null for nobody in particular.</param>
    public RegisterInput(
        Surroundings surroundings, ConnectionOptions connection, IReadOnlyList<ExpectedPerson>? roster = null)
    {
        (_surroundings, _connection) = (surroundings, connection);
        _measure = new MeasureOptions { Roster = roster };
        _source = new SourceOptions(connection, _sources);
        _many = new ManySources(surroundings, _source);
    }

    /// <summary>What attendance is measured against.</summary>
    public MeasureOptions Measure => _measure;

    public void AddTo(Command command)
    {
        _source.AddTo(command);
        command.Add(_sources);
        _range.AddTo(command);
        _measure.AddTo(command);
        command.Add(_registrations);
    }

    /// <summary>Makes the register that the options ask for, has it written, and tells the user at the end what is missing.</summary>
    /// <param name="parse">What the options say.</param>
    /// <param name="zone">The zone of their times.</param>
    /// <param name="write">Writes the register.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ParseResult parse, Zone zone, Func<AttendanceRegister, Task> write, CancellationToken cancellationToken)
    {
        _sources.Check(parse, _source);
        var (from, to) = _range.Read(parse, zone, _surroundings.TimeProvider.GetUtcNow());
        var choice = await _measure.ReadAsync(
            parse,
            new SessionChoice
            {
                Range = from is null && to is null ? null : new TimeWindow(from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue),
            },
            cancellationToken).ConfigureAwait(false);
        await _source.ReadInputAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        var (occurrences, notes, failures) = await _connection.UseClientAsync(
            parse, _surroundings, (client, status) =>
                ReadAsync(parse, client, status, choice, from, to, cancellationToken)).ConfigureAwait(false);
        try
        {
            if (occurrences.Count > 0)
                await write(MakeRegister(occurrences, choice)).ConfigureAwait(false);
        }
        finally
        {
            foreach (var note in notes)
                await _surroundings.Error.WriteLineAsync($"note: {note}").ConfigureAwait(false);
        }

        if (occurrences.Count == 0 && failures.Count == 0)
        {
            await _surroundings.Error.WriteLineAsync(
                $"There is no session to make a register of{(choice.Range is null ? "" : " in the time from --from to --to")}.")
                .ConfigureAwait(false);
        }

        var exitCode = await _many.WriteFailuresAsync(failures).ConfigureAwait(false);
        return exitCode == ExitCode.Success && occurrences.Count == 0 ? ExitCode.NoReportYet : exitCode;
    }

    private static AttendanceRegister MakeRegister(IReadOnlyList<AttendanceOccurrence> occurrences, SessionChoice choice) =>
        AttendanceRegister.Of(
            // What a roster and an invitation both say is expected of one session, and a roster alone of all.
            occurrences.Select(occurrence => occurrence with
            {
                Expected = choice.ExpectedBeside(occurrence.Expected),
            }),
            new RegisterOptions { AsRan = choice.AsRan, Thresholds = choice.Thresholds });

    private async Task<(
        IReadOnlyList<AttendanceOccurrence> Occurrences, IReadOnlyList<string> Notes, IReadOnlyList<SourceFailure> Failures)>
        ReadAsync(
            ParseResult parse, AttendanceClient client, StatusLine status, SessionChoice choice, DateTimeOffset? from, DateTimeOffset? to,
            CancellationToken cancellationToken)
    {
        if (!_sources.IsGiven(parse) && _source.NameOfGiven(parse) is null)
            return await ReadCalendarAsync(parse, client, choice, from, to, cancellationToken).ConfigureAwait(false);

        var withRegistrations = parse.GetValue(_registrations);
        var progress = new ProgressBar(_surroundings.IsErrorTerminal ? status : null);
        var reader = new SessionReader(client, choice, withRegistrations, goesOnWithout: _sources.IsGiven(parse));
        var (sources, failures) = await ReadSourcesAsync(parse, client, reader, progress, cancellationToken).ConfigureAwait(false);
        return (
            [.. sources.SelectMany(source => OccurrencesOf(source, choice))], [.. sources.SelectMany(source => source.Notes)], failures);
    }

    private async Task<(IReadOnlyList<SourceReports> Sources, IReadOnlyList<SourceFailure> Failures)> ReadSourcesAsync(
        ParseResult parse, AttendanceClient client, SessionReader reader, ProgressBar progress, CancellationToken cancellationToken)
    {
        if (_source.ReadDirectory(parse) is { } files)
        {
            return await _many.ReadAsync(
                parse, files, client, (source, stop) => reader.ReadAsync(source, progress: null, stop), progress, cancellationToken)
                .ConfigureAwait(false);
        }

        if (!_sources.IsGiven(parse))
        {
            var source = await _source.ReadNamedAsync(parse, client, cancellationToken).ConfigureAwait(false);
            return ([await reader.ReadAsync(source, progress, cancellationToken).ConfigureAwait(false)], []);
        }

        var lines = await _sources.ReadLinesAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        return await _many.ReadAsync(
            parse, lines, client, (source, stop) => reader.ReadAsync(source, progress: null, stop), progress, cancellationToken)
            .ConfigureAwait(false);
    }

    private static IEnumerable<AttendanceOccurrence> OccurrencesOf(SourceReports source, SessionChoice choice) =>
        source.Occurrences.Select(occurrence => occurrence with
        {
            Subject = occurrence.Subject ?? source.Source.Subject,
            Expected = source.Registrations is { } registrations ? ExpectedPerson.Of(registrations)
                : choice.ExpectsInvited ? occurrence.Expected : null,
        });

    private async Task<(
        IReadOnlyList<AttendanceOccurrence> Occurrences, IReadOnlyList<string> Notes, IReadOnlyList<SourceFailure> Failures)>
        ReadCalendarAsync(
            ParseResult parse, AttendanceClient client, SessionChoice choice, DateTimeOffset? from, DateTimeOffset? to,
            CancellationToken cancellationToken)
    {
        var now = _surroundings.TimeProvider.GetUtcNow();
        if (from is not { } begin)
        {
            throw new UsageException(
                "Nothing says what the register is of. Pass the join link of a series, or --sources for the meetings of a course, " +
                "or --from for all meetings in the calendar since then, such as --from \"last month\".");
        }

        if (begin >= (to ?? now))
        {
            throw new UsageException(
                "--from is a time to come, and a register is of sessions that took place. Pass an earlier --from, or --to too.");
        }

        var owner = _source.ReadOwner(parse);
        var occurrences = new List<AttendanceOccurrence>();
        var notes = new List<string>();
        var reading = client.GetOccurrencesAsync(
            owner, begin, to ?? now, new OccurrenceOptions { IncludeRecords = true, JoinGap = choice.JoinGap }, cancellationToken);
        await foreach (var occurrence in reading.ConfigureAwait(false))
        {
            // What is still to come tells nothing of anybody.
            if (occurrence is { Error: null, Reports.Count: 0, Plan: { } plan } && plan.End > now)
                continue;
            if (occurrence.Error is { } error)
                notes.Add(
                    $"{CellText.Of(occurrence.Subject)} cannot be read, and is a column of question marks. {CellText.Of(error.Message)}");
            occurrences.Add(choice.ExpectsInvited ? occurrence : occurrence with { Expected = null });
        }

        return (occurrences, notes, []);
    }
}
