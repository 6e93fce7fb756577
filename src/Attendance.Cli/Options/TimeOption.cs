using System.CommandLine;
using System.Globalization;

namespace Attendance.Cli;

/// <summary>An option that takes a time in any way that people write one on a command line.</summary>
internal sealed class TimeOption : Option<string?>
{
    private const string Expected =
        "Pass a date such as 2026-03-01, a date and time such as 2026-03-01T10:00 or 2026-03-01T10:00+01:00, " +
        "a month or year such as 2026-03 or 2026, \"this week\", \"last month\" and so on, " +
        "today, yesterday, now, or how long ago, such as 7d or 12h.";

    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] WholeFormats = [.. LocalFormats.Select(format => format + "K")];

    private readonly bool _isEnd;

    /// <summary>An option for a time.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What the time is for.</param>
    /// <param name="isEnd">Whether a range ends there, so that a day counts to its end, and of a time that comes twice the later one is
    /// meant.</param>
    public TimeOption(string name, string description, bool isEnd = false)
        : base(name)
    {
        _isEnd = isEnd;
        Description = description;
        HelpName = "time";
        CompletionSources.Add(["today", "yesterday", "now", "12h", "7d", "30d", .. Period.Names]);
    }

    /// <summary>The time, or null where the option is not given.</summary>
    public DateTimeOffset? Read(ParseResult parse, Zone zone, DateTimeOffset now)
    {
        if (parse.GetValue(this) is not { } text)
            return null;

        var time = text.Trim();
        return time switch
        {
            "now" => now,
            "today" => EdgeOf(zone.DayOf(now), zone),
            "yesterday" => EdgeOf(zone.DayOf(now).AddDays(-1), zone),
            _ when Period.Read(time, zone.DayOf(now)) is { } period => zone.StartOf(_isEnd ? period.AfterLast : period.First),
            _ when SpanText.TryRead(time, out var ago) => now - ago,
            _ when DateOnly.TryParseExact(time, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && HasCalendar(day.Year) => EdgeOf(day, zone),
            _ => ReadTime(time.Replace(' ', 'T'), zone) ?? throw new UsageException($"{Name} is \"{text}\", which is no time. {Expected}"),
        };
    }

    /// <summary>The end of the week, month or year that the option names, or null where it names none.</summary>
    public DateTimeOffset? ReadEndOfPeriod(ParseResult parse, Zone zone, DateTimeOffset now) =>
        parse.GetValue(this) is { } text && Period.Read(text.Trim(), zone.DayOf(now)) is { } period ? zone.StartOf(period.AfterLast) : null;

    // So far from either end of the calendar, no offset and no span leads out of it.
    private static bool HasCalendar(int year) => year is >= 1900 and < 9999;

    private DateTimeOffset EdgeOf(DateOnly day, Zone zone) => zone.StartOf(_isEnd ? day.AddDays(1) : day);

    private DateTimeOffset? ReadTime(string text, Zone zone)
    {
        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && HasCalendar(local.Year))
        {
            return zone.Skips(local)
                ? throw new UsageException(
                    $"{Name} is \"{text}\", which the clocks of {zone.Name} skip. " +
                    $"Pass a time that they show, or one with its offset, such as {text}Z.")
                : zone.ToUtc(local, later: _isEnd);
        }

        return DateTimeOffset.TryParseExact(text, WholeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole)
            && HasCalendar(whole.Year)
            ? whole.ToUniversalTime()
            : null;
    }
}
