using System.CommandLine;
using System.Text.RegularExpressions;
using Attendance.Client;
using Attendance.Client.Archive;
using Attendance.Client.Internal;
using Azure.Identity;

namespace Attendance.Cli;

/// <summary>An exception as the user gets to see it: what failed, why, and what to do.</summary>
/// <param name="ExitCode">The exit code that goes with it.</param>
/// <param name="Lines">The lines to print.</param>
internal sealed partial record Failure(int ExitCode, IReadOnlyList<string> Lines)
{
    /// <summary>What it means where no way of the default one has a sign-in.</summary>
    public const string NobodySignedIn =
        "Nobody is signed in: neither environment variables nor a managed identity nor the Azure CLI have a sign-in.";

    private static readonly Dictionary<string, string> OptionsByParameter = new(StringComparer.Ordinal)
    {
        ["meetingId"] = "--meeting",
        ["userId"] = "--user",
        ["webinarId"] = "--webinar",
        ["townhallId"] = "--townhall",
        ["eventId"] = "--webinar or --townhall",
        ["sessionId"] = "--session",
        ["reportId"] = "--report",
        ["options"] = "--endpoint",
        ["organizerIds"] = "--organizer",
        ["joinWebUrl"] = "--meeting",
    };

    /// <summary>The failure that the exception stands for, or null for one that only a bug explains.</summary>
    public static Failure? Of(Exception exception, Command command, CancellationToken cancellationToken) => exception switch
    {
        // A credential may wrap a cancellation in an exception of its own, so the token is asked first.
        _ when cancellationToken.IsCancellationRequested => new(Cli.ExitCode.Cancelled, ["Cancelled."]),
        UsageException usage => BadUsage(usage.Message, command),
        ArgumentException { ParamName: { } parameter } argument when OptionsByParameter.TryGetValue(parameter, out var option) =>
            BadUsage(
                $"{option} is refused. {InOptions(argument.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal))}",
                command),
        ArchiveException broken => new(Cli.ExitCode.RequestFailed, LinesOf(broken.Message, broken.Remedy)),
        AttendanceRequestException refused => new(Cli.ExitCode.RequestFailed, LinesOf(refused)),
        FailureException failed => new(Cli.ExitCode.RequestFailed, [$"error: {failed.Message}", $"what to do: {failed.Remedy}"]),
        // Of a profile, which asks nobody by itself.
        AuthenticationRequiredException ended => new(
            Cli.ExitCode.RequestFailed,
        [
            $"error: The sign-in that was kept is of no use any longer.{CauseOf(ended)}",
            "what to do: Sign in again: attendance login, with the same --profile where the command has one.",
        ]),
        // The way that tries all others has a line of each, of which none says what to do.
        CredentialUnavailableException { Message: var message } failed when message.Contains('\n', StringComparison.Ordinal) => new(
            Cli.ExitCode.RequestFailed,
        [
            $"error: {NobodySignedIn}",
            SignInRemedy(failed),
            "See: attendance help sign-in. --auth managed or --auth cli alone tell why that way fails.",
        ]),
        AuthenticationFailedException failed when SignInFailure.Of(failed) is { Remedy: { } remedy, Detail: var detail } => new(
            Cli.ExitCode.RequestFailed, [$"error: Sign-in failed. {CellText.Of(detail)}", $"what to do: {remedy}"]),
        AuthenticationFailedException failed => new(
            Cli.ExitCode.RequestFailed, [$"error: Sign-in failed. {MessageOf(failed)}", SignInRemedy(failed)]),
        OperationCanceledException
            or HttpRequestException { InnerException: TimeoutException or HttpRequestException { InnerException: TimeoutException } } =>
            new(Cli.ExitCode.RequestFailed,
        [
            "error: The service did not answer in time.",
            "what to do: Try again later. Where it stays, check the network and the proxy (HTTPS_PROXY).",
        ]),
        HttpRequestException broken => new(Cli.ExitCode.RequestFailed,
        [
            $"error: The connection failed. {broken.Message}",
            "what to do: Check the network, the proxy (HTTPS_PROXY) and, where they are used, --endpoint and --cloud.",
        ]),
        // What else is read or written has errors of its own, so that this is standard output.
        IOException or UnauthorizedAccessException => new(Cli.ExitCode.RequestFailed,
        [
            $"error: The output could not be written. {exception.Message}",
            "what to do: Check the disk and the permissions of what the output goes to.",
        ]),
        _ => null,
    };

    /// <summary>The lines for an answer that is no success.</summary>
    public static IReadOnlyList<string> LinesOf(AttendanceRequestException exception)
    {
        var lines = LinesOf(exception.Message, exception.Remedy);
        if (exception.RequestId is not null)
            lines.Add($"request-id: {exception.RequestId}");
        else if (exception.ClientRequestId is not null)
            lines.Add($"client-request-id: {exception.ClientRequestId}");

        return lines;
    }

    private static List<string> LinesOf(string message, string? remedy)
    {
        if (remedy is null)
            return [$"error: {message}"];

        if (message.EndsWith(remedy, StringComparison.Ordinal))
            message = message[..^remedy.Length].TrimEnd();
        return [$"error: {message}", $"what to do: {remedy}"];
    }

    // What the library advises, as the tool has it.
    private static string InOptions(string message) => message
        .Replace("read a whole address with AttendanceSource.Parse", "pass a whole address to --source", StringComparison.Ordinal)
        .Replace(
            "Find the meeting with FindMeetingAsync, and take its Source or its Id.", "Pass it to --meeting.", StringComparison.Ordinal);

    private static Failure BadUsage(string message, Command command)
    {
        var name = command is RootCommand ? "attendance" : $"attendance {CommandExamples.NameOf(command)}";
        return new Failure(Cli.ExitCode.BadUsage, [$"error: {message}", $"See: {name} --help"]);
    }

    private static string MessageOf(AuthenticationFailedException failed)
    {
        // The guides are for programmers, and ten of them hide what is said between them.
        var message = TroubleshootingGuide().Replace(failed.Message, "").Trim();

        // Of an authority's refusal, Azure.Identity keeps the text to the inner exception.
        return message.EndsWith(':') ? $"{message} {failed.InnerException?.Message}" : message;
    }

    // The authority's own text, without what only its support can read.
    private static string CauseOf(AuthenticationRequiredException ended) =>
        ended.InnerException?.Message is { } cause && cause.StartsWith("AADSTS", StringComparison.Ordinal)
            ? $" {CellText.Of(cause.Split('\n')[0].Split(" Trace ID:")[0])}"
            : "";

    [GeneratedRegex(
        "\\s*See the troubleshooting guide for more information\\. https://\\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TroubleshootingGuide();

    private static string SignInRemedy(AuthenticationFailedException failed) => failed is CredentialUnavailableException
        ? "what to do: Sign in with attendance login --tenant <id> --client-id <id>, " +
            "or choose another way with --auth, or use az login --service-principal. attendance demo needs no sign-in."
        : "what to do: Check the network, --tenant, " +
            "--client-id, --cloud and the secret, or choose another way with --auth, such as device where no browser opens.";
}
