using System.Globalization;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Values as people read them.</summary>
internal static class CellText
{
    public const string Missing = "-";

    private const int LongestQuote = 100;

    /// <summary>The time in whole seconds, the half ones rounded up, as exports and charts have them.</summary>
    public static string Of(TimeSpan? duration) => Rounded(duration) switch
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
    public static string Percent(double? share) => share switch
    {
        null => Missing,

        // It is less than all by less than a decimal number tells.
        < 1 and > 0.99 => "99%",
        { } part => string.Create(CultureInfo.InvariantCulture, $"{decimal.Floor(100 * (decimal)part)}%"),
    };

    /// <summary>The text in one line, without what steers a terminal.</summary>
    public static string Of(string? text) => string.IsNullOrWhiteSpace(text) ? Missing : PlainText.OfLine(text);

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

    private static TimeSpan? Rounded(TimeSpan? duration) => duration is { Ticks: >= 0 } known
        ? TimeSpan.FromSeconds((long)Math.Round(known.TotalSeconds, MidpointRounding.AwayFromZero))
        : duration;

    // Where Graph lacks the times it sends zero, which then means that it does not know.
    private static string TimeOf(TimeSpan? duration, bool hasTimes) => Of(hasTimes || duration != TimeSpan.Zero ? duration : null);

    private static bool HasTimes(AttendanceInterval stay) => stay.JoinedAt <= stay.LeftAt;
}
