using System.Globalization;

namespace Attendance.Client;

/// <summary>A local time with the name of its zone, as Graph sends times of calendars, webinars and town halls.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/datetimetimezone"/>.</remarks>
public sealed record DateTimeTimeZone
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.FFFFFFF";

    /// <summary>The local time as Graph sent it, such as <c>2026-03-01T10:00:00.0000000</c>, or null where it sent none.</summary>
    public string? DateTime { get; init; }

    /// <summary>Name of the zone as Graph sent it, a Windows or an IANA name, or null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The time in UTC, or null where <see cref="DateTime"/> is no ISO 8601 time or <see cref="TimeZone"/> is no zone that this machine knows.</summary>
    /// <remarks>A time that daylight saving makes ambiguous is the later one, in standard time; one that it skips is read in standard time too.</remarks>
    public DateTimeOffset? At
    {
        get
        {
            if (System.DateTime.TryParseExact(DateTime, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
                return FindZone() is { } zone ? ToUtc(local, zone) : null;

            // Some sessions send a whole ISO time in place of a local one: its own offset counts.
            return DateTimeOffset.TryParseExact(DateTime, Format + "K", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToUniversalTime() : null;
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
        var ticks = local.Ticks - zone.GetUtcOffset(local).Ticks;
        return ticks < System.DateTime.MinValue.Ticks || ticks > System.DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    private TimeZoneInfo? FindZone()
    {
        if (string.IsNullOrWhiteSpace(TimeZone) || string.Equals(TimeZone, "UTC", StringComparison.OrdinalIgnoreCase))
            return TimeZoneInfo.Utc;

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            return null;
        }
    }
}
