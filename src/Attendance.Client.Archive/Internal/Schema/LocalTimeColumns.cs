namespace Attendance.Client.Archive.Internal;

/// <summary>A <see cref="DateTimeTimeZone"/> as it was sent.</summary>
internal sealed class LocalTimeColumns
{
    public string? Local { get; set; }

    public string? Zone { get; set; }

    // There whenever the time is, which is how a time without any value is told from none.
    public bool IsSent { get; set; } = true;

    public static LocalTimeColumns? Of(DateTimeTimeZone? time) =>
        time is null ? null : new LocalTimeColumns { Local = time.DateTime, Zone = time.TimeZone };

    public DateTimeTimeZone ToTime() => new() { DateTime = Local, TimeZone = Zone };
}
