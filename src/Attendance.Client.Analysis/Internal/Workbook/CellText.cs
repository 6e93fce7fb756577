using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Text as a cell of Excel can hold it.</summary>
internal static class CellText
{
    private const int MaxLength = 32_767;

    // What Excel takes for a character by its number, which is not what somebody meant who calls himself so.
    private static readonly Regex Escape = new("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    /// <summary>The text with U+FFFD for what no XML can hold, and cut with an ellipsis where it is too long.</summary>
    public static string Of(string text)
    {
        var cut = text.Length <= MaxLength
            ? text
            : text.Substring(0, char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1) + "…";
        var clean = WithoutIllegal(cut);
        return clean.Contains("_x") ? Escape.Replace(clean, "_x005F_") : clean;
    }

    /// <summary>The same in one line and no longer than a title may be.</summary>
    public static string Title(string text) => Of(string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string WithoutIllegal(string text)
    {
        StringBuilder? clean = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                at++;
            else if (!XmlConvert.IsXmlChar(text[at]))
                (clean ??= new StringBuilder(text))[at] = '\uFFFD';
        }

        return clean?.ToString() ?? text;
    }
}
