namespace Attendance.Cli;

/// <summary>An argument of a command that the user is told to run.</summary>
internal static class Argument
{
    private const string Plain = "-_.:/@=+%";

    /// <summary>The argument in quotes, where a shell would not read it as it is.</summary>
    public static string Quoted(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
