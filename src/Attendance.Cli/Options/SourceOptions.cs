using System.CommandLine;
using System.Text.RegularExpressions;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>The options that name what was attended.</summary>
internal sealed partial class SourceOptions
{
    private readonly ConnectionOptions _connection;
    private readonly SourcesOption? _sources;
    private readonly UserOption _user;

    private readonly bool _readsFiles;
    private readonly SourceArgument _argument;

    private readonly Option<string?> _meeting = new("--meeting")
    {
        Description = "Online meeting of the signed-in user, or of --user: its id, its join link, or the meeting ID of the invitation",
        HelpName = "id or link",
    };

    private readonly Option<string?> _webinar = new("--webinar") { Description = "Webinar, with --session", HelpName = "id" };

    private readonly Option<string?> _townhall = new("--townhall") { Description = "Town hall, with --session", HelpName = "id" };

    private readonly Option<string?> _session = new("--session") { Description = "Session of the webinar or town hall", HelpName = "id" };

    private readonly Option<string?> _source = new("--source")
    {
        Description =
            "Any of these as a Graph path or URL, or a join link. " +
            "Where it names a report, that one is read. The host and version in a URL are ignored: use --cloud and --beta.",
        HelpName = "path or URL",
    };

    private readonly Option<string?> _dateOrder = new("--date-order")
    {
        Description = "Order of the dates in files of Teams that leave it open: dmy, mdy or ymd [default: what speaks for it in the file]",
        HelpName = "order",
    };

    private string? _input;
    private Zone? _zone;
    private TeamsFileDateOrder? _order;

    /// <summary>The options of a command.</summary>
    /// <param name="connection">Says who asks.</param>
    /// <param name="sources">The option of the same command that takes many sources, or null where it has none.</param>
    /// <param name="readsFiles">Whether the command reads the files of Teams too.</param>
    public SourceOptions(ConnectionOptions connection, SourcesOption? sources = null, bool readsFiles = true)
    {
        (_connection, _sources, _readsFiles) = (connection, sources, readsFiles);
        _argument = new SourceArgument(
            "What was attended: a join link or whole invitation, a meeting ID, the id of a meeting, a Graph path or URL, or the page of " +
            "a webinar or town hall, in quotes; - reads it from a pipe. " +
            (readsFiles ? "Or a CSV file that Teams let you download, or a directory of them, for which no sign-in is needed. " : "") +
            "The options below name it in other ways.");
        _user = new UserOption(
            "Object id of the meeting's organizer, which an application must give, unless a long join link does. " +
            "It applies only to ids and links: a Graph path says itself whose meeting it is.",
            connection);
        _dateOrder.CompletionSources.Add([.. Orders.Select(NameOf)]);
    }

    private static TeamsFileDateOrder[] Orders => Enum.GetValues<TeamsFileDateOrder>();

    public void AddTo(Command command)
    {
        command.Add(_argument);
        command.Add(_meeting);
        command.Add(_user);
        command.Add(_webinar);
        command.Add(_townhall);
        command.Add(_session);
        command.Add(_source);
        if (_readsFiles)
            command.Add(_dateOrder);
    }

    /// <summary>What the user knows the first text by that names a source, or null where none does.</summary>
    public string? NameOfGiven(ParseResult parse) =>
        _argument.Quote(parse)
        ?? new[] { _meeting, _webinar, _townhall, _session, _source }.FirstOrDefault(option => parse.GetValue(option) is not null)?.Name;

    /// <summary>Whose calendar is meant where nothing names a source.</summary>
    public Organizer ReadOwner(ParseResult parse) => _user.Read(parse);

