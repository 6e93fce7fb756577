using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Attendance.Client.Testing.Internal;

/// <summary>What headers say of the shape of an answer.</summary>
internal static class Preferences
{
    private static readonly Regex Zone = new(
        @"outlook\.timezone\s*=\s*""?(?<zone>[^"",;]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    private static readonly Regex NoMetadata = new(
        @"odata\.metadata\s*=\s*none", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    /// <summary>The zone in which the times of a calendar are wanted, or null for their own.</summary>
    /// <exception cref="GraphRefusal">There is no such zone.</exception>
    public static TimeZoneInfo? ZoneOf(HttpRequestMessage request, GraphOperation operation)
    {
        if (operation is not (GraphOperation.ListCalendarView or GraphOperation.ListEvents)
            || !request.Headers.TryGetValues("Prefer", out var preferences))
        {
            return null;
        }

        var match = Zone.Match(string.Join(",", preferences));
        if (!match.Success)
            return null;

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(match.Groups["zone"].Value.Trim());
        }
        catch (TimeZoneNotFoundException)
        {
            throw new GraphRefusal(
                HttpStatusCode.BadRequest, "TimeZoneNotSupportedException",
                "A valid TimeZone value must be specified. The following TimeZone value is not supported: "
                    + $"'{match.Groups["zone"].Value}'.");
        }
    }

    /// <summary>Takes what is about the data, and no data, from an answer where nobody wants it.</summary>
    /// <returns>Whether nobody does.</returns>
    public static bool DropMetadata(HttpRequestMessage request, JsonObject answer)
    {
        if (!request.Headers.TryGetValues("Accept", out var accepted)
            || !accepted.Any(NoMetadata.IsMatch))
        {
            return false;
        }

        Drop(answer);
        return true;
    }

    // OData keeps the link and the count even then.
    private static void Drop(JsonNode? json)
    {
        if (json is JsonObject entity)
        {
            foreach (var name in entity.Select(static member => member.Key).ToList())
            {
                if (name is "@odata.context" or "@odata.type" or "@odata.id" or "@odata.etag")
                    entity.Remove(name);
                else
                    Drop(entity[name]);
            }
        }

        foreach (var item in json as JsonArray ?? [])
            Drop(item);
    }
}
