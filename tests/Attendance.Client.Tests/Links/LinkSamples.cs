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

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
