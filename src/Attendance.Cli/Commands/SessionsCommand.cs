using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Lists the sessions of a webinar or town hall.</summary>
internal sealed class SessionsCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();
    private readonly LinesOption _lines = new("Print only the sources of attendance, one Graph path per line.");
    private readonly EventOptions _event = new("sessions");

    public SessionsCommand(Surroundings surroundings)
        : base("sessions", "List the sessions of a webinar or town hall, each with the source of its attendance.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _event.AddTo(this);
        Add(_lines);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        _lines.Check(parse, _json);
        var zone = _zone.Read(parse, _surroundings);
        var (kind, id) = await _event.ReadAsync(parse, _surroundings, _connection, cancellationToken).ConfigureAwait(false);
        var sessions = await new ListReader(_surroundings, _connection)
            .ReadAsync(
                parse, "sessions", client => client.GetSessionsAsync(kind, id, cancellationToken), cancellationToken).ConfigureAwait(false);
        sessions = [.. sessions.OrderBy(session => session.Start?.At)];
        await UnplacedTimes.WriteAsync(
            _surroundings.Error, [.. sessions.Select(session => (session.Subject ?? session.Id, session.Start, session.End))], "sessions")
            .ConfigureAwait(false);

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(sessions.Select(SessionJson.Of))).ConfigureAwait(false);
        else if (sessions.Count == 0)
        {
            await _surroundings.Error.WriteLineAsync(
                $"Graph lists no session of {id}. A {CellText.Of(kind)} has none before it is published.").ConfigureAwait(false);
        }
        else if (parse.GetValue(_lines))
            await LinesOption.WriteAsync(_surroundings.Output, _surroundings.Error, sessions).ConfigureAwait(false);
        else
            WriteTable(sessions, kind, id, zone, _connection.ArgumentsOf(parse));

        return ExitCode.Success;
    }

    private void WriteTable(List<VirtualEventSession> sessions, VirtualEventKind kind, string id, Zone zone, string connection)
    {
        var screen = new Screen(_surroundings);
        screen.Line(
            sessions.Count == 1
                ? $"1 session of the {CellText.Of(kind)} {CellText.Of(id)}"
                : $"{sessions.Count} sessions of the {CellText.Of(kind)} {CellText.Of(id)}");

        // Graph documents it of a single session only.
        var hasCapacities = sessions.Exists(session => session.Capacity is not null);
        var whole = new DataTable().Column(zone.Title("Start")).Column(zone.Title("End")).Column("Subject").Column("Session");
        string[] unseen = hasCapacities ? ["Capacity", "Source"] : ["Source"];
        var wide = new DataTable("Source").Column(zone.Title("Start")).Column(zone.Title("End")).Column("Subject").Column("Session");
        if (hasCapacities)
            (whole, wide) = (whole.NumberColumn("Capacity"), wide.NumberColumn("Capacity"));
        whole = whole.Column("Source");
        var narrow = new DataTable(unseen).Column(zone.NarrowTitle("Start")).Column(zone.NarrowTitle("End"))
            .FlexibleColumn("Subject\nSession");
        var narrowest = new DataTable(unseen).FlexibleColumn($"Subject\nSession\n{zone.Title("Start")}\nEnd");
        foreach (var session in sessions)
        {
            string[] capacity = hasCapacities ? [CellText.Of(session.Capacity)] : [];
            string[] cells =
                [zone.TextOf(session.Start), zone.TextOf(session.End), CellText.Of(session.Subject), CellText.Of(session.Id), .. capacity];
            whole.Row([.. cells, CellText.Of(session.Source?.ToString())]);
            wide.Row(cells);
            narrow.Row(
                zone.TextInLines(session.Start), zone.TextInLines(session.End),
                $"{CellText.Of(session.Subject)}\n{CellText.Of(session.Id)}");
            narrowest.Row(
                $"{CellText.Of(session.Subject)}\n{CellText.Of(session.Id)}\n{zone.TextOf(session.Start)}\n{zone.TextOf(session.End)}");
        }

        screen.Render(whole, wide, narrow, narrowest);
        if (sessions.FindLast(session => session.Source is not null) is { Source: { } last })
        {
            screen.Line("Next, who came to the last of them:");
            screen.Line($"  $ attendance show {connection}{SourceArguments.Of(last)}");
        }
    }
}
