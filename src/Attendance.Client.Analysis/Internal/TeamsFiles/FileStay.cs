namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>A stay as a file has it.</summary>
/// <param name="Joined">When it began, or null where the file does not say.</param>
/// <param name="Left">When it ended, or null where the file does not say.</param>
/// <param name="Stated">The length that the file states, or null.</param>
internal sealed record FileStay(LocalTime? Joined, LocalTime? Left, TimeSpan? Stated = null)
{
    /// <summary>Its length by the clock or else as stated, or null where neither is known.</summary>
    public TimeSpan? Length =>
        Joined is { } from && Left is { } to && (from.IsCertain || from.Time.Date == to.Time.Date) && to.Time >= from.Time
            ? to.Time - from.Time
            : Stated;
}
