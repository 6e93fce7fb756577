using System.CommandLine;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Shows who of those expected came to which session.</summary>
internal sealed class RegisterCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly RegisterInput _input;
    private readonly ZoneOption _zone = new();

    private readonly Option<string?> _format = new("--format")
    {
        HelpName = "name",
        Description =
            "table, csv (people by sessions), json, xlsx or page (HTML) [default: as --output ends; table without --output, " +
            "or where it has no extension]",
    };

    private readonly CsvOptions _csv = new();
    private readonly LanguageOption _language = new();
    private readonly OutputOptions _output = new("File to write, which appears only once it is complete");

    public RegisterCommand(Surroundings surroundings)
        : base("register", """
            Show who of those expected came to which session: a row for each person, a column for each session.
            Of one meeting, it is all its sessions; of many (--sources), theirs; and without either, all meetings in the calendar from --from to --to.
            """)
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _input = new RegisterInput(surroundings, _connection);
        _format.CompletionSources.Add([.. Enum.GetValues<RegisterFormat>().Select(NameOf)]);
        _input.AddTo(this);
        Add(_format);
        _output.AddTo(this);
        _csv.AddTo(this);
        Add(_language);
        Add(_zone);
        _connection.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var file = _output.ReadPath(parse);
        var format = NamedValue.Of(_format, parse, FormatOf(file) ?? RegisterFormat.Table, Enum.GetValues<RegisterFormat>(), NameOf);
        Check(parse, format, file);
        _csv.Check(parse, format == RegisterFormat.Csv, NameOf(format), $"{_format.Name} csv");
        var csv = _csv.Read(parse, zone);
        var chart = new ChartOptions { TimeZone = zone.Info, Texts = _language.Read(parse) };
        var target = file is null ? null : _output.CreateFile(parse, file);
        target?.Check();
        return await _input.RunAsync(parse, zone, WriteAsync, cancellationToken).ConfigureAwait(false);

        async Task WriteAsync(AttendanceRegister register)
        {
            var writer = new RegisterWriter(format, _input.Measure.IsAsRan(parse), csv, chart with { Title = TitleOf(register) });
            if (format == RegisterFormat.Table && target is null)
            {
                RegisterTable.Write(new Screen(_surroundings), register, zone);
            }
            else if (format == RegisterFormat.Table)
            {
                await target!.WriteAsync(text =>
                {
                    RegisterTable.Write(new Screen(_surroundings with { Output = text, TerminalWidth = null }), register, zone);
                    return Task.CompletedTask;
                }).ConfigureAwait(false);
                await WriteDoneAsync(register).ConfigureAwait(false);
            }
            else if (target is null)
            {
                var text = await writer.ToTextAsync(register, cancellationToken).ConfigureAwait(false);
                await _surroundings.Output.WriteAsync(
                    _surroundings.TerminalWidth is null ? text : PlainText.OfDocument(text, isCsv: format == RegisterFormat.Csv))
                    .ConfigureAwait(false);
            }
            else
            {
                await target.WriteBytesAsync(stream => writer.WriteAsync(register, stream, cancellationToken)).ConfigureAwait(false);
                await WriteDoneAsync(register).ConfigureAwait(false);
            }
        }

        Task WriteDoneAsync(AttendanceRegister register) => _surroundings.Error.WriteLineAsync(
            $"{file} holds the register of {CellText.People(register.People.Count)} " +
            $"and {CellText.Sessions(register.Sessions.Count)}.");
    }

    // What sessions of several names are of, their columns say.
    private static string? TitleOf(AttendanceRegister register)
    {
        string?[] subjects = [.. register.Sessions.Select(session => session.Occurrence.Subject).Distinct(StringComparer.Ordinal)];
        return subjects.Length == 1 ? subjects[0] : null;
    }

    private void Check(ParseResult parse, RegisterFormat format, string? file)
    {
        if (FormatOf(file) is { } expected && expected != format)
        {
            throw new UsageException(
                $"{_format.Name} is {NameOf(format)}, and {_output.Name} is \"{file}\". Leave {_format.Name} out, or pass another file.");
        }

        if (FormatOf(file) is null)
            _output.CheckExtension(parse, file, _format, "no format that is written", ".csv, .xlsx, .html or .json");
        if (format == RegisterFormat.Xlsx && file is null)
        {
            throw new UsageException(
                $"A workbook is no text, and goes to a file. Pass {_output.Name} register.xlsx.");
        }
    }

    private static RegisterFormat? FormatOf(string? file) => Path.GetExtension(file)?.ToUpperInvariant() switch
    {
        ".CSV" => RegisterFormat.Csv,
        ".JSON" => RegisterFormat.Json,
        ".XLSX" => RegisterFormat.Xlsx,
        ".HTML" or ".HTM" => RegisterFormat.Page,
        ".TXT" => RegisterFormat.Table,
        _ => null,
    };

    private static string NameOf(RegisterFormat format) => format.ToString().ToLowerInvariant();
}
