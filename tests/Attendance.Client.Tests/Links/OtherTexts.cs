using static Attendance.Client.Tests.LinkSamples;

namespace Attendance.Client.Tests;

/// <summary>Texts that are no join link, and what is said of them.</summary>
public class OtherTexts
{
    private const string Personal = "is a meeting of a personal account. Microsoft Graph serves only meetings of work and school accounts.";
    private const string CutOff = $"is a join link that was cut off before its context, which names the organizer. {Copy}";
    private const string Damaged = $"is a join link whose thread id or context is damaged. {Copy}";
    private const string NoNumber = $"is a join link without a meeting ID of 10 to 18 digits. {Copy}";
    private const string OtherLink = $"is a link, but not one to join a Teams meeting. {Copy}";

    private const string Wrapped =
        "is a link that is wrapped by what protects mail, in a way that cannot be undone. " +
        "Open it in a browser, and copy the address that it leads to.";

    private const string EventPage =
        "is the page of a webinar or town hall. Find the event with GetWebinarsAsync or GetTownhallsAsync, " +
        "and what was attended with GetSessionsAsync.";
    private const string Chat = $"is the id of a chat, by which Microsoft Graph finds no meeting. {Copy}";

    private const string ChatOfApp =
        $"is the id of a chat in the form that Teams gives to apps, by which Microsoft Graph finds no meeting. {Copy}";
    private const string MeetingId = "is the id of the meeting itself already. Pass it to AttendanceSource.Meeting.";
    private const string Event = "is the id of a calendar event. Read that event from Microsoft Graph, and take its onlineMeeting.joinUrl.";
    private const string Neither = $"is neither a join link nor a meeting ID. {Copy}";

    private static readonly Parts Meeting = new(Link, JoinMeetingId: null, $"19:{Room}@thread.v2", Tenant, User, IsChannelMeeting: false);

