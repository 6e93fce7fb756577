using System.Text;
using System.Text.RegularExpressions;

namespace Attendance.Client.Internal;

/// <summary>What an exception's message may repeat of an answer.</summary>
internal static class BodyExcerpt
{
    private const int MaxBytes = 4096;
    private const int MaxLength = 300;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);
    private static readonly Regex Unseen = new(
        "<(style|script)[^>]*>.*?</(style|script)>|<[^>]*>", Options | RegexOptions.IgnoreCase | RegexOptions.Singleline, Timeout);
    private static readonly Regex Blanks = new(@"[\s\p{C}]+", Options, Timeout);
    private static readonly Regex Tokens = new(@"Bearer\s+\S+|eyJ[\w-]+(\.[\w-]*){0,2}", Options | RegexOptions.IgnoreCase, Timeout);

    /// <summary>The beginning of a body that is not Graph's JSON, without tags, or null where it is empty.</summary>
    public static string? Of(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString([.. body.Slice(0, Math.Min(body.Length, MaxBytes))]);
        if (string.IsNullOrWhiteSpace(text))
            return null;

        return text.TrimStart()[0] == '<' ? Unseen.Replace(text, " ") : text;
    }

    /// <summary>The beginning of a text, as long as any that Graph sends, so that nothing that follows depends on what a stranger
    /// sends.</summary>
    public static string? Cut(string? text) => text?.Length > MaxBytes ? text.Substring(0, MaxBytes) : text;

    /// <summary>The text in one line of bounded length, with every access token blacked out, as a proxy may repeat the request in its error
    /// page.</summary>
    public static string Clean(string text, string? token)
    {
        text = Cut(text)!;
        if (!string.IsNullOrEmpty(token))
            text = text.Replace(token, "***");

        text = Blanks.Replace(Tokens.Replace(text, "***"), " ").Trim();
        return text.Length <= MaxLength ? text : $"{text.Substring(0, MaxLength)}…";
    }
}
