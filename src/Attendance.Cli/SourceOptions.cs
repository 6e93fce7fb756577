using System.CommandLine;
using System.Text.RegularExpressions;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The options that name what was attended.</summary>
internal sealed partial class SourceOptions
{
    private readonly Option<string?> _meeting = new("--meeting") { Description = "Online meeting of the signed-in user, or of --user", HelpName = "id" };

    private readonly Option<string?> _user = new("--user") { Description = "Object id of the meeting's organizer, which an application must give", HelpName = "id" };

    private readonly Option<string?> _webinar = new("--webinar") { Description = "Webinar, with --session", HelpName = "id" };

    private readonly Option<string?> _townhall = new("--townhall") { Description = "Town hall, with --session", HelpName = "id" };

    private readonly Option<string?> _session = new("--session") { Description = "Session of the webinar or town hall", HelpName = "id" };

    private readonly Option<string?> _source = new("--source")
    {
        Description = "Any of these as a Graph path or URL. Where it names a report, show shows that one. Host and version of a URL count for nothing: see --cloud and --beta.",
        HelpName = "path or URL",
    };

    public void AddTo(Command command)
    {
        command.Add(_meeting);
        command.Add(_user);
        command.Add(_webinar);
        command.Add(_townhall);
        command.Add(_session);
        command.Add(_source);
    }

    public AttendanceSource Read(ParseResult parse)
    {
        Option<string?>[] ways = [_meeting, _webinar, _townhall, _source];
        var given = ways.Where(way => parse.GetValue(way) is not null).ToList();
        if (given.Count == 0)
        {
            throw new UsageException(
                "Nothing says what was attended. Pass one of --meeting <id>, --webinar <id> --session <id>, --townhall <id> --session <id> and --source <path or URL>.");
        }

        if (given.Count > 1)
            throw new UsageException($"{string.Join(" and ", given.Select(way => way.Name))} each name something to read. Pass one of them only.");

        var way = given[0];
        Refuse(parse, _user, way != _meeting, "says whose --meeting is meant");
        Refuse(parse, _session, way != _webinar && way != _townhall, "says which session of --webinar or --townhall is meant");

        var id = parse.GetValue(way)!;
        if (way == _source)
            return ReadText(id);
        if (id.Contains("://", StringComparison.Ordinal))
        {
            throw new UsageException(
                $"{way.Name} takes an id, and \"{id}\" is a URL. A Graph URL goes to --source. " +
                "For a join link, ask Graph for the meeting's id: GET /me/onlineMeetings?$filter=JoinWebUrl eq '{link}'.");
        }

        if (way == _meeting)
            return AttendanceSource.Meeting(parse.GetValue(_user) is { } user ? Organizer.User(user) : Organizer.Me, id);

        var session = parse.GetValue(_session) ?? throw new UsageException(
            $"{way.Name} needs --session, as each session has reports of its own. Pass the session's id: GET /solutions/virtualEvents/{way.Name[2..]}s/{{id}}/sessions lists them.");
        return way == _webinar ? AttendanceSource.Webinar(id, session) : AttendanceSource.Townhall(id, session);
    }

    /// <summary>Id of the report that --source goes on to, or null where it names none.</summary>
    public string? ReadReportId(ParseResult parse)
    {
        var match = ReportPath().Match(parse.GetValue(_source) ?? "");
        return match.Success ? Uri.UnescapeDataString(match.Groups["id"].Value) : null;
    }

    [GeneratedRegex("/attendanceReports(?:/|\\(')(?<id>[^/?#']+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReportPath();

    private static AttendanceSource ReadText(string text)
    {
        try
        {
            return AttendanceSource.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--source: {exception.Message}");
        }
    }

    private static void Refuse(ParseResult parse, Option<string?> option, bool isOutOfPlace, string role)
    {
        if (isOutOfPlace && parse.GetValue(option) is not null)
            throw new UsageException($"{option.Name} {role}, which is not there. Leave it out, or name the source that it belongs to.");
    }
}
