using System.Globalization;
using System.Text.Json;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Members of an object that may be missing, or of another type than expected, which counts as missing.</summary>
internal static class JsonMembers
{
    public static string? Text(this JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member)
                && member.ValueKind == JsonValueKind.String
                ? member.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which no text of Graph's has.
            return null;
        }
    }

    public static JsonElement? Object(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object
            ? member
            : null;

    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        DateTimeOffset.TryParse(
            json.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
