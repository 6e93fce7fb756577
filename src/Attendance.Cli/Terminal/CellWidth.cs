using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Attendance.Cli;

/// <summary>Text by the columns of a terminal that its letters take: two for a wide one, none for one that stands on another.</summary>
internal static class CellWidth
{
    // In the place of a letter that is wider than the screen.
    private const string Replacement = "\uFFFD";

    public static int Of(string text) => Ascii.IsValid(text) ? text.Length : text.EnumerateRunes().Sum(Of);

    /// <summary>The width of the widest piece between blanks, which is how narrow the text may become with its words whole.</summary>
    public static int OfWidestWord(string text) => text.Split(' ').Max(Of);

    /// <summary>The lines that the text is broken into, between words or else within one, none wider than the width.</summary>
    public static IEnumerable<string> Break(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            var wide = Of(word);
            if (line.Length > 0 && used + 1 + wide > width)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }
            else if (line.Length > 0)
            {
                line.Append(' ');
                used++;
            }

            foreach (var letter in wide <= width ? [word] : LettersOf(word, width))
            {
                var letterWidth = Of(letter);
                if (used + letterWidth > width)
                {
                    yield return line.ToString();
                    line.Clear();
                    used = 0;
                }

                line.Append(letter);
                used += letterWidth;
            }
        }

        yield return line.ToString();
    }

    // A letter keeps the marks that stand on it, and what makes one picture of several, where there is room.
    private static IEnumerable<string> LettersOf(string word, int width)
    {
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (Of(element) <= width)
                yield return element;
            else
                foreach (var rune in element.EnumerateRunes())
                    yield return Of(rune) <= width ? rune.ToString() : Replacement;
        }
    }

    private static int Of(Rune rune) => Math.Max(0, rune.ToString().GetCellWidth());
}
