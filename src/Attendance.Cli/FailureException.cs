namespace Attendance.Cli;

/// <summary>What was asked for cannot be had, though the command line is right and Graph has answered.</summary>
internal sealed class FailureException(string message, string remedy) : Exception(message)
{
    /// <summary>What the user can do about it.</summary>
    public string Remedy { get; } = remedy;
}
