namespace Attendance.Client.Testing.Internal;

/// <summary>Somebody's name.</summary>
/// <param name="Display">The name as it is shown.</param>
/// <param name="First">First name.</param>
/// <param name="Last">Last name, or null for somebody of one name.</param>
/// <param name="Latin">The name in letters of an address.</param>
/// <param name="Origin">Where the name is from.</param>
internal sealed record FullName(string Display, string First, string? Last, string Latin, NameOrigin Origin)
{
    // What breaks programs that split names at a blank, or write them to CSV, to HTML or to a column of sixty letters.
    private static readonly (string Display, string First, string? Last, string Latin)[] Odd =
    [
        ("Suharto", "Suharto", null, "suharto"),
        ("テスト", "テスト", null, "test"),
        ("Sam 🎉 Rivera", "Sam 🎉", "Rivera", "sam.rivera"),
        ("👩🏽‍🚀 Mae", "👩🏽‍🚀", "Mae", "mae"),
        (
            "Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano de la Santísima Trinidad Ruiz y Picasso",
            "Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano de la Santísima Trinidad",
            "Ruiz y Picasso",
            "pablo.ruiz.picasso"),
        (
            "สมเด็จพระเจ้าบรมวงศ์เธอกรมพระยาดำรงราชานุภาพพระองค์เจ้าดิศวรกุมาร",
            "สมเด็จพระเจ้าบรมวงศ์เธอกรมพระยาดำรงราชานุภาพพระองค์เจ้าดิศวรกุมาร", null, "damrong"),
        ("Müller, Zoë (Extern)", "Zoë", "Müller", "zoe.mueller.extern"),
        ("Robert \"Bob\" Tables;--", "Robert \"Bob\"", "Tables;--", "bob.tables"),
        ("<b>Bold</b> & Co", "<b>Bold</b>", "& Co", "bold.co"),
        ("=1+1", "=1+1", null, "one.plus.one"),
        ("Bjo\u0308rn A\u030Angstro\u0308m", "Bjo\u0308rn", "A\u030Angstro\u0308m", "bjoern.angstroem"),
        ("O", "O", null, "o"),
    ];

    public static FullName Next(SplitMix64 random)
    {
        var origin = random.Pick(NameOrigin.All);
        if (!random.Chance(25))
            return origin.Next(random);

        var (display, first, last, latin) = random.Pick(Odd);
        return new FullName(display, first, last, latin, origin);
    }
}
