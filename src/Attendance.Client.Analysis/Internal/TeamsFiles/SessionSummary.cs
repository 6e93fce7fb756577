using System.Globalization;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>What a session's summary says: by its labels, or else by the shape of what stands beside them.</summary>
internal sealed class SessionSummary
{
    private const string MayBeCut = "The file ends in this line, so what it says may be cut and is unknown.";

    private SessionSummary()
    {
    }

    public string? Title { get; private set; }

    public int? Attended { get; private set; }

    public ClockTime? Start { get; private set; }

    public ClockTime? End { get; private set; }

    public TimeSpan? Duration { get; private set; }

    public string? MeetingId { get; private set; }

    /// <summary>Whether start or end were told by their place alone.</summary>
    public bool HasTimesByShape { get; private set; }

    /// <summary>How many rows say something that a summary says.</summary>
    public int KnownCount { get; private set; }

    public static SessionSummary Of(List<FileRow> rows, NoteList notes)
    {
        var summary = new SessionSummary();
        var others = new List<FileRow>();
        foreach (var row in rows)
        {
            if (HeadingWords.Label(row.Cells[0]) is not SummaryLabel.Unknown and var label)
                summary.ReadKnown(label, row, notes);
            else if (row.Cells.Length == 2)
                others.Add(row);
            else if (row.Cells.Length > 2 || row.EndsFile)
                notes.Unreadable(row, "The row stands outside any table and was not read.");
        }

        foreach (var row in others)
        {
            // Without known labels a second time would be the end.
            if (others.Find(other => other.Cells.SequenceEqual(row.Cells, StringComparer.Ordinal)) == row)
                summary.ReadByShape(row, notes);
            else
                notes.Repeated(row);
        }

        return summary;
    }

    private void ReadKnown(SummaryLabel label, FileRow row, NoteList notes)
    {
        KnownCount++;
        if (row.IsOpen && label != SummaryLabel.Beginning)
            notes.Unreadable(row, MayBeCut);
        if (row.IsOpen || row.Cells.Length < 2)
            return;

        var value = row.Cells[1];
        var isRead = true;
        switch (label)
        {
            case SummaryLabel.Title:
                if (value.StartsWith("\"", StringComparison.Ordinal))
                    notes.Unreadable(row, "The title begins with a quotation mark that is not closed, so its end may be missing.");
                Title ??= TitleOf(string.Join(", ", row.Cells.Skip(1)));
                break;
            case SummaryLabel.Attended:
                isRead = TryCount(value, out var count);
                Attended ??= isRead ? count : null;
                break;
            case SummaryLabel.Start:
                isRead = TryTime(row, out var start);
                Start ??= isRead ? start : null;
                break;
            case SummaryLabel.End:
                isRead = TryTime(row, out var end);
                End ??= isRead ? end : null;
                break;
            case SummaryLabel.Duration:
                Duration ??= FileDuration.Of(value);
                break;
            case SummaryLabel.MeetingId:
                MeetingId ??= value;
                break;
        }

        if (!isRead)
        {
            notes.Unreadable(row, "What stands beside the label is no time, or no number, as Teams writes it, so it is unknown.");
        }
    }

    private void ReadByShape(FileRow row, NoteList notes)
    {
        var value = row.Cells[1];
        if (row.EndsFile)
        {
            notes.Unreadable(row, MayBeCut);
        }
        else if (TryTime(row, out var time))
        {
            KnownCount++;
            HasTimesByShape = true;
            if (Start is null)
                Start = time;
            else
                End ??= time;
        }
        else if (TryCount(value, out var count))
        {
            // Another number is of people who are not identified.
            Attended ??= count;
        }
        else if (FileDuration.Of(value) is { } duration)
        {
            KnownCount++;
            Duration ??= duration;
        }
        else if (Guid.TryParse(value, out _))
        {
            MeetingId ??= value;
        }
        else if (!FileDuration.IsDuration(value))
        {
            Title ??= TitleOf(value);
        }
    }

    private static string? TitleOf(string text) => text is "" or "null" ? null : CellText.OnOneLine(text);

    private static bool TryCount(string text, out int count) =>
        int.TryParse(CellText.Plain(text), NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private static bool TryTime(FileRow row, out ClockTime time) => ClockTime.TryParse(row.Cells[1], out time) && time.HasTime;
}
