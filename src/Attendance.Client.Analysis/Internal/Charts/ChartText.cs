using System.Globalization;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Values as the page and the pictures show them, in the reader's time zone.</summary>
internal sealed class ChartText(TimeZoneInfo zone, bool needsDates)
{
    private const string DateFormat = "yyyy-MM-dd";

    public static ChartText For(AttendanceSummary summary, TimeZoneInfo zone)
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
        return new ChartText(zone, TimeZoneInfo.ConvertTime(first, zone).Date != TimeZoneInfo.ConvertTime(last, zone).Date);
    }

    /// <summary>The time of day, after its date where not all is on one day, and before its offset where the clocks show it twice; sorts as
    /// text but for those with offsets.</summary>
    public string Time(DateTimeOffset time) =>
        Local(time).ToString(needsDates ? $"{DateFormat} HH:mm:ss" : "HH:mm:ss", CultureInfo.InvariantCulture) + OffsetOf(time);

    public string DateAndTime(DateTimeOffset time) => Local(time).ToString($"{DateFormat} HH:mm", CultureInfo.InvariantCulture);

    public string Date(DateTimeOffset time) => Local(time).ToString(DateFormat, CultureInfo.InvariantCulture);

    public string Minute(DateTimeOffset time) => Local(time).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Second(DateTimeOffset time) => Local(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The date of the start, both times, and the date of the end where it is another.</summary>
    public string Span(TimeWindow window)
    {
        var end = Date(window.Start) == Date(window.End) ? Minute(window.End) : DateAndTime(window.End);
        return $"{DateAndTime(window.Start)}{OffsetOf(window.Start)} to {end}{OffsetOf(window.End)}";
    }

    public static string Duration(TimeSpan duration)
    {
        var seconds = WholeSeconds.Of(duration);
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return hours > 0 ? FormattableString.Invariant($"{hours}h {minutes}m {rest}s")
            : minutes > 0 ? FormattableString.Invariant($"{minutes}m {rest}s")
            : FormattableString.Invariant($"{rest}s");
    }

    /// <summary>The duration without its seconds from an hour on, and without what is zero at its end.</summary>
    public static string RoughDuration(TimeSpan duration)
    {
        var minutes = (long)duration.TotalMinutes;
        return minutes < 60 ? Duration(duration).Replace(" 0s", "")
            : minutes % 60 == 0 ? FormattableString.Invariant($"{minutes / 60}h")
            : FormattableString.Invariant($"{minutes / 60}h {minutes % 60}m");
    }

    // A double holds 0.29 as a little less; that is no reason for 28 %.
    /// <summary>The share in whole percents, rounded down, so that nobody seems to have reached what he missed.</summary>
    public static string Percent(double share) => Math.Floor(Math.Round(share * 100, 9)).ToString("0", CultureInfo.InvariantCulture) + "%";

    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string People(long number) => number == 1 ? "1 person" : $"{Number(number)} people";

    public static string NameOf(AttendeeSummary attendee) =>
        FirstOf(attendee.DisplayName, attendee.EmailAddress, attendee.Identity?.Email, attendee.Identity?.Id, attendee.RegistrationId)
            ?? "(no name)";

    public static string? FirstOf(params string?[] texts) => Array.Find(texts, static text => !string.IsNullOrWhiteSpace(text))?.Trim();

    private string OffsetOf(DateTimeOffset time) =>
        zone.IsAmbiguousTime(time) ? Local(time).ToString(" zzz", CultureInfo.InvariantCulture) : "";

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone);
}
