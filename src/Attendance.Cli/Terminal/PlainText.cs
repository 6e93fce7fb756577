namespace Attendance.Cli;

/// <summary>Text that steers no terminal: guests choose their names, and a service, a file or a proxy what its messages hold.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';
    private const string Indent = "  ";

    /// <summary>The text as one line.</summary>
    public static string OfLine(string text) => string.Concat(text.Select(letter => Steers(letter) ? Replacement : letter));

    /// <summary>The text with its lines, of which none but the first begins at the margin, so that none passes for a message of its
    /// own.</summary>
    public static string OfMessage(string text) => string.Join(
        Environment.NewLine, text.Split('\n').Select((line, index) =>
            (index > 0 && line.Length > 0 && line[0] != ' ' ? Indent : "") + OfLine(line.EndsWith('\r') ? line[..^1] : line)));

    /// <summary>The text with its line breaks, but for those between quotes where it is CSV.</summary>
    public static string OfDocument(string text, bool isCsv)
    {
        var isQuoted = false;
        return string.Concat(text.Select(letter =>
        {
            isQuoted ^= isCsv && letter == '"';
            return Steers(letter) && (isQuoted || letter is not ('\r' or '\n')) ? Replacement : letter;
        }));
    }

    // Of what turns the direction of writing, those that reach beyond their own place: a name could make the rest of its line read as
    // something else.
    private static bool Steers(char letter) =>
        char.IsControl(letter) || letter is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
