using System.Text.Json;

namespace Attendance.Client.Internal;

/// <summary>Reads the links that name a meeting in their parameters: those to its page in a browser, to its options and to its
/// recap.</summary>
internal static class ParameterLink
{
    /// <summary>What the path of a meeting in a browser has.</summary>
    public const string InBrowser = "light-meetings";

    /// <summary>What the path of a meeting's options has.</summary>
    public const string Options = "meetingOptions";

    /// <summary>What the path of a meeting's recap has.</summary>
    public const string Recap = "meetingrecap";

    // As quoted-printable mail writes the equals sign, of which the rest is left before a value. No id of a chat or message, and no JSON in
    // base64, begins so.
    private const string EqualsSign = "3D";

    private const string Thread = "threadId";
    private const string Tenant = "tenantId";
    private const string Organizer = "organizerId";

    private static readonly string[] Names = [Organizer, Tenant, Thread];

    // Of clouds of their own, the name stands before that of the meeting.
    private static readonly string[] Clouds = ["gcch", "dod"];

    /// <summary>Returns the link, or null where the text holds none.</summary>
    public static JoinLink? Read(string text) =>
        First(text, InBrowser, static (host, link) => ReadCoordinates(host, link))
        ?? First(text, Options, static (host, link) => ReadNamed(host, link, withMessage: true))
        ?? First(text, Recap, static (host, link) => ReadNamed(host, link, withMessage: false));

    /// <summary>The parameters that a link to options or a recap lacks, or that are damaged.</summary>
    public static IEnumerable<string> Missing(string text, string path)
    {
        var link = Links(text, path).Select(static link => link.Text).FirstOrDefault() ?? "";
        return Names.Where(name => (name == Thread ? ThreadIn(link) : IdIn(link, name)) is null);
    }

    /// <summary>Whether a link is one to a recap in a channel or chat that goes on beyond the meeting.</summary>
    public static bool IsOfConversation(string text) =>
        Links(text, Recap).Any(static link => ThreadIn(link.Text) is { } thread && !IsOfMeeting(thread));

    /// <summary>Whether a link to a meeting in a browser has what should name the meeting.</summary>
    public static bool HasCoordinates(string text) => Links(text, InBrowser).Any(static link => CoordinatesIn(link.Text) is not null);

    private static JoinLink? First(string text, string path, Func<string, string, JoinLink?> read) =>
        Links(text, path).Select(link => read(link.Host, link.Text)).FirstOrDefault(static link => link is not null);

    private static IEnumerable<(string Host, string Text)> Links(string text, string path) =>
        JoinLinkText.Links(text, path).Select(static link => (link.Host, Cut(JoinLinkText.Visible(link.Path))));

    // What a recording is called stands in a link too, with blanks and all. So a link goes on behind the first of them, but not behind the
    // last of what is looked for, nor into the next link.
    private static string Cut(string link)
    {
        foreach (var path in new[] { InBrowser, Options, Recap, JoinLinkText.Long })
        {
            if (link.IndexOf(path, StringComparison.OrdinalIgnoreCase) is >= 0 and var next)
                link = link.Substring(0, next);
        }

        var last = Names.Max(name => Values(link, name).FirstOrDefault().Start);
        return link.IndexOfAny(MailText.Ends, last) is >= 0 and var end ? link.Substring(0, end) : link;
    }

    private static JoinLink? ReadNamed(string host, string link, bool withMessage) =>
        ThreadIn(link) is { } thread && IdIn(link, Tenant) is { } tenant && IdIn(link, Organizer) is { } organizer
        && Message(thread, withMessage && Only(link, "messageId") is { } value ? WithoutEqualsSign(value) : null) is { } message
            ? new JoinLink(host, thread, message, tenant, organizer)
            : null;

    private static JoinLink? ReadCoordinates(string host, string link)
    {
        if (CoordinatesIn(link) is not { } encoded || Base64Url.Decode(encoded) is not { } json)
            return null;

        try
        {
            using var document = JsonDocument.Parse(json);
            var coordinates = document.RootElement;
            if (coordinates.ValueKind is not JsonValueKind.Object)
                return null;

            if (Text(coordinates, "conversationId") is { } thread && JoinLinkText.IsThread(thread)
                && Id(Text(coordinates, Tenant)) is { } tenant && Id(Text(coordinates, Organizer)) is { } organizer
                && Message(thread, Text(coordinates, "messageId")) is { } message)
            {
                return new JoinLink(host, thread, message, tenant, organizer);
            }

            return MeetingIdText.Digits(Text(coordinates, "meetingCode") ?? "") is { } digits && MeetingIdText.IsMeetingId(digits)
                ? new JoinLink(digits)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is half a surrogate pair.
            return null;
        }
    }

    private static string? Text(JsonElement coordinates, string name) =>
        !coordinates.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    // In a channel the message tells one meeting from another, and nothing stands for one that is not said.
    private static string? Message(string thread, string? message) =>
        string.IsNullOrEmpty(message) ? IsOfMeeting(thread) ? "0" : null : JoinLinkText.IsMessage(message!) ? message : null;

    private static bool IsOfMeeting(string thread) =>
        thread.IndexOf(":meeting_", StringComparison.Ordinal) > 0
        && !thread.EndsWith("@thread.tacv2", StringComparison.OrdinalIgnoreCase);

    private static string? CoordinatesIn(string link) =>
        Values(link, "coords").Select(static value => WithoutEqualsSign(value.Text)).FirstOrDefault();

    private static string WithoutEqualsSign(string value) =>
        value.StartsWith(EqualsSign, StringComparison.Ordinal) ? value.Substring(EqualsSign.Length) : value;

    private static string? ThreadIn(string link)
    {
        if (Only(link, Thread) is not { } value)
            return null;

        var thread = WithoutEqualsSign(value);

        // Links to options have no colons.
        if (thread.StartsWith("19_", StringComparison.Ordinal))
            thread = $"19:{thread.Substring(3)}";
        foreach (var cloud in Clouds)
        {
            if (thread.StartsWith($"19:{cloud}_", StringComparison.Ordinal))
                thread = $"19:{cloud}:{thread.Substring(cloud.Length + 4)}";
        }

        return JoinLinkText.IsThread(thread) ? thread : null;
    }

    private static string? IdIn(string link, string name) =>
        Only(link, name) is { } value ? Id(value) ?? Id(WithoutEqualsSign(value)) : null;

    private static string? Id(string? value) => Guid.TryParse(value, out var id) ? id.ToString() : null;

    // A name that stands there twice, with other values, is in doubt.
    private static string? Only(string link, string name)
    {
        var values = Values(link, name).Select(static value => value.Text).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return values.Count == 1 ? values[0].TrimEnd('.', '_', '-', ':') : null;
    }

    private static IEnumerable<(int Start, string Text)> Values(string link, string name)
    {
        for (
            var at = link.IndexOf($"{name}=", StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = link.IndexOf($"{name}=", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || link[at - 1] is not ('?' or '&'))
                continue;

            var start = at + name.Length + 1;
            var end = start;
            while (end < link.Length && IsOfValue(link[end]))
                end++;

            yield return (start, link.Substring(start, end - start));
        }
    }

    private static bool IsOfValue(char letter) =>
        letter is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' or ':' or '.' or '_' or '-' or '@' or '+' or '/';
}
