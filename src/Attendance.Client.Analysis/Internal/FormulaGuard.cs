namespace Attendance.Client.Analysis.Internal;

/// <summary>Keeps a spreadsheet from running text of strangers as a formula.</summary>
internal static class FormulaGuard
{
    /// <summary>The text, with an apostrophe before it where it is dangerous.</summary>
    public static string Of(string text) => IsDangerous(text) ? "'" + text : text;

    private static bool IsDangerous(string text)
    {
        if (text.Length > 0 && text[0] is ('\t' or '\r' or '\n'))
            return true;

        foreach (var letter in text)
        {
            if (letter is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠')
                return true;
            if (!char.IsWhiteSpace(letter) && letter is not ('"' or '\'' or '\uFEFF'))
                return false;
        }

        return false;
    }
}
