namespace Attendance.Client.Testing;

/// <summary>A meeting with all that Graph knows of it; compares by value, lists included.</summary>
public sealed record MeetingData
{
    /// <summary>The meeting; its <see cref="OnlineMeeting.Source"/> is where the reports are.</summary>
    public OnlineMeeting Meeting { get; init; } = new();

    /// <summary>The meeting as it stands in the organizer's calendar, once for each occurrence.</summary>
    public IReadOnlyList<CalendarMeeting> Occurrences { get; init; } = [];

    /// <summary>The report of each session, records included.</summary>
    public IReadOnlyList<AttendanceReport> Reports { get; init; } = [];

    /// <summary>Whether two meetings hold the same.</summary>
    public bool Equals(MeetingData? other) =>
        other is not null
            && Meeting == other.Meeting && Occurrences.SequenceEqual(other.Occurrences) && Reports.SequenceEqual(other.Reports);

    /// <inheritdoc/>
    public override int GetHashCode() => Meeting.GetHashCode();
}
