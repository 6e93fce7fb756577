using System.Globalization;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>The time range, the filter and the order of a calendar view.</summary>
internal sealed class CalendarWindow
{
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _end;
    private readonly bool _isDescending;
    private readonly bool _isOnlineOnly;

    private CalendarWindow(DateTimeOffset start, DateTimeOffset end, bool isDescending, bool isOnlineOnly)
    {
        _start = start;
        _end = end;
        _isDescending = isDescending;
        _isOnlineOnly = isOnlineOnly;
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

        query.TryGetValue("$orderby", out var order);
        query.TryGetValue("$filter", out var filter);
        if (order is not (null or "start/dateTime" or "start/dateTime asc" or "start/dateTime desc"))
            throw GraphRefusal.BadRequest($"The order by expression '{order}' is not supported.");
        if (filter is not (null or "isOnlineMeeting eq true"))
            throw GraphRefusal.BadRequest($"Invalid filter clause: '{filter}' is not supported.");

        return new CalendarWindow(Parse(start), Parse(end), order?.EndsWith("desc", StringComparison.Ordinal) == true, filter is not null);
    }

    public IEnumerable<JsonObject> Select(IEnumerable<Stored> events)
    {
        var seen = events
            .Select(stored => stored.Json())
            .Where(
                json => TimeOf(json["start"]) < _end && TimeOf(json["end"]) > _start
                    && (!_isOnlineOnly || json["isOnlineMeeting"] is JsonValue online && online.GetValue<bool>()));
        return _isDescending ? seen.OrderByDescending(json => TimeOf(json["start"])) : seen.OrderBy(json => TimeOf(json["start"]));
    }

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
