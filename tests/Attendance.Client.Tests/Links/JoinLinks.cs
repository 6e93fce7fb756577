using System.Text;

namespace Attendance.Client.Tests;

public class JoinLinks
{
    private const string Tenant = "909c6581-5130-43e9-88f3-fcb3582cde37";
    private const string User = "dc17674c-81d9-4adb-bfb2-8f6a442e4622";
    private const string Context = $"%7b%22Tid%22%3a%22{Tenant}%22%2c%22Oid%22%3a%22{User}%22%7d";
    private const string RawContext = $$"""{"Tid":"{{Tenant}}","Oid":"{{User}}"}""";
    private const string Room = "meeting_MGQ4MDQyNTEtNTQ2NS00YjQxLTlkM2EtZWVkODYxODYzMmY2";
    private const string Path = $"19%3a{Room}%40thread.v2/0?context={Context}";
    private const string Link = $"https://teams.microsoft.com/l/meetup-join/{Path}";
    private const string RawPath = $"19:{Room}@thread.v2/0?context={RawContext}";

    private const string EncodedPath =
        $"19%253a{Room}%2540thread.v2%2F0%3Fcontext%3D%257b%2522Tid%2522%253a%2522{Tenant}%2522%252c%2522Oid%2522%253a%2522{User}%2522%257d";
    private const string EncodedLink = $"https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F{EncodedPath}";
    private const string MailData =
        "data=05%7C02%7Cadele%40contoso.com%7Cfd93504bc7cb4dcc4e6708de7affe855%7C0%7C0%7C639083436721449965%7CUnknown%7CTWFpbGZsb3d8eyJFbXB0%3D%3D%7C0%7C%7C%7C&sdata=HGWkNLWQwbYJAKkhVyJ%2BTdOk1%3D&reserved=0";
    private const string SafeLink = $"https://nam02.safelinks.protection.outlook.com/ap/t-59584e83/?url={EncodedLink}&{MailData}";
    private const string Urldefense =
        $"https://urldefense.com/v3/__https://teams.microsoft.com/l/meetup-join/19*3a{Room}*40thread.v2/0?context=*7b*22Tid*22*3a*22{Tenant}*22*2c*22Oid*22*3a*22{User}*22*7d__;JSUlJSUlJSUlJSUlJSUl!!DZ3fjg!-nGj5GQpwnjORmD5fxkewn$";

    private const string Invitation = $"""
        ________________________________________________________________________________
        Microsoft Teams Need help?<https://aka.ms/JoinTeamsMeeting?omkt=en-US>
        Join the meeting now<{Link}>
        Meeting ID: 264 183 392 744 150
        Passcode: Mt9xB2N6
        ________________________________
        Dial in by phone
        +1 920-393-6201,,559727062#<tel:+19203936201,,559727062#> United States
        For organizers: Meeting options<https://teams.microsoft.com/meetingOptions/?organizerId={User}&tenantId={Tenant}&threadId=19_{Room}@thread.v2&messageId=0&language=en-US>
        """;

    private const string InvitationWithoutLinks = """
        Microsoft Teams Need help?
        Join the meeting now
        Meeting ID: 264 183 392 744 150
        Passcode: Mt9xB2N6
        Dial in by phone
        +1 920-393-6201,,559727062# United States
        Phone conference ID: 559 727 062#
        """;

    private const string Copy = "Copy the join link or the meeting ID from the meeting's invitation.";
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
    private static readonly Parts Number = new(
        JoinWebUrl: null, "264183392744150", ThreadId: null, TenantId: null, OrganizerId: null, IsChannelMeeting: false);

