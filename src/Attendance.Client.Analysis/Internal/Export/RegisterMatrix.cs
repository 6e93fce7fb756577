using System.Globalization;

namespace Attendance.Client.Analysis.Internal;

/// <summary>A register with a row for each person and a column for each session.</summary>
internal static class RegisterMatrix
{
    public const string Group = "sessions";

    /// <summary>Refuses a register that was put together with too few cells, or too many.</summary>
    public static void Check(AttendanceRegister register)
    {
        var sessions = (register ?? throw new ArgumentNullException(nameof(register))).Sessions.Count;
        foreach (var person in register.People)
        {
            if (person.Cells.Count != sessions)
            {
                throw new ArgumentException(
                    string.Format(
                        CultureInfo.InvariantCulture,
                        "Somebody has {0} cells in a register of {1} sessions. Give each person a cell for each session, in their order.",
                        person.Cells.Count, sessions),
                    nameof(register));
            }
        }
    }

    /// <summary>The columns: the person, the sessions, and what it comes to.</summary>
    public static List<Column<RegisterPerson>> Columns(
        AttendanceRegister register, RegisterCellValue cells, Func<DateTimeOffset, string> textOfTime)
    {
        var anyExpected = register.Sessions.Any(static session => session.ExpectedCount is not null);
        List<Column<RegisterPerson>> person =
        [
            new("key", CellKind.Text, static person => person.Key),
            new("displayName", CellKind.Text, static person => person.DisplayName),
            new("emailAddress", CellKind.Text, static person => person.EmailAddress),
            new("role", CellKind.Text, static person => person.Role?.Value),
            new("kind", CellKind.Text, static person => PersonKinds.Of(person.Identity)),
            new("isExpected", CellKind.Flag, person => anyExpected ? person.Expected is not null : null),
            new("matchedBy", CellKind.Text, static person => person.MatchedBy),
        ];
        List<Column<RegisterPerson>> total =
        [
            new("sessionCount", CellKind.Number, static person => person.Total.SessionCount),
            new("attendedCount", CellKind.Number, static person => person.Total.AttendedCount),
            new("presentCount", CellKind.Number, static person => person.Total.PresentCount),
            new("lateCount", CellKind.Number, static person => person.Total.LateCount),
            new("partialCount", CellKind.Number, static person => person.Total.PartialCount),
            new("absentCount", CellKind.Number, static person => person.Total.AbsentCount),
            new("excusedCount", CellKind.Number, static person => person.Total.ExcusedCount),
            new("unknownCount", CellKind.Number, static person => person.Total.UnknownCount),
            new("timePresentSeconds", CellKind.Duration, static person => WholeSeconds.Of(person.Total.TimePresent)),
            new("share", CellKind.Share, static person => person.Total.Share),
        ];

        var names = new DistinctNames(person.Concat(total).Select(static column => column.Name));
        var sessions = register.Sessions.Select((session, index) => OfSession(
            names.Next(NameOf(session, index, textOfTime)), index, cells));
        return [.. person, .. sessions, .. total];
    }

    private static Column<RegisterPerson> OfSession(string name, int index, RegisterCellValue cells) => cells switch
    {
        RegisterCellValue.TimePresent => new(name, CellKind.Duration, person => WholeSeconds.Of(person.Cells[index].TimePresent))
        {
            Group = Group,
            Status = person => person.Cells[index].Status,
        },
        RegisterCellValue.Share => new(name, CellKind.Share, person => person.Cells[index].Share)
        {
            Group = Group,
            Status = person => person.Cells[index].Status,
        },
        _ => new(name, CellKind.Text, person => person.Cells[index].Status)
        {
            Group = Group,
            Status = person => person.Cells[index].Status,
        },
    };

    private static string NameOf(RegisterSession session, int index, Func<DateTimeOffset, string> textOfTime)
    {
        var time = session.StartsAt is { } start ? textOfTime(start) : null;
        var subject = PersonKeys.Text(session.Occurrence.Subject);
        return time is not null && subject is not null ? $"{time} {subject}"
            : time ?? subject ?? string.Format(CultureInfo.InvariantCulture, "#{0}", index + 1);
    }
}
