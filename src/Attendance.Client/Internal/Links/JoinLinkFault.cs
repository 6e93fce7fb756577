using System.Globalization;

namespace Attendance.Client.Internal;

/// <summary>Says what a text is that holds no <see cref="JoinLink"/>, and where to find one.</summary>
internal static class JoinLinkFault
{
    private const string WithoutMeetingId = "is a join link without a meeting ID of 10 to 18 digits";
    private const string OfMeeting = "is the id of the meeting itself already";

    public static string Of(string text)
    {
        const int MaxExcerpt = 40;
        var (what, cure) = Diagnose(MailText.Unwrap(text));
        text = text.Trim();
        if (text.Length > MaxExcerpt)
            text = text.Substring(0, MaxExcerpt) + "…";

        return "\"" + BodyExcerpt.Clean(text, token: null)
            + "\" " + what + ". " + (cure ?? "Copy the join link or the meeting ID from the meeting's invitation.");
    }

    /// <summary>Of what else than a meeting the id is, and where to find the meeting, or null where the id does not tell.</summary>
    public static string? OfId(string id) => DiagnoseId(id) is { } fault && fault.What != OfMeeting
        ? fault.What + ". " + (fault.Cure ?? "Look the meeting up by its join link, with FindMeetingAsync.")
        : null;

    private static (string What, string? Cure) Diagnose(string text) => text switch
    {
        "" => ("is empty", null),
        _ when JoinLinkText.IsPersonal(text) =>
            ("is a meeting of a personal account", "Microsoft Graph serves only meetings of work and school accounts."),
        _ when JoinLinkText.Links(text, JoinLinkText.Long).Any(static link => IsNumber(link.Path)) => (WithoutMeetingId, null),
        _ when JoinLinkText.Links(text, JoinLinkText.Long).Any() => Has(text, "context=")
            ? ("is a join link whose thread id or context is damaged", null)
            : ("is a join link that was cut off before its context, which names the organizer", null),
        _ when JoinLinkText.Links(text, JoinLinkText.Short).Any() => (WithoutMeetingId, null),
        _ when JoinLinkText.Links(text, ParameterLink.InBrowser).Any() => ParameterLink.HasCoordinates(text)
            ? ("is the address of a meeting in a browser, whose coords are damaged", null)
            : ("is the address of a meeting in a browser, without the coords that say which meeting it is", null),
        _ when JoinLinkText.Links(text, ParameterLink.Recap).Any() && ParameterLink.IsOfConversation(text) =>
            (
                "is a link to the recap of a meeting in a channel or group chat, and does not say which of its meetings it was",
                "Copy the join link from the meeting's post there, or from the calendar."),
        _ when JoinLinkText.Links(text, ParameterLink.Options).Any() => (Lacking(text, ParameterLink.Options, "options"), null),
        _ when JoinLinkText.Links(text, ParameterLink.Recap).Any() => (Lacking(text, ParameterLink.Recap, "recap"), null),
        _ when Has(text, "mimecast") || Has(text, "protection.sophos.com") =>
            (
                "is a link that is wrapped by what protects mail, in a way that cannot be undone",
                "Open it in a browser, and copy the address that it leads to."),
        _ when Has(text, "events.teams.microsoft.com") || Has(text, "/registration/") || Has(text, "/convene/") =>
            (
                "is the page of a webinar or town hall",
                "Find the event with GetWebinarsAsync or GetTownhallsAsync, and what was attended with GetSessionsAsync."),
        _ when Has(text, "://outlook.") => ("is a link to Outlook", null),
        _ when Has(text, "://") => ("is a link, but not one to join a Teams meeting", null),
        _ when DiagnoseId(text) is { } id => id,
        _ when MeetingIdText.Digits(MeetingIdText.WithoutPasscode(text)) is { } digits && !MeetingIdText.IsMeetingId(digits) =>
            ("has " + digits.Length.ToString(CultureInfo.InvariantCulture) + " digits, where a meeting ID has 10 to 18", null),
        _ => ("is neither a join link nor a meeting ID", null),
    };

    private static string Lacking(string text, string path, string what)
    {
        string[] missing = [.. ParameterLink.Missing(text, path)];
        return missing.Length == 0
            ? $"is a link to the {what} of a meeting whose messageId is missing or damaged"
            : $"is a link to the {what} of a meeting whose {string.Join(" and ", missing)} {(missing.Length == 1 ? "is" : "are")} " +
                "missing or damaged";
    }

    private static bool IsNumber(string path)
    {
        var digits = path.TakeWhile(static letter => letter is >= '0' and <= '9').Count();
        return digits > 2 && (digits == path.Length || path[digits] is '?' or '/' or '&' or '#');
    }

    private static bool Has(string text, string part) => JoinLinkText.After(text, part) is not null;

    private static (string What, string? Cure)? DiagnoseId(string text)
    {
        return text switch
        {
            _ when Guid.TryParse(text.Split('@')[0], out _)
                && Guid.TryParse(text.Substring(text.IndexOf('@') + 1), out _) && Has(text, "@") =>
                ("is the id of a webinar or a town hall", "Pass it to GetSessionsAsync."),
            _ when Starts("19:") && Has(text, "@") => ("is the id of a chat, by which Microsoft Graph finds no meeting", null),

            // Base64 of "0#19:", and of "1*" before the organizer's id.
            _ when Starts("MCMxOT") =>
                ("is the id of a chat in the form that Teams gives to apps, by which Microsoft Graph finds no meeting", null),
            _ when Starts("MSo") || Starts("MSp") || Has(text, "_19:") => (OfMeeting, "Pass it to AttendanceSource.Meeting."),
            _ when Starts("AAMk") || Starts("AQMk") || Starts("AAQk") =>
                ("is the id of a calendar event", "Read that event from Microsoft Graph, and take its onlineMeeting.joinUrl."),
            _ when Starts("040000008200E00") => (
                "is the iCalUId of a calendar event",
                "Read the event that has it from Microsoft Graph, and take its onlineMeeting.joinUrl."),
            _ => null,
        };

        bool Starts(string prefix) => text.StartsWith(prefix, StringComparison.Ordinal);
    }
}
