using System.Globalization;
using System.Text;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Makes text comparable that clients, languages and spreadsheets write in many ways.</summary>
internal static class CellText
{
    private static readonly char[] Unseen = ['\u200E', '\u200F', '\u202A', '\u202C', '\u0000'];

    /// <summary>The text as it was meant: trimmed, without the apostrophe that keeps spreadsheets from running it as a formula.</summary>
    public static string Clean(string text)
    {
        var clean = text.Trim().Trim(Unseen).Trim();
        return clean.Length > 1 && clean[0] == '\'' && clean[1] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'
            ? clean.Substring(1)
            : clean;
    }

    /// <summary>Whether the text has letters of Chinese, Japanese or Korean.</summary>
    public static bool IsEastAsian(string text) =>
        text.Any(static letter => letter is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3');

    /// <summary>The text on one line.</summary>
    public static string OnOneLine(string text) =>
        text.IndexOfAny(['\r', '\n']) < 0 ? text : string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text with digits, blanks and signs of ASCII in place of those of other scripts, without marks of direction.</summary>
    public static string Plain(string text)
    {
        var isPlain = true;
        foreach (var letter in text)
            isPlain &= letter < 128;
        if (isPlain)
            return text;

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.Format)
                continue;

            plain.Append(letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - '\uFF01' + '!'),
                '\u060C' or '\u3001' => ',',
                _ when char.IsDigit(letter) => (char)('0' + (int)char.GetNumericValue(letter)),
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => letter,
            });
        }

        return plain.ToString();
    }

    /// <summary>What headings are compared by: plain, in small letters, single blanks.</summary>
    public static string Key(string heading)
    {
        var plain = PersonKeys.Whole(Plain(heading)).Normalize(NormalizationForm.FormC).ToLowerInvariant().TrimEnd(':', ' ');
        return string.Join(" ", plain.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }
}
