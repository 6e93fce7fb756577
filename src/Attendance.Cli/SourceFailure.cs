using System.CommandLine;

namespace Attendance.Cli;

/// <summary>One of many sources that could not be read.</summary>
/// <param name="Line">The line that names it.</param>
/// <param name="Lines">What to tell the user.</param>
internal sealed record SourceFailure(SourceLine Line, IReadOnlyList<string> Lines)
{
    private const string ErrorPrefix = "error: ";

    /// <summary>The failure that an exception stands for, or null for what stops the others too: cancellation, a sign-in that fails, or a bug.</summary>
    public static SourceFailure? Of(SourceLine line, Exception exception, Command command, CancellationToken cancellationToken) => exception switch
    {
        _ when cancellationToken.IsCancellationRequested => null,
        UsageException usage => new SourceFailure(line, [$"{ErrorPrefix}{usage.Message}"]),
        Azure.Identity.AuthenticationFailedException => null,
        _ when Failure.Of(exception, command, cancellationToken) is { } failure => new SourceFailure(line, LinesOf(line, failure)),
        _ => null,
    };

    private static string[] LinesOf(SourceLine line, Failure failure) =>
        [$"{ErrorPrefix}{line}, {CellText.Of(line.Text)}: {failure.Lines[0][ErrorPrefix.Length..]}", .. failure.Lines.Skip(1)];
}
