namespace Attendance.Client.Notifications.Internal;

/// <summary>
/// The resource of a meeting's calls, in which the join link stands as a text of OData: each of its characters is encoded once more, also
/// those that are encoded in the link itself, as <c>%3a</c> becomes <c>%253a</c>.
/// </summary>
internal static class MeetingCallsPath
{
    private const string Before = "communications/onlineMeetings(joinWebUrl='";
    private const string After = "')/meetingCallEvents";

    public static string Of(string joinWebUrl)
    {
        var link = joinWebUrl.Trim();
        if (link.StartsWith("https%3A", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                "The join link is encoded as a whole already. Pass it as Graph returned it: it is encoded here.", nameof(joinWebUrl));
        }

        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("The join link is no https URL. Pass the JoinWebUrl of the meeting.", nameof(joinWebUrl));

        // A quote is no letter of a link that Teams makes; in a text of OData it is written twice.
        return Before + Uri.EscapeDataString(link.Replace("'", "''", StringComparison.Ordinal)) + After;
    }

    /// <summary>The link in a path, as it was before it was encoded, or null for another path.</summary>
    public static string? LinkIn(string path)
    {
        path = path.TrimStart('/');
        return path.StartsWith(Before, StringComparison.OrdinalIgnoreCase)
            && path.IndexOf(After, Before.Length, StringComparison.OrdinalIgnoreCase) is > 0 and var end
            ? Uri.UnescapeDataString(path[Before.Length..end]).Replace("''", "'", StringComparison.Ordinal)
            : null;
    }
}
