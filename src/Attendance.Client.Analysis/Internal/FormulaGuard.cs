namespace Attendance.Client.Analysis.Internal;

/// <summary>Keeps a spreadsheet from running text of strangers as a formula.</summary>
internal static class FormulaGuard
{
    /// <summary>The text, with an apostrophe before whatever would be run.</summary>
    /// <remarks>
    /// A spreadsheet that takes the semicolon for the separator, as Excel does in many countries, or the tab, splits the text in spite of its quotation marks.
    /// So not only its beginning counts.
    /// </remarks>
    public static string Of(string text)
    {
        var guarded = text;
        var isFormula = false;
        for (var at = text.Length - 1; at >= 0; at--)
        {
            isFormula = BeginsFormula(text[at]) || (isFormula && IsSkipped(text[at]));
            if (isFormula && (at == 0 || EndsCell(text[at - 1])))
                guarded = guarded.Insert(at, "'");
        }

        return !isFormula && text.Length > 0 && text[0] is ('\t' or '\r' or '\n') ? "'" + guarded : guarded;
    }

    private static bool BeginsFormula(char letter) => letter is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';

    private static bool IsSkipped(char letter) => (char.IsWhiteSpace(letter) && !EndsCell(letter)) || letter is '"' or '\'' or '\uFEFF';

    private static bool EndsCell(char letter) => letter is ';' or '\t' or '\r' or '\n';
}
