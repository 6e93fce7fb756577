namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>What the rows of a table are.</summary>
internal enum TableKind
{
    Unknown,
    Events,
    LiveEvent,
    Stays,
    Participants,
    Engagement,
    Registrations,
}
