using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Finds the meeting of a join link.</summary>
internal static class MeetingLookUp
{
    // What Teams and Outlook show in place of the id of a meeting.
    private static readonly string[] OtherIds = ["19:", "MCMxOT", "AAMk", "AQMk", "AAQk"];
    private static readonly string[] OtherHosts = ["://teams.", "://outlook."];

    /// <summary>The meeting, which has a source.</summary>
    /// <exception cref="FailureException">Graph finds no such meeting.</exception>
    public static async Task<OnlineMeeting> FindAsync(
        AttendanceClient client, Organizer organizer, JoinLink link, CancellationToken cancellationToken)
    {
        var meeting = await client.FindMeetingAsync(organizer, link, cancellationToken).ConfigureAwait(false);
        return meeting is { Source: not null } ? meeting : throw new FailureException(
            $"Graph finds no meeting {link} of {organizer}. " +
            "It looks among the meetings that this user organizes, and not among those that have expired.",
            "Check the link. Where somebody else organizes the meeting, " +
            "an application may ask for that user, whose object id goes to --user; or else let the organizer ask.");
    }

    /// <summary>The link that a text holds.</summary>
    /// <param name="name">The option that the text was given to, or null for what needs no name.</param>
    /// <param name="text">What should hold the link.</param>
    /// <exception cref="UsageException">It holds none.</exception>
    public static JoinLink ReadLink(string? name, string text)
    {
        try
        {
            return JoinLink.Parse(text);
        }
        catch (FormatException exception)
        {
            var message = exception.Message
                .Replace("AttendanceSource.Meeting", "--meeting of the other commands", StringComparison.Ordinal)
                .Replace(
                    "Read that event from Microsoft Graph, and take its onlineMeeting.joinUrl.",
                    "attendance calendar lists the events of a time with their join links: pass that link.", StringComparison.Ordinal);
            throw new UsageException(name is null ? message : $"{name}: {message}");
        }
    }

    /// <summary>Whether a text is a join link, or one that users take for one or for the id of a meeting, of which <see cref="ReadLink"/>
    /// says more.</summary>
    public static bool IsMeantAsLink(string text) =>
        JoinLink.TryParse(text, out _)
        || IsNumber(text)
        || Array.Exists(OtherHosts, host => text.Contains(host, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(OtherIds, prefix => Uri.UnescapeDataString(text).StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsNumber(string text) =>
        text.Any(char.IsAsciiDigit) && text.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-');
}