    /// <summary>Reads the text from a pipe, where - stands in its place. It comes before everything else.</summary>
    public async Task ReadInputAsync(ParseResult parse, Surroundings surroundings, CancellationToken cancellationToken)
    {
        // Times in a file are those of the user, unless an option says otherwise.
        _zone = (parse.CommandResult.Command.Options.OfType<ZoneOption>().FirstOrDefault() ?? new ZoneOption()).Read(parse, surroundings);
        if (parse.GetValue(_dateOrder) is { } order)
            _order = NamedValue.Of(new Setting(_dateOrder.Name, order), Orders, NameOf);
        if (_sources?.IsGiven(parse) != true && Texts(parse).Select(given => given.Text).ToList() is [InputText.StandardInput])
            _input = await InputText.ReadSourceAsync(surroundings, _sources, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The source that the options name. A join link takes a request.</summary>
    public async Task<AttendanceSource> ReadAsync(ParseResult parse, AttendanceClient client, CancellationToken cancellationToken) =>
        (await ReadNamedAsync(parse, client, cancellationToken).ConfigureAwait(false)).Source;

    /// <summary>The source that the options name, with what it is called. A join link takes a request.</summary>
    public Task<NamedSource> ReadNamedAsync(ParseResult parse, AttendanceClient client, CancellationToken cancellationToken)
    {
        var given = Texts(parse).ToList();
        if (given.Count == 0)
        {
            throw new UsageException(
                "Nothing says what was attended. Pass a join link, a meeting ID or a Graph path, or one of --meeting <id or link>, " +
                "--webinar <id> --session <id>, --townhall <id> --session <id> and --source <path or URL>"
                + (_sources is null ? "." : $", or {_sources.Name} for many."));
        }

        if (given.Count > 1)
        {
            throw new UsageException(
                $"{string.Join(" and ", given.Select(one => one.Way?.Name ?? _argument.Quote(parse)))} each name something to read. " +
                "Pass one of them only.");
        }

        var (way, text) = (given[0].Way, _input ?? given[0].Text);
        if (way is null)
            return ReadArgumentAsync(parse, text, client, cancellationToken);

        Refuse(parse, _session, way != _webinar && way != _townhall, "says which session of --webinar or --townhall is meant");
        if (way == _source)
        {
            Refuse(parse, _user, isOutOfPlace: !MeetingLookUp.IsMeantAsLink(text), "says whose --meeting or join link is meant");
            return ReadNamedAsync(parse, way.Name, text, client, cancellationToken);
        }

        if (way == _meeting)
            return ReadMeetingAsync(parse, text, client, cancellationToken);

        Refuse(parse, _user, isOutOfPlace: true, "says whose --meeting is meant");
        return Task.FromResult(new NamedSource(ReadSession(parse, way, text), Subject: null));
    }

    /// <summary>The join link or meeting ID that the options name and whose meeting it is, or null where they name something
    /// else.</summary>
    public (Organizer Organizer, JoinLink Link)? ReadLink(ParseResult parse)
    {
        if (Texts(parse).ToList() is not [var (way, given)] || way == _webinar || way == _townhall)
            return null;

        var text = _input ?? given;
        if (TeamsFiles.IsFile(text)
            || AttendanceSource.TryParse(text, out _)
            || EventAddress.Find(text) is not null
            || !MeetingLookUp.IsMeantAsLink(text))
        {
            return null;
        }

        Refuse(parse, _session, isOutOfPlace: true, "says which session of a webinar or town hall is meant");
        var link = MeetingLookUp.ReadLink(way?.Name, text);
        return (_user.Read(parse, link), link);
    }

    /// <summary>The source that a text names: a Graph path or URL, a join link or a meeting ID.</summary>
    /// <param name="parse">What the other options say.</param>
    /// <param name="name">What the user knows the text by, or null where that is the text itself.</param>
    /// <param name="text">What should name a source.</param>
    /// <param name="client">Looks a join link up.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<NamedSource> ReadNamedAsync(
        ParseResult parse, string? name, string text, AttendanceClient client, CancellationToken cancellationToken)
    {
        if (!AttendanceSource.TryParse(text, out _) && MeetingLookUp.IsMeantAsLink(text))
            return await FindAsync(parse, name, text, client, cancellationToken).ConfigureAwait(false);

        try
        {
            return new NamedSource(AttendanceSource.Parse(text), Subject: null, ReportIdIn(text));
        }
        catch (FormatException exception)
        {
            // The text may come from a pipe, and is not to steer the terminal, nor to fill a log.
            var message = text.Split('/').Prepend(text).Aggregate(
                exception.Message,
                (message, part) => part.Length == 0 ? message : message.Replace(part, CellText.Short(part), StringComparison.Ordinal));
            throw new UsageException($"{(name is null ? "" : $"{name}: ")}{CellText.Of(message)}");
        }
    }

    /// <summary>The source that a line of many names: what --source takes, or the id of a meeting.</summary>
    public Task<NamedSource> ReadLineAsync(
        ParseResult parse, SourceLine line, AttendanceClient client, CancellationToken cancellationToken) =>
        ReadAnyAsync(parse, line.ToString(), line.Text, client, cancellationToken);

    /// <summary>Id of the report that the path of a source goes on to, or null where it names none.</summary>
    public string? ReadReportId(ParseResult parse) =>
        Texts(parse).Where(given => given.Way is null || given.Way == _source).Select(given => ReportIdIn(_input ?? given.Text))
            .FirstOrDefault();

    private static string? ReportIdIn(string text)
    {
        var match = ReportPath().Match(text);
        return match.Success ? Uri.UnescapeDataString(match.Groups["id"].Value) : null;
    }

    private static string NameOf(TeamsFileDateOrder order) => order switch
    {
        TeamsFileDateOrder.DayMonthYear => "dmy",
        TeamsFileDateOrder.MonthDayYear => "mdy",
        _ => "ymd",
    };

    // What names a source, and the option that it was given to, or null where it is the argument.
    private IEnumerable<(Option<string?>? Way, string Text)> Texts(ParseResult parse)
    {
        if (_argument.Read(parse) is { } argument)
            yield return (null, argument);

        foreach (var way in new[] { _meeting, _webinar, _townhall, _source })
        {
            if (parse.GetValue(way) is { } text)
                yield return (way, text);
        }
    }

    /// <summary>Whether the argument names a directory of files.</summary>
    public bool NamesDirectory(ParseResult parse) => _argument.Read(parse) is { } text && TeamsFiles.IsDirectory(text);

    /// <summary>The files of the directory that the argument names, or null where it names none.</summary>
    public IReadOnlyList<SourceLine>? ReadDirectory(ParseResult parse) =>
        _argument.Read(parse) is { } text && TeamsFiles.IsDirectory(text) ? TeamsFiles.LinesOf(text) : null;

    private async Task<NamedSource> ReadArgumentAsync(
        ParseResult parse, string text, AttendanceClient client, CancellationToken cancellationToken)
    {
        if (TeamsFiles.IsDirectory(text))
        {
            throw new UsageException(
                $"\"{CellText.Of(CellText.Short(text))}\" is a directory, and this command reads one meeting. " +
                "Pass one of the files in it.");
        }

        if (TeamsFiles.IsFile(text))
        {
            Refuse(parse, _session, isOutOfPlace: true, "says which session of a webinar or town hall is meant");
            Refuse(parse, _user, isOutOfPlace: true, "says whose meeting is meant");
            return await TeamsFiles.ReadAsync(text, _zone!, _order, cancellationToken).ConfigureAwait(false);
        }

        var isSource = AttendanceSource.TryParse(text, out _);
        if (!isSource && EventAddress.Find(text) is var (address, kind))
        {
            Refuse(parse, _user, isOutOfPlace: true, "says whose meeting is meant");
            var session = await EventLookUp.FindSessionAsync(
                client, address.Id, kind, parse.GetValue(_session), cancellationToken).ConfigureAwait(false);
            return new NamedSource(session.Source!, session.Subject);
        }

        Refuse(parse, _session, isOutOfPlace: true, "says which session of a webinar or town hall is meant");
        Refuse(parse, _user, isOutOfPlace: isSource, "says whose meeting is meant, by its id or join link");
        if (!text.Contains('/', StringComparison.Ordinal) && !MeetingId().IsMatch(text) && !MeetingLookUp.IsMeantAsLink(text))
        {
            throw new UsageException(
                $"\"{CellText.Of(CellText.Short(text))}\" is no join link, meeting ID, id of a meeting, Graph path, page of an event " +
                "or file. " +
                "Pass one of these.");
        }

        return await ReadAnyAsync(parse, name: null, text, client, cancellationToken).ConfigureAwait(false);
    }

    private Task<NamedSource> ReadAnyAsync(
        ParseResult parse, string? name, string text, AttendanceClient client, CancellationToken cancellationToken) =>
        TeamsFiles.IsFile(text) ? TeamsFiles.ReadAsync(text, _zone!, _order, cancellationToken)
        : MeetingId().IsMatch(text) && !MeetingLookUp.IsMeantAsLink(text)
            ? Task.FromResult(new NamedSource(AttendanceSource.Meeting(_user.Read(parse), text), Subject: null))
            : ReadNamedAsync(parse, name, text, client, cancellationToken);

    // Anything is an id to --meeting, and a row of some other table is none.
    [GeneratedRegex("^[A-Za-z0-9_=+*-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MeetingId();

    [GeneratedRegex(
        "/attendanceReports(?:/|\\(')(?<id>[^/?#']+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReportPath();

    private static void Refuse(ParseResult parse, Option<string?> option, bool isOutOfPlace, string role)
    {
        if (isOutOfPlace && parse.GetValue(option) is not null)
            throw new UsageException($"{option.Name} {role}, which is not there. Leave it out, or name the source that it belongs to.");
    }

    private AttendanceSource ReadSession(ParseResult parse, Option<string?> way, string text)
    {
        var kind = way == _webinar ? VirtualEventKind.Webinar : VirtualEventKind.Townhall;
        var address = EventAddress.Read(way.Name, kind, text);
        if (address.GoesOnToReport)
            throw GoesOnToReport(way);

        var asked = parse.GetValue(_session);
        if (asked is not null && address.SessionId is { } other && other != asked)
        {
            throw new UsageException(
                $"{_session.Name} is {CellText.Of(asked)}, and {way.Name} goes on to the session {CellText.Of(other)}. " +
                "Leave one of them out.");
        }

        var session = asked ?? address.SessionId ?? throw new UsageException(
            $"{way.Name} needs --session, as each session has reports of its own. " +
            $"List them: attendance sessions {_connection.ArgumentsOf(parse)}{way.Name} {Argument.Quoted(address.Id)}");
        return kind is VirtualEventKind.Webinar
            ? AttendanceSource.Webinar(address.Id, session)
            : AttendanceSource.Townhall(address.Id, session);
    }

    private static UsageException GoesOnToReport(Option<string?> way) =>
        new($"{way.Name} goes on to reports, and says what was attended. Pass the whole address to --source, or leave out what follows.");

    private async Task<NamedSource> ReadMeetingAsync(
        ParseResult parse, string text, AttendanceClient client, CancellationToken cancellationToken)
    {
        if (AttendanceSource.TryParse(text, out var source))
            return new NamedSource(ReadMeeting(parse, source, text), Subject: null);
        if (EventAddress.IsPage(text))
        {
            throw new UsageException(
                $"{_meeting.Name} takes a meeting, and \"{CellText.Of(CellText.Short(text))}\" is the page of a webinar or town hall. " +
                "Pass it to --webinar or --townhall.");
        }

        if (MeetingLookUp.IsMeantAsLink(text))
            return await FindAsync(parse, _meeting.Name, text, client, cancellationToken).ConfigureAwait(false);

        return text.Contains("://", StringComparison.Ordinal)
            ? throw new UsageException(
                $"{_meeting.Name} takes an id or a join link, and \"{CellText.Of(CellText.Short(text))}\" is another URL. " +
                "Copy the join link from the meeting's invitation.")
            : new NamedSource(AttendanceSource.Meeting(_user.Read(parse), text), Subject: null);
    }

    // A path of the signed-in user counts for --user too, as an id does.
    private AttendanceSource ReadMeeting(ParseResult parse, AttendanceSource source, string text)
    {
        if (source is not MeetingSource meeting)
        {
            throw new UsageException(
                $"{_meeting.Name} takes a meeting, and \"{CellText.Of(CellText.Short(text))}\" is the address of a webinar or town hall. " +
                "Pass it to --source.");
        }

        if (ReportIdIn(text) is not null)
            throw GoesOnToReport(_meeting);
        if (meeting.Organizer.UserId is not { } organizer)
            return AttendanceSource.Meeting(_user.Read(parse), meeting.MeetingId);

        return parse.GetValue(_user) is { } user && user != organizer
            ? throw new UsageException(
                $"{_user.Name} is {CellText.Of(user)}, and {_meeting.Name} is of the user {CellText.Of(organizer)}. Leave one of them out.")
            : meeting;
    }

    private async Task<NamedSource> FindAsync(
        ParseResult parse, string? name, string text, AttendanceClient client, CancellationToken cancellationToken)
    {
        var link = MeetingLookUp.ReadLink(name, text);
        var meeting = await MeetingLookUp.FindAsync(client, _user.Read(parse, link), link, cancellationToken).ConfigureAwait(false);
        return new NamedSource(meeting.Source!, meeting.Subject, Meeting: meeting);
    }
}
