using System.Runtime.CompilerServices;

namespace Attendance.Client.Notifications.Internal;

/// <summary>The ids that may stand in the resource of a subscription.</summary>
internal static class EventId
{
    /// <summary>Returns the id, unless it would make another resource of the one that is meant.</summary>
    public static string Check(string id, [CallerArgumentExpression(nameof(id))] string? parameterName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, parameterName);
        return IsId(id)
            ? id
            : throw new ArgumentException($"\"{id}\" is no id of Graph's. Pass the id alone, as Graph returned it.", parameterName);
    }

    /// <summary>Whether the text has none but the letters of Graph's ids, which need no encoding.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= 512 && text is not ("." or "..")
        && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '@' or '.' or '=' or '~');
}
