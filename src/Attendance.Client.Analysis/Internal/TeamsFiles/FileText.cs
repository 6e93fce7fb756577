using System.Text;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>The text of a file, and how it was encoded.</summary>
/// <param name="Text">The text, without a byte order mark at its beginning.</param>
/// <param name="Encoding">Name of the encoding, or null for text that was given as such.</param>
internal sealed record FileText(string Text, string? Encoding)
{
    private const string Utf16 = "UTF-16LE";

    /// <summary>Whether Teams writes lists and reports in this encoding.</summary>
    public bool IsNative => Encoding is null or Utf16;

    /// <summary>Whether the last byte is half a character.</summary>
    public bool IsCut { get; init; }

    public static FileText Of(string text) => new(text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text, Encoding: null);

    public static FileText Of(ArraySegment<byte> bytes, Encoding? given, NoteList notes)
    {
        if (StartsWith(bytes, 0xFF, 0xFE))
            return OfUtf16(Skip(bytes, 2), System.Text.Encoding.Unicode, Utf16);
        if (StartsWith(bytes, 0xFE, 0xFF))
            return OfUtf16(Skip(bytes, 2), System.Text.Encoding.BigEndianUnicode, "UTF-16BE");
        if (StartsWith(bytes, 0xEF, 0xBB, 0xBF))
            return OfUtf8(Skip(bytes, 3));

        var (evenZeros, oddZeros) = CountZeros(bytes);
        if (oddZeros > 4 * evenZeros)
            return OfUtf16(bytes, System.Text.Encoding.Unicode, "UTF-16LE without byte order mark");
        if (evenZeros > 4 * oddZeros)
            return OfUtf16(bytes, System.Text.Encoding.BigEndianUnicode, "UTF-16BE without byte order mark");
        if (given is not null)
            return new FileText(given.GetString(bytes.Array!, bytes.Offset, bytes.Count), given.WebName);
        if (IsUtf8(bytes))
            return OfUtf8(bytes);

        var (text, name, isSure) = CodePages.Decode(bytes);
        notes.Add(
            TeamsFileNoteKind.EncodingAssumed,
            isSure
                ? $"The file is in no Unicode encoding. It was read as {name}, which makes its headings known words."
                : $"The file is in no Unicode encoding. It was read as {name}, so letters beyond ASCII in names may be wrong. " +
                  "Pass TeamsAttendanceFileOptions.Encoding if they are.");
        return new FileText(text, name);
    }

    private static FileText OfUtf16(ArraySegment<byte> bytes, Encoding encoding, string name) =>
        new(encoding.GetString(bytes.Array!, bytes.Offset, bytes.Count & ~1), name) { IsCut = bytes.Count % 2 == 1 };

    private static FileText OfUtf8(ArraySegment<byte> bytes)
    {
        var whole = bytes.Count - UnfinishedLength(bytes);
        var text = System.Text.Encoding.UTF8.GetString(bytes.Array!, bytes.Offset, whole);
        return new FileText(text, "UTF-8") { IsCut = whole < bytes.Count };
    }

    private static bool IsUtf8(ArraySegment<byte> bytes)
    {
        try
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
                .GetCharCount(bytes.Array!, bytes.Offset, bytes.Count - UnfinishedLength(bytes));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // How many bytes at the end begin a character of UTF-8 that is not all there.
    private static int UnfinishedLength(ArraySegment<byte> bytes)
    {
        for (var length = 1; length <= Math.Min(3, bytes.Count); length++)
        {
            var value = At(bytes, bytes.Count - length);
            if (value < 0x80)
                return 0;
            if (value >= 0xC0)
                return length < (value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2) && bytes.Count > length ? length : 0;
        }

        return 0;
    }

    private static (int Even, int Odd) CountZeros(ArraySegment<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var index = 0; index < Math.Min(bytes.Count, 4096); index++)
        {
            if (At(bytes, index) != 0)
                continue;

            if (index % 2 == 0)
                even++;
            else
                odd++;
        }

        return (even, odd);
    }

    private static bool StartsWith(ArraySegment<byte> bytes, params byte[] mark)
    {
        for (var index = 0; index < mark.Length; index++)
        {
            if (index >= bytes.Count || At(bytes, index) != mark[index])
                return false;
        }

        return true;
    }

    private static ArraySegment<byte> Skip(ArraySegment<byte> bytes, int count) =>
        new(bytes.Array!, bytes.Offset + count, bytes.Count - count);

    private static byte At(ArraySegment<byte> bytes, int index) => bytes.Array![bytes.Offset + index];
}
