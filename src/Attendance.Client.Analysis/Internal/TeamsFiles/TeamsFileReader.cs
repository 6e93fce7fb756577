using System.Globalization;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Reads a file from Teams: bytes to text, text to rows, rows to sessions, dates to times.</summary>
internal static class TeamsFileReader
{
    private const int JudgedWords = 500;

    public static TeamsAttendanceFile Read(string text, TeamsAttendanceFileOptions options) =>
        TryRead(text, options, out var why) ?? throw new FormatException(why);

    public static TeamsAttendanceFile Read(ArraySegment<byte> bytes, TeamsAttendanceFileOptions options) =>
        TryRead(bytes, options, out var why) ?? throw new FormatException(why);

    public static TeamsAttendanceFile? TryRead(string text, TeamsAttendanceFileOptions options, out string why)
    {
        if (text.Length <= options.MaxSize)
            return TryRead(FileText.Of(text), options, new NoteList(), out why);

        why = FileBytes.TooLarge(options.MaxSize).Message;
        return null;
    }

    public static TeamsAttendanceFile? TryRead(ArraySegment<byte> bytes, TeamsAttendanceFileOptions options, out string why)
    {
        var notes = new NoteList();
        return TryRead(FileText.Of(bytes, options.Encoding, notes), options, notes, out why);
    }

    private static TeamsAttendanceFile? TryRead(FileText text, TeamsAttendanceFileOptions options, NoteList notes, out string why)
    {
        why = "";
        if (RowReader.TryRead(text.Text, out var separator) is not { } rows)
        {
            why = string.Format(
                CultureInfo.InvariantCulture,
                "The file has more than {0} rows, which is the most that is read. Files from Teams are far smaller.",
                RowReader.MostRows);
            return null;
        }

        if (rows.Count == 0)
        {
            why = "The file is empty. Download it from Teams again.";
            return null;
        }

        var orders = new DateOrders(options);
        var sessions = SessionRows.Split(rows).ConvertAll(session => new SessionReader(session, orders, notes));
        if (!sessions.Exists(static session => session.IsOfTeams))
        {
            why = $"The file is no attendance from Teams: neither its headings nor the shape of its rows are known. It begins with " +
                $"'{NoteList.Short(string.Join(" ", rows[0].Cells))}'. Download the list or the report of attendance from Teams as CSV.";
            return null;
        }

        foreach (var session in sessions)
            session.AddDates();
        orders.Decide(sessions.Exists(static session => session.Words.Take(JudgedWords).Any(CellText.IsEastAsian)), notes);
        if (orders.HasTimesWithoutSeconds)
        {
            notes.Add(
                TeamsFileNoteKind.SavedAgain,
                "Some times have no seconds, which a spreadsheet took away, so stays may be up to a minute longer or shorter.");
        }

        return Read(text, rows, separator, sessions, options, notes);
    }

    private static TeamsAttendanceFile Read(
        FileText text, List<FileRow> rows, char separator, List<SessionReader> sessions, TeamsAttendanceFileOptions options, NoteList notes)
    {
        NoteFile(text, rows, separator, sessions, notes);
        NoteZone(sessions, options, notes);
        var language = HeadingWords.Language([.. sessions.SelectMany(static session => session.Words).Take(JudgedWords)]);
        if (language is null)
        {
            notes.Add(
                TeamsFileNoteKind.LanguageUnknown,
                "The headings are in a language that is not known. What each column holds was told by its cells and its place.");
        }

        var local = new FileClock(options.TimeZone, notes);
        var utc = new FileClock(TimeZoneInfo.Utc, notes);
        var read = sessions.Where(static session => !session.IsEmpty)
            .Select(session => session.Read(session.Kind == TeamsFileKind.LiveEvent ? utc : local))
            .Where(static session => session is not null).ToList();
        List<Registration> registrations = [.. sessions.SelectMany(session => session.ReadRegistrations(local))];
        if (registrations.Count > 0)
        {
            notes.Add(
                TeamsFileNoteKind.RegistrationsAssumed,
                "Registrations were read by English headings of which no real file is known. Compare them with what Teams shows.");
        }

        if (read.Count == 0 && registrations.Count == 0)
            notes.Add(TeamsFileNoteKind.NothingRecorded, "The file has headings, and records nothing.");
        return new TeamsAttendanceFile
        {
            Language = language,
            Sessions = [.. read.Select(static session => session!)],
            Registrations = registrations,
            Notes = notes.All,
        };
    }

    private static void NoteFile(
        FileText text, List<FileRow> rows, char separator, List<SessionReader> sessions, NoteList notes)
    {
        notes.Add(
            TeamsFileNoteKind.IdsUnknown,
            "Such a file has no ids of reports and users. " +
            "People are told apart by their addresses, and by their names where they have none.");
        if (text.IsCut)
            notes.Add(TeamsFileNoteKind.Cut, "The file ends in the middle of a character. All before that was read.");
        else if (sessions[sessions.Count - 1].EndsInHeadings)
            notes.Add(TeamsFileNoteKind.Cut, "The file ends in a title or in headings, so what was to follow is missing.");

        // Live events are UTF-8 with commas; all other files are UTF-16 with tabs, whose rows are as wide as they have cells.
        var isLive = sessions.Exists(static session => session.Kind == TeamsFileKind.LiveEvent);
        var isPadded = rows.Exists(static row => row.Cells.Length == 1 && row.Width > 2);
        if (!isLive && (!text.IsNative || separator != '\t' || isPadded))
        {
            var how = string.Join(", ", new[]
            {
                text.IsNative ? null : text.Encoding,
                separator switch { ';' => "semicolons", ',' => "commas", _ => null },
                isPadded ? "rows of equal width" : null,
            }.Where(static part => part is not null));
            notes.Add(
                TeamsFileNoteKind.SavedAgain,
                $"Teams does not write a file like this one ({how}): another program saved it, which may have changed times and names.");
        }
    }

    private static void NoteZone(List<SessionReader> sessions, TeamsAttendanceFileOptions options, NoteList notes)
    {
        var zoneless = sessions.FindAll(static session => session.Kind != TeamsFileKind.LiveEvent && session.HasTimes);
        if (options.TimeZone is not null || zoneless.Count == 0)
            return;

        var start = zoneless[0].Start is { IsCertain: true, Time: var time }
            ? string.Format(CultureInfo.InvariantCulture, " By it the session began at {0:yyyy-MM-dd HH:mm:ss}.", time)
            : "";
        notes.Add(
            TeamsFileNoteKind.TimeZoneUnknown,
            "Times are those of the clock of whoever downloaded the file, or of the organizer, " +
            "and its zone is not in the file, so they are null." +
            $"{start} Pass TeamsAttendanceFileOptions.TimeZone.");
    }
}
