using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Lists webinars or town halls.</summary>
internal sealed class VirtualEventsCommand : Command
{
    private static readonly Dictionary<string, VirtualEventRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["organizer"] = VirtualEventRole.Organizer,
        ["coOrganizer"] = VirtualEventRole.CoOrganizer,
    };

    private readonly Surroundings _surroundings;
    private readonly VirtualEventKind _kind;
    private readonly ConnectionOptions _connection = new();
    private readonly UserOption _user;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    private readonly Option<string?> _role = new("--role")
    {
        Description = "Those alone in which the signed-in user, or --user, is organizer or coOrganizer [default: all, or with --user organizer]",
        HelpName = "role",
    };

    public VirtualEventsCommand(Surroundings surroundings, VirtualEventKind kind)
        : base(
            kind is VirtualEventKind.Webinar ? "webinars" : "townhalls",
            $"List {CellText.Of(kind)}s, newest first: all that an application may see, or those of a user.")
    {
        _surroundings = surroundings;
        _kind = kind;
        _user = new UserOption("Object id of the user whose role counts", _connection);
        _role.CompletionSources.Add([.. Roles.Keys]);
        Add(_role);
        Add(_user);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var role = ReadRole(parse);
        var events = await new ListReader(_surroundings, _connection)
            .ReadAsync(parse, $"{CellText.Of(_kind)}s", client => List(client, parse, role, cancellationToken), cancellationToken).ConfigureAwait(false);
        events = [.. events.OrderByDescending(virtualEvent => virtualEvent.Start?.At)];

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(events.Select(VirtualEventJson.Of))).ConfigureAwait(false);
        else if (events.Count == 0)
            await WriteHintAsync(parse, role).ConfigureAwait(false);
        else
            WriteTable(events, zone, _connection.ArgumentsOf(parse));

        return ExitCode.Success;
    }

    private IAsyncEnumerable<VirtualEvent> List(AttendanceClient client, ParseResult parse, VirtualEventRole? role, CancellationToken cancellationToken)
    {
        if (role is not { } asked)
            return _kind is VirtualEventKind.Webinar ? client.GetWebinarsAsync(cancellationToken) : client.GetTownhallsAsync(cancellationToken);

        var user = _user.Read(parse);
        return _kind is VirtualEventKind.Webinar ? client.GetWebinarsAsync(user, asked, cancellationToken) : client.GetTownhallsAsync(user, asked, cancellationToken);
    }

    private VirtualEventRole? ReadRole(ParseResult parse)
    {
        if (parse.GetValue(_role) is not { } name)
            return parse.GetValue(_user) is null ? null : VirtualEventRole.Organizer;

        return Roles.TryGetValue(name, out var role)
            ? role
            : throw new UsageException($"--role is \"{name}\", which is none of its values. Pass one of {string.Join(", ", Roles.Keys)}.");
    }

    private async Task WriteHintAsync(ParseResult parse, VirtualEventRole? role)
    {
        var next = role is VirtualEventRole.Organizer ? "coOrganizer" : "organizer";
        var user = parse.GetValue(_user) is { } id ? $" --user {Argument.Quoted(id)}" : _connection.ApplicationMethod(parse) is null ? "" : " --user <object id>";
        var why = role is null
            ? $"Graph lists no {CellText.Of(_kind)}. It lists those alone whose organizer has an access policy for the application, and at times none although there are some: ask by a user's role."
            : $"Graph lists no {CellText.Of(_kind)} in which that user is {(role is VirtualEventRole.Organizer ? "organizer" : "coOrganizer")}.";
        await _surroundings.Error.WriteLineAsync($"{why}\nTry: attendance {Name} {_connection.ArgumentsOf(parse)}--role {next}{user}").ConfigureAwait(false);
    }

    private void WriteTable(List<VirtualEvent> events, Zone zone, string connection)
    {
        var screen = new Screen(_surroundings);
        screen.Line(events.Count == 1 ? $"1 {CellText.Of(_kind)}" : $"{events.Count} {CellText.Of(_kind)}s");

        var wide = new DataTable().Column(zone.Title("Start")).Column("Name").Column("Status").Column("Id");
        var narrow = new DataTable().FlexibleColumn($"{zone.Title("Start")}, status\nName\nId");
        foreach (var virtualEvent in events)
        {
            var start = zone.TextOf(virtualEvent.Start);
            var name = CellText.Of(virtualEvent.DisplayName);
            var status = CellText.Of(virtualEvent.Status?.Value);
            var id = CellText.Of(virtualEvent.Id);
            wide.Row(start, name, status, id);
            narrow.Row($"{start}, {status}\n{name}\n{id}");
        }

        screen.Render(wide, narrow);
        if (events.Find(virtualEvent => virtualEvent.Id is not null) is { Id: { } first })
        {
            var option = _kind is VirtualEventKind.Webinar ? "--webinar" : "--townhall";
            screen.Line("Next, the sessions of one of them, which have the reports:");
            screen.Line($"  $ attendance sessions {connection}{option} {Argument.Quoted(first)}");
        }
    }
}
