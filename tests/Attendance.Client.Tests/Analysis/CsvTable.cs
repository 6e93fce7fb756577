using System.Text;

namespace Attendance.Client.Tests.Analysis;

/// <summary>Reads CSV by the grammar of RFC 4180 and nothing looser, to check what was written by other code.</summary>
internal static class CsvTable
{
    public static List<string[]> Read(string text)
    {
        var lines = new List<string[]>();
        for (var at = 0; at < text.Length;)
        {
            var cells = new List<string>();
            do
            {
                cells.Add(ReadCell(text, ref at));
            }
            while (Take(text, ref at, ","));

            Assert.True(Take(text, ref at, "\r\n"), $"Neither a comma nor the end of the line stands at {at} of: {text}");
            lines.Add([.. cells]);
        }

        return lines;
    }

    private static string ReadCell(string text, ref int at)
    {
        var cell = new StringBuilder();
        if (!Take(text, ref at, "\""))
        {
            while (at < text.Length && text[at] is not (',' or '"' or '\r' or '\n'))
                cell.Append(text[at++]);
            return cell.ToString();
        }

        while (true)
        {
            if (Take(text, ref at, "\"\""))
                cell.Append('"');
            else if (Take(text, ref at, "\""))
                return cell.ToString();
            else
                cell.Append(text[at++]);
        }
    }

    private static bool Take(string text, ref int at, string expected)
    {
        if (string.CompareOrdinal(text, at, expected, 0, expected.Length) != 0)
            return false;

        at += expected.Length;
        return true;
    }
}
