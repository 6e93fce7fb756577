using System.Globalization;
using System.Text;

namespace Attendance.Client.Analysis.Internal;

/// <summary>What is left of a name whichever way it is written: its words in no order, without case, diacritics, titles, and what stands in
/// brackets.</summary>
internal static class NameTokens
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "herr", "frau", "hr", "fr", "dipl", "ing", "mag", "msc", "bsc", "ba",
        "ma", "mba", "phd", "md", "jr", "sr", "sra", "don", "dona", "mme", "mlle", "m", "med", "rer", "nat", "jur", "guest", "gast",
        "invite", "invitado", "external", "extern", "ext", "unverified",
    };

    /// <summary>The words, sorted and each once; empty where no word is left.</summary>
    public static string[] Of(string? name)
    {
        if (PersonKeys.Text(name) is not { } text)
            return [];

        var words = Words(WithoutBrackets(text));
        string[] telling = [.. words.Where(static word => !Titles.Contains(word))];
        // Who is called by nothing but what looks like a title is called that.
        IEnumerable<string> kept = telling.Length == 0 ? words : telling;
        return [.. kept.Distinct(StringComparer.Ordinal).OrderBy(static word => word, StringComparer.Ordinal)];
    }

    /// <summary>The words of what stands before the at sign of an address, where it looks like a name.</summary>
    public static string[] OfAddress(string? address) =>
        PersonKeys.Address(address) is { } text && text.Substring(0, text.IndexOf('@')) is var local
        && local.IndexOfAny(['.', '_', '-']) > 0
            ? Of(local.Replace('_', ' '))
            : [];

    private static string WithoutBrackets(string text)
    {
        var kept = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var letter in text)
        {
            if (letter is '(' or '[' or '{')
                depth++;
            else if (letter is ')' or ']' or '}' && depth > 0)
                depth--;
            else if (depth == 0)
                kept.Append(letter);
        }

        // A bracket that is never closed is no remark.
        return depth > 0 || string.IsNullOrWhiteSpace(kept.ToString()) ? text : kept.ToString();
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in PersonKeys.Whole(text).ToLowerInvariant().Replace("ß", "ss").Normalize(NormalizationForm.FormKD))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.NonSpacingMark:
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Surrogate:
                    word.Append(Plain(letter));
                    break;
                default:
                    // O'Brien is one word, however the apostrophe is written.
                    if (letter is not ('\'' or '’' or '`' or '´' or 'ʼ'))
                        EndWord();
                    break;
            }
        }

        EndWord();
        return words;

        void EndWord()
        {
            if (word.Length > 0)
                words.Add(WithoutUmlautVowels(word.ToString()));
            word.Clear();
        }
    }

    // What decomposition leaves whole.
    private static string Plain(char letter) => letter switch
    {
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        _ => letter.ToString(),
    };

    // Müller is also written Mueller. That Manuel loses a letter does no harm, as he loses it everywhere.
    private static string WithoutUmlautVowels(string word) => word.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u");
}
