using System.Globalization;

namespace Attendance.Cli;

/// <summary>Days that have a name: a year, a month, or a week of Monday to Sunday.</summary>
/// <param name="First">The first of them.</param>
/// <param name="AfterLast">The day after the last of them.</param>
internal sealed record Period(DateOnly First, DateOnly AfterLast)
{
    /// <summary>The names that count from today, which a shell completes.</summary>
    public static readonly string[] Names = ["this week", "last week", "this month", "last month", "this year", "last year"];

    /// <summary>The period that a text names, or null where it names none.</summary>
    public static Period? Read(string text, DateOnly today)
    {
        // A shell without quotes would take two words for two arguments.
        var name = text.Replace('-', ' ');
        var index = Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
            return Of(Names[index].Split(' ')[1], today, back: Names[index].StartsWith("last", StringComparison.Ordinal) ? 1 : 0);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return Of("month", month, back: 0);

        return DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)
            ? Of("year", year, back: 0)
            : null;
    }

    private static Period? Of(string unit, DateOnly day, int back)
    {
        // So far from either end of the calendar, no period and no time zone leads out of it.
        if (day.Year is < 1900 or >= 9998)
            return null;

        switch (unit)
        {
            case "week":
                var monday = day.AddDays((-((int)day.DayOfWeek + 6) % 7) - (7 * back));
                return new Period(monday, monday.AddDays(7));
            case "month":
                var month = new DateOnly(day.Year, day.Month, 1).AddMonths(-back);
                return new Period(month, month.AddMonths(1));
            default:
                var year = new DateOnly(day.Year - back, 1, 1);
                return new Period(year, year.AddYears(1));
        }
    }
}
