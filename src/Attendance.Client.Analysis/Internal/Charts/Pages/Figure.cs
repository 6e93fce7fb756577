namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>A figure with its name and what qualifies it, which is empty for nothing.</summary>
internal sealed record Figure(string Name, string Value, string More);
