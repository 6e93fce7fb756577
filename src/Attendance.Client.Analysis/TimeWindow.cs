using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>A span of time, from its start up to its end.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeWindow
{
    /// <summary>A span from one time to a later one, or to the same.</summary>
    /// <exception cref="ArgumentException">The end lies before the start.</exception>
    [JsonConstructor]
    public TimeWindow(DateTimeOffset start, DateTimeOffset end)
    {
        if (end < start)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture, "The window ends at {0:O}, before it starts at {1:O}. Give the earlier time first.", end,
                    start), nameof(end));
        }

        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    /// <summary>When it starts, in UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When it ends, in UTC.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How long it is; zero for a moment.</summary>
    [JsonIgnore]
    public TimeSpan Duration => End - Start;

    /// <summary>A day by the clocks of a time zone, of 23 or 25 hours where daylight saving begins or ends in it.</summary>
    /// <param name="date">The day, whose time of day and kind do not matter.</param>
    /// <param name="zone">The zone whose midnights bound the day.</param>
    public static TimeWindow Day(DateTime date, TimeZoneInfo zone)
    {
        if (zone is null)
            throw new ArgumentNullException(nameof(zone));

        var end = Midnight(date.Date.AddDays(1), zone);
        // A zone that crosses the date line leaves a day out, which then has no length.
        return new TimeWindow(Min(Midnight(date.Date, zone), end), end);
    }

    /// <summary>When the session of a report ran, or null where the report lacks a time or ends before it starts.</summary>
    public static TimeWindow? Of(AttendanceReport report)
    {
        if (report is null)
            throw new ArgumentNullException(nameof(report));

        return Between(report.StartedAt, report.EndedAt);
    }

    /// <summary>When a meeting is to take place, or null where its calendar lacks a time, names an unknown zone or has it end before it
    /// starts.</summary>
    public static TimeWindow? Of(CalendarMeeting meeting)
    {
        if (meeting is null)
            throw new ArgumentNullException(nameof(meeting));

        return Between(meeting.Start?.At, meeting.End?.At);
    }

    /// <summary>When a session is to take place, or null where it lacks a time, names an unknown zone or is to end before it
    /// starts.</summary>
    public static TimeWindow? Of(VirtualEventSession session)
    {
        if (session is null)
            throw new ArgumentNullException(nameof(session));

        return Between(session.Start?.At, session.End?.At);
    }

    /// <summary>How much time two windows share.</summary>
    public TimeSpan Overlap(TimeWindow other)
    {
        var shared = Min(End, other.End) - Max(Start, other.Start);
        return shared > TimeSpan.Zero ? shared : TimeSpan.Zero;
    }

    /// <summary>Whether two windows share time, or one of them is a moment within the other; windows that only touch do not
    /// overlap.</summary>
    public bool Overlaps(TimeWindow other) =>
        Overlap(other) > TimeSpan.Zero
        || (Start == End && other.Start <= Start && Start <= other.End)
        || (other.Start == other.End && Start <= other.Start && other.Start <= End);

    /// <summary>Both ends in ISO 8601, such as <c>2026-03-01T10:00:00.0000000+00:00/2026-03-01T11:00:00.0000000+00:00</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:O}/{1:O}", Start, End);

    private static TimeWindow? Between(DateTimeOffset? start, DateTimeOffset? end) =>
        start is { } from && end is { } to && from <= to ? new TimeWindow(from, to) : null;

    private static DateTimeOffset Midnight(DateTime date, TimeZoneInfo zone)
    {
        var midnight = DateTime.SpecifyKind(date, DateTimeKind.Unspecified);
        // Where the clocks show midnight twice, the day begins at the first.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        var start = new DateTimeOffset(midnight, offset);
        // Where they skip it, the offset from before gives the moment of the skip. .NET does not know of every skip, and gives the offset
        // from after it then.
        return midnight > DateTime.MinValue && TimeZoneInfo.ConvertTime(start, zone).DateTime != midnight
            ? new DateTimeOffset(midnight, zone.GetUtcOffset(midnight.AddTicks(-1)))
            : start;
    }

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
