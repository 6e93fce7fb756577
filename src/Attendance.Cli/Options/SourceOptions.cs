using System.CommandLine;
using System.Text.RegularExpressions;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The options that name what was attended.</summary>
internal sealed partial class SourceOptions
{
    private readonly ConnectionOptions _connection;
    private readonly SourcesOption? _sources;
    private readonly UserOption _user;

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
            "Where it names a report, that one is read. Host and version of a URL count for nothing: see --cloud and --beta.",
        HelpName = "path or URL",
    };

    /// <summary>The options of a command.</summary>
    /// <param name="connection">Says who asks.</param>
    /// <param name="sources">The option of the same command that takes many sources, or null where it has none.</param>
    public SourceOptions(ConnectionOptions connection, SourcesOption? sources = null)
    {
        (_connection, _sources) = (connection, sources);
        _user = new UserOption(
            "Object id of the meeting's organizer, which an application must give, unless a long join link does. " +
            "It counts for ids and links alone: a Graph path says itself whose meeting it is.",
            connection);
    }

    public void AddTo(Command command)
    {
        command.Add(_meeting);
        command.Add(_user);
        command.Add(_webinar);
        command.Add(_townhall);
        command.Add(_session);
        command.Add(_source);
    }

    /// <summary>The first of the options that name a source, or null where none is given.</summary>
    public string? NameOfGiven(ParseResult parse) =>
        new[] { _meeting, _webinar, _townhall, _session, _source }.FirstOrDefault(option => parse.GetValue(option) is not null)?.Name;

    /// <summary>The source that the options name. A join link takes a request.</summary>
    public async Task<AttendanceSource> ReadAsync(ParseResult parse, AttendanceClient client, CancellationToken cancellationToken) =>
        (await ReadNamedAsync(parse, client, cancellationToken).ConfigureAwait(false)).Source;

    /// <summary>The source that the options name, with what it is called. A join link takes a request.</summary>
    public Task<NamedSource> ReadNamedAsync(ParseResult parse, AttendanceClient client, CancellationToken cancellationToken)
    {
        Option<string?>[] ways = [_meeting, _webinar, _townhall, _source];
        var given = ways.Where(way => parse.GetValue(way) is not null).ToList();
        if (given.Count == 0)
        {
            throw new UsageException(
                "Nothing says what was attended. Pass one of --meeting <id or link>, " +
                "--webinar <id> --session <id>, --townhall <id> --session <id> and --source <path or URL>"
                + (_sources is null ? "." : $", or {_sources.Name} for many."));
        }

        if (given.Count > 1)
        {
            throw new UsageException(
                $"{string.Join(" and ", given.Select(way => way.Name))} each name something to read. Pass one of them only.");
        }

        var way = given[0];
        Refuse(parse, _session, way != _webinar && way != _townhall, "says which session of --webinar or --townhall is meant");

        var text = parse.GetValue(way)!;
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

    /// <summary>The source that a text names: a Graph path or URL, a join link or a meeting ID.</summary>
    /// <param name="parse">What the other options say.</param>
    /// <param name="name">What the user knows the text by.</param>
    /// <param name="text">What should name a source.</param>
    /// <param name="client">Looks a join link up.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<NamedSource> ReadNamedAsync(
        ParseResult parse, string name, string text, AttendanceClient client, CancellationToken cancellationToken)
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
            throw new UsageException($"{name}: {CellText.Of(message)}");
        }
    }

    /// <summary>The source that a line of many names: what --source takes, or the id of a meeting.</summary>
    public async Task<NamedSource> ReadLineAsync(
        ParseResult parse, SourceLine line, AttendanceClient client, CancellationToken cancellationToken) =>
        MeetingId().IsMatch(line.Text) && !MeetingLookUp.IsMeantAsLink(line.Text)
            ? new NamedSource(AttendanceSource.Meeting(_user.Read(parse), line.Text), Subject: null)
            : await ReadNamedAsync(parse, line.ToString(), line.Text, client, cancellationToken).ConfigureAwait(false);

    /// <summary>Id of the report that --source goes on to, or null where it names none.</summary>
    public string? ReadReportId(ParseResult parse) => ReportIdIn(parse.GetValue(_source) ?? "");

    private static string? ReportIdIn(string text)
    {
        var match = ReportPath().Match(text);
        return match.Success ? Uri.UnescapeDataString(match.Groups["id"].Value) : null;
    }

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
        ParseResult parse, string name, string text, AttendanceClient client, CancellationToken cancellationToken)
    {
        var link = MeetingLookUp.ReadLink(name, text);
        var meeting = await MeetingLookUp.FindAsync(client, _user.Read(parse, link), link, cancellationToken).ConfigureAwait(false);
        return new NamedSource(meeting.Source!, meeting.Subject);
    }
}
