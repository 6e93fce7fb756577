using System.CommandLine;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Draws who was there.</summary>
internal sealed class ChartCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SummaryInput _input;
    private readonly ZoneOption _zone = new();
    private readonly LanguageOption _language = new();

    private readonly Option<string?> _kind = new("--kind")
    {
        HelpName = "name",
        Description =
            "page (HTML with everything), head-count or stays (SVG) [default: " +
            "as --output ends, .svg being head-count; page without --output, or where it has no extension]",
    };

    private readonly OutputOptions _output = new("File to write, or a directory that exists, in which each session gets a file of its own");

    private readonly Option<string?> _title = new("--title")
    {
        HelpName = "text",
        Description = "What stands above [default: the meeting's subject, where a join link was looked up]",
    };

    private readonly Option<bool> _registrations = new("--registrations")
    {
        Description =
            "Compare the registrations of a webinar or town hall with those who came; an application may ask for them, a user may " +
            "not.",
    };

    public ChartCommand(Surroundings surroundings)
        : base("chart", """
            Draw who was there and when, as a page that needs no network, or as a picture: people at once over time, and everybody's stays.
            The page holds names. Of one meeting, the newest session is drawn, or with --all all of them side by side.
            Of many sources (--sources), or from --from to --to, each session has a file in the directory of --output.
            """)
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _input = new SummaryInput(surroundings, _connection);
        _kind.CompletionSources.Add([.. Enum.GetValues<ChartKind>().Select(NameOf)]);
        _input.AddTo(this);
        Add(_kind);
        _output.AddTo(this);
        Add(_title);
        Add(_language);
        Add(_registrations);
        Add(_zone);
        _connection.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        await _input.ReadInputAsync(parse, cancellationToken).ConfigureAwait(false);
        var zone = _zone.Read(parse, _surroundings);
        var output = _output.ReadPath(parse);
        var kind = NamedValue.Of(_kind, parse, KindOf(output) ?? ChartKind.Page, Enum.GetValues<ChartKind>(), NameOf);
        CheckKind(parse, kind, output);
        var options = new ChartOptions
        {
            Title = parse.GetValue(_title),
            TimeZone = zone.Info,
            Texts = _language.Read(parse),
        };
        var directory = output is not null && Directory.Exists(output)
            ? new ChartDirectory(output, kind == ChartKind.Page ? ".html" : ".svg", zone)
            : null;
        Check(parse, output, directory);

        return await _input.RunAsync(
            parse, zone, parse.GetValue(_registrations),
            result => DrawAsync(parse, result, kind, options, output, directory, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task DrawAsync(
        ParseResult parse, SummaryResult result, ChartKind kind, ChartOptions options, string? output, ChartDirectory? directory,
        CancellationToken cancellationToken)
    {
        var charts = result.Sessions.Select(session => (Session: session, File: directory?.PathOf(session) ?? output)).ToList();
        if (directory is not null)
        {
            charts.ForEach(chart => _output.CreateFile(parse, chart.File!).Check());
            _output.CreateFile(parse, directory.IndexPath).Check();
        }

        foreach (var (session, file) in charts)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Of many charts each must say what it is of.
            var name = session.Source.Subject ?? (directory is null ? null : session.Source.Text);
            var chart = Draw(kind, session.Summary, options with { Title = options.Title ?? name, Registrations = session.Registrations });
            await WriteAsync(parse, file, chart).ConfigureAwait(false);
        }

        if (directory is not null && charts.Count > 0)
        {
            var entries = charts.Select(chart => ChartIndexEntry.Of(
                Path.GetFileName(chart.File!), chart.Session.Summary,
                chart.Session.Source.Subject ?? chart.Session.Source.Text));
            await WriteAsync(parse, directory.IndexPath, AttendanceChart.Index(entries, options)).ConfigureAwait(false);
        }
    }

    private void CheckKind(ParseResult parse, ChartKind kind, string? output)
    {
        var ofPage = parse.GetValue(_registrations) ? _registrations : _input.Measure.FirstOfPeople(parse);
        if (kind != ChartKind.Page && ofPage is not null)
        {
            throw new UsageException(
                $"{ofPage.Name} is about the page, and what is drawn is {NameOf(kind)}. Leave it out, or pass {_kind.Name} page.");
        }

        if (KindOf(output) is { } expected && (expected == ChartKind.Page) != (kind == ChartKind.Page) && !Directory.Exists(output))
        {
            throw new UsageException(
                $"{_kind.Name} is {NameOf(kind)}, which is {(kind == ChartKind.Page ? "HTML" : "SVG")}, " +
                $"and {_output.Name} is \"{output}\". Leave {_kind.Name} out, or pass another file.");
        }
    }

    private void Check(ParseResult parse, string? output, ChartDirectory? directory)
    {
        if (!_output.IsGiven(parse) && _surroundings.TerminalWidth is not null)
        {
            throw new UsageException(
                "A chart is HTML or SVG, which a terminal does not draw. " +
                $"Pass {_output.Name} attendance.html and open that in a browser, or {_output.Name} - to see its text.");
        }

        if (directory is null && !_input.AsksForOne(parse))
            throw TakesOne(output);
        if (directory is null && KindOf(output) is null)
            _output.CheckExtension(parse, output, _kind, "nothing that is drawn", ".html, .htm or .svg");
        if (output is not null && directory is null)
            _output.CreateFile(parse, output).Check();
    }

    private UsageException TakesOne(string? output)
    {
        const string Each = "Each session from --from to --to, or of --sources, has a chart of its own";
        const string SideBySide = "name one meeting and --all to draw its sessions side by side";
        if (output is null)
            return new UsageException($"{Each}, and standard output takes one. Pass a directory as {_output.Name}, or {SideBySide}.");

        return File.Exists(output) || Path.GetExtension(output).Length > 0
            ? new UsageException(
                $"{Each}, and {_output.Name} is \"{output}\", a file, which takes one. Pass a directory that exists, or {SideBySide}.")
            : new UsageException(
                $"{Each}, and {_output.Name} is \"{output}\", a directory that is not there. " +
                $"Make the directory first, or pass a file name such as attendance.html, and {SideBySide}.");
    }

    private async Task WriteAsync(ParseResult parse, string? file, string chart)
    {
        if (file is null)
        {
            var text = _surroundings.TerminalWidth is null ? chart : PlainText.OfDocument(chart, isCsv: false);
            await _surroundings.Output.WriteAsync(text).ConfigureAwait(false);
            return;
        }

        await _output.CreateFile(parse, file).WriteAsync(writer => writer.WriteAsync(chart)).ConfigureAwait(false);
        await _surroundings.Error.WriteLineAsync($"{file} is drawn.").ConfigureAwait(false);
    }

    private static string Draw(ChartKind kind, AttendanceSummary summary, ChartOptions options) => kind switch
    {
        ChartKind.HeadCount => AttendanceChart.HeadCountSvg(summary, options),
        ChartKind.Stays => AttendanceChart.StaysSvg(summary, options),
        _ => AttendanceChart.Page(summary, options),
    };

    private static ChartKind? KindOf(string? file) => Path.GetExtension(file)?.ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => ChartKind.Page,
        ".SVG" => ChartKind.HeadCount,
        _ => null,
    };

    private static string NameOf(ChartKind kind) => kind == ChartKind.HeadCount ? "head-count" : kind.ToString().ToLowerInvariant();
}
