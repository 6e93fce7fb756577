namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>The encodings in which spreadsheets save text outside Unicode, which .NET Standard 2.0 lacks.</summary>
internal static class CodePages
{
    private const int JudgedLength = 16 * 1024;

    // What stands for the bytes from 128 up. The first is taken where nothing decides.
    private static readonly (string Name, string Letters)[] All =
    [
        ("Windows-1252",
            "€\uFFFD\u201Aƒ\u201E\u2026\u2020\u2021ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD\u2018\u2019\u201C" +
            "\u201D\u2022\u2013\u2014˜™š›œ\uFFFDžŸ\u00A0¡¢£¤¥¦§" +
            "¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»" +
            "¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ" +
            "ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâã" +
            "äåæçèéêëìíîïðñòóôõö÷" +
            "øùúûüýþÿ"),
        ("Windows-1250",
            "€\uFFFD\u201A\uFFFD\u201E\u2026\u2020\u2021\uFFFD‰Š‹ŚŤŽŹ\uFFFD\u2018\u2019\u201C" +
            "\u201D\u2022\u2013\u2014\uFFFD™š›śťžź\u00A0ˇ˘Ł¤Ą¦§" +
            "¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»" +
            "Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ" +
            "ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâă" +
            "äĺćçčéęëěíîďđńňóôőö÷" +
            "řůúűüýţ˙"),
        ("Windows-1254",
            "€\uFFFD\u201Aƒ\u201E\u2026\u2020\u2021ˆ‰Š‹Œ\uFFFD\uFFFD\uFFFD\uFFFD\u2018\u2019\u201C" +
            "\u201D\u2022\u2013\u2014˜™š›œ\uFFFD\uFFFDŸ\u00A0¡¢£¤¥¦§" +
            "¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»" +
            "¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ" +
            "ĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâã" +
            "äåæçèéêëìíîïğñòóôõö÷" +
            "øùúûüışÿ"),
        ("Windows-1251",
            "ЂЃ\u201Aѓ\u201E\u2026\u2020\u2021€‰Љ‹ЊЌЋЏђ\u2018\u2019\u201C" +
            "\u201D\u2022\u2013\u2014\uFFFD™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§" +
            "Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»" +
            "јЅѕїАБВГДЕЖЗИЙКЛМНОП" +
            "РСТУФХЦЧШЩЪЫЬЭЮЯабвг" +
            "дежзийклмнопрстуфхцч" +
            "шщъыьэюя"),
    ];

    /// <summary>The text in the encoding that makes the most headings known, and the name of that encoding.</summary>
    public static (string Text, string Name, bool IsSure) Decode(ArraySegment<byte> bytes)
    {
        var (best, bestScore, isSure) = (All[0], 0, false);
        var beginning = new ArraySegment<byte>(bytes.Array!, bytes.Offset, Math.Min(bytes.Count, JudgedLength));
        foreach (var page in All)
        {
            var score = HeadingWords.CountIn(Decode(beginning, page.Letters));
            if (score > bestScore)
                (best, bestScore, isSure) = (page, score, true);
            else if (score == bestScore)
                isSure = false;
        }

        return (Decode(bytes, best.Letters), best.Name, isSure);
    }

    private static string Decode(ArraySegment<byte> bytes, string letters)
    {
        var text = new char[bytes.Count];
        for (var index = 0; index < text.Length; index++)
        {
            var value = bytes.Array![bytes.Offset + index];
            text[index] = value < 128 ? (char)value : letters[value - 128];
        }

        return new string(text);
    }
}
