using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Attendance.Client.Tests.Properties;

public class AnyJoinLink
{
    private const string Base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const string Link =
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MGQ4MDQyNTEt%40thread.v2/0?context=%7b%22Tid%22%3a%22909c6581-5130-43e9-88f3-fcb3582cde37%22%2c%22Oid%22%3a%22dc17674c-81d9-4adb-bfb2-8f6a442e4622%22%7d";

    private static readonly Gen<Named> Links =
        from host in Gen.Elements(
            "teams.microsoft.com", "teams.microsoft.us", "gov.teams.microsoft.us", "dod.teams.microsoft.us", "teams.microsoftonline.cn")
        from cloud in Gen.Elements("", "gcch:", "dod:")
        from name in Gen.Elements([.. Base64Digits]).ArrayOf().Where(letters => letters.Length > 0)
        from kind in Gen.Elements("v2", "tacv2", "skype")
        from message in Gen.Choose(0, int.MaxValue)
        from tenant in ArbMap.Default.GeneratorFor<Guid>()
        from user in ArbMap.Default.GeneratorFor<Guid>()
        select new Named(host, $"19:{cloud}{new string(name)}@thread.{kind}", message, tenant, user);

    /// <summary>What happens to a link on its way to us; each may happen to the result of another.</summary>
    private static readonly Gen<Func<string, string>> Ways = Gen.Elements<Func<string, string>>(
        Uri.EscapeDataString,
        link => WebUtility.HtmlEncode(link),
        link => $" <{link}>\r\n",
        link => $"“{link}”",
        link => $"Join here: {link}\nMeeting ID: 264 183 392 744 150",
        link =>
            $"https://nam02.safelinks.protection.outlook.com/?url={Uri.EscapeDataString(link)}&data=05%7C02%7Ca%40contoso.com&reserved=0",
        link => $"https://www.google.com/url?q={Uri.EscapeDataString(link)}&sa=D&source=calendar",
        link => $"https://urldefense.proofpoint.com/v2/url?u={InProofpoint(link)}&d=DwMFAg&c=euG&e=",
        Urldefense);

