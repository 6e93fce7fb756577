using System.Globalization;
using System.Net;
using System.Text;

namespace Attendance.Client.Internal;

/// <summary>Reads a <see cref="JoinLink"/> from what users paste.</summary>
internal static class JoinLinkText
{
    /// <summary>What the path of a long link begins with.</summary>
    public const string Long = "meetup-join/";

    /// <summary>What the path of a short link begins with.</summary>
    public const string Short = "/meet/";

    private static readonly char[] Marks = "/?&#=:<>()[]\"'“”‘’ \t\r\n".ToCharArray();
    private static readonly string[] Hosts =
        "teams.microsoft.com teams.cloud.microsoft teams.microsoft.us gov.teams.microsoft.us dod.teams.microsoft.us teams.microsoftonline.cn".Split(' ');

    /// <summary>Returns the link, or null where the text holds none.</summary>
    public static JoinLink? Read(string text)
    {
        text = Unwrap(text);
        if (IsPersonal(text))
            return null;
        if (Host(text, Long) is { } host)
            return ReadLong(host, After(text, Long)!);
        if (Host(text, Short) is not null)
            text = After(text, Short)!.Split(Marks)[0];

        foreach (var line in text.Split('\n'))
        {
            if (Digits(line) is { Length: >= 10 and <= 18 } meetingId)
                return new JoinLink(meetingId);
        }

        return null;
    }

    /// <summary>Takes off all that encodes or encloses a link.</summary>
    /// <remarks>Whatever wraps a link percent-encodes it once more, and a join link needs no encoding at all to be understood.</remarks>
    public static string Unwrap(string text)
    {
        const int MaxLayers = 12;
        for (var layer = 0; layer < MaxLayers; layer++)
            text = UnwrapProofpoint(WebUtility.HtmlDecode(Uri.UnescapeDataString(text)));

        return text.Trim(Marks);
    }

    public static bool IsPersonal(string text) => After(text, "teams.live.com") is not null;

    /// <summary>The host whose path begins so, as it stands in Graph's links, or null where that is none of Teams.</summary>
    /// <remarks>More may stand between the two, so the nearest host counts. A link that names none, such as one for the app, is of the global cloud.</remarks>
    public static string? Host(string text, string path)
    {
        if (After(text, path) is not { } rest)
            return null;

        text = text.Substring(0, text.Length - rest.Length);
        if (After(text, ".") is null)
            return Hosts[0];

        var host = Enumerable.Reverse(text.Split(Marks)).Intersect(Hosts, StringComparer.OrdinalIgnoreCase).FirstOrDefault()?.ToLowerInvariant();
        return host == Hosts[1] ? Hosts[0] : host;
    }

    /// <summary>The digits behind the label of a number, or null where there is anything else than digits, blanks and dashes.</summary>
    public static string? Digits(string text)
    {
        var digits = new StringBuilder();
        foreach (var letter in text.Substring(text.LastIndexOf(':') + 1))
        {
            if (letter is >= '0' and <= '9')
                digits.Append(letter);
            else if (!char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format))
                return null;
        }

        return digits.Length > 0 ? digits.ToString() : null;
    }

    /// <summary>What follows the part, or null where the text is without it.</summary>
    public static string? After(string text, string part) =>
        text.IndexOf(part, StringComparison.OrdinalIgnoreCase) is >= 0 and var start ? text.Substring(start + part.Length) : null;

    private static JoinLink? ReadLong(string host, string text)
    {
        // Mail breaks long lines. A context behind the beginning of a second link is not of this one.
        text = string.Concat(text.Split('}')[0].Split());
        var path = text.Split('?')[0].Split('/');
        return After(text, "//") is null
            && path[0].StartsWith("19:", StringComparison.Ordinal) && After(path[0], "@thread.") is not null
            && Digits(path.Length > 1 ? path[1] : "0") is { } messageId
            && Id(text, "\"Tid\":") is { } tenantId && Id(text, "\"Oid\":") is { } organizerId
            ? new JoinLink(host, path[0], messageId, tenantId, organizerId)
            : null;
    }

    private static string? Id(string context, string name) =>
        After(context, name) is { } value && Guid.TryParse(value.Split(',')[0].Trim('"'), out var id) ? id.ToString() : null;

    // As Proofpoint's own decoder does: https://help.proofpoint.com/@api/deki/files/2775/urldecoder.py
    private static string UnwrapProofpoint(string text)
    {
        if (After(text, "/v2/url?u=") is { } encoded)
            return encoded.Split('&')[0].Replace('-', '%').Replace('_', '/');

        return After(text, "/v3/__") is { } link && After(link, "__;") is { } codes && Base64Url.Decode(codes.Split('!')[0]) is { } replaced
            ? Restore(link.Substring(0, link.Length - codes.Length - 3), replaced)
            : text;
    }

    // A star stands for the next of the characters that were replaced, two stars and a digit of base64 for that many and two more.
    private static string Restore(string text, string replaced)
    {
        const string Base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var restored = new StringBuilder();
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '*')
            {
                restored.Append(text[i]);
                continue;
            }

            var count = 1;
            if (i + 2 < text.Length && text[i + 1] == '*')
            {
                i += 2;
                count = Base64Digits.IndexOf(text[i]) + 2;
            }

            count = Math.Min(count, replaced.Length - next);
            restored.Append(replaced, next, count);
            next += count;
        }

        return restored.ToString();
    }
}
