namespace Attendance.Client.Analysis;

/// <summary>One session in a file from Teams.</summary>
public sealed record TeamsFileSession
{
    /// <summary>Which kind of file it was read from.</summary>
    public TeamsFileKind Kind { get; init; }

    /// <summary>Title of the meeting, on one line; null where the file has none, as event lists never do.</summary>
    public string? Title { get; init; }

    /// <summary>The meeting's UUID as reports of 2021 and 2022 have it, which is no id of Graph; null in all other files.</summary>
    public string? MeetingId { get; init; }

    /// <summary>Who attended. Its <see cref="AttendanceReport.Records"/> are null where the file was cut before it names anybody.</summary>
    public AttendanceReport Report { get; init; } = new();
}
