using System.Globalization;
using System.Text.RegularExpressions;

namespace Attendance.Client.Internal;

/// <summary>Finds the meeting ID in a text, among the other numbers that an invitation holds.</summary>
internal static class MeetingIdText
{
    // What follows the meeting ID in a link of which nothing else is left.
    private const string Passcode = "?p=";
    private const int WithPasscode = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Digits with a few blanks and dashes between them, which no word, address or telephone number runs on from.
    private static readonly Regex Numbers = new(
        @"(?<![\p{L}\p{N}\p{Pd}+/=.,@%&#_])(?<![0-9+][\t\p{Zs}\p{Pd}\p{Cf}+]{0,3})(?>[0-9](?:[\t\p{Zs}\p{Pd}\p{Cf}+]{0,3}[0-9]){9,40})(?![\p{L}\p{N}\p{Pd}#@%/=])",
        RegexOptions.CultureInvariant,
        Patience);

    // As Teams writes it, in whatever language the invitation is.
    private static readonly Regex InThrees = new(
        @"^[1-9][0-9]{2}(?:[^0-9]+[0-9]{3}){2,}[^0-9]+[0-9]{1,3}$", RegexOptions.CultureInvariant, Patience);

    private static readonly Regex IdLabel = new(
        @"(?<![A-Za-z\u00C0-\u024F])ID(?![A-Za-z\u00C0-\u024F])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience);

    private static readonly string[] VideoWords = ["video", "vidéo", "vídeo", "ビデオ"];
    private static readonly char[] LineEnds = ['\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    /// <summary>Digits of the meeting ID, or null where there is none.</summary>
    public static string? Read(string text)
    {
        // A label at most, and then nothing but the number: it may be grouped in any way.
        var label = Label(text);
        if (Digits(text) is { } whole && IsMeetingId(whole)
            && (label.Length == 0 || (IsIdLabel(label) && label.All(static letter => !char.IsDigit(letter) && letter != '\n'))))
        {
            return whole;
        }

        return ReadLines(text) ?? ReadLines(string.Join(" ", text.Split(LineEnds)));
    }

    /// <summary>Whether so many digits are a meeting ID.</summary>
    public static bool IsMeetingId(string digits) => digits.Length is >= 10 and <= 18;

    /// <summary>The text up to the passcode of a link of which nothing else is left but the meeting ID.</summary>
    public static string WithoutPasscode(string text) =>
        text.IndexOf(Passcode, StringComparison.Ordinal) is >= 0 and var start ? text.Substring(0, start) : text;

    /// <summary>The digits behind the label of a number, or null where there is anything else than digits, blanks and dashes.</summary>
    public static string? Digits(string text)
    {
        text = text.Substring(Label(text).Length).TrimEnd('.', ',', ';', '*', ' ');
        var digits = text.Where(static letter => letter is >= '0' and <= '9').ToArray();
        var others = text.Where(static letter => letter is not (>= '0' and <= '9'));
        var isNumber = digits.Length > 0 && others.All(static letter =>
            char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format);
        return isNumber ? new string(digits) : null;
    }

    // Of several numbers, the one that looks most like a meeting ID, and the first of those, as answers stand above what they answer.
    private static string? ReadLines(string text)
    {
        var best = (Rank: 0, Digits: (string?)null);
        var labelStart = 0;
        foreach (Match number in Numbers.Matches(text))
        {
            var digits = string.Concat(number.Value.Where(static letter => letter is >= '0' and <= '9'));
            var label = text.Substring(labelStart, number.Index - labelStart).Split(LineEnds).Last();
            var rank = !IsMeetingId(digits) ? 0
                : string.CompareOrdinal(text, number.Index + number.Length, Passcode, 0, Passcode.Length) == 0 ? WithPasscode
                : Rank(label, number.Value);
            if (rank > best.Rank)
                best = (rank, digits);

            labelStart = number.Index + number.Length;
        }

        return best.Digits;
    }

    private static int Rank(string label, string number) =>
        (HasId: IsIdLabel(label), IsVideo(label), InThrees.IsMatch(number), IsSolid: number.All(char.IsDigit)) switch
        {
            (_, true, _, _) => 0,
            (true, _, true, _) => 3,
            (true, _, _, true) => 2,
            (false, _, true, _) => 1,
            _ => 0,
        };

    private static string Label(string text) => text.Substring(0, text.LastIndexOfAny([':', '：']) + 1);

    private static bool IsIdLabel(string label) => IdLabel.IsMatch(label) && !IsVideo(label);

    // Devices for video conferences have a number of their own for the same meeting.
    private static bool IsVideo(string label) =>
        VideoWords.Any(word => JoinLinkText.After(label, word) is not null);
}
