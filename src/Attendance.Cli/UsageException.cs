namespace Attendance.Cli;

/// <summary>The command line asks for something that cannot be done. The message names the option, the cause and the cure.</summary>
internal sealed class UsageException(string message) : Exception(message);
