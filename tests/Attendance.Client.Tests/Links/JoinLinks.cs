using static Attendance.Client.Tests.LinkSamples;

namespace Attendance.Client.Tests;

public class JoinLinks
{
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
        { $"/_#/l/meetup-join/{MeetingPath}", Meeting },
        { $"https://teams.microsoft.com/_#/l/meetup-join/{MeetingPath}", Meeting },
        { $"https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/{RawPath}&anon=true", Meeting },
        { $"https://teams.microsoft.com/dl/launcher/launcher.html?url=%2f_%23%2fl%2fmeetup-join%2f{EncodedPath.Replace("%2F", "%2f").Replace("%3F", "%3f").Replace("%3D", "%3d")}%26anon%3dtrue&type=meetup-join&deeplinkId=922e5992&directDl=true&msLaunch=true", Meeting },
        { $"https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F{EncodedPath}%26anon%3Dtrue&type=meetup-join&suppressPrompt=true", Meeting },
        { $"https://teams.microsoft.com/dl/launcher/launcher.html?url=/_#/l/meetup-join/{RawPath}&type=meetup-join", Meeting },
        { $"msteams:/l/meetup-join/{MeetingPath}", Meeting },
        { $"msteams:l/meetup-join/{MeetingPath}", Meeting },
        { $"msteams://l/meetup-join/{MeetingPath}", Meeting },
        { $"msteams://teams.microsoft.com/l/meetup-join/{RawPath}", Meeting },
        { $"msteams:teams.cloud.microsoft/l/meetup-join/{MeetingPath}", Meeting },

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
        { $"https://contoso.com/l/meetup-join/{MeetingPath} or {Link}", Meeting },
        { $"https://teams.live.com/meet/9312345678901 or {Link}", Meeting },
        { $"Hello Mr. Smith,\nmsteams:/l/meetup-join/{MeetingPath}", Meeting },
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
        { $"msteams://gov.teams.microsoft.us/l/meetup-join/{MeetingPath}", Long("gov.teams.microsoft.us", $"19:{Room}@thread.v2", "0") },

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
    public void Links_to_other_meetings_are_not_equal()
    {
        JoinLink[] links =
        [
            .. new[]
            {
                Link, Link.Replace("/0?", "/1?"), Link.Replace("meeting_M", "meeting_m"), Link.Replace(User, Tenant),
                Link.Replace(Tenant, User),
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

    public sealed record Parts(
        string? JoinWebUrl, string? JoinMeetingId, string? ThreadId, string? TenantId, string? OrganizerId, bool IsChannelMeeting);
}
