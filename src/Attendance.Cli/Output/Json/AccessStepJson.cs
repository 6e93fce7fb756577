namespace Attendance.Cli.Json;

/// <summary>A step towards a report.</summary>
internal sealed record AccessStepJson(string Step, string Outcome, string Detail, string? Remedy);
