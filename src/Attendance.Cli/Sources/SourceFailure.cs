using System.CommandLine;
using Azure.Identity;

namespace Attendance.Cli;

/// <summary>One of many sources that could not be read.</summary>
/// <param name="Line">The line that names it.</param>
/// <param name="Lines">What to tell the user.</param>
internal sealed record SourceFailure(SourceLine Line, IReadOnlyList<string> Lines)
{
    private const string ErrorPrefix = "error: ";

    /// <summary>The failure that an exception stands for, or null for what stops the others too: cancellation, a sign-in that fails, or a
    /// bug.</summary>
    public static SourceFailure? Of(SourceLine line, Exception exception, Command command, CancellationToken cancellationToken)
    {
        if (exception is AuthenticationFailedException
            || Failure.Of(exception, command, cancellationToken) is not { ExitCode: not ExitCode.Cancelled } failure)
        {
            return null;
        }

        var message = failure.Lines[0][ErrorPrefix.Length..];
        var name = message.StartsWith($"{line}:", StringComparison.Ordinal) ? "" : $"{line}, {CellText.Of(CellText.Short(line.Text))}: ";

        // Of wrong usage, the other line points to the help, which is about options.
        return new SourceFailure(
            line, [$"{ErrorPrefix}{name}{message}", .. failure.ExitCode == ExitCode.BadUsage ? [] : failure.Lines.Skip(1)]);
    }
}
