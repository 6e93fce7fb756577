using System.Text.RegularExpressions;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The webinar or town hall that an option names: by its id, or by an address that has the id in it.</summary>
/// <param name="Id">Id of the webinar or town hall.</param>
/// <param name="SessionId">Id of the session that the address goes on to, or null where it names none.</param>
/// <param name="GoesOnToReport">Whether the address goes on to reports of that session.</param>
internal sealed partial record EventAddress(string Id, string? SessionId, bool GoesOnToReport)
{
    private const int MaxLayers = 3;

    /// <summary>Whether a text is the address of an event's page, by which people join or register.</summary>
    public static bool IsPage(string text) => PageIn(text).Success;

    /// <summary>The event that a text is the address of, with its kind where the address tells that, or null for any other text.</summary>
    public static (EventAddress Address, VirtualEventKind? Kind)? Find(string text)
    {
        if (PageIn(text) is { Success: true } page)
            return (new EventAddress(page.Groups["id"].Value, SessionId: null, GoesOnToReport: false), null);

        var path = text.Contains('/', StringComparison.Ordinal) ? text : Uri.UnescapeDataString(text);
        if (GraphPath().Match(path) is not { Success: true } found)
            return null;

        var isWebinar = found.Groups["kind"].Value.Equals("webinars", StringComparison.OrdinalIgnoreCase);
        return (
            new EventAddress(
                IdOf(found, "id")!, IdOf(found, "session"), path.Contains("/attendanceReports", StringComparison.OrdinalIgnoreCase)),
            isWebinar ? VirtualEventKind.Webinar : VirtualEventKind.Townhall);
    }

    /// <summary>The event that the value of an option names.</summary>
    /// <exception cref="UsageException">It is an address of something else.</exception>
    public static EventAddress Read(string option, VirtualEventKind kind, string text)
    {
        if (Find(text) is var (address, known))
        {
            return known is null || known == kind
                ? address
                : throw new UsageException(
                    $"{option} takes a {CellText.Of(kind)}, and \"{Quote(text)}\" is the address of a " +
                    $"{CellText.Of(known.Value)}. Pass it to {(known is VirtualEventKind.Webinar ? "--webinar" : "--townhall")}.");
        }

        var path = text.Contains('/', StringComparison.Ordinal) ? text : Uri.UnescapeDataString(text);
        if (path.Contains("onlineMeetings", StringComparison.OrdinalIgnoreCase) && path.Contains('/', StringComparison.Ordinal))
        {
            throw new UsageException(
                $"{option} takes a {CellText.Of(kind)}, and \"{Quote(text)}\" is the address of a meeting. Pass it to --meeting.");
        }

        if (!path.Contains("://", StringComparison.Ordinal))
            return new EventAddress(text, SessionId: null, GoesOnToReport: false);

        throw JoinLink.TryParse(text, out _)
            ? new UsageException(
                $"{option} takes a {CellText.Of(kind)}, and \"{Quote(text)}\" is a link to a meeting. Pass it to --meeting. " +
                $"The ids are what attendance {option[2..]}s lists.")
            : new UsageException(
                $"{option} takes an id, and \"{Quote(text)}\" is a URL without one. The ids are what attendance {option[2..]}s lists.");
    }

    private static string Quote(string text) => CellText.Of(CellText.Short(text));

    private static string? IdOf(Match found, string group) =>
        found.Groups[group] is { Success: true } id ? Uri.UnescapeDataString(id.Value) : null;

    // Mail wraps an address, and encodes it each time.
    private static Match PageIn(string text)
    {
        var page = Page().Match(text);
        for (var layer = 0; layer < MaxLayers && !page.Success; layer++)
        {
            text = Uri.UnescapeDataString(text);
            page = Page().Match(text);
        }

        return page;
    }

    [GeneratedRegex(
        "(?:^|/|=)events[.]teams[.][a-z.]+/event/(?<id>[0-9a-f-]{36}@[0-9a-f-]{36})(?![0-9a-f-])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Page();

    [GeneratedRegex(
        "(?:^|/)(?<kind>webinars|townhalls)(?:/|\\(')(?<id>[^/?#']+)(?:'\\))?(?:/sessions(?:/|\\(')(?<session>[^/?#']+))?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GraphPath();
}
