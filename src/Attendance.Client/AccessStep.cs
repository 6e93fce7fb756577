namespace Attendance.Client;

/// <summary>A step towards a report, and whether it is passed.</summary>
/// <param name="Kind">Which step it is.</param>
/// <param name="Outcome">What is known of it.</param>
/// <param name="Detail">What was seen: ids, permissions and times, but never a token or a name.</param>
/// <param name="Remedy">What to do, with each command and each page to open on a line of its own, or null where there is none.</param>
public sealed record AccessStep(AccessStepKind Kind, AccessOutcome Outcome, string Detail, string? Remedy = null);