    // Letters that a reader of links must not take for its own.
    private static readonly Gen<string> Pieces = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
        Gen.Choose(0, Link.Length).SelectMany(
            _ => Gen.Choose(1, 60), (start, length) => Link.Substring(start, Math.Min(length, Link.Length - start))),
        Gen.Elements(
            Link, Uri.EscapeDataString(Link), "https://", "msteams:", "teams.microsoft.com", "/l/meetup-join/", "/meet/", "19:",
            "@thread.v2", "/0", "?context=", "{\"Tid\":\"", "\",\"Oid\":\"", "\"}", "{", "}",
            "Meeting ID: ", "264 183 392 744 150", ":", "\n", "%", "%25", "%2", "%u0041", "%ED%A0%80", "\uD800", "\uDC00", "\0", "&amp;",
            "&#xD800;", "&#0;", "&", "*", "**", "***", "**A", "**=", "**_",
            "https://urldefense.com/v3/__", "__;", "JSUl", "JSUlJ", "!!", "$", "https://urldefense.proofpoint.com/v2/url?u=", "-3A", "_",
            "MCMxOT", "MSpk", "AAMk", "1*", new string('9', 400)));

    [Fact]
    public void Any_meeting_comes_out_as_it_went_in_however_its_link_was_wrapped() =>
        Prop.ForAll(
            (from link in Links
             from isRaw in ArbMap.Default.GeneratorFor<bool>()
             from ways in Ways.ArrayOf(4)
             from count in Gen.Choose(0, 4)
             select (link, isRaw, ways[..count])).ToArbitrary(),
            sample =>
            {
                var (link, isRaw, ways) = sample;
                var parsed = JoinLink.Parse(ways.Aggregate(isRaw ? link.Raw : link.Encoded, (text, way) => way(text)));

                Assert.Equal(link.Encoded, parsed.JoinWebUrl);
                Assert.Equal(
                    (link.ThreadId, $"{link.Tenant}", $"{link.User}", null),
                    (parsed.ThreadId, parsed.TenantId, parsed.OrganizerId, parsed.JoinMeetingId));
                Assert.Equal(
                    link.ThreadId.EndsWith("tacv2", StringComparison.Ordinal)
                        || (link.ThreadId.EndsWith("skype", StringComparison.Ordinal) && link.Message != 0), parsed.IsChannelMeeting);
            }).Check(Checks.Of(3_000));

    [Fact]
    public void Any_meeting_ID_comes_out_as_its_digits() =>
        Prop.ForAll(
            (from digits in Gen.Choose(0, 9).ArrayOf(18)
             from gaps in Gen.Elements("", " ", "-", "\u00A0", "\u202F", "–", "\u200E").ArrayOf(18)
             from count in Gen.Choose(10, 18)
             from label in Gen.Elements("", "Meeting ID:", "Besprechungs-ID: ", "会議 ID: ")
             select (label, digits[..count], gaps)).ToArbitrary(),
            sample =>
            {
                var (label, digits, gaps) = sample;
                var parsed = JoinLink.Parse(label + string.Concat(digits.Zip(gaps, (digit, gap) => $"{digit}{gap}")));

                Assert.Equal((string.Concat(digits), null), (parsed.JoinMeetingId, parsed.JoinWebUrl));
            }).Check(Checks.Of(1_000));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n ")]
    [InlineData("=\r\n")]
    [InlineData("\n> ")]
    public void A_link_comes_out_whole_wherever_mail_breaks_its_lines(string lineBreak) =>
        Assert.All(
            from width in Enumerable.Range(20, 100)
            from mail in new[]
            {
                Link,
                $"Join the meeting now<{Link}>\nMeeting ID: 264 183 392 744 150",
                $"Klicken Sie hier: {Link}\nBesprechungs-ID: 264 183 392 744 150",
            }
            select string.Join(lineBreak, mail.Chunk(width).Select(line => new string(line))),
            mail => Assert.Equal(Link, JoinLink.Parse(mail).ToString()));

    [Fact]
    public void Any_text_is_a_link_or_a_FormatException_of_a_few_lines()
    {
        var (good, bad) = (0, 0);
        Prop.ForAll(Pieces.ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            if (JoinLink.TryParse(text, out var link))
            {
                good++;
                Assert.Equal(link, JoinLink.Parse(text));
                Assert.Equal(link, JoinLink.Parse(link.ToString()));
                return;
            }

            bad++;
            Assert.InRange(Assert.Throws<FormatException>(() => JoinLink.Parse(text)).Message.Length, 50, 250);
        }).Check(Checks.Of(3_000));

        Assert.True(good > 100, $"{good} good, {bad} bad");
        Assert.True(bad > 100, $"{good} good, {bad} bad");
    }

    // What Proofpoint replaces is not published, so this replaces all that it may.
    private static string InProofpoint(string link) =>
        Uri.EscapeDataString(link).Replace("-", "%2D").Replace("_", "%5F").Replace("%2F", "_").Replace('%', '-');

    private static string Urldefense(string link)
    {
        var (text, replaced, run) = (new StringBuilder(), new StringBuilder(), 0);
        foreach (var letter in link + "\0")
        {
            if (letter != '\0' && !char.IsAsciiLetterOrDigit(letter) && !"-._~:/?&=@,".Contains(letter, StringComparison.Ordinal))
            {
                replaced.Append(letter);
                run++;
                continue;
            }

            text.Append(run switch { 0 => "", 1 => "*", _ => $"**{Base64Digits[run - 2]}" }).Append(letter);
            run = 0;
        }

        var codes = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{replaced}")).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return $"https://urldefense.com/v3/__{text.ToString().TrimEnd('\0')}__;{codes}!!DZ3fjg!-nGj5GQpwnjORmD5$";
    }

    private sealed record Named(string Host, string ThreadId, int Message, Guid Tenant, Guid User)
    {
        public string Raw => $$"""https://{{Host}}/l/meetup-join/{{ThreadId}}/{{Message}}?context={"Tid":"{{Tenant}}","Oid":"{{User}}"}""";

        public string Encoded =>
            $"https://{Host}/l/meetup-join/{ThreadId.Replace(":", "%3a").Replace("@", "%40")}/{Message}" +
            $"?context=%7b%22Tid%22%3a%22{Tenant}%22%2c%22Oid%22%3a%22{User}%22%7d";
    }
}
