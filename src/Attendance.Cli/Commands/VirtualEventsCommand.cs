using System.CommandLine;
using System.Runtime.CompilerServices;
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
    private readonly ConnectionOptions _connection;
    private readonly UserOption _user;
    private readonly RangeOptions _range = new("none", "none");
    private readonly LinesOption _lines = new(
        "Print only the sources of attendance, one Graph path per line, of all sessions of the events, each of which takes a request.");
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    private readonly Option<string?> _role = new("--role")
    {
        Description =
            "Only those in which the signed-in user, or --user, is organizer or coOrganizer [default: all, or with --user organizer]",
        HelpName = "role",
    };

    public VirtualEventsCommand(Surroundings surroundings, VirtualEventKind kind)
        : base(
            kind is VirtualEventKind.Webinar ? "webinars" : "townhalls",
            $"""
            List {CellText.Of(kind)}s, newest first: all that an application may see, or those of a user.
            Graph lists them of any time; --from and --to choose among them by the start and end that they themselves have.
            """)
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _kind = kind;
        _user = new UserOption("Object id of the user whose role counts", _connection);
        _role.CompletionSources.Add([.. Roles.Keys]);
        Add(_role);
        Add(_user);
        _range.AddTo(this);
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
        var range = _range.Read(parse, zone, _surroundings.TimeProvider.GetUtcNow());
        var role = ReadRole(parse);
        var listed = await new ListReader(_surroundings, _connection)
            .ReadAsync(
                parse, $"{CellText.Of(_kind)}s", client => ListAsync(client, parse, role, range, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        var chosen = listed.Where(item => item.IsWithin).OrderByDescending(item => item.Event.Start?.At).ToList();
        List<VirtualEvent> events = [.. chosen.Select(item => item.Event)];
        await WriteUnplacedAsync(events, range).ConfigureAwait(false);

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(events.Select(VirtualEventJson.Of))).ConfigureAwait(false);
        else if (listed.Count == 0)
            await WriteHintAsync(parse, role).ConfigureAwait(false);
        else if (events.Count == 0)
        {
            await _surroundings.Error.WriteLineAsync(
                $"Graph lists {Count(listed.Count)}, and none of the time from --from to --to. Choose another time, or leave them out.")
                .ConfigureAwait(false);
        }
        else if (parse.GetValue(_lines))
        {
            await LinesOption.WriteAsync(
                _surroundings.Output,
                _surroundings.Error,
                [.. chosen.SelectMany(item => (item.Sessions ?? []).OrderBy(session => session.Start?.At))]).ConfigureAwait(false);
            await WriteWithoutSessionsAsync(chosen).ConfigureAwait(false);
        }
        else
            WriteTable(events, zone, _connection.ArgumentsOf(parse));

        return ExitCode.Success;
    }

    private static string RegistrationOf(VirtualEvent virtualEvent) => virtualEvent.IsRegistrationRequired switch
    {
        null => CellText.Missing,
        true => "required",
        false => "not required",
    };

    // Null where nobody can tell, as the start is missing or a time is in an unknown zone. What has no end counts by its start.
    private static bool? IsWithin(VirtualEvent virtualEvent, (DateTimeOffset? From, DateTimeOffset? To) range)
    {
        var start = virtualEvent.Start?.At;
        var end = virtualEvent.End is { } known ? known.At : start;
        bool? beginsInTime = range.To is null ? true : start is null ? null : start < range.To;
        bool? endsInTime = range.From is null || start >= range.From ? true : end is null ? null : end > range.From;
        return beginsInTime & endsInTime;
    }

    private async IAsyncEnumerable<Listed> ListAsync(
        AttendanceClient client, ParseResult parse, VirtualEventRole? role, (DateTimeOffset? From, DateTimeOffset? To) range,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var virtualEvent in List(client, parse, role, cancellationToken).ConfigureAwait(false))
        {
            var isWithin = IsWithin(virtualEvent, range) != false;
            yield return new Listed(
                virtualEvent, isWithin,
                isWithin && parse.GetValue(_lines)
                    ? await GetSessionsAsync(client, virtualEvent, cancellationToken).ConfigureAwait(false)
                    : []);
        }
    }

    private static async Task<IReadOnlyList<VirtualEventSession>?> GetSessionsAsync(
        AttendanceClient client, VirtualEvent virtualEvent, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<VirtualEventSession> sessions;
        try
        {
            sessions = client.GetSessionsAsync(virtualEvent, cancellationToken);
        }
        catch (ArgumentException)
        {
            return null;
        }

        return await sessions.ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private IAsyncEnumerable<VirtualEvent> List(
        AttendanceClient client, ParseResult parse, VirtualEventRole? role, CancellationToken cancellationToken)
    {
        if (role is not { } asked)
        {
            return _kind is VirtualEventKind.Webinar
                ? client.GetWebinarsAsync(cancellationToken)
                : client.GetTownhallsAsync(cancellationToken);
        }

        var user = _user.Read(parse);
        return _kind is VirtualEventKind.Webinar
            ? client.GetWebinarsAsync(user, asked, cancellationToken)
            : client.GetTownhallsAsync(user, asked, cancellationToken);
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
        var user = parse.GetValue(_user) is { } id
            ? $" --user {Argument.Quoted(id)}"
            : _connection.ApplicationMethod(parse) is null ? "" : " --user <object id>";
        var why = role is null
            ? $"Graph lists no {CellText.Of(_kind)}. It lists those alone whose organizer has an access policy for the application, " +
                "and at times none although there are some: ask by a user's role."
            : $"Graph lists no {CellText.Of(_kind)} in which that user " +
                $"is {(role is VirtualEventRole.Organizer ? "organizer" : "coOrganizer")}.";
        await _surroundings.Error.WriteLineAsync(why).ConfigureAwait(false);
        await _surroundings.Error.WriteLineAsync(
            $"Try: attendance {Name} {_connection.ArgumentsOf(parse)}--role {next}{user}").ConfigureAwait(false);
    }

    private async Task WriteUnplacedAsync(List<VirtualEvent> events, (DateTimeOffset? From, DateTimeOffset? To) range)
    {
        var what = $"{CellText.Of(_kind)}s";
        await UnplacedTimes.WriteAsync(
            _surroundings.Error, [.. events.Select(item => (item.DisplayName ?? item.Id, item.Start, item.End))], what)
            .ConfigureAwait(false);
        List<string> inDoubt =
            [.. events.Where(item => IsWithin(item, range) is null).Select(item => CellText.Of(item.DisplayName ?? item.Id))];
        if (inDoubt.Count == 0)
            return;

        await _surroundings.Error.WriteLineAsync(
            $"note: Of {inDoubt.Count} of {events.Count} {what} that are listed, it is not known whether they are of the time " +
            $"from --from to --to: {UnplacedTimes.Names(inDoubt)}.").ConfigureAwait(false);
    }

    private async Task WriteWithoutSessionsAsync(List<Listed> chosen)
    {
        var count = chosen.Count(item => item.Sessions is null);
        if (count > 0)
        {
            await _surroundings.Error.WriteLineAsync(
                $"note: {count} of {Count(chosen.Count)} {(count == 1 ? "is" : "are")} left out: " +
                "Graph sent no id by which to ask for sessions.").ConfigureAwait(false);
        }
    }

    private string Count(int count) => count == 1 ? $"1 {CellText.Of(_kind)}" : $"{CellText.Of(count)} {CellText.Of(_kind)}s";

    private void WriteTable(List<VirtualEvent> events, Zone zone, string connection)
    {
        var screen = new Screen(_surroundings);
        screen.Line(Count(events.Count));

        var isOfTownhalls = _kind is VirtualEventKind.Townhall;
        var wide = new DataTable().Column(zone.Title("Start")).Column("Name").Column("Status").Column("Registration");
        if (isOfTownhalls)
            wide = wide.NumberColumn("Capacity");
        wide = wide.Column("Id");
        var narrow = new DataTable()
            .FlexibleColumn($"{zone.Title("Start")}, status\nName\nRegistration{(isOfTownhalls ? ", capacity" : "")}\nId");
        foreach (var virtualEvent in events)
        {
            var start = zone.TextOf(virtualEvent.Start);
            var name = CellText.Of(virtualEvent.DisplayName);
            var status = CellText.Of(virtualEvent.Status?.Value);
            var id = CellText.Of(virtualEvent.Id);
            var registration = RegistrationOf(virtualEvent);
            string[] capacity = isOfTownhalls ? [CellText.Of(virtualEvent.Capacity)] : [];
            wide.Row([start, name, status, registration, .. capacity, id]);
            narrow.Row($"{start}, {status}\n{name}\n{string.Join(", ", [registration, .. capacity])}\n{id}");
        }

        screen.Render(wide, narrow);
        if (events.Find(virtualEvent => virtualEvent.Id is not null) is { Id: { } first })
        {
            var option = _kind is VirtualEventKind.Webinar ? "--webinar" : "--townhall";
            screen.Line("Next, the sessions of one of them, which have the reports:");
            screen.Line($"  $ attendance sessions {connection}{option} {Argument.Quoted(first)}");
        }
    }

    /// <param name="Event">A webinar or town hall.</param>
    /// <param name="IsWithin">Whether it is of the time that is wanted, or may be.</param>
    /// <param name="Sessions">Its sessions, none where nobody asks for them, or null where the event has no id to ask by.</param>
    private sealed record Listed(VirtualEvent Event, bool IsWithin, IReadOnlyList<VirtualEventSession>? Sessions);
}
