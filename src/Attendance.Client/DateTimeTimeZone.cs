using System.Globalization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>A local time with the name of its zone, as Graph sends times of calendars, webinars and town halls.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/datetimetimezone"/>.</remarks>
public sealed record DateTimeTimeZone
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.FFFFFFF";

    // The second is what Exchange calls it at times.
    private static readonly string[] UtcNames = ["UTC", "tzone://Microsoft/Utc"];

    /// <summary>The local time as Graph sent it, such as <c>2026-03-01T10:00:00.0000000</c>, or null where it sent none.</summary>
    public string? DateTime { get; init; }

    /// <summary>Name of the zone as Graph sent it, a Windows or an IANA name, or null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The time in UTC, or null where <see cref="DateTime"/> is no ISO 8601 time with seconds, or <see cref="TimeZone"/> is no
    /// zone that is known, or one of which this machine has no data.</summary>
    /// <remarks>Windows' names are known on every machine that has the time zone data, as IANA's are. A time that comes twice as clocks are
    /// put back is the later one; one that they skip is read as if they had not been put forward.</remarks>
    public DateTimeOffset? At
    {
        get
        {
            if (System.DateTime.TryParseExact(DateTime, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
                return FindZone() is { } zone ? ToUtc(local, zone) : null;

            // Some sessions send a whole ISO time in place of a local one: its own offset counts.
            return DateTimeOffset.TryParseExact(DateTime, Format + "K", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time.ToUniversalTime()
                : null;
        }
    }

    /// <summary>A time in UTC.</summary>
    public static DateTimeTimeZone Utc(DateTimeOffset time) => new()
    {
        DateTime = time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        TimeZone = "UTC",
    };

    /// <summary>The time and the zone as Graph sent them.</summary>
    public override string ToString() => TimeZone is null ? DateTime ?? "" : $"{DateTime} {TimeZone}";

    private static DateTimeOffset? ToUtc(DateTime local, TimeZoneInfo zone)
    {
        var ticks = local.Ticks - OffsetAt(local, zone).Ticks;
        return ticks < System.DateTime.MinValue.Ticks || ticks > System.DateTime.MaxValue.Ticks
            ? null
            : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    // Asked of times in UTC alone: of local ones a zone says its standard time, which in Ireland is that of the summer.
    private static TimeSpan OffsetAt(DateTime local, TimeZoneInfo zone)
    {
        var (before, after) = (OffsetOf(local.Ticks - TimeSpan.TicksPerDay), OffsetOf(local.Ticks + TimeSpan.TicksPerDay));
        var (least, most) = before < after ? (before, after) : (after, before);
        return OffsetOf(local.Ticks - least.Ticks) != least && OffsetOf(local.Ticks - most.Ticks) == most ? most : least;

        TimeSpan OffsetOf(long ticks) => zone.GetUtcOffset(
            new DateTime(Math.Min(Math.Max(ticks, 0), System.DateTime.MaxValue.Ticks), DateTimeKind.Utc));
    }

    private TimeZoneInfo? FindZone() =>
        string.IsNullOrWhiteSpace(TimeZone) || UtcNames.Contains(TimeZone, StringComparer.OrdinalIgnoreCase)
            ? TimeZoneInfo.Utc
            : TimeZones.Find(TimeZone!);
}
