namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Reads the number before the title of a section.</summary>
internal static class FileSection
{
    /// <summary>The number, or null for a row that is no title, such as <c>2. Participants</c>.</summary>
    public static int? NumberOf(FileRow row)
    {
        if (row.Cells.Length != 1)
            return null;

        var text = CellText.Plain(row.Cells[0]);
        var at = 0;
        while (at < text.Length && at < 2 && text[at] is >= '0' and <= '9')
            at++;
        if (at is 0)
            return null;

        var end = at;
        while (end < text.Length && text[end] == ' ')
            end++;
        return end < text.Length && text[end] is '.' or ',' or '．' && text.Substring(end + 1).Any(char.IsLetter)
            && !ClockTime.TryParse(text, out _)
            ? int.Parse(text.Substring(0, at), System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The title without its number.</summary>
    public static string TitleOf(FileRow row) => row.Cells[0].TrimStart([.. "0123456789．.、, "]);
}
