using System.CommandLine;
using Attendance.Cli.Json;

namespace Attendance.Cli;

/// <summary>Sums up who was there and for how long.</summary>
internal sealed class SummaryCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SummaryInput _input;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    private readonly Option<bool> _registrations = new("--registrations")
    {
        Description =
            "Compare the registrations of a webinar or town hall with those who came; an application may ask for them, a user may " +
            "not.",
    };

    public SummaryCommand(Surroundings surroundings)
        : base("summary", """
            Sum up who was there and for how long: people at once, shares, and, against the plan, who was late, left early or stayed away.
            One session is shown person by person, the longest stay first. Of many sources, or from --from to --to, each session has a line.
            """)
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _input = new SummaryInput(surroundings, _connection);
        _input.AddTo(this);
        Add(_registrations);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        await _input.ReadInputAsync(parse, cancellationToken).ConfigureAwait(false);
        var zone = _zone.Read(parse, _surroundings);
        return await _input.RunAsync(parse, zone, parse.GetValue(_registrations), WriteAsync, cancellationToken).ConfigureAwait(false);

        async Task WriteAsync(SummaryResult result)
        {
            if (parse.GetValue(_json))
                await WriteJsonAsync(parse, result, cancellationToken).ConfigureAwait(false);
            else
            {
                WriteText(parse, result, zone);
                if (_surroundings.TerminalWidth is not null && _input.CouldBeOne(parse, result))
                {
                    await _surroundings.Error.WriteLineAsync(
                        "note: One session is of that time. Add --all to see it person by person.").ConfigureAwait(false);
                }
            }
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

    private void WriteText(ParseResult parse, SummaryResult result, Zone zone)
    {
        var screen = new Screen(_surroundings);
        if (_input.AsksForOne(parse) && result.Sessions.Count == 1)
            SummaryText.Write(screen, result.Sessions[0], zone);
        else if (result.Sessions.Count > 0)
            SessionsTable.Write(screen, result.Sessions, zone);
    }
}
