using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Lists the online meetings of a calendar.</summary>
internal sealed class CalendarCommand : Command
{
    private const string LinkStart = "/meetup-join/";
    private const int LongestLink = 40;

    private static readonly TimeSpan DefaultRange = TimeSpan.FromDays(7);

    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly UserOption _user;
    private readonly RangeOptions _range = new("7 days before the end", "now");
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();
    private readonly LinesOption _lines = new(
        "Print only the join links, one per line, of the meetings that the calendar's owner organizes and that were not cancelled.");

    public CalendarCommand(Surroundings surroundings)
        : base("calendar", "List the online meetings in a calendar, each with its join link.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _user = new UserOption("Object id of the calendar's owner, which an application must give", _connection);
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
        var (from, to) = ReadRange(parse, zone);
        var owner = _user.Read(parse);
        var meetings = await new ListReader(_surroundings, _connection)
            .ReadAsync(parse, "meetings", client => client.GetCalendarMeetingsAsync(owner, from, to, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        meetings = [.. meetings.OrderBy(meeting => meeting.Start?.At)];
        await UnplacedTimes.WriteAsync(
            _surroundings.Error, [.. meetings.Select(meeting => (meeting.Subject ?? meeting.Id, meeting.Start, meeting.End))], "meetings")
            .ConfigureAwait(false);

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(meetings.Select(CalendarMeetingJson.Of))).ConfigureAwait(false);
        else if (meetings.Count == 0)
        {
            await _surroundings.Error.WriteLineAsync(
                NothingBetween(from, to, owner, zone, _connection.IsDemo(parse))).ConfigureAwait(false);
        }
        else if (parse.GetValue(_lines))
            await WriteLinksAsync(meetings).ConfigureAwait(false);
        else
            WriteTable(meetings, owner, zone, _connection.ArgumentsOf(parse));

        return ExitCode.Success;
    }

    // Nobody but the organizer may read the attendance of a meeting.
    private static bool HasAttendance(CalendarMeeting meeting) =>
        meeting is { IsOrganizer: true, IsCancelled: not true, JoinLink: not null };

    private static string WhyLeftOut(CalendarMeeting meeting) => meeting switch
    {
        { IsOrganizer: null } => "of an organizer whom Graph does not tell",
        { IsOrganizer: false } => "organized by somebody else",
        { IsCancelled: true } => "cancelled",
        _ when string.IsNullOrWhiteSpace(meeting.JoinWebUrl) => "without a join link",
        _ => "with a link that is not of a Teams meeting",
    };

    private static string NothingBetween(DateTimeOffset from, DateTimeOffset to, Organizer owner, Zone zone, bool isDemo)
    {
        var cure = isDemo
            ? "The sample data has some in October 2021: attendance calendar --demo --from 2021-10"
            : "Choose another time with --from and --to.";
        return $"There is no online meeting in the calendar of {owner} between {zone.TextOf(from)} and {zone.TextOf(to)} {zone.Name}. " +
            $"{cure}";
    }

    private (DateTimeOffset From, DateTimeOffset To) ReadRange(ParseResult parse, Zone zone)
    {
        var now = _surroundings.TimeProvider.GetUtcNow();
        var (from, to) = _range.Read(parse, zone, now);
        var end = to ?? now;
        var begin = from ?? end - DefaultRange;
        return begin < end
            ? (begin, end)
            : throw new UsageException(
                $"--from is {zone.TextOf(begin)} {zone.Name}, and without --to the calendar is read until now. " +
                "Pass a --to that is later, or an earlier --from.");
    }

    private async Task WriteLinksAsync(List<CalendarMeeting> meetings)
    {
        var own = meetings.FindAll(HasAttendance);
        await LinesOption.WriteAsync(
            _surroundings.Output,
            own.Select(meeting => meeting.JoinLink!.ToString()).Distinct(StringComparer.Ordinal)).ConfigureAwait(false);

        var others = meetings.FindAll(meeting => !HasAttendance(meeting));
        if (others.Count > 0)
        {
            var reasons = others.GroupBy(WhyLeftOut, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}");
            await _surroundings.Error.WriteLineAsync(
                $"note: {others.Count} of {meetings.Count} meetings {(others.Count == 1 ? "is" : "are")} left out: " +
                $"{string.Join(", ", reasons)}.").ConfigureAwait(false);
        }
    }

    private static DataTable WithColumns(DataTable table, string start) =>
        table.Column(start).Column("Length").Column("Subject").Column("Organizer").Column("Cancelled");

    // All links begin alike, and what tells them apart comes after that.
    private static string CutLink(CalendarMeeting meeting)
    {
        var link = CellText.Of(meeting.JoinWebUrl);
        if (link.Length <= LongestLink)
            return link;

        var begin = link.IndexOf(LinkStart, StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found + LinkStart.Length : 0;
        var rest = link[begin..];
        return $"{(begin > 0 ? "…" : "")}{(rest.Length < LongestLink ? rest : $"{rest[..(LongestLink - 2)]}…")}";
    }

    private void WriteTable(List<CalendarMeeting> meetings, Organizer owner, Zone zone, string connection)
    {
        var screen = new Screen(_surroundings);
        screen.Line(
            meetings.Count == 1
                ? $"1 online meeting in the calendar of {owner}"
                : $"{meetings.Count} online meetings in the calendar of {owner}");

        var wide = WithColumns(new DataTable(), zone.Title("Start")).Column("Join link");
        var cut = WithColumns(new DataTable("join links in full"), zone.Title("Start")).Column("Join link");
        var bare = WithColumns(new DataTable("Join link"), zone.Title("Start"));
        var narrow = new DataTable("Join link").Column(zone.NarrowTitle("Start")).Column("Length").FlexibleColumn("Subject")
            .Column("Organizer").Column("Cancelled");
        foreach (var meeting in meetings)
        {
            string[] facts =
            [
                meeting.End?.At - meeting.Start?.At is { Ticks: >= 0 } length ? SpanText.Of(length) : CellText.Missing,
                CellText.Of(meeting.Subject),
                CellText.Of(meeting.IsOrganizer),
                CellText.Of(meeting.IsCancelled),
            ];
            var start = zone.TextOf(meeting.Start);
            wide.Row([start, .. facts, CellText.Of(meeting.JoinWebUrl)]);
            cut.Row([start, .. facts, CutLink(meeting)]);
            bare.Row([start, .. facts]);
            narrow.Row([zone.TextInLines(meeting.Start), .. facts]);
        }

        screen.Render(wide, cut, bare, narrow);
        if (meetings.Find(HasAttendance) is { JoinLink: { } link })
        {
            var user = owner.UserId is { } id ? $" --user {Argument.Quoted(id)}" : "";
            screen.Line("Next, who came to one of them:");
            screen.Line($"  $ attendance show {connection}--meeting {Argument.Quoted(link.ToString())}{user}");
        }
    }
}
