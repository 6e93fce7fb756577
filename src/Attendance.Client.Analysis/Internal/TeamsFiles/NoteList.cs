using System.Globalization;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Collects what is to be said of a file.</summary>
internal sealed class NoteList
{
    // One more says how many are left out.
    private const int MostOfAKind = 99;
    private const int LongestText = 80;

    private readonly List<TeamsFileNote> _notes = [];
    private readonly Dictionary<TeamsFileNoteKind, int> _counts = [];

    public IReadOnlyList<TeamsFileNote> All
    {
        get
        {
            var unsaid = _counts.Where(static count => count.Value > MostOfAKind).Select(static count => new TeamsFileNote
            {
                Kind = count.Key,
                Message = string.Format(
                    CultureInfo.InvariantCulture, "The same holds for {0} more, which are not listed.", count.Value - MostOfAKind),
            });
            return [.. _notes, .. unsaid];
        }
    }

    public void Add(TeamsFileNoteKind kind, string message, int? line = null, string? text = null)
    {
        _counts.TryGetValue(kind, out var count);
        _counts[kind] = count + 1;
        if (count < MostOfAKind)
            _notes.Add(new TeamsFileNote { Kind = kind, Message = message, Line = line, Text = text is null ? null : Short(text) });
    }

    public void Unreadable(FileRow row, string why) => Add(TeamsFileNoteKind.LineUnreadable, why, row);

    public void Repeated(FileRow row) => Add(TeamsFileNoteKind.RowRepeated, "The row stands in the file twice, and was read once.", row);

    public void Add(TeamsFileNoteKind kind, string message, FileRow row) =>
        Add(kind, message, row.Line, string.Join(" | ", row.Cells.Take(8)));

    /// <summary>Text of others, on one line and cut.</summary>
    public static string Short(string text)
    {
        var clean = new string([.. text.Take(LongestText + 1).Select(static letter => char.IsControl(letter) ? ' ' : letter)]);
        if (clean.Length <= LongestText)
            return clean;

        var end = char.IsHighSurrogate(clean[LongestText - 1]) ? LongestText - 1 : LongestText;
        return clean.Substring(0, end) + "…";
    }
}