    public static TheoryData<string, string> Mistakes => new()
    {
        { "", $"\"\" is empty. {Copy}" },
        { " \r\n\t", $"\"\" is empty. {Copy}" },
        { "<>", $"\"<>\" is empty. {Copy}" },

        { "https://teams.live.com/meet/9312345678901?p=gs3i", $"\"https://teams.live.com/meet/931234567890…\" {Personal}" },
        { $"https://teams.live.com/l/meetup-join/{MeetingPath}", $"\"https://teams.live.com/l/meetup-join/19%…\" {Personal}" },
        { "Join: https://teams.live.com/meet/9312345678901\nMeeting ID: 931 234 567 890 1",
            $"\"Join: https://teams.live.com/meet/931234…\" {Personal}" },

        { "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MGQ4", $"\"https://teams.microsoft.com/l/meetup-joi…\" {CutOff}" },
        { Link[..Link.IndexOf('?', StringComparison.Ordinal)], $"\"https://teams.microsoft.com/l/meetup-joi…\" {CutOff}" },
        { $"{Link[..Link.IndexOf('?', StringComparison.Ordinal)]}?context", $"\"https://teams.microsoft.com/l/meetup-joi…\" {CutOff}" },
        { $"{Link[..Link.IndexOf('?', StringComparison.Ordinal)]}?anon=true", $"\"https://teams.microsoft.com/l/meetup-joi…\" {CutOff}" },
        { Link[..^20], $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace(Context, "%7b%7d"), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace(User, "me"), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace("19%3a", ""), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace("%40thread.v2", ""), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace("/0?", "/x?"), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { $"{Link[..Link.IndexOf('?', StringComparison.Ordinal)]}?anon=true, not {Link[..^20]}",
            $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace("/0?", "/123456789012345678901?"), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace("NTQ2", "NT\0Q2"), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace("NTQ2", "NT%ED%A0%80Q2"), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace("NTQ2", "NT<wbr>Q2"), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { Link.Replace("NTQ2", "NT=Q2"), $"\"https://teams.microsoft.com/l/meetup-joi…\" {Damaged}" },
        { "https://teams.microsoft.com/meet/?p=gs3i", $"\"https://teams.microsoft.com/meet/?p=gs3i\" {NoNumber}" },
        { "https://teams.microsoft.com/meet/123", $"\"https://teams.microsoft.com/meet/123\" {NoNumber}" },
        { "https://teams.microsoft.com/meet/264183392744150x", $"\"https://teams.microsoft.com/meet/2641833…\" {NoNumber}" },
        { "https://teams.microsoft.com/meet/264183392744-150", $"\"https://teams.microsoft.com/meet/2641833…\" {NoNumber}" },
        { "https://teams.microsoft.com/meet/2641833927…", $"\"https://teams.microsoft.com/meet/2641833…\" {NoNumber}" },
        { "https://teams.microsoft.com/meet/2641833927...", $"\"https://teams.microsoft.com/meet/2641833…\" {NoNumber}" },
        { "https://teams.microsoft.com/meet/user@contoso.com", $"\"https://teams.microsoft.com/meet/user@co…\" {NoNumber}" },

        { Link.Replace("microsoft.com", "microsoft.com.contoso.com"), $"\"https://teams.microsoft.com.contoso.com/…\" {OtherLink}" },
        { $"https://contoso.com/l/meetup-join/{MeetingPath}", $"\"https://contoso.com/l/meetup-join/19%3am…\" {OtherLink}" },
        { $"https://teams.microsoft.com.contoso.com/?x=teams.microsoft.com&u=https://contoso.com/l/meetup-join/{MeetingPath}",
            $"\"https://teams.microsoft.com.contoso.com/…\" {OtherLink}" },
        { $"https://teams.microsoft.com@contoso.com/l/meetup-join/{MeetingPath}",
            $"\"https://teams.microsoft.com@contoso.com/…\" {OtherLink}" },
        { "Help: https://teams.microsoft.com/help\nJoin: https://contoso.webex.com/meet/1234567890",
            $"\"Help: https://teams.microsoft.com/help J…\" {OtherLink}" },
        { "https://zoom.us/j/12345678901\nMeeting ID: 123 4567 8901", $"\"https://zoom.us/j/12345678901 Meeting ID…\" {OtherLink}" },
        { "https://contoso.webex.com/meet/1234567890", $"\"https://contoso.webex.com/meet/123456789…\" {OtherLink}" },
        { "https://us02web.zoom.us/j/12345678901?pwd=xyz", $"\"https://us02web.zoom.us/j/12345678901?pw…\" {OtherLink}" },
        { "https://teams.microsoft.com/l/chat/19%3ameeting_x%40thread.v2/0", $"\"https://teams.microsoft.com/l/chat/19%3a…\" {OtherLink}" },
        { $"https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Faka.ms%2FJoinTeamsMeeting&{MailData}",
            $"\"https://nam02.safelinks.protection.outlo…\" {OtherLink}" },
        { "https://graph.microsoft.com/v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy",
            $"\"https://graph.microsoft.com/v1.0/me/onli…\" {OtherLink}" },
        { "https://outlook.office.com/calendar/item/AAMkAGViMDU",
            $"\"https://outlook.office.com/calendar/item…\" is a link to Outlook. {Copy}" },
        { "https://outlook.office365.com/owa/?itemid=AAMkAGViMDU&exvsurl=1",
            $"\"https://outlook.office365.com/owa/?itemi…\" is a link to Outlook. {Copy}" },
        { "https://teams.microsoft.com/l/meetingrecap?driveId=b%21nXc2&threadId=19%3Ameeting_x%40thread.v2",
            "\"https://teams.microsoft.com/l/meetingrec…\" " +
            $"is a link to the recap of a meeting whose organizerId and tenantId are missing or damaged. {Copy}" },

        { "https://protect-eu.mimecast.com/s/aBcD?domain=teams.microsoft.com", $"\"https://protect-eu.mimecast.com/s/aBcD?d…\" {Wrapped}" },
        { "https://url.uk.m.mimecastprotect.com/s/aBcD", $"\"https://url.uk.m.mimecastprotect.com/s/a…\" {Wrapped}" },
        { "https://eu-west-1.protection.sophos.com?d=microsoft.com&u=*&i=1", $"\"https://eu-west-1.protection.sophos.com?…\" {Wrapped}" },
        { $"https://events.teams.microsoft.com/event/{User}@{Tenant}", $"\"https://events.teams.microsoft.com/event…\" {EventPage}" },
        { "https://teams.microsoft.com/registration/aBcD,eFgH", $"\"https://teams.microsoft.com/registration…\" {EventPage}" },
        { $"https://teams.microsoft.com/convene/townhalls?eventId={User}", $"\"https://teams.microsoft.com/convene/town…\" {EventPage}" },
        { $"{User}@{Tenant}", $"\"{User}@909…\" is the id of a webinar or a town hall. Pass it to GetSessionsAsync." },
        { "040000008200E00074C5B7101A82E00800000000D0C4",
            "\"040000008200E00074C5B7101A82E00800000000…\" is the iCalUId of a calendar event. " +
            "Read the event that has it from Microsoft Graph, and take its onlineMeeting.joinUrl." },

        { $"19:{Room}@thread.v2", $"\"19:meeting_MGQ4MDQyNTEtNTQ2NS00YjQxLTlkM…\" {Chat}" },
        { $"19%3a{Room}%40thread.v2", $"\"19%3ameeting_MGQ4MDQyNTEtNTQ2NS00YjQxLTl…\" {Chat}" },
        { "19:89eae9fa2a0847768eff96ceaf3449d9@thread.tacv2", $"\"19:89eae9fa2a0847768eff96ceaf3449d9@thre…\" {Chat}" },
        { Base64($"0#19:{Room}@thread.v2#0"), $"\"MCMxOTptZWV0aW5nX01HUTRNRFF5TlRFdE5UUTJO…\" {ChatOfApp}" },
        { Base64($"1*{User}*0**19:{Room}@thread.v2"), $"\"MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZiMi04ZjZh…\" {MeetingId}" },
        { Base64($"1*{Tenant}*0**19:{Room}@thread.v2"), $"\"MSo5MDljNjU4MS01MTMwLTQzZTktODhmMy1mY2Iz…\" {MeetingId}" },
        { $"{User}_19:{Room}@thread.v2", $"\"dc17674c-81d9-4adb-bfb2-8f6a442e4622_19:…\" {MeetingId}" },
        { "AAMkAGViMDU1NjVhLTMwZjMtNDY2Zi1hZTY4LTk3NDQ4NzE2NjE4MABGAAAAAAB=", $"\"AAMkAGViMDU1NjVhLTMwZjMtNDY2Zi1hZTY4LTk3…\" {Event}" },
        { "AQMkADAwATM3ZmYAZS05ZmQQAtNjE4NABGAAAAAAB_-x", $"\"AQMkADAwATM3ZmYAZS05ZmQQAtNjE4NABGAAAAAA…\" {Event}" },
        { "AAQkAGViMDU1NjVh", $"\"AAQkAGViMDU1NjVh\" {Event}" },

        { "19:30", $"\"19:30\" has 2 digits, where a meeting ID has 10 to 18. {Copy}" },
        { "123 456 789", $"\"123 456 789\" has 9 digits, where a meeting ID has 10 to 18. {Copy}" },
        { "Phone conference ID: 559 727 062#",
            $"\"Phone conference ID: 559 727 062#\" has 9 digits, where a meeting ID has 10 to 18. {Copy}" },
        { "1234567890123456789", $"\"1234567890123456789\" has 19 digits, where a meeting ID has 10 to 18. {Copy}" },
        { new string('1', 1_000),
            $"\"1111111111111111111111111111111111111111…\" has 1000 digits, where a meeting ID has 10 to 18. {Copy}" },

        // Numbers that stand in invitations and signatures too.
        { "Tel: 030 1234 5678", $"\"Tel: 030 1234 5678\" {Neither}" },
        { "Fax: 030 123 456 789", $"\"Fax: 030 123 456 789\" {Neither}" },
        { "Passcode: 1234567890", $"\"Passcode: 1234567890\" {Neither}" },
        { "Video ID: 117 123 456 7", $"\"Video ID: 117 123 456 7\" {Neither}" },
        { "Invoice: 4711 0815 4711", $"\"Invoice: 4711 0815 4711\" {Neither}" },
        { "+264 183 392 744 150", $"\"+264 183 392 744 150\" {Neither}" },
        { "264 183 392 744 150x", $"\"264 183 392 744 150x\" {Neither}" },
        { InvitationWithoutLinks.Replace("264 183 392 744 150", ""),
            $"\"Microsoft Teams Need help? Join the meet…\" has 9 digits, where a meeting ID has 10 to 18. {Copy}" },

        { "hello", $"\"hello\" {Neither}" },
        { "+1 920-393-6201", $"\"+1 920-393-6201\" {Neither}" },
        { "1234567890x", $"\"1234567890x\" {Neither}" },
        { User, $"\"{User}\" {Neither}" },
        { "whereby.com/meet/1234567890", $"\"whereby.com/meet/1234567890\" {Neither}" },
        { "100% \u0000 \uD83D\uDE00\nBearer eyJ0eXAiOiJKV1QifQ.e30.x", $"\"100% ***\" {Neither}" },
        { "https://urldefense.com/v3/__https://x/***__;JSU!!a$", $"\"https://urldefense.com/v3/__https://x/**…\" {OtherLink}" },
        { "https://urldefense.com/v3/__https://x/*1*2*3__;JSU!!a$", $"\"https://urldefense.com/v3/__https://x/*1…\" {OtherLink}" },
        { "https://urldefense.com/v3/__https://x/**=__;JSU!!a$", $"\"https://urldefense.com/v3/__https://x/**…\" {OtherLink}" },
        { "https://urldefense.com/v3/__https://x/*__;%!!a$", $"\"https://urldefense.com/v3/__https://x/*_…\" {OtherLink}" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Anything_else_is_refused_with_what_it_is_and_what_to_take_instead(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => JoinLink.Parse(text)).Message);
        Assert.False(JoinLink.TryParse(text, out var link));
        Assert.Null(link);
    }

    [Fact]
    public void Null_is_no_link()
    {
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => JoinLink.Parse(null!)).ParamName);
        Assert.False(JoinLink.TryParse(text: null, out var link));
        Assert.Null(link);
    }

    public sealed record Parts(
        string? JoinWebUrl, string? JoinMeetingId, string? ThreadId, string? TenantId, string? OrganizerId, bool IsChannelMeeting);
}
