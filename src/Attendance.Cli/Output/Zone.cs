using System.Globalization;
using Attendance.Client;
using TimeZoneConverter;

namespace Attendance.Cli;

/// <summary>The time zone of the user, in which the tool shows times and reads those without an offset.</summary>
/// <param name="info">The zone.</param>
/// <param name="hasDates">Whether times are shown with their date.</param>
internal sealed class Zone(TimeZoneInfo info, bool hasDates = true)
{
    public static Zone Utc { get; } = new(TimeZoneInfo.Utc);

    public TimeZoneInfo Info => info;

    /// <summary>Name as people know it, IANA's where there is one.</summary>
    public string Name { get; } =
        info.HasSameRules(TimeZoneInfo.Utc) ? "UTC" : TZConvert.TryWindowsToIana(info.Id, out var name) ? name : info.Id;

    /// <summary>Title of a column of times.</summary>
    public string Title(string title) => $"{title} ({Name})";

    /// <summary>Title of a column of times on a narrow screen, no wider than it must be.</summary>
    public string NarrowTitle(string title) => $"{title}\n({Name.Replace("/", "/\n", StringComparison.Ordinal)})";

    /// <summary>The same zone, which shows times without their date where all are of one day, and no clock shows one of them
    /// twice.</summary>
    public Zone WithoutDateOf(DateTimeOffset above, IEnumerable<DateTimeOffset?> times) =>
        times.OfType<DateTimeOffset>().Prepend(above).All(time => DayOf(time) == DayOf(above) && !info.IsAmbiguousTime(time))
            ? new Zone(info, hasDates: false)
            : this;

    /// <summary>The time, with its offset where the clocks show it twice, as they go back.</summary>
    public string TextOf(DateTimeOffset? time) => time is { } value
        ? TimeZoneInfo.ConvertTime(value, info).ToString(
            !hasDates ? "HH:mm:ss" : info.IsAmbiguousTime(value) ? "yyyy-MM-dd HH:mm:ss zzz" : "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture)
        : CellText.Missing;

    /// <summary>The time, or as Graph sent it where this machine does not know its zone.</summary>
    public string TextOf(DateTimeTimeZone? time) => time is null or { At: not null } ? TextOf(time?.At) : CellText.Of(time.ToString());

    /// <summary>The date above the time, and that above an offset, for narrow screens.</summary>
    public string TextInLines(DateTimeOffset? time) => TextOf(time).Replace(' ', '\n');

    public string TextInLines(DateTimeTimeZone? time) => TextOf(time).Replace(' ', '\n');

    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, info).DateTime);

    /// <summary>The first moment of a day, which is not midnight where the clocks skip that.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        while (info.IsInvalidTime(time))
            time = time.AddMinutes(1);

        return ToUtc(time, later: false);
    }

    public bool Skips(DateTime time) => info.IsInvalidTime(time);

    /// <summary>The moment of a local time; of one that comes twice, as the clocks go back, the earlier or the later.</summary>
    public DateTimeOffset ToUtc(DateTime time, bool later)
    {
        if (!info.IsAmbiguousTime(time))
            return new DateTimeOffset(time, info.GetUtcOffset(time)).ToUniversalTime();

        var offsets = info.GetAmbiguousTimeOffsets(time);
        return new DateTimeOffset(time, later ? offsets.Min() : offsets.Max()).ToUniversalTime();
    }
}
