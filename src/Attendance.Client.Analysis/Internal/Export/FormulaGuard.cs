namespace Attendance.Client.Analysis.Internal;

/// <summary>Keeps a spreadsheet from running text of strangers as a formula.</summary>
internal static class FormulaGuard
{
    /// <summary>The text, with an apostrophe before whatever would be run.</summary>
    /// <remarks>
    /// A spreadsheet that takes another separator than the file has, such as the semicolon as Excel does in many countries, or the tab,
    /// splits the text in spite of its quotation marks. So not only its beginning counts.
    /// </remarks>
    public static string Of(string text, CsvDelimiter delimiter)
    {
        // What follows decides whether a quotation mark or a blank begins a formula, so the text is read from its end.
        var reversed = new List<char>(text.Length + 1);
        var isFormula = false;
        for (var at = text.Length - 1; at >= 0; at--)
        {
            isFormula = BeginsFormula(text[at]) || (isFormula && IsSkipped(text[at], delimiter));
            reversed.Add(text[at]);
            if (isFormula && (at == 0 || EndsCell(text[at - 1], delimiter)))
                reversed.Add('\'');
        }

        if (!isFormula && text.Length > 0 && text[0] is '\t' or '\r' or '\n')
            reversed.Add('\'');
        if (reversed.Count == text.Length)
            return text;

        reversed.Reverse();
        return new string([.. reversed]);
    }

    private static bool BeginsFormula(char letter) => letter is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';

    private static bool IsSkipped(char letter, CsvDelimiter delimiter) =>
        (char.IsWhiteSpace(letter) && !EndsCell(letter, delimiter)) || letter is '"' or '\'' or '\uFEFF';

    private static bool EndsCell(char letter, CsvDelimiter delimiter) =>
        letter is ';' or '\t' or '\r' or '\n' || (letter == ',' && delimiter != CsvDelimiter.Comma);
}
