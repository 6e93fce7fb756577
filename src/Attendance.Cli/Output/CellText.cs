using System.Globalization;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Values as people read them.</summary>
internal static class CellText
{
    public const string Missing = "-";

    private const int LongestQuote = 100;
    private const char Replacement = '\uFFFD';

    public static string Of(TimeSpan? duration) => duration switch
    {
        // What ends before it starts took no time that can be told.
        null or { Ticks: < 0 } => Missing,
        { TotalHours: >= 1 } span => string.Create(
            CultureInfo.InvariantCulture, $"{(int)span.TotalHours}h {span.Minutes}m {span.Seconds}s"),
        { TotalMinutes: >= 1 } span => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}m {span.Seconds}s"),
        { } span => string.Create(CultureInfo.InvariantCulture, $"{span.Seconds}s"),
    };

    /// <summary>How long somebody was there, by a record.</summary>
    public static string TimeOf(AttendanceRecord record) =>
        TimeOf(record.TotalAttendance, record.Intervals.Count > 0 && record.Intervals.All(HasTimes));

    /// <summary>How long a stay took.</summary>
    public static string TimeOf(AttendanceInterval stay) => TimeOf(stay.Duration, HasTimes(stay));

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>The share in whole percents, rounded down, so that nobody seems to have reached what he missed.</summary>
    public static string Percent(double? share) =>
        share is { } part ? string.Create(CultureInfo.InvariantCulture, $"{decimal.Floor(100 * (decimal)part)}%") : Missing;

    /// <summary>The text without what steers a terminal: guests choose their names, and one must not be able to.</summary>
    public static string Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Missing : string.Concat(text.Select(letter => Steers(letter) ? Replacement : letter));

    /// <summary>Rows without what steers a terminal, but for the line breaks between them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="areCsv">Whether there may be line breaks also within a row, between quotes, which JSON escapes.</param>
    public static string OfRows(string rows, bool areCsv)
    {
        var isQuoted = false;
        return string.Concat(rows.Select(letter =>
        {
            isQuoted ^= areCsv && letter == '"';
            return Steers(letter) && (isQuoted || letter is not ('\r' or '\n')) ? Replacement : letter;
        }));
    }

    /// <summary>The text, cut where it is too long to repeat.</summary>
    public static string Short(string text) =>
        text.Length <= LongestQuote ? text : $"{text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)]}…";

    public static string Of(AttendeeRole? role) => Of(role?.Value);

    public static string Of(AttendeeKind? kind) => kind switch
    {
        null or AttendeeKind.Unknown => Missing,
        AttendeeKind.AzureCommunicationServicesUser => "ACS user",
        AttendeeKind.Encrypted => "Hidden",
        AttendeeKind.ApplicationInstance => "App instance",
        AttendeeKind.TeamworkUser => "Teams user",
        { } other => other.ToString(),
    };

    public static string Of(VirtualEventKind kind) => kind is VirtualEventKind.Webinar ? "webinar" : "town hall";

    public static string Of(bool? value) => value switch
    {
        null => Missing,
        true => "yes",
        false => "no",
    };

    public static string People(int? count) => count switch
    {
        null => "number of people not known",
        1 => "1 person",
        { } many => string.Create(CultureInfo.InvariantCulture, $"{many} people"),
    };

    public static string Sessions(int count) => count == 1 ? "1 session" : $"{Of(count)} sessions";

    public static string Sources(int count) => count == 1 ? "1 source" : $"{Of(count)} sources";

    // Of what turns the direction of writing, those that reach beyond their own place: a name could make the rest of its line read as
    // something else.
    private static bool Steers(char letter) =>
        char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // Where Graph lacks the times it sends zero, which then means that it does not know.
    private static string TimeOf(TimeSpan? duration, bool hasTimes) => Of(hasTimes || duration != TimeSpan.Zero ? duration : null);

    private static bool HasTimes(AttendanceInterval stay) => stay.JoinedAt <= stay.LeftAt;
}
