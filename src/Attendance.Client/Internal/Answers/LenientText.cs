using System.Globalization;
using System.Text;

namespace Attendance.Client.Internal;

/// <summary>Decodes JSON text that is no Unicode, with U+FFFD in place of each part that is none.</summary>
internal static class LenientText
{
    /// <summary>The text that the bytes between the quotes of a JSON string stand for.</summary>
    public static string Decode(ReadOnlySpan<byte> json)
    {
        var escaped = Encoding.UTF8.GetString([.. json]);
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
            text.Append(escaped[i] == '\\' ? Unescape(escaped, ref i) : escaped[i]);

        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = '\uFFFD';
        }

        return text.ToString();
    }

    // The reader has checked that the escape sequence is whole.
    private static char Unescape(string escaped, ref int i)
    {
        i++;
        if (escaped[i] == 'u')
        {
            i += 4;
            return (char)ushort.Parse(escaped.Substring(i - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return escaped[i] switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            var same => same,
        };
    }
}
