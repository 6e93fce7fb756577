namespace Attendance.Cli;

/// <summary>A value of a sign-in, with what the user knows it by: an option, a variable or a profile.</summary>
internal sealed record Setting(string Name, string Value);
