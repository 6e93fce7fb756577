using System.Globalization;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Finds out in which order the dates of a file are written: by all of them, and by the times that they must fit.</summary>
internal sealed class DateOrders(TeamsAttendanceFileOptions options)
{
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(36);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(61);

    private readonly Dictionary<ClockStyle, StyleDates> _styles = [];

    public void Add(ClockTime time)
    {
        if (time.HasDate)
            DatesOf(time).Add(time);
    }

    /// <summary>Adds a time that cannot be before another one, and how much later the file says it is.</summary>
    public void Add(ClockTime from, ClockTime to, TimeSpan? stated)
    {
        if (from.HasDate && to.HasDate && from.Style == to.Style
            && (from.First, from.Second, from.Third) != (to.First, to.Second, to.Third))
            DatesOf(from).Pairs.Add((from, to, stated));
    }

    /// <summary>Decides on the order of all dates that were added.</summary>
    /// <param name="isEastAsian">Whether the headings are in a language whose dates begin with the year.</param>
    /// <param name="notes">What is said of the file.</param>
    public void Decide(bool isEastAsian, NoteList notes)
    {
        foreach (var dates in _styles.Values)
            Decide(dates, isEastAsian, notes);

        var orders = _styles.Values.Where(static dates => dates.Order is not null).Select(static dates => dates.Order).Distinct().Count();
        if (orders > 1)
        {
            notes.Add(
                TeamsFileNoteKind.DateOrderDiffers,
                "Dates are written in different ways, day first in some and month first or year first in others, as a spreadsheet leaves " +
                "them that knew some for dates. Compare the times with the file that Teams made.");
        }
    }

    /// <summary>The time by the file's clock, and whether its date is certain or only one of those that are possible; null for a date that
    /// there is not.</summary>
    public LocalTime? Local(ClockTime time)
    {
        var dates = DatesOf(time);
        return DateOf(time, dates.Order ?? dates.Possible.FirstOrDefault()) is { } date
            ? new LocalTime(date + time.TimeOfDay, dates.Order is not null)
            : null;
    }

    /// <summary>Whether times have no seconds, which Teams always writes.</summary>
    public bool HasTimesWithoutSeconds => _styles.Keys.Any(static style => !style.HasSeconds);

