using System.Diagnostics.CodeAnalysis;
using System.Net;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>How to join a Teams meeting: a join link, or the meeting ID of its invitation.</summary>
/// <remarks>
/// Links to one meeting are equal in whatever form they were pasted. A short link says no more than the meeting ID, so it equals that, but
/// no long link. See <see href="https://learn.microsoft.com/graph/api/onlinemeeting-get"/>.
/// </remarks>
public sealed record JoinLink
{
    internal JoinLink(string joinMeetingId) => JoinMeetingId = joinMeetingId;

    internal JoinLink(string host, string threadId, string messageId, string tenantId, string organizerId)
    {
        ThreadId = threadId;
        TenantId = tenantId;
        OrganizerId = organizerId;

        // Channels that are older than their own kind of thread are told from chats by the message that the meeting is a reply to.
        IsChannelMeeting = threadId.EndsWith("@thread.tacv2", StringComparison.OrdinalIgnoreCase)
            || (threadId.EndsWith("@thread.skype", StringComparison.OrdinalIgnoreCase)
                && messageId != "0"
                && threadId.IndexOf("meeting_", StringComparison.Ordinal) < 0);
        var context = $"%7b%22Tid%22%3a%22{tenantId}%22%2c%22Oid%22%3a%22{organizerId}%22%7d";
        JoinWebUrl = $"https://{host}/l/meetup-join/{WebUtility.UrlEncode(threadId).Replace("%3A", "%3a")}/{messageId}?context={context}";
    }

    /// <summary>The long join link in the form that Microsoft Graph holds, <c>joinWebUrl</c>, or null where only the meeting ID is
    /// known.</summary>
    public string? JoinWebUrl { get; }

    /// <summary>Digits of the meeting ID, <c>joinMeetingId</c> in Microsoft Graph, or null for a long link.</summary>
    public string? JoinMeetingId { get; }

    /// <summary>Id of the meeting's chat, or null where only the meeting ID is known.</summary>
    public string? ThreadId { get; }

    /// <summary>Id of the organizer's tenant, or null where only the meeting ID is known.</summary>
    public string? TenantId { get; }

    /// <summary>Object id of the organizer, or null where only the meeting ID is known.</summary>
    public string? OrganizerId { get; }

    /// <summary>Whether the meeting takes place in a channel of a team; false where only the meeting ID is known.</summary>
    public bool IsChannelMeeting { get; }

    /// <summary>Reads a long or short join link, a meeting ID, or a link to a meeting's options, its recap or its page in a browser, also
    /// with a label, encoded too often, within an invitation, or wrapped by what protects mail.</summary>
    /// <exception cref="FormatException">The text does not say how to join a meeting of a work or school account; the message says what it
    /// is, and what to take instead.</exception>
    public static JoinLink Parse(string text) =>
        JoinLinkText.Read(text ?? throw new ArgumentNullException(nameof(text))) ?? throw new FormatException(JoinLinkFault.Of(text));

    /// <summary>Reads a join link as <see cref="Parse"/> does, and returns false where the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JoinLink? link)
    {
        link = text is null ? null : JoinLinkText.Read(text);
        return link is not null;
    }

    /// <summary>Whether both lead to the same meeting by the same way, a long link or a meeting ID.</summary>
    public bool Equals(JoinLink? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The long join link, or else the meeting ID.</summary>
    public override string ToString() => JoinWebUrl ?? JoinMeetingId!;
}
