using System.Globalization;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Values as the page and the pictures show them, in the reader's language and time zone.</summary>
/// <param name="texts">The texts, <see cref="Texts"/>.</param>
/// <param name="zone">The reader's time zone.</param>
/// <param name="needsDates">Whether not all is on one day.</param>
/// <param name="needsSeconds">Whether all is so short that minutes are too rough.</param>
internal sealed class Wording(ChartTexts texts, TimeZoneInfo zone, bool needsDates, bool needsSeconds)
{
    private static readonly HashSet<string> UtcNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Etc/UTC", "Etc/UCT", "UCT", "Etc/Universal", "Universal", "Etc/Zulu", "Zulu", "Coordinated Universal Time",
    };

    private static readonly TimeSpan ShortSession = TimeSpan.FromMinutes(10);

    public ChartTexts Texts => texts;

    public bool NeedsDates => needsDates;

    /// <summary>Name of the reader's zone; of UTC, which has a dozen, the one that people know.</summary>
    public string Zone => UtcNames.Contains(zone.Id) ? "UTC" : zone.Id;

    public static Wording For(AttendanceSummary summary, ChartOptions options)
    {
        var times = summary.Attendees
            .SelectMany(static attendee => attendee.Stays.Count == 0
                ? new[] { attendee.FirstJoinedAt, attendee.LastLeftAt }
                : new DateTimeOffset?[]
                {
                    attendee.FirstJoinedAt ?? attendee.Stays[0].Start,
                    attendee.LastLeftAt ?? attendee.Stays[attendee.Stays.Count - 1].End,
                })
            .Concat(summary.Windows?.SelectMany(static window => new DateTimeOffset?[] { window.Start, window.End }) ?? [])
            .OfType<DateTimeOffset>()
            .DefaultIfEmpty();
        var (first, last) = (times.Min(), times.Max());
        return new Wording(
            options.Texts, options.TimeZone,
            TimeZoneInfo.ConvertTime(first, options.TimeZone).Date != TimeZoneInfo.ConvertTime(last, options.TimeZone).Date,
            last - first < ShortSession);
    }

    /// <summary>A text with what belongs in its places.</summary>
    public static string Fill(string text, params object?[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary>The form of a text that belongs to a number, with the number in the place of {0} and the rest in those that
    /// follow.</summary>
    public string Plural(string text, long number, params object?[] more)
    {
        var forms = text.Split('|');
        return Fill(forms[Math.Max(0, Math.Min(texts.PluralForm(number), forms.Length - 1))], [Number(number), .. more]);
    }

    /// <summary>The time of day, after its date where not all is on one day, and before its offset where the clocks show it
    /// twice.</summary>
    public string Time(DateTimeOffset time) =>
        (needsDates ? $"{Date(time)} " : "") + (needsSeconds ? Second(time) : Minute(time)) + OffsetOf(time);

    public string DateAndTime(DateTimeOffset time) => $"{Date(time)} {Minute(time)}";

    public string Date(DateTimeOffset time) => Local(time, texts.Date);

    public string ShortDate(DateTimeOffset time) => Local(time, texts.ShortDate);

    public string Minute(DateTimeOffset time) => Local(time, texts.Time);

    public string Second(DateTimeOffset time) => Local(time, texts.TimeWithSeconds);

    /// <summary>The date of the start, both times, and the date of the end where it is another.</summary>
    public string Span(TimeWindow window)
    {
        var isOneDay = Date(window.Start) == Date(window.End);
        var (start, end) = (Minute(window.Start) + OffsetOf(window.Start), Minute(window.End) + OffsetOf(window.End));
        return isOneDay
            ? $"{Date(window.Start)}, {Fill(texts.Span, start, end)}"
            : Fill(texts.Span, $"{Date(window.Start)} {start}", $"{Date(window.End)} {end}");
    }

    /// <summary>The duration in minutes, rounded down, and in seconds where it or all else is too short for that.</summary>
    public string Duration(TimeSpan duration)
    {
        var seconds = WholeSeconds.Of(duration);
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return hours > 0 && minutes == 0 ? Fill(texts.Hours, Number(hours))
            : hours > 0 ? Fill(texts.HoursAndMinutes, Number(hours), Number(minutes))
            : minutes == 0 ? Fill(texts.Seconds, Number(rest))
            : needsSeconds && rest > 0 ? Fill(texts.MinutesAndSeconds, Number(minutes), Number(rest))
            : Fill(texts.Minutes, Number(minutes));
    }

    /// <summary>The share in whole percents, rounded down, so that nobody seems to have reached what he missed.</summary>
    public string Percent(double share) => Fill(texts.Percent, Number(Percents(share)));

    // A double holds 0.29 as a little less; that is no reason for 28 %.
    public static int Percents(double share) => (int)Math.Floor(Math.Round(share * 100, 9));

    public string Number(long number) => Digits(number.ToString("#,0", texts.Culture));

    public string People(long number) => Plural(texts.People, number);

    public string NameOf(AttendeeSummary attendee) =>
        FirstOf(
            attendee.DisplayName, attendee.Expected?.DisplayName, attendee.EmailAddress, attendee.Identity?.Email,
            attendee.Expected?.EmailAddress, attendee.Identity?.Id, attendee.Expected?.Id, attendee.RegistrationId)
        ?? texts.NoName;

    public string NameOf(ExpectedPerson person) =>
        FirstOf(person.DisplayName, person.EmailAddress, person.Id, person.RegistrationId) ?? texts.NoName;

    public static string? FirstOf(params string?[] texts) => Array.Find(texts, static text => !string.IsNullOrWhiteSpace(text))?.Trim();

    private string OffsetOf(DateTimeOffset time) =>
        zone.IsAmbiguousTime(time) ? Local(time, " zzz") : "";

    private string Local(DateTimeOffset time, string format) =>
        Digits(TimeZoneInfo.ConvertTime(time, zone).ToString(format, CultureInfo.InvariantCulture));

    // .NET writes the digits 0 to 9 in every culture.
    private string Digits(string number)
    {
        var format = texts.Culture.NumberFormat;
        return format.DigitSubstitution != DigitShapes.NativeNational || format.NativeDigits[0] == "0"
            ? number
            : string.Concat(number.Select(letter => letter is >= '0' and <= '9' ? format.NativeDigits[letter - '0'] : $"{letter}"));
    }
}
