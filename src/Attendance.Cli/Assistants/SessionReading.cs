namespace Attendance.Cli;

/// <summary>What a question about one session finds.</summary>
/// <param name="Session">The session, or null where there is none.</param>
internal sealed record SessionReading(SessionSummary? Session);
