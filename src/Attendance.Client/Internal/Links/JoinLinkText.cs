using System.Globalization;
using System.Text.RegularExpressions;

namespace Attendance.Client.Internal;

/// <summary>Reads a <see cref="JoinLink"/> from what users paste.</summary>
internal static class JoinLinkText
{
    /// <summary>What the path of a long link begins with.</summary>
    public const string Long = "meetup-join/";

    /// <summary>What the path of a short link begins with.</summary>
    public const string Short = "/meet/";

    /// <summary>What encloses texts and parts the pieces of a link.</summary>
    public static readonly char[] Marks = "/?&#=:<>()[]\"'“”‘’ \t\r\n".ToCharArray();

    // What stands before a host may be as long as a link for the app; no more of a text is a link, and no text holds more of them that
    // matter.
    private const int MaxPrefix = 512;
    private const int MaxLength = 4096;
    private const int MaxLinks = 100;

    private static readonly string[] Hosts =
    [
        "teams.microsoft.com", "teams.cloud.microsoft", "teams.microsoft.us", "gov.teams.microsoft.us", "dod.teams.microsoft.us",
        "teams.microsoftonline.cn",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // As quoted-printable, calendar files and quoted mail break lines.
    private static readonly Regex LineBreak = new("=?\r?\n[ \t]*(?:>[ \t]*)*", RegexOptions.CultureInvariant, Patience);

    // A line that breaks within the digits of a short link goes on to its passcode.
    private static readonly Regex BreakInDigits = new("(?<=^[0-9]+)=?\r?\n[ \t>]*(?=[0-9]+\\?)", RegexOptions.CultureInvariant, Patience);

    /// <summary>Returns the link, or null where the text holds none.</summary>
    public static JoinLink? Read(string text)
    {
        var plain = MailText.Unwrap(text);
        return ReadLink(plain)
            ?? ReadLink(MailText.Unwrap(LineBreak.Replace(text, "")))
            ?? (!IsPersonal(plain) && MeetingIdText.Read(plain) is { } meetingId ? new JoinLink(meetingId) : null);
    }

    public static bool IsPersonal(string text) => After(text, "teams.live.com") is not null;

    /// <summary>What follows the beginning of each path that belongs to a host of Teams, with that host as it stands in Graph's
    /// links.</summary>
    public static IEnumerable<(string Host, string Path)> Links(string text, string path)
    {
        var at = -path.Length;
        for (var count = 0; count < MaxLinks; count++)
        {
            at = text.IndexOf(path, at + path.Length, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                yield break;

            if (HostBefore(text, at) is { } host)
                yield return (host, text.Substring(at + path.Length, Math.Min(MaxLength, text.Length - at - path.Length)));
        }
    }

    /// <summary>What follows the part, or null where the text is without it.</summary>
    public static string? After(string text, string part) =>
        text.IndexOf(part, StringComparison.OrdinalIgnoreCase) is >= 0 and var start ? text.Substring(start + part.Length) : null;

    /// <summary>Whether a text is the id of a chat or channel, as links hold it.</summary>
    public static bool IsThread(string text) =>
        text.StartsWith("19:", StringComparison.Ordinal)
        && text.Split('@') is { Length: 2 } parts && parts[1].StartsWith("thread.", StringComparison.OrdinalIgnoreCase)
        && text.All(
            static letter => letter is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' or ':' or '.' or '_' or '-' or '@');

    /// <summary>Whether a text is the id of the message in a channel that a meeting is a reply to, or 0.</summary>
    public static bool IsMessage(string text) => text.Length is > 0 and <= 20 && text.All(static letter => letter is >= '0' and <= '9');

    /// <summary>The text without what nobody sees, which editors put into long words.</summary>
    public static string Visible(string text) =>
        string.Concat(text.Where(static letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.Format));

    private static JoinLink? ReadLink(string text) =>
        Links(text, Long).Select(static link => ReadLong(link.Host, link.Path)).FirstOrDefault(static link => link is not null)
        ?? Links(text, Short).Concat(Links(text, Long)).Select(static link => ReadShort(link.Path)).FirstOrDefault(
            static link => link is not null)
        ?? ParameterLink.Read(text);

    // More may stand between a host and the path, so the nearest host counts. A link that names none, such as one for the app, is of the
    // global cloud.
    private static string? HostBefore(string text, int at)
    {
        var start = Math.Max(0, at - MaxPrefix);
        var before = text.Substring(start, at - start);
        var end = before.LastIndexOfAny(MailText.Ends);
        var pieces = before.Substring(end + 1).Split(Marks);
        for (var i = pieces.Length - 1; i >= 0; i--)
        {
            var host = Array.FindIndex(Hosts, host => host.Equals(pieces[i], StringComparison.OrdinalIgnoreCase));
            if (host >= 0)
                return Hosts[host == 1 ? 0 : host];
            if (After(pieces[i], ".") is not null && (i == 0 || pieces[i - 1].Length == 0))
                return null;
        }

        // Behind a blank stands a path that was torn from its host.
        var isWhole = at == 0 || pieces.Length > 1 && (start == 0 || end >= 0);
        return isWhole ? Hosts[0] : null;
    }

    private static JoinLink? ReadLong(string host, string text)
    {
        // Mail breaks long lines. A context behind the beginning of a second link is not of this one.
        text = string.Concat(Visible(text.Split('}')[0]).Where(static letter => !char.IsWhiteSpace(letter)));
        var path = text.Split('?')[0].Split('/');
        var messageId = path.Length > 1 && path[1].Length > 0 ? path[1] : "0";
        return After(text, "//") is null
            && IsThread(path[0])
            && IsMessage(messageId)
            && Id(text, "\"Tid\":") is { } tenantId && Id(text, "\"Oid\":") is { } organizerId
            ? new JoinLink(host, path[0], messageId, tenantId, organizerId)
            : null;
    }

    private static string? Id(string context, string name) =>
        After(context, name) is { } value && Guid.TryParse(value.Split(',')[0].Trim('"'), out var id) ? id.ToString() : null;

    private static JoinLink? ReadShort(string text)
    {
        text = Visible(BreakInDigits.Replace(text, ""));
        var digits = string.Concat(text.TakeWhile(static letter => letter is >= '0' and <= '9'));
        var next = text.Substring(digits.Length);

        // Letters are of something else, and dots of a link that was cut short to be shown.
        var isWhole = next.Length == 0
            || !(char.IsLetter(next[0]) || next[0] is '-' or '@' or '…' || next.StartsWith("..", StringComparison.Ordinal));
        return isWhole && MeetingIdText.IsMeetingId(digits) ? new JoinLink(digits) : null;
    }
}
