using System.Text.RegularExpressions;

namespace Attendance.Client.Internal;

/// <summary>Says what an address is that was passed where an id belongs, and what to pass instead.</summary>
internal static class AddressFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // An id may hold slashes and such words, but none begins with them.
    private static readonly Regex GraphPath = new(
        @"^/?(?:(?:v1[.]0|beta)/)?(?:me/onlineMeetings|users/|solutions/virtualEvents"
            + @"|(?:onlineMeetings|virtualEvents|webinars|townhalls|sessions|registrations|attendanceReports)(?:/|\('))"
            + @"|://[^/]+/(?:v1[.]0|beta)/(?:me|users|solutions)/",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience);

    private static readonly Regex EventPage = new(
        "events[.]teams[.][a-z.]+/event/(?<id>[0-9a-f-]{36}@[0-9a-f-]{36})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience);

    /// <summary>What the text is, as the end of a sentence, and what to do, or null where it may be an id.</summary>
    public static (string What, string Cure)? Of(string text)
    {
        if (text.IndexOfAny(['/', '%', '(']) < 0)
            return null;

        text = Uri.UnescapeDataString(Uri.UnescapeDataString(text));
        return text switch
        {
            _ when EventPage.Match(text) is { Success: true } page =>
                ("is the address of an event's page", $"Pass the id in it, {page.Groups["id"].Value}."),
            _ when GraphPath.IsMatch(text) =>
                ("is an address in Microsoft Graph", "Pass the id in it alone, or read a whole address with AttendanceSource.Parse."),
            _ when text.IndexOf("://", StringComparison.Ordinal) < 0 => null,
            _ when JoinLink.TryParse(text, out _) =>
                ("is a link to a meeting", "Find the meeting with FindMeetingAsync, and take its Source or its Id."),
            _ => ("is a URL", "Pass the id as Microsoft Graph returned it, not encoded."),
        };
    }
}
