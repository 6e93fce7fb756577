using System.Text;

namespace Attendance.Client.Tests;

/// <summary>A meeting, and its join link as mails and apps wrap it.</summary>
internal static class LinkSamples
{
    public const string Tenant = "909c6581-5130-43e9-88f3-fcb3582cde37";
    public const string User = "dc17674c-81d9-4adb-bfb2-8f6a442e4622";
    public const string Context = $"%7b%22Tid%22%3a%22{Tenant}%22%2c%22Oid%22%3a%22{User}%22%7d";
    public const string RawContext = $$"""{"Tid":"{{Tenant}}","Oid":"{{User}}"}""";
    public const string Room = "meeting_MGQ4MDQyNTEtNTQ2NS00YjQxLTlkM2EtZWVkODYxODYzMmY2";
    public const string MeetingPath = $"19%3a{Room}%40thread.v2/0?context={Context}";
    public const string Link = $"https://teams.microsoft.com/l/meetup-join/{MeetingPath}";
    public const string RawPath = $"19:{Room}@thread.v2/0?context={RawContext}";

    public const string EncodedPath =
        $"19%253a{Room}%2540thread.v2%2F0%3Fcontext%3D%257b%2522Tid%2522%253a%2522{Tenant}%2522%252c%2522Oid%2522%253a%2522{User}%2522%257d";

    public const string EncodedLink = $"https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F{EncodedPath}";

    public const string MailData =
        "data=05%7C02%7Cadele%40contoso.com%7Cfd93504bc7cb4dcc4e6708de7affe855%7C0%7C0%7C639083436721449965%7CUnknown%7CTWFpbGZsb3d8eyJFbXB0%3D%3D%7C0%7C%7C%7C&sdata=HGWkNLWQwbYJAKkhVyJ%2BTdOk1%3D&reserved=0";

    public const string SafeLink = $"https://nam02.safelinks.protection.outlook.com/ap/t-59584e83/?url={EncodedLink}&{MailData}";

    public const string Urldefense =
        $"https://urldefense.com/v3/__https://teams.microsoft.com/l/meetup-join/19*3a{Room}*40thread.v2/0?context=*7b*22Tid*22*3a*22{Tenant}*22*2c*22Oid*22*3a*22{User}*22*7d__;JSUlJSUlJSUlJSUlJSUl!!DZ3fjg!-nGj5GQpwnjORmD5fxkewn$";

    public const string Invitation = $"""
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

    public const string OptionsLink =
        $"https://teams.microsoft.com/meetingOptions/?organizerId={User}&tenantId={Tenant}&threadId=19_{Room}@thread.v2&messageId=0&language=en-US";

    // The recording is called as the meeting, which is called as somebody likes.
    public const string RecapLink =
        "https://teams.microsoft.com/l/meetingrecap?driveId=b%21QtvLuYD26keJMy-OHu4WqnvoNhtwGW5A&driveItemId=01VZ6VELBC4APYHEXLDFBLWFLUV6FIKNGF" +
        "&sitePath=https%3A%2F%2Fcontoso-my.sharepoint.com%2F%3Av%3A%2Fg%2Fpersonal%2Fadele_contoso_com%2FESLgH4OS6xlCuxV0r4qFNMUB" +
        "&fileUrl=https%3A%2F%2Fcontoso-my.sharepoint.com%2Fpersonal%2Fadele_contoso_com%2FDocuments%2FRecordings%2FR%25C3%25A9union%2520%2528%2522A%2522%2529%2520%257B1%257D-20260508_140013UTC-Meeting%2520Recording.mp4%3Fweb%3D1" +
        "&iCalUid=040000008200E00074C5B7101A82E008000000002584EBF4CFD8DC01000000000000000010000000DBE975FE1D4BFC49AD03E8FC4D94CC47" +
        $"&threadId=19%3A{Room}%40thread.v2&organizerId={User}&tenantId={Tenant}" +
        "&callId=4136a3d2-d079-4db0-9284-4b6399bb18af&threadType=Meeting&meetingType=Scheduled&subType=RecapSharingLink_RecapCore";

    public const string InvitationWithoutLinks = """
        Microsoft Teams Need help?
        Join the meeting now
        Meeting ID: 264 183 392 744 150
        Passcode: Mt9xB2N6
        Dial in by phone
        +1 920-393-6201,,559727062# United States
        Phone conference ID: 559 727 062#
        """;

    public const string Copy = "Copy the join link or the meeting ID from the meeting's invitation.";

    // As Proofpoint does with each link of a mail.
    public static string Protected(string mail) => System.Text.RegularExpressions.Regex.Replace(
        mail,
        "https://[^<>]+",
        link => $"https://urldefense.proofpoint.com/v2/url?u={InProofpoint(link.Value)}&d=DwMFAg&c=euG&e=",
        default,
        TimeSpan.FromSeconds(5));

    public static string InProofpoint(string link) =>
        Uri.EscapeDataString(link).Replace("-", "%2D").Replace("_", "%5F").Replace("%2F", "_").Replace('%', '-');

    /// <summary>The address of a meeting in a browser.</summary>
    public static string InBrowser(string coordinates) =>
        "https://teams.microsoft.com/light-meetings/launch?agent=web&version=25072001100&coords=" +
        $"{Uri.EscapeDataString(Base64(coordinates))}&deeplinkId=0ac0a241-8ddc-4a4b-8ddc-4a4b333dd286&correlationId=d263d664-bacc-49c4-b8e3-0e551fa57525";

    /// <summary>What such an address says of a meeting.</summary>
    public static string Coordinates(string thread, string messageId = "0") =>
        $$"""{"conversationId":"{{thread}}","tenantId":"{{Tenant}}","organizerId":"{{User}}","messageId":"{{messageId}}"}""";

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