    public static TheoryData<string, Parts> Spellings => new()
    {
        // Long links as they are, and as a browser or a program writes them.
        { Link, Meeting },
        { Link.Replace("%3a", "%3A").Replace("%7b", "%7B").Replace("%2c", "%2C").Replace("%7d", "%7D"), Meeting },
        { $"https://teams.microsoft.com/l/meetup-join/{RawPath}", Meeting },
        { $"https://teams.microsoft.com/l/meetup-join/19:{Room}@thread.v2/0?context={Context}", Meeting },
        { $"https://teams.microsoft.com/l/meetup-join/{RawPath.Replace(":\"", ": \"").Replace(",\"", ", \"")}", Meeting },
        { Link.Replace("%22%7d", "%22%2c%22MessageId%22%3a%220%22%7d"), Meeting },
        { Link.Replace("%22%7d", "%22%2c%22IsBroadcastMeeting%22%3atrue%2c%22role%22%3a%22a%22%7d&btype=a&role=a"), Meeting },
        { Link.Replace(Tenant, Tenant.ToUpperInvariant()).Replace(User, User.ToUpperInvariant()), Meeting },
        { Link.Replace("/0?", "?"), Meeting },
        { Link.Replace("/0?", "/0/?"), Meeting },
        { Link + "&anon=true&launchAgent=outlook&deeplinkId=cd77a2fc-c431-4278-b94e-7a9589e53455", Meeting },
        { Link.Replace("?context", "?anon=true&context"), Meeting },
        { Link + "#/join", Meeting },
        { Link.Replace("https://teams.microsoft.com", "HTTPS://Teams.Microsoft.COM"), Meeting },
        { Link.Replace("https:", "http:"), Meeting },
        { Link.Replace("microsoft.com", "microsoft.com:443"), Meeting },
        { Link.Replace("teams.microsoft.com", "teams.cloud.microsoft"), Meeting },
        { Link["https://".Length..], Meeting },
        { $"/_#/l/meetup-join/{Path}", Meeting },
        { $"https://teams.microsoft.com/_#/l/meetup-join/{Path}", Meeting },
        { $"https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/{RawPath}&anon=true", Meeting },
        { $"https://teams.microsoft.com/dl/launcher/launcher.html?url=%2f_%23%2fl%2fmeetup-join%2f{EncodedPath.Replace("%2F", "%2f").Replace("%3F", "%3f").Replace("%3D", "%3d")}%26anon%3dtrue&type=meetup-join&deeplinkId=922e5992&directDl=true&msLaunch=true", Meeting },
        { $"https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F{EncodedPath}%26anon%3Dtrue&type=meetup-join&suppressPrompt=true", Meeting },
        { $"https://teams.microsoft.com/dl/launcher/launcher.html?url=/_#/l/meetup-join/{RawPath}&type=meetup-join", Meeting },
        { $"msteams:/l/meetup-join/{Path}", Meeting },
        { $"msteams:l/meetup-join/{Path}", Meeting },
        { $"msteams://l/meetup-join/{Path}", Meeting },
        { $"msteams://teams.microsoft.com/l/meetup-join/{RawPath}", Meeting },
        { $"msteams:teams.cloud.microsoft/l/meetup-join/{Path}", Meeting },

