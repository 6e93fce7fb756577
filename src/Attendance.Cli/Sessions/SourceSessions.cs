namespace Attendance.Cli;

/// <summary>The sessions of a source that are wanted, in order of time.</summary>
/// <param name="Source">Where they took place.</param>
/// <param name="ReportCount">Number of reports that the source has, also of sessions that are not wanted.</param>
/// <param name="Notes">What the user has to be told of its reports.</param>
/// <param name="Sessions">The sessions.</param>
internal sealed record SourceSessions(
    NamedSource Source, int ReportCount, IReadOnlyList<string> Notes, IReadOnlyList<SessionSummary> Sessions);
