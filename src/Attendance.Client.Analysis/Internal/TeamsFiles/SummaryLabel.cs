namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>What a row of a summary says.</summary>
internal enum SummaryLabel
{
    Unknown,
    Beginning,
    Title,
    Attended,
    Start,
    End,
    Duration,
    Average,
    MeetingId,
}
