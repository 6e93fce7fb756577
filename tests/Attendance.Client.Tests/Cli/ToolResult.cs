namespace Attendance.Client.Tests.Cli;

internal sealed record ToolResult(int ExitCode, string Output, string Error);
