using System.Net;
using System.Text;

namespace Attendance.Client.Internal;

/// <summary>Takes off what mail, chat and browsers put around a link.</summary>
internal static class MailText
{
    /// <summary>What no link goes beyond.</summary>
    public static readonly char[] Ends = "<>()[]{}|\"'“”‘’ \t\r\n\v\f\u00A0\u2028\u2029".ToCharArray();

    /// <summary>Takes off all that encodes or encloses a link.</summary>
    /// <remarks>Whatever wraps a link percent-encodes it once more, and a join link needs no encoding at all to be understood.</remarks>
    public static string Unwrap(string text)
    {
        const int MaxLayers = 12;
        for (var layer = 0; layer < MaxLayers; layer++)
        {
            text = WebUtility.HtmlDecode(Uri.UnescapeDataString(text));
            text = ReplaceLinks(text, "/v2/url?", static link => Parameter(link, "u")?.Replace('-', '%').Replace('_', '/'));
            text = ReplaceLinks(text, "/v3/__", UnwrapProofpoint);
            text = ReplaceLinks(
                text, ".protection.sophos.com",
                static link => Parameter(link, "u") is { } encoded ? Base64Url.Decode(encoded.TrimEnd('=')) : null);
        }

        // As JSON and calendar files write line breaks, quotes and slashes.
        return text.Replace("\\n", "\n").Replace("\\r", "").Replace("\\", "").Trim(JoinLinkText.Marks);
    }

    private static string ReplaceLinks(string text, string mark, Func<string, string?> unwrap)
    {
        var replaced = new StringBuilder();
        var (done, end) = (0, 0);
        for (
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(mark, end, StringComparison.OrdinalIgnoreCase))
        {
            var start = Math.Max(end, text.LastIndexOfAny(Ends, at, at - end + 1) + 1);
            end = text.IndexOfAny(Ends, at) is >= 0 and var found ? found : text.Length;
            if (unwrap(text.Substring(start, end - start)) is not { } link)
                continue;

            replaced.Append(text, done, start - done).Append(link);
            done = end;
        }

        return done == 0 ? text : replaced.Append(text, done, text.Length - done).ToString();
    }

    private static string? Parameter(string link, string name)
    {
        var start = link.IndexOf($"?{name}=", StringComparison.Ordinal);
        if (start < 0)
            start = link.IndexOf($"&{name}=", StringComparison.Ordinal);

        return start < 0 ? null : link.Substring(start + name.Length + 2).Split('&')[0];
    }

    // As Proofpoint's own decoder does: https://help.proofpoint.com/@api/deki/files/2775/urldecoder.py
    private static string? UnwrapProofpoint(string wrapped) =>
        JoinLinkText.After(wrapped, "/v3/__") is { } link
            && JoinLinkText.After(link, "__;") is { } codes && Base64Url.Decode(codes.Split('!')[0]) is { } replaced
            ? Restore(link.Substring(0, link.Length - codes.Length - 3), replaced)
            : null;

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
