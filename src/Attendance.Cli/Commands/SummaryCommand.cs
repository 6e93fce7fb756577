using System.CommandLine;
using System.Globalization;
using Attendance.Cli.Json;

namespace Attendance.Cli;

/// <summary>Sums up who was there and for how long.</summary>
internal sealed class SummaryCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection = new();
    private readonly SummaryInput _input;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    private readonly Option<bool> _registrations = new("--registrations")
    {
        Description = "Hold the registrations of a webinar or town hall against who came; an application may ask for them, a user may not.",
    };

    private readonly Option<string?> _lateAfter = new("--late-after")
    {
        Description = "Mark and count who came later than that, such as 5m; not in JSON",
        HelpName = "span",
    };

    private readonly Option<string?> _leastShare = new("--min-share")
    {
        Description = "Mark and count who was there for less than that part of the time, such as 80; not in JSON",
        HelpName = "percent",
    };

    public SummaryCommand(Surroundings surroundings)
        : base("summary", """
            Sum up who was there and for how long: people at once, shares, who was late and who left early.
            One session is shown person by person, who stayed longest first. Of many sources, or from --from to --to, each session has a line.
            """)
    {
        _surroundings = surroundings;
        _input = new SummaryInput(surroundings, _connection);
        _input.AddTo(this);
        Add(_registrations);
        Add(_lateAfter);
        Add(_leastShare);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var marks = new SummaryMarks(SpanOption.Read(parse, _lateAfter), ReadLeastPercent(parse));
        return await _input.RunAsync(parse, zone, parse.GetValue(_registrations), WriteAsync, cancellationToken).ConfigureAwait(false);

        async Task WriteAsync(SummaryResult result)
        {
            if (parse.GetValue(_json))
                await WriteJsonAsync(parse, result, cancellationToken).ConfigureAwait(false);
            else
                WriteText(parse, result, marks, zone);
        }
    }

    private async Task WriteJsonAsync(ParseResult parse, SummaryResult result, CancellationToken cancellationToken)
    {
        if (!_input.AsksForOne(parse))
            await SessionSummaryJson.WriteAsync(result.Sessions, _surroundings.Output, cancellationToken).ConfigureAwait(false);
        else if (result.Sessions.Count == 1)
            await SessionSummaryJson.WriteAsync(result.Sessions[0], _surroundings.Output, cancellationToken).ConfigureAwait(false);
        else
            return;

        await _surroundings.Output.WriteLineAsync().ConfigureAwait(false);
    }

    private void WriteText(ParseResult parse, SummaryResult result, SummaryMarks marks, Zone zone)
    {
        var screen = new Screen(_surroundings);
        if (_input.AsksForOne(parse) && result.Sessions.Count == 1)
            SummaryText.Write(screen, result.Sessions[0], marks, zone);
        else if (result.Sessions.Count > 0)
            SessionsTable.Write(screen, result.Sessions, marks, zone);
    }

    private decimal? ReadLeastPercent(ParseResult parse)
    {
        if (parse.GetValue(_leastShare) is not { } text)
            return null;

        return decimal.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            ? percent
            : throw new UsageException(
                $"{_leastShare.Name} is \"{text}\", which is no part of the time. Pass a number from 0 to 100, such as 80.");
    }
}
