using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The options that say from when to when.</summary>
internal sealed class RangeOptions(string defaultFrom, string defaultTo)
{
    private readonly TimeOption _from = new(
        "--from",
        "Begin: a date, a date and time, today, yesterday, now, or how long ago, such as 7d or 12h; or a whole period, such as " +
        "2026-10, 2026, \"this week\" (from Monday), \"last month\" or \"last year\", " +
        $"which also sets the end where there is no --to [default: {defaultFrom}]");

    private readonly TimeOption _to = new(
        "--to", $"End, likewise; a date, week, month or year counts to its end [default: {defaultTo}]", isEnd: true);

    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_to);
    }

    public bool IsGiven(ParseResult parse) => parse.GetValue(_from) is not null || parse.GetValue(_to) is not null;

    /// <summary>The two ends, each null where it is not given.</summary>
    public (DateTimeOffset? From, DateTimeOffset? To) Read(ParseResult parse, Zone zone, DateTimeOffset now)
    {
        var from = _from.Read(parse, zone, now);
        var to = _to.Read(parse, zone, now) ?? _from.ReadEndOfPeriod(parse, zone, now);
        return from is null || to is null || from < to
            ? (from, to)
            : throw new UsageException(
                $"{_to.Name} is \"{parse.GetValue(_to)}\", which is not after {_from.Name}, \"{parse.GetValue(_from)}\". " +
                $"Pass a later {_to.Name} or an earlier {_from.Name}.");
    }
}