        // As mail and chat write them.
        { $"  <{Link}>\r\n", Meeting },
        { $"\"https://teams.microsoft.com/l/meetup-join/{RawPath}\"", Meeting },
        { $"“{Link}”", Meeting },
        { $"[Join]({Link})", Meeting },
        { $"<{Link}|Join>", Meeting },
        { $"<a href=\"{Link}&amp;anon=true\">Join</a>", Meeting },
        { $"https://teams.microsoft.com/l/meetup-join/{RawPath.Replace("\"", "&quot;")}", Meeting },
        { $"&lt;{Link}&gt;", Meeting },
        { $"Join: {Link}", Meeting },
        { Link.Insert(60, "\r\n").Insert(140, "\n"), Meeting },
        { Link.Replace("?", "?\n"), Meeting },
        { Invitation, Meeting },
        { Link.Insert(60, "\r\n> ").Insert(150, "\n>> "), Meeting },
        { Link.Insert(10, "=\r\n").Insert(36, "=\n").Insert(50, "=\n").Insert(52, "=\r\n").Insert(180, "=\r\n"), Meeting },
        { $"Come: {Link.Replace("=", "=3D").Insert(60, "=\n")}\nBye", Meeting },
        { $"X-MICROSOFT-SKYPETEAMSMEETINGURL:{Link}".Insert(75, "\r\n ").Insert(150, "\r\n "), Meeting },
        { $"DESCRIPTION:Weekly\\nhttps://teams.microsoft.com/l/meetup-join/{RawPath.Replace(",", "\\,")}\\nBye", Meeting },
        { $$"""{"url":"https:\/\/teams.microsoft.com\/l\/meetup-join\/{{RawPath.Replace("\"", "\\\"")}}"}""", Meeting },
        { Link.Replace("NTQ2", "N\u200BT\u00ADQ2"), Meeting },
        { $"[https://teams.microsoft.com/l/meetup-join/19%3ameeting_MG...]({Link})", Meeting },
        { $"https://teams.microsoft.com/l/meetup-join/19%3ameeting_MG…\n{Link}", Meeting },
        { $"Links look like teams.microsoft.com/l/meetup-join/... here: {Link}", Meeting },
        { $"{Link[..Link.IndexOf('?', StringComparison.Ordinal)]}?anon=true, not {Link}", Meeting },
        { $"https://contoso.com/l/meetup-join/{Path} or {Link}", Meeting },
        { $"https://teams.live.com/meet/9312345678901 or {Link}", Meeting },
        { $"Hello Mr. Smith,\nmsteams:/l/meetup-join/{Path}", Meeting },
        { $"https://teams.microsoft.com/meet/264183392744150 or {Link}", Meeting },
        { $"gov.teams.microsoft.us or {Link}", Meeting },
        { $"teams.microsoft.com or gov.teams.microsoft.us or {Link}", Meeting },
        { Uri.EscapeDataString(Link), Meeting },
        { Uri.EscapeDataString(Uri.EscapeDataString(Link)), Meeting },
        { Link.Replace("%", "%25"), Meeting },

        // As what protects mail, and what counts clicks, wrap them.
        { SafeLink, Meeting },
        { SafeLink.Replace("nam02", "EUR01").Replace("/ap/t-59584e83", ""), Meeting },
        { SafeLink.Replace("&", "&amp;"), Meeting },
        { $"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={EncodedLink}&locale=en-us", Meeting },
        { $"https://www.google.com/url?q=https://teams.microsoft.com/l/meetup-join/19%253a{Room}%2540thread.v2/0?context%3D{Context.Replace("%", "%25")}&sa=D&source=calendar&usd=2&usg=AOvVaw3T1BaBWomv25xpfU9wtFAO", Meeting },
        { $"https://urldefense.proofpoint.com/v1/url?u={EncodedLink}&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D%3D%0A&r=IKM5u8", Meeting },
        { $"https://urldefense.proofpoint.com/v2/url?u=https-3A__teams.microsoft.com_l_meetup-2Djoin_19-253a{Room.Replace("_", "-5F")}-2540thread.v2_0-3Fcontext-3D{Context.Replace("-", "-2D").Replace("%", "-25")}&d=DwMFAg&c=euGZstcaTDllvimEN8b7jXrwqOf-v5A_CdpgnVfiiMM&r=UwQdx&m=sjsi&s=ZI48&e=", Meeting },
        { Urldefense, Meeting },
        { Urldefense.Replace("urldefense.com", "urldefense.us").Replace("https://teams", "https:/teams"), Meeting },
        { $"https://urldefense.com/v3/__https://teams.microsoft.com/l/meetup-join/19:{Room}@thread.v2/0?context=**ATid**B{Tenant}**BOid**B{User}**A__;eyIiOiIiLCIiOiIifQ!!DZ3fjg!-nGj$", Meeting },
        { $"https://urldefense.proofpoint.com/v2/url?u={InProofpoint(SafeLink)}&d=DwMFAg&c=euG", Meeting },
        { SafeLink.Replace(EncodedLink, Uri.EscapeDataString(Urldefense)), Meeting },
        { $"https://urldefense.proofpoint.com/v2/url?d=DwMFAg&c=euG&u={InProofpoint(Link)}&e=", Meeting },
        { $"https://eu-west-1.protection.sophos.com?d=microsoft.com&u={Base64(Link)}&i=NWQ&t=aGV&h=1a2B&s=AVN", Meeting },
        { $"https://eu-west-1.protection.sophos.com/?d=microsoft.com&u={Uri.EscapeDataString(Base64(Link))}&i=NWQ", Meeting },
        { Protected(Invitation), Meeting },
        { Invitation.Replace(Link, Urldefense).Replace(
            "https://aka.ms/JoinTeamsMeeting?omkt=en-US",
            "https://urldefense.com/v3/__https://aka.ms/JoinTeamsMeeting?omkt=en-US__;!!DZ3fjg!-nGj$"), Meeting },
        { $"https://www.google.com/url?q={Uri.EscapeDataString(SafeLink.Replace(EncodedLink, Uri.EscapeDataString(SafeLink)))}&sa=D",
            Meeting },
        { $"https://secure-web.cisco.com/1a2B3c/{EncodedLink}", Meeting },

        // Meetings in channels, old ones, and those of other clouds.
        { Link.Replace(Room, "89eae9fa2a0847768eff96ceaf3449d9").Replace("thread.v2/0", "thread.tacv2/1617653046624"),
            Long("teams.microsoft.com", "19:89eae9fa2a0847768eff96ceaf3449d9@thread.tacv2", "1617653046624") with
            {
                IsChannelMeeting = true,
            } },
        { Link.Replace(Room, "cd9ce3da56624fe69c9d7cd026f9126d").Replace("thread.v2/0", "thread.skype/1509579179399"),
            Long("teams.microsoft.com", "19:cd9ce3da56624fe69c9d7cd026f9126d@thread.skype", "1509579179399") with
            {
                IsChannelMeeting = true,
            } },
        { Link.Replace("thread.v2/0", "thread.TACV2/1"),
            Long("teams.microsoft.com", $"19:{Room}@thread.TACV2", "1") with { IsChannelMeeting = true } },
        { Link.Replace("thread.v2/0", "thread.skype/1"), Long("teams.microsoft.com", $"19:{Room}@thread.skype", "1") },
        { Link.Replace(Room, "cd9c").Replace("thread.v2", "thread.skype"), Long("teams.microsoft.com", "19:cd9c@thread.skype", "0") },
        { Link.Replace("thread.v2", "thread.skype"), Long("teams.microsoft.com", $"19:{Room}@thread.skype", "0") },
        { Link.Replace("meeting_", "a-b_c."), Long("teams.microsoft.com", "19:" + Room.Replace("meeting_", "a-b_c.") + "@thread.v2", "0") },
        { Link.Replace("teams.microsoft.com", "gov.teams.microsoft.us").Replace("meeting_", "gcch%3ameeting_"),
            Long("gov.teams.microsoft.us", $"19:gcch:{Room}@thread.v2", "0") },
        { Link.Replace("teams.microsoft.com", "DOD.teams.microsoft.us").Replace("meeting_", "dod:meeting_"),
            Long("dod.teams.microsoft.us", $"19:dod:{Room}@thread.v2", "0") },
        { Link.Replace("teams.microsoft.com", "teams.microsoft.us"), Long("teams.microsoft.us", $"19:{Room}@thread.v2", "0") },
        { Link.Replace("teams.microsoft.com", "teams.microsoftonline.cn"), Long("teams.microsoftonline.cn", $"19:{Room}@thread.v2", "0") },
        { $"msteams://gov.teams.microsoft.us/l/meetup-join/{Path}", Long("gov.teams.microsoft.us", $"19:{Room}@thread.v2", "0") },

        // Short links.
        { "https://teams.microsoft.com/meet/264183392744150?p=gs3i4BbISAYdWvdTo0", Number },
        { "https://teams.microsoft.com/meet/264183392744150", Number },
        { "HTTPS://TEAMS.MICROSOFT.COM/meet/264183392744150/", Number },
        { "teams.microsoft.com/meet/264183392744150 | Passcode: eX3yZ9ev", Number },
        { "https://teams.cloud.microsoft/meet/264183392744150?p=gs3i4BbISAYdWvdTo0&anon=true", Number },
        { "https://gov.teams.microsoft.us/meet/264183392744150?p=gs3i4BbISAYdWvdTo0#/join", Number },
        { "https://teams.microsoft.com/v2/?meetingjoin=true#/meet/264183392744150?p=gs3i4BbISAYdWvdTo0", Number },
        { "https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F264183392744150%3Fp%3Dgs3i&type=meet&deeplinkId=2515",
            Number },
        { "msteams:/meet/264183392744150?p=gs3i4BbISAYdWvdTo0", Number },
        { $"<https://nam11.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fmeet%2F264183392744150%3Fp%3Dgs3i4&{MailData}>", Number },
        { "https://urldefense.com/v3/__https://teams.microsoft.com/meet/264183392744150?p=gs3i4__;!!DZ3fjg!-nGj$", Number },
        { "https://urldefense.com/v3/__https://teams.microsoft.com/meet/264183392744150__;!!DZ3fjg!-nGj$", Number },
        { InvitationWithoutLinks.Replace("now", "now<https://teams.microsoft.com/meet/264183392744150?p=gs3i4>"), Number },

        { "https://teams.microsoft.com/meet/26418339274\r\n4150?p=gs3i", Number },
        { "https://teams.microsoft.com/meet/26418339274=\n4150?p=3Dgs3i", Number },
        { "> https://teams.microsoft.com/meet/26418339274\n> 4150?p=gs3i", Number },
        { "https://teams.microsoft.com/meet/264183392744150\n12 people", Number },
        { "https://teams.microsoft.com/meet/264183392744150\nPasscode: 123456", Number },
        { "https://teams.microsoft.com/me\net/264183392744150?p=gs3i", Number },
        { "Come to https://teams.microsoft.com/meet/264183392744150.", Number },
        { "https://teams.microsoft.com/meet/264183392744150,", Number },
        { "https://teams.microsoft.com/meet/264183392744150\u00A0Passcode: 1", Number },
        { "**https://teams.microsoft.com/meet/264183392744150**", Number },
        { "_https://teams.microsoft.com/meet/264183392744150_", Number },
        { "<https://teams.microsoft.com/meet/264183392744150|Join>", Number },
        { "https://teams.microsoft.com/meet/264183392744150。", Number },
        { "https://teams.microsoft.com/meet/264183\u200B392744150?p=1", Number },
        { "https://teams.microsoft.com/meet/... https://teams.microsoft.com/meet/264183392744150", Number },
        { "https://contoso.webex.com/meet/1234567890 or https://teams.microsoft.com/meet/264183392744150", Number },
        { "https://teams.microsoft.com/meet/ID\nMeeting ID: 264 183 392 744 150", Number },
        { Protected(InvitationWithoutLinks.Replace("help?", "help?<https://aka.ms/JoinTeamsMeeting>")), Number },

        // Meeting IDs.
        { "264183392744150", Number },
        { "264 183 392 744 150", Number },
        { "\u202A264\u00A0183\u202F392\u2009744 150\u202C", Number },
        { "264-183\u2011392–744 - 150", Number },
        { "(264 183 392 744 150)", Number },
        { "264%20183%20392%20744%20150", Number },
        { "264&nbsp;183&nbsp;392&nbsp;744&nbsp;150", Number },
        { "Meeting ID: 264 183 392 744 150", Number },
        { "  ID de la réunion : 264 183 392 744 150\r\n", Number },
        { "Meeting ID: 264 183 392 744 150\r\nPasscode: 123456\r\n", Number },
        { InvitationWithoutLinks, Number },
        { "Tel: 030 1234 5678\nMeeting ID: 264 183 392 744 150", Number },
        { "Passcode: 1234567890\nMeeting ID: 264 183 392 744 150", Number },
        { "Meeting ID: 264 183 392 744 150 Passcode: 1234567890", Number },
        { "Meeting ID: 264 183 392 744 150 | Passcode: Mt9xB2N6", Number },
        { "Meeting ID: 264 183 392 744 150, passcode: Mt9xB2N6", Number },
        { "Date: 2026-03-01 1000\nMeeting ID: 264 183 392 744 150", Number },
        { "2026-03-01 - 2026-03-02\nMeeting ID: 264 183 392 744 150", Number },
        { "Invoice: 4711 0815 4711\nMeeting ID: 264183392744150", Number },
        { "Video ID: 117 123 456 7\nMeeting ID: 264 183 392 744 150", Number },
        { "Kokoustunnus: 264 183 392 744 150\nTunnuskoodi: Mt9xB2N6\n+358 9 2310 6678,,559727062#", Number },
        { "Reunión 264 183 392 744 150\nReuse the link of 264 183 392 744 151", Number },
        { "Room 111 222 333 444\nMeeting ID: 264 183 392 744 150", Number },
        { "Meeting ID:\n264 183 392 744 150", Number },
        { "Meeting ID\n264183392744150\n", Number },
        { "Meeting ID: 264 183 392\n744 150", Number },
        { "Meeting ID: 264 183 392 744 150\rPasscode: 123456", Number },
        { "264 183 392 744 150.", Number },
        { "Meeting ID: 264 183 392 744 150.", Number },
        { "Meeting ID: 2641 8339 2744 150", Number },
        { "Meeting ID 264 183 392 744 150", Number },
        { "会議 ID：264 183 392 744 150", Number },
        { "会議ID：264183392744150", Number },
        { "**Meeting ID:** 264 183 392 744 150", Number },
        { "<p>Meeting ID: 264 183 392 744 150</p>", Number },
        { "264+183+392+744+150", Number },
        { "1234567890", Number with { JoinMeetingId = "1234567890" } },
        { "123456789012345678", Number with { JoinMeetingId = "123456789012345678" } },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_link_or_an_ID_is_read_however_it_was_pasted(string text, Parts parts)
    {
        var link = JoinLink.Parse(text);

        Assert.Equal(
            parts, new Parts(link.JoinWebUrl, link.JoinMeetingId, link.ThreadId, link.TenantId, link.OrganizerId, link.IsChannelMeeting));
        Assert.Equal(parts.JoinWebUrl ?? parts.JoinMeetingId, link.ToString());
        Assert.Equal(link, JoinLink.Parse(link.ToString()));
        Assert.True(JoinLink.TryParse(text, out var parsed));
        Assert.Equal(link, parsed);
        Assert.Equal(link.GetHashCode(), parsed.GetHashCode());
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "", $"\"\" is empty. {Copy}" },
        { " \r\n\t", $"\"\" is empty. {Copy}" },
        { "<>", $"\"<>\" is empty. {Copy}" },

        { "https://teams.live.com/meet/9312345678901?p=gs3i", $"\"https://teams.live.com/meet/931234567890…\" {Personal}" },
        { $"https://teams.live.com/l/meetup-join/{Path}", $"\"https://teams.live.com/l/meetup-join/19%…\" {Personal}" },
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
        { $"https://contoso.com/l/meetup-join/{Path}", $"\"https://contoso.com/l/meetup-join/19%3am…\" {OtherLink}" },
        { $"https://teams.microsoft.com.contoso.com/?x=teams.microsoft.com&u=https://contoso.com/l/meetup-join/{Path}",
            $"\"https://teams.microsoft.com.contoso.com/…\" {OtherLink}" },
        { $"https://teams.microsoft.com@contoso.com/l/meetup-join/{Path}", $"\"https://teams.microsoft.com@contoso.com/…\" {OtherLink}" },
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
            $"\"https://teams.microsoft.com/l/meetingrec…\" is a link to the recap of a meeting. {Copy}" },

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

    // Time that grew with the square of the length would outlast the patience of the test run.
    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("=\n> ")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("264 183 392 744 150 1 ")]
    [InlineData("ID: 1234567 ")]
    [InlineData("meetup-join/")]
    [InlineData("https://teams.microsoft.com/l/meetup-join/19:")]
    [InlineData("https://teams.microsoft.com/meet/1")]
    [InlineData("https://a/v2/url?u=")]
    [InlineData("https://a/v3/__")]
    [InlineData("https://a/v3/__b__;YQ!!")]
    [InlineData("https://a.protection.sophos.com?u=YQ")]
    [InlineData("%25")]
    [InlineData("\\n")]
    [InlineData("{")]
    public void A_text_of_any_length_is_told_for_what_it_is(string piece)
    {
        var text = $"x{string.Concat(Enumerable.Repeat(piece, 250_000 / piece.Length))}x";

        Assert.False(JoinLink.TryParse(text, out _));
        Assert.InRange(Assert.Throws<FormatException>(() => JoinLink.Parse(text)).Message.Length, 50, 250);
    }

    [Fact]
    public void Null_is_no_link()
    {
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => JoinLink.Parse(null!)).ParamName);
        Assert.False(JoinLink.TryParse(text: null, out var link));
        Assert.Null(link);
    }

    [Fact]
    public void Links_to_other_meetings_are_not_equal()
    {
        JoinLink[] links =
        [
            .. new[]
            {
                Link, Link.Replace("/0?", "/1?"), Link.Replace("meeting_M", "meeting_m"), Link.Replace(User, Tenant), Link.Replace(
                    Tenant, User),
                Link.Replace("teams.microsoft.com", "gov.teams.microsoft.us"), "264183392744150", "264183392744151",
            }.Select(JoinLink.Parse),
        ];

        Assert.All(links, link => Assert.Equal([link], links.Where(other => other == link)));
        Assert.DoesNotContain(links, link => link.Equals(null));
    }

    private static Parts Long(string host, string threadId, string messageId) =>
        Meeting with
        {
            JoinWebUrl = $"https://{host}/l/meetup-join/{threadId.Replace(":", "%3a").Replace("@", "%40")}/{messageId}?context={Context}",
            ThreadId = threadId,
        };

    // As Proofpoint does with each link of a mail.
    private static string Protected(string mail) => System.Text.RegularExpressions.Regex.Replace(
        mail,
        "https://[^<>]+",
        link => $"https://urldefense.proofpoint.com/v2/url?u={InProofpoint(link.Value)}&d=DwMFAg&c=euG&e=",
        default,
        TimeSpan.FromSeconds(5));

    private static string InProofpoint(string link) =>
        Uri.EscapeDataString(link).Replace("-", "%2D").Replace("_", "%5F").Replace("%2F", "_").Replace('%', '-');

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public sealed record Parts(
        string? JoinWebUrl, string? JoinMeetingId, string? ThreadId, string? TenantId, string? OrganizerId, bool IsChannelMeeting);
}
