using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Attendance.Client.Archive.Internal;

/// <summary>Texts as every database can hold them: U+FFFD stands for U+0000, and for half a surrogate pair.</summary>
internal sealed class StorableText() : ValueConverter<string, string>(static text => Of(text), static text => text)
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !IsPair(text, i++)))
                return Replace(text);
        }

        return text;
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);

    private static string Replace(string text)
    {
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            storable.Append(rune.Value == 0 ? Replacement : rune);
        return storable.ToString();
    }
}
