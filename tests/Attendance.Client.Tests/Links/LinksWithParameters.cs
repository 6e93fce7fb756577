using static Attendance.Client.Tests.LinkSamples;

namespace Attendance.Client.Tests;

/// <summary>Links that name a meeting in their parameters, which the address bar, a mail and a chat have of it.</summary>
public class LinksWithParameters
{
    private const string Thread = $"19:{Room}@thread.v2";
    private const string OtherRoom = "meeting_NWQ4NDkxNGQtODRiNS00OWU5LTg0OTktNWNjYWU3NjA1ZGUx";
    private const string Channel = "89eae9fa2a0847768eff96ceaf3449d9";
    private const string Code = """{"meetingCode":"264183392744150","passcode":"gs3i4>?~BbISAYdWvdTo0"}""";

    private const string OfConversation =
        "is a link to the recap of a meeting in a channel or group chat, and does not say which of its meetings it was. " +
        "Copy the join link from the meeting's post there, or from the calendar.";

    private static readonly string AddressBar = InBrowser(Coordinates(Thread));

    public static TheoryData<string> OfTheMeeting
    {
        get
        {
            string[] links = [AddressBar, OptionsLink, RecapLink];
            return
            [
                .. links,
                .. links.Select(link => link.Replace("teams.microsoft.com", "teams.cloud.microsoft")),
                .. links.Select(link => link["https://".Length..]),
                .. links.Select(link => link.Replace("https://teams.microsoft.com/", "https://teams.microsoft.com/v2/?x=y#/")),
                .. links.Select(link => link.Replace("https://teams.microsoft.com/", "msteams:/")),
                .. links.Select(
                    link =>
                        "https://teams.microsoft.com/dl/launcher/launcher.html?url=" +
                        $"{Uri.EscapeDataString("/_#" + link["https://teams.microsoft.com".Length..])}&type=a"),
                .. links.Select(link => $"<a href=\"{System.Net.WebUtility.HtmlEncode(link)}\">See</a>"),
                .. links.Select(link => $"Hello,\nsee {link}\nor not. tenantId={User}&x={Tenant}"),
                .. links.Select(link => $"Watch <{link}>. Then https://contoso.com/?tenantId={User}&organizerId={Tenant}&threadId=x"),
                .. links.Select(link => link.Insert(60, "\r\n> ").Insert(150, "\n>> ")),
                .. links.Select(link => link.Replace("=", "=3D").Insert(60, "=\n").Insert(150, "=\r\n")),
                .. links.Select(Uri.EscapeDataString),
                .. links.Select(link => Uri.EscapeDataString(Uri.EscapeDataString(link))),
                .. links.Select(link => $"https://nam02.safelinks.protection.outlook.com/?url={Uri.EscapeDataString(link)}&{MailData}"),
                .. links.Select(
                    link =>
                        $"https://nam02.safelinks.protection.outlook.com/?url={Uri.EscapeDataString($"https://nam02.safelinks.protection.outlook.com/?url={Uri.EscapeDataString(link)}&{MailData}")}&{MailData}"),
                .. links.Select(link => $"https://urldefense.proofpoint.com/v2/url?u={InProofpoint(link)}&d=DwMFAg&c=euG&e="),
                .. links.Select(
                    link => $"https://eu-west-1.protection.sophos.com?d=microsoft.com&u={Uri.EscapeDataString(Base64(link))}&i=NWQ"),
                .. links.Select(link => Protected($"Microsoft Teams\nMore<{link}>\nHelp<https://aka.ms/JoinTeamsMeeting>")),
                .. links.Select(link => link.Replace("/l/", "/_#/l/")),
                .. links.Select(link => link.Replace(Tenant, Tenant.ToUpperInvariant()).Replace(User, User.ToUpperInvariant())),
                OptionsLink.Replace("&messageId=0", ""),
                OptionsLink.Replace("/?", "?"),
                OptionsLink.Replace("19_", "19%3a"),
                OptionsLink.Replace("teams.microsoft.com/meetingOptions/", "TEAMS.microsoft.com/meetingoptions/").Replace("Id=", "ID="),
                $"Meeting ID: 264 183 392 744 150\nFor organizers: Meeting options<{OptionsLink}>",
                $"{OptionsLink} {OptionsLink.Replace(Room, OtherRoom)}",
                $"{OptionsLink} {RecapLink.Replace(Room, OtherRoom)}",
                $"{RecapLink} {RecapLink.Replace(Room, OtherRoom)}",
                $"{InBrowser("{}")} or {AddressBar}",
                $"https://teams.microsoft.com/l/meetup-join/19%3ameeting_MG... {OptionsLink}",
                $"{RecapLink.Replace(Room, OtherRoom)}\n\nNext: {Link}",
                InBrowser(Coordinates(Thread).Replace(",\"messageId\":\"0\"", "")),
                InBrowser(Coordinates(Thread).Replace("\"0\"", "0").Replace("{", "{ \"meetingCode\": \"1234567890\",")),
                AddressBar.Replace("%3D", ""),
                $"https://teams.microsoft.com/v2/#/meetingrecap?threadId=19%3a{Room}%40thread.v2&tenantId={Tenant}&organizerId={User}",
            ];
        }
    }

    public static TheoryData<string, string> OfOthers => new()
    {
        { OptionsLink.Replace(Room, Channel).Replace("thread.v2&messageId=0", "thread.tacv2&messageId=1617653046624"),
            $"https://teams.microsoft.com/l/meetup-join/19%3a{Channel}%40thread.tacv2/1617653046624?context={Context}" },
        { InBrowser(Coordinates($"19:{Channel}@thread.tacv2", "1617653046624")),
            $"https://teams.microsoft.com/l/meetup-join/19%3a{Channel}%40thread.tacv2/1617653046624?context={Context}" },
        { OptionsLink.Replace("teams.microsoft.com", "gov.teams.microsoft.us").Replace("19_", "19_gcch_"),
            $"https://gov.teams.microsoft.us/l/meetup-join/19%3agcch%3a{Room}%40thread.v2/0?context={Context}" },
        { RecapLink.Replace("teams.microsoft.com", "dod.teams.microsoft.us").Replace("19%3A", "19%3Adod%3A"),
            $"https://dod.teams.microsoft.us/l/meetup-join/19%3adod%3a{Room}%40thread.v2/0?context={Context}" },
        { AddressBar.Replace("teams.microsoft.com", "teams.microsoftonline.cn"),
            $"https://teams.microsoftonline.cn/l/meetup-join/19%3a{Room}%40thread.v2/0?context={Context}" },
        { RecapLink.Replace("thread.v2", "thread.skype"),
            $"https://teams.microsoft.com/l/meetup-join/19%3a{Room}%40thread.skype/0?context={Context}" },
        { InBrowser(Code), "264183392744150" },
        { InBrowser(Code.Replace("\"264183392744150\"", "264183392744150")), "264183392744150" },
        { InBrowser(Code.Replace("264183392744150", "264 183 392 744 150")), "264183392744150" },
        { $"https://nam02.safelinks.protection.outlook.com/?url={Uri.EscapeDataString(InBrowser(Code))}&{MailData}", "264183392744150" },
        { "https://teams.microsoft.com/l/meetup-join/264183392744150?p=gs3i4BbISAYdWvdTo0", "264183392744150" },
        { "https://teams.microsoft.com/l/meetup-join/2641833927", "2641833927" },
        { "msteams:/l/meetup-join/264183392744150123?p=gs3i", "264183392744150123" },
        { Uri.EscapeDataString("Come: https://teams.cloud.microsoft/l/meetup-join/264183392744150?p=gs3i."), "264183392744150" },
        { "264183392744150?p=gs3i4BbISAYdWvdTo0", "264183392744150" },
        { "264183392744150%3Fp%3Dgs3i4BbISAYdWvdTo0", "264183392744150" },
        { "Come to 264183392744150?p=gs3i, room 111 222 333 444", "264183392744150" },
        { "264183392744150?p=3Dgs3i\nPasscode: 1", "264183392744150" },
    };

    public static TheoryData<string, string> Damaged => new()
    {
        { InBrowser("{}"), $"is the address of a meeting in a browser, whose coords are damaged. {Copy}" },
        { InBrowser("[1]"), $"is the address of a meeting in a browser, whose coords are damaged. {Copy}" },
        { InBrowser("""{"meetingCode":"123","passcode":"x"}"""),
            $"is the address of a meeting in a browser, whose coords are damaged. {Copy}" },
        { InBrowser("""{"meetingCode":"\ud800"}"""), $"is the address of a meeting in a browser, whose coords are damaged. {Copy}" },
        { InBrowser(Coordinates(Thread).Replace(User, "me")),
            $"is the address of a meeting in a browser, whose coords are damaged. {Copy}" },
        { InBrowser(Coordinates($"19:{Channel}@thread.tacv2").Replace(",\"messageId\":\"0\"", "")),
            $"is the address of a meeting in a browser, whose coords are damaged. {Copy}" },
        { InBrowser(Coordinates(Thread))[..150], $"is the address of a meeting in a browser, whose coords are damaged. {Copy}" },
        { "https://teams.microsoft.com/light-meetings/launch?agent=web&coords=%25%25",
            $"is the address of a meeting in a browser, whose coords are damaged. {Copy}" },
        { "https://teams.microsoft.com/light-meetings/launch?p=abc&anon=true&lightExperience=true",
            $"is the address of a meeting in a browser, without the coords that say which meeting it is. {Copy}" },

        { OptionsLink.Replace(User, "me"), $"is a link to the options of a meeting whose organizerId is missing or damaged. {Copy}" },
        { OptionsLink.Replace("threadId", "thread"),
            $"is a link to the options of a meeting whose threadId is missing or damaged. {Copy}" },
        { OptionsLink.Replace("19_", ""), $"is a link to the options of a meeting whose threadId is missing or damaged. {Copy}" },
        { OptionsLink.Replace("messageId=0", "messageId=x"),
            $"is a link to the options of a meeting whose messageId is missing or damaged. {Copy}" },
        { OptionsLink.Replace(Room, Channel).Replace("thread.v2&messageId=0", "thread.tacv2"),
            $"is a link to the options of a meeting whose messageId is missing or damaged. {Copy}" },
        { OptionsLink[..^60], $"is a link to the options of a meeting whose threadId is missing or damaged. {Copy}" },
        { "https://teams.microsoft.com/meetingOptions",
            $"is a link to the options of a meeting whose organizerId and tenantId and threadId are missing or damaged. {Copy}" },

        { RecapLink.Replace($"&organizerId={User}&tenantId={Tenant}", ""),
            $"is a link to the recap of a meeting whose organizerId and tenantId are missing or damaged. {Copy}" },
        { RecapLink.Replace("R%25C3%25A9union", $"x%2526threadId%253D19%253A{OtherRoom}%2540thread.v2"),
            $"is a link to the recap of a meeting whose threadId is missing or damaged. {Copy}" },
        { RecapLink.Replace(Room, Channel).Replace("thread.v2", "thread.tacv2"), OfConversation },
        { RecapLink.Replace(Room, Channel).Replace("thread.v2", "thread.skype"), OfConversation },
        { RecapLink.Replace(Room, Channel), OfConversation },
        { RecapLink.Replace("thread.v2", "thread.tacv2") + "&messageId=0", OfConversation },

        { "https://teams.microsoft.com/l/meetup-join/123456789?p=gs3i", $"is a join link without a meeting ID of 10 to 18 digits. {Copy}" },
        { "https://teams.microsoft.com/l/meetup-join/1234567890123456789",
            $"is a join link without a meeting ID of 10 to 18 digits. {Copy}" },
        { "123456789?p=gs3i", $"has 9 digits, where a meeting ID has 10 to 18. {Copy}" },
        { "1234567890123456789?p=gs3i", $"has 19 digits, where a meeting ID has 10 to 18. {Copy}" },

        { OptionsLink.Replace("teams.microsoft.com", "contoso.com"), $"is a link, but not one to join a Teams meeting. {Copy}" },
        { RecapLink.Replace("teams.microsoft.com", "teams.microsoft.com.contoso.com"),
            $"is a link, but not one to join a Teams meeting. {Copy}" },
        { AddressBar.Replace("teams.microsoft.com", "teams.live.com"),
            "is a meeting of a personal account. Microsoft Graph serves only meetings of work and school accounts." },
    };

    [Theory]
    [MemberData(nameof(OfTheMeeting))]
    public void A_link_that_names_a_meeting_in_its_parameters_is_the_join_link_of_that_meeting(string text)
    {
        var link = JoinLink.Parse(text);

        Assert.Equal(JoinLink.Parse(Link), link);
        Assert.Equal(
            (Link, null, Thread, Tenant, User, false),
            (link.JoinWebUrl, link.JoinMeetingId, link.ThreadId, link.TenantId, link.OrganizerId, link.IsChannelMeeting));
    }

    [Theory]
    [MemberData(nameof(OfOthers))]
    public void Channels_other_clouds_and_meeting_IDs_are_read_from_such_links_too(string text, string expected) =>
        Assert.Equal(expected, JoinLink.Parse(text).ToString());

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_one_is_refused_with_what_is_missing(string text, string message)
    {
        Assert.EndsWith($"\" {message}", Assert.Throws<FormatException>(() => JoinLink.Parse(text)).Message, StringComparison.Ordinal);
        Assert.False(JoinLink.TryParse(text, out _));
    }

    // Time that grew with the square of the length would outlast the patience of the test run.
    [Theory]
    [InlineData("https://teams.microsoft.com/light-meetings/launch?coords=e")]
    [InlineData("https://teams.microsoft.com/meetingOptions/?threadId=19:")]
    [InlineData("teams.microsoft.com/l/meetingrecap?")]
    [InlineData("light-meetings")]
    [InlineData("&threadId=19_")]
    [InlineData("123456789?p=")]
    public void A_text_of_any_length_is_told_for_what_it_is(string piece)
    {
        foreach (var begin in new[] { "x", OptionsLink[..60], RecapLink[..60], InBrowser("") })
        {
            var text = $"{begin}{string.Concat(Enumerable.Repeat(piece, 250_000 / piece.Length))}x";

            Assert.False(JoinLink.TryParse(text, out _));
            Assert.InRange(Assert.Throws<FormatException>(() => JoinLink.Parse(text)).Message.Length, 50, 300);
        }
    }
}
