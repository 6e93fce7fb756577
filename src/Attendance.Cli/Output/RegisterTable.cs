using System.Globalization;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>People by sessions, as layouts for screens that hold all sessions, the newest of them or none.</summary>
internal static class RegisterTable
{
    // Three is what a glance is for, and twelve a term of weeks.
    private static readonly int[] FewSessions = [40, 30, 24, 20, 16, 12, 10, 8, 6, 5, 4, 3, 2, 1, 0];

    public static void Write(Screen screen, AttendanceRegister register, Zone zone)
    {
        screen.Line(TotalOf(register));
        var sessions = register.Sessions.Count;
        int[] counts = [sessions, .. FewSessions.Where(count => count < sessions)];
        var shown = counts.First(count => count == 0 || WidthOf(register, count) <= screen.Columns);
        screen.Render(Of(register, shown, zone));
        if (shown < sessions)
        {
            screen.Line(
                $"Not shown at this width: the first {CellText.Sessions(sessions - shown)}. " +
                "--output register.xlsx, register.html or register.csv holds them all.");
        }

        foreach (var line in LegendOf(register))
            screen.Line(line);
    }

    private static DataTable Of(AttendanceRegister register, int shown, Zone zone)
    {
        var first = register.Sessions.Count - shown;
        var table = new DataTable().FlexibleColumn("Name");
        foreach (var session in register.Sessions.Skip(first))
            table.NumberColumn(TitleOf(session, zone));
        table.NumberColumn("Present").NumberColumn("Share");
        foreach (var person in Sorted(register.People))
        {
            table.Row(
            [
                NameOf(person),
                .. person.Cells.Skip(first).Select(CellOf),
                PresentOf(person.Total),
                CellText.Percent(person.Total.Share),
            ]);
        }

        return table;
    }

    // A column is as wide as its widest cell may be, and a name is broken where it must.
    private static int WidthOf(AttendanceRegister register, int shown)
    {
        const int Least = 40;
        const int OfSession = 12;
        var names = register.People.Count == 0 ? 0 : register.People.Max(person => CellWidth.Of(NameOf(person)));
        return Math.Min(Math.Max(Least, names + 24), Least + 24) + (shown * OfSession);
    }

    private static string TitleOf(RegisterSession session, Zone zone) => session.StartsAt is { } start
        ? TimeZoneInfo.ConvertTime(start, zone.Info).ToString("yyyy-MM-dd\nHH:mm", CultureInfo.InvariantCulture)
        : "?";

    private static string NameOf(RegisterPerson person)
    {
        var name = CellText.Of(person.DisplayName ?? person.EmailAddress ?? person.Expected?.Id);
        return person switch
        {
            { MatchedBy: ExpectedMatch.DisplayName } => $"{name} (by name)",
            { Suggestions: [var suggestion, ..] } => $"{name} (maybe {StatusText.NameOf(suggestion)})",
            _ => name,
        };
    }

    private static string CellOf(RegisterCell cell) => cell switch
    {
        { Status: AttendanceStatus.Absent } => "absent",
        { Status: AttendanceStatus.Excused } => "excused",
        { HasAttended: null } or { Status: AttendanceStatus.Unknown } => "?",
        { HasAttended: false } => CellText.Missing,
        { Status: AttendanceStatus.Late } => $"late {CellText.Percent(cell.Share)}",
        { Status: AttendanceStatus.Partial } => $"part {CellText.Percent(cell.Share)}",
        { Status: AttendanceStatus.Unexpected } => $"+{ShareOf(cell)}",
        _ => ShareOf(cell),
    };

    private static string ShareOf(RegisterCell cell) =>
        cell.Share is null ? cell.TimePresent is null ? "yes" : CellText.Of(cell.TimePresent) : CellText.Percent(cell.Share);

    private static string PresentOf(RegisterTotal total)
    {
        var text = $"{CellText.Of(total.PresentCount)} of {CellText.Of(total.SessionCount)}";
        return total.UnknownCount == 0 ? text : $"{text}, {CellText.Of(total.UnknownCount)} ?";
    }

    // Who missed the most comes first, as a register is about them.
    private static IEnumerable<RegisterPerson> Sorted(IEnumerable<RegisterPerson> people) => people
        .OrderBy(person => person.Expected is null && person.Cells.Any(cell => cell.IsExpected is not null))
        .ThenByDescending(person => person.Total.SessionCount - person.Total.PresentCount - person.Total.UnknownCount)
        .ThenBy(person => person.Total.Share)
        .ThenBy(person => person.DisplayName, StringComparer.CurrentCultureIgnoreCase);

    private static string TotalOf(AttendanceRegister register)
    {
        var expected = register.People.Count(person => person.Expected is not null);
        var missed = register.People.Count(
            person => person.Total.AbsentCount * 2 > person.Total.SessionCount && person.Total.SessionCount > 0);
        var text = $"{CellText.Sessions(register.Sessions.Count)}, {CellText.People(register.People.Count)}";
        return expected == 0 ? text
            : $"{text}: {CellText.Of(expected)} expected, {CellText.Of(register.People.Count - expected)} not expected; " +
                $"{CellText.Of(missed)} absent from more than half";
    }

    private static IEnumerable<string> LegendOf(AttendanceRegister register)
    {
        var cells = register.People.SelectMany(person => person.Cells).ToList();
        var marks = new List<string>();
        if (cells.Exists(cell => cell.Status == AttendanceStatus.Late))
            marks.Add($"late: by more than {SpanText.Of(register.Thresholds.Tolerance)}");
        if (cells.Exists(cell => cell.Status == AttendanceStatus.Partial))
            marks.Add($"part: there for less than {CellText.Percent(register.Thresholds.PresentFrom)}");
        if (cells.Exists(cell => cell.Status == AttendanceStatus.Unexpected))
            marks.Add("+: not expected");
        if (cells.Exists(cell => cell.HasAttended is null || cell.Status == AttendanceStatus.Unknown))
            marks.Add("?: not known");
        if (cells.Exists(cell => cell is { HasAttended: false, Status: null }))
            marks.Add("-: not there");
        if (marks.Count > 0)
            yield return string.Join("; ", marks);
        if (register.Sessions.Count(
            session => session is { Basis: AttendanceBasis.Unknown, AttendedCount: not null }) is > 0 and var unplanned)
        {
            yield return $"No plan is known of {CellText.Sessions(unplanned)}: nobody is late for {(unplanned == 1 ? "it" : "them")}, " +
                "nor absent, and shares are of the time that it ran. --as-ran measures against that time.";
        }
    }
}
