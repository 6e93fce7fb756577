using System.Globalization;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Times by the clocks of a zone.</summary>
internal static class LocalTime
{
    /// <summary>A date and time that spreadsheets of all countries take for one.</summary>
    public static string Of(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The same without seconds, to name something that begins then.</summary>
    public static string ToMinute(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
