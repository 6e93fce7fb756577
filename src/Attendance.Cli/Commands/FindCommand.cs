using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Finds the meeting of a join link, and says what can be asked of it.</summary>
internal sealed class FindCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly UserOption _user;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    private readonly SourceArgument _link = new("Join link, meeting ID or whole invitation, in quotes; - reads it from a pipe.")
    {
        Arity = ArgumentArity.OneOrMore,
    };

    public FindCommand(Surroundings surroundings)
        : base("find", "Find a meeting by its join link or its meeting ID, and show what to run next.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _user = new UserOption(
            "Object id of the meeting's organizer, which an application must give, unless a long join link does", _connection);
        Add(_link);
        Add(_user);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var link = MeetingLookUp.ReadLink(name: null, await ReadTextAsync(parse, cancellationToken).ConfigureAwait(false));
        var client = await _connection.CreateClientAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        var meeting = await MeetingLookUp.FindAsync(client, _user.Read(parse, link), link, cancellationToken).ConfigureAwait(false);

        // A meeting ID does not say whether there is a channel, which the link of the meeting found does.
        var full = JoinLink.TryParse(meeting.JoinWebUrl, out var found) ? found : link;
        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(MeetingJson.Of(meeting, full.IsChannelMeeting))).ConfigureAwait(false);
        else
            WriteText(meeting, full, zone, _connection.ArgumentsOf(parse));

        if (full.IsChannelMeeting)
        {
            await _surroundings.Error.WriteLineAsync(
                "note: The meeting takes place in a channel, " +
                "and Graph lists the reports of all meetings of that channel. Tell them apart by their times.").ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private void WriteText(OnlineMeeting meeting, JoinLink link, Zone zone, string connection)
    {
        var screen = new Screen(_surroundings);
        var organizer = meeting.Organizer;
        (string Name, string Value)[] facts =
        [
            ("Subject", CellText.Of(meeting.Subject)),
            ("Organizer", CellText.Of(
                organizer?.Identity?.DisplayName ?? organizer?.UserPrincipalName ?? organizer?.Identity?.Id ?? link.OrganizerId)),
            (zone.Title("Start"), zone.TextOf(meeting.StartsAt)),
            (zone.Title("End"), zone.TextOf(meeting.EndsAt)),
            ("Meeting ID", CellText.Of(meeting.JoinMeetingId)),
            ("Join link", CellText.Of(meeting.JoinWebUrl)),
            ("Id in Graph", CellText.Of(meeting.Id)),
            ("Source", CellText.Of(meeting.Source!.ToString())),
        ];
        var width = facts.Max(fact => fact.Name.Length);
        foreach (var (name, value) in facts)
            screen.Line($"{name.PadRight(width)}  {value}");

        var source = SourceArguments.Of(meeting.Source);
        screen.Line();
        screen.Line("Next, its reports, who came last time and for how long, and a chart of it:");
        screen.Line($"  $ attendance reports {connection}{source}");
        screen.Line($"  $ attendance summary {connection}{source}");
        screen.Line($"  $ attendance chart {connection}{source} --output attendance.html");
    }

    private async Task<string> ReadTextAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var text = _link.Read(parse)!;

        return text == InputText.StandardInput
            ? await InputText.ReadAsync(
                _surroundings.Input, "Standard input", InputText.LongestLine, cancellationToken).ConfigureAwait(false)
            : text;
    }
}