    private static DateTime? DateOf(ClockTime time, TeamsFileDateOrder order)
    {
        var (year, month, day) = order switch
        {
            TeamsFileDateOrder.DayMonthYear => (time.Third, time.Second, time.First),
            TeamsFileDateOrder.MonthDayYear => (time.Third, time.First, time.Second),
            _ => (time.First, time.Second, time.Third),
        };
        var isLong = order == TeamsFileDateOrder.YearMonthDay ? time.Style.BeginsWithYear : time.Style.EndsWithYear;
        year += isLong ? 0 : 2000;
        return year is >= 2000 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified)
            : null;
    }

    // Teams began with these files in 2020.
    private static bool IsPlausible(DateTime date) => date.Year is >= 2020 and < 2060;

    private void Decide(StyleDates dates, bool isEastAsian, NoteList notes)
    {
        var style = dates.First.Style;
        TeamsFileDateOrder[] all = style.BeginsWithYear || style.Separator == '年'
            ? [TeamsFileDateOrder.YearMonthDay]
            : style.EndsWithYear
                ? [TeamsFileDateOrder.DayMonthYear, TeamsFileDateOrder.MonthDayYear]
                : [TeamsFileDateOrder.DayMonthYear, TeamsFileDateOrder.MonthDayYear, TeamsFileDateOrder.YearMonthDay];
        // A few dates that are none, as somebody's slip of the pen, do not decide.
        dates.Possible = Best(all, order => -dates.Dates.Count(item => DateOf(item.Key, order) is null));
        dates.Possible = Best(
            dates.Possible, order => -dates.Dates.Count(item => DateOf(item.Key, order) is not { } date || !IsPlausible(date)));
        dates.Possible = Best(dates.Possible, order => -Contradictions(dates, order));
        dates.Possible = Best(dates.Possible, order => Spread(dates, order) <= LongestSession ? 1 : 0);
        if (options.DownloadedAt is { } downloaded)
        {
            // A day of grace, as the clock's zone may be any.
            var latest = downloaded.UtcDateTime.AddDays(1);
            dates.Possible = Best(dates.Possible, order => -dates.Dates.Count(item => DateOf(item.Key, order) > latest));
        }

        if (options.DateOrder is { } given)
        {
            if (Array.IndexOf(dates.Possible, given) >= 0)
                dates.Possible = [given];
            else
                NoteRefused(dates, given, notes);
        }

        if (dates.Possible.Length == 1 || AreAlike(dates))
        {
            dates.Order = dates.Possible[0];
            return;
        }

        dates.Order = OfHabit(dates, isEastAsian) is { } habit && Array.IndexOf(dates.Possible, habit) >= 0 ? habit : null;
        NoteChoice(dates, notes);
    }

    // Of the orders those for which the most speaks.
    private static TeamsFileDateOrder[] Best(TeamsFileDateOrder[] orders, Func<TeamsFileDateOrder, int> score)
    {
        if (orders.Length == 1)
            return orders;

        var scores = Array.ConvertAll(orders, order => score(order));
        return [.. orders.Where((_, index) => scores[index] == scores.Max())];
    }

    private static int Contradictions(StyleDates dates, TeamsFileDateOrder order) => dates.Pairs.Count(pair =>
    {
        var length = DateOf(pair.To, order) + pair.To.TimeOfDay - DateOf(pair.From, order) - pair.From.TimeOfDay;
        return length is null || length < TimeSpan.Zero || (pair.Stated is { } stated && (length - stated).Value.Duration() > Tolerance);
    });

    private static TimeSpan Spread(StyleDates dates, TeamsFileDateOrder order)
    {
        var known = dates.Dates.Keys.Select(item => DateOf(item, order)).Where(static date => date is not null).ToList();
        return known.Count == 0 ? TimeSpan.Zero : known.Max()!.Value - known.Min()!.Value;
    }

    // The 2nd of February is the same in either order.
    private static bool AreAlike(StyleDates dates) =>
        dates.Dates.Keys.All(item => dates.Possible.Select(order => DateOf(item, order)).Distinct().Count() == 1);

    private static TeamsFileDateOrder? OfHabit(StyleDates dates, bool isEastAsian)
    {
        // Only they write the year first, and with two digits.
        if (isEastAsian)
            return TeamsFileDateOrder.YearMonthDay;

        var style = dates.First.Style;
        TeamsFileDateOrder[] others = [.. dates.Possible.Where(static order => order != TeamsFileDateOrder.YearMonthDay)];
        if (others.Length == 1)
            return others[0];
        if (style.Separator == '.')
            return TeamsFileDateOrder.DayMonthYear;
        if (style.HasMarker)
            return style.Separator == '/' && dates is { HasCapitals: true, IsUnpadded: true } ? TeamsFileDateOrder.MonthDayYear : null;

        return style.HasSeconds && dates is { IsPadded: true, IsUnpadded: false } ? TeamsFileDateOrder.DayMonthYear : null;
    }

    private static void NoteChoice(StyleDates dates, NoteList notes)
    {
        var readings = string.Join(
            " or ", dates.Possible.Select(order => Shown(DateOf(dates.First, order))).Distinct(StringComparer.Ordinal));
        if (dates.Order is { } order)
        {
            notes.Add(
                TeamsFileNoteKind.DateOrderAssumed,
                $"The first date may be {readings}. It was read as {Shown(DateOf(dates.First, order))}, as that is how dates are mostly " +
                $"ordered that are written in this way. If it is another day, pass TeamsAttendanceFileOptions.DateOrder.");
        }
        else
        {
            notes.Add(
                TeamsFileNoteKind.DateOrderUnknown,
                $"The first date may be {readings}, and nothing in the file decides, so times are null. " +
                "Pass TeamsAttendanceFileOptions.DateOrder, or DownloadedAt where that rules one out.");
        }
    }

    private static void NoteRefused(StyleDates dates, TeamsFileDateOrder given, NoteList notes) => notes.Add(
        TeamsFileNoteKind.DateOrderDiffers,
        $"The order that was given, {given}, does not fit the dates, such as {Shown(DateOf(dates.First, dates.Possible[0]))}, which are " +
        "written in another. They were read in theirs.");

    private static string Shown(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";

    private StyleDates DatesOf(ClockTime time)
    {
        if (!_styles.TryGetValue(time.Style, out var dates))
            _styles.Add(time.Style, dates = new StyleDates(time));
        return dates;
    }

    /// <summary>The dates that are written in one way.</summary>
    private sealed class StyleDates(ClockTime first)
    {
        public ClockTime First => first;

        /// <summary>Each date, without its time, and how often it stands there.</summary>
        public Dictionary<ClockTime, int> Dates { get; } = [];

        public List<(ClockTime From, ClockTime To, TimeSpan? Stated)> Pairs { get; } = [];

        public TeamsFileDateOrder[] Possible { get; set; } = [];

        /// <summary>The order, or null where nothing decides.</summary>
        public TeamsFileDateOrder? Order { get; set; }

        public bool HasCapitals { get; private set; }

        public bool IsPadded { get; private set; }

        public bool IsUnpadded { get; private set; }

        public void Add(ClockTime time)
        {
            var date = time.DateOnly;
            Dates[date] = Dates.TryGetValue(date, out var count) ? count + 1 : 1;
            HasCapitals |= time.HasCapitals;
            IsPadded |= time.IsPadded;
            IsUnpadded |= time.IsUnpadded;
        }
    }
}
