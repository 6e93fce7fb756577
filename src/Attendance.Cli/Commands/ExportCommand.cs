using System.CommandLine;

namespace Attendance.Cli;

/// <summary>Writes who was there as rows, for a spreadsheet or a script.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SummaryInput _input;
    private readonly ZoneOption _zone = new();

    private readonly Option<string?> _rows = new("--rows")
    {
        HelpName = "kind",
        Description =
            "What a row is: people, stays, records (as Graph sent them, of whole reports) " +
            "or registrants (of webinars and town halls) [default: people]",
    };

    private readonly Option<string?> _format = new("--format")
    {
        HelpName = "name",
        Description =
            "csv, jsonl (an object on each line), json (one array) or xlsx (a workbook of people, sessions, stays and, " +
            "with --rows registrants, registrations) [default: " +
            "as --output ends; csv without --output, or where it has no extension]",
    };

    private readonly OutputOptions _output = new("File to write, which appears only once it is complete");

    private readonly CsvOptions _csv = new();

    public ExportCommand(Surroundings surroundings)
        : base("export", """
            Write who was there as CSV or JSON, a row for each person, stay, record or registrant, or all of it as a workbook (XLSX). Each row says of which meeting and session it is; times are UTC, durations seconds.
            Of one meeting, the newest session is written. Of many sources (--sources), or from --from to --to, it is all sessions.
            """)
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _input = new SummaryInput(surroundings, _connection);
        _rows.CompletionSources.Add([.. Enum.GetValues<ExportKind>().Select(NameOf)]);
        _format.CompletionSources.Add([.. Enum.GetValues<ExportFormat>().Select(NameOf)]);
        _input.AddTo(this);
        Add(_rows);
        Add(_format);
        _output.AddTo(this);
        _csv.AddTo(this);
        Add(_zone);
        _connection.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        await _input.ReadInputAsync(parse, cancellationToken).ConfigureAwait(false);
        var zone = _zone.Read(parse, _surroundings);
        var kind = NamedValue.Of(_rows, parse, ExportKind.People, Enum.GetValues<ExportKind>(), NameOf);
        var file = _output.ReadPath(parse);
        var format = NamedValue.Of(_format, parse, FormatOf(file) ?? ExportFormat.Csv, Enum.GetValues<ExportFormat>(), NameOf);
        Check(parse, format, file);

        var target = file is null ? null : _output.CreateFile(parse, file);
        target?.Check();
        var writer = new RowWriter(kind, format, _csv.Read(parse, zone) with { HasOrigin = true });
        return await _input.RunAsync(
            parse, zone, kind == ExportKind.Registrants, WriteResultAsync, cancellationToken).ConfigureAwait(false);

        async Task WriteResultAsync(SummaryResult result)
        {
            // The file of last week is not to be taken for one of this week, and a script waits for a document.
            if (result.Sessions.Count == 0 && !_input.MayBeNone(parse))
                return;

            await WriteAsync(target, writer, result.Sessions, zone, cancellationToken).ConfigureAwait(false);
            if (kind == ExportKind.Stays)
                await WriteWithoutStaysAsync(result).ConfigureAwait(false);
            var count = result.Sessions.Count - (kind == ExportKind.Registrants ? result.WithoutRegistrationsCount : 0);
            if (target is not null)
            {
                await _surroundings.Error.WriteLineAsync(
                    $"{file} holds the {NameOf(kind)} of {CellText.Sessions(count)}.").ConfigureAwait(false);
            }
        }
    }

    private async Task WriteWithoutStaysAsync(SummaryResult result)
    {
        var count = result.Sessions.SelectMany(session => session.Summary.Attendees)
            .Count(attendee => attendee.HasHiddenTimes || (attendee.HasAttended && attendee.Stays.Count == 0));
        if (count > 0)
        {
            await _surroundings.Error.WriteLineAsync(
                $"note: {CellText.People(count)} came and {(count == 1 ? "has" : "have")} no row for a stay, or not for each: " +
                "Graph does not say when it was, or it took no time. --rows people has them all.").ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(
        ExportFile? target, RowWriter writer, IReadOnlyList<SessionSummary> sessions, Zone zone, CancellationToken cancellationToken)
    {
        if (target is null && _surroundings.TerminalWidth is not null)
            await writer.WriteToTerminalAsync(sessions, _surroundings.Output, cancellationToken).ConfigureAwait(false);
        else if (target is null)
            await writer.WriteAsync(sessions, _surroundings.Output, cancellationToken).ConfigureAwait(false);
        else
            await target.WriteBytesAsync(stream => writer.WriteAsync(sessions, stream, zone, cancellationToken)).ConfigureAwait(false);
    }

    private void Check(ParseResult parse, ExportFormat format, string? file)
    {
        if (FormatOf(file) is { } expected && expected != format)
        {
            throw new UsageException(
                $"{_format.Name} is {NameOf(format)}, and {_output.Name} is \"{file}\". Leave {_format.Name} out, or pass another file.");
        }

        if (FormatOf(file) is null)
            _output.CheckExtension(parse, file, _format, "no format that is written", ".csv, .xlsx, .json, .jsonl or .ndjson");

        _csv.Check(parse, format == ExportFormat.Csv, NameOf(format), $"{_format.Name} csv");
        if (format == ExportFormat.Xlsx && file is null)
            throw new UsageException($"A workbook is no text, and goes to a file. Pass {_output.Name} attendance.xlsx.");
    }

    private static ExportFormat? FormatOf(string? file) => Path.GetExtension(file)?.ToUpperInvariant() switch
    {
        ".JSON" => ExportFormat.Json,
        ".JSONL" or ".NDJSON" => ExportFormat.Jsonl,
        ".CSV" => ExportFormat.Csv,
        ".XLSX" => ExportFormat.Xlsx,
        _ => null,
    };

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
