namespace Attendance.Client.Analysis.Internal;

/// <summary>Durations as exports give them: a number to add up, where a spreadsheet would take hours and minutes for a time of
/// day.</summary>
internal static class WholeSeconds
{
    public static long Of(TimeSpan duration) => (long)Math.Round(duration.TotalSeconds, MidpointRounding.AwayFromZero);

    public static long? Of(TimeSpan? duration) => duration is { } known ? Of(known) : null;
}
