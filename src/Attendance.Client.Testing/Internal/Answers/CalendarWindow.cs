using System.Globalization;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>The time range of a calendar view.</summary>
internal sealed class CalendarWindow
{
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _end;

    private CalendarWindow(DateTimeOffset start, DateTimeOffset end)
    {
        _start = start;
        _end = end;
    }

    /// <exception cref="GraphRefusal">Graph would not understand the query.</exception>
    public static CalendarWindow Parse(IReadOnlyDictionary<string, string> query)
    {
        if (!query.TryGetValue("startDateTime", out var start) || !query.TryGetValue("endDateTime", out var end))
        {
            throw new GraphRefusal(
                System.Net.HttpStatusCode.BadRequest,
                "ErrorInvalidParameter",
                "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");
        }

        return new CalendarWindow(Parse(start), Parse(end));
    }

    /// <summary>An event with its times in another zone.</summary>
    public static JsonObject InZone(JsonObject calendarEvent, TimeZoneInfo zone)
    {
        foreach (var name in new[] { "start", "end" })
        {
            if (TimeOf(calendarEvent[name]) is { } time)
            {
                calendarEvent[name] = new JsonObject
                {
                    ["dateTime"] = TimeZoneInfo.ConvertTime(time, zone)
                        .ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture),
                    ["timeZone"] = zone.Id,
                };
            }
        }

        return calendarEvent;
    }

    /// <summary>The events within, by their start.</summary>
    public IEnumerable<JsonObject> Select(IEnumerable<Stored> events) => events
        .Select(stored => stored.Json())
        .Where(json => TimeOf(json["start"]) < _end && TimeOf(json["end"]) > _start)
        .OrderBy(json => TimeOf(json["start"]));

    private static DateTimeOffset Parse(string time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
            ? parsed
            : throw GraphRefusal.BadRequest($"The value '{time}' is not valid for a time.");

    // A zone that this machine does not know counts as UTC: better an event too many than none.
    private static DateTimeOffset? TimeOf(JsonNode? time)
    {
        if (!DateTime.TryParse((string?)time?["dateTime"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var local))
            return null;

        try
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById((string?)time?["timeZone"] ?? "UTC");
            return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local));
        }
        catch (TimeZoneNotFoundException)
        {
            return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        }
    }
}
