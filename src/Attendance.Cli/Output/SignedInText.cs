namespace Attendance.Cli;

/// <summary>Who has signed in, as people read it.</summary>
internal static class SignedInText
{
    public static void Write(Screen screen, SignedIn who, Zone zone)
    {
        (string Name, string Value)[] facts =
        [
            ("Signed in", Name(who)),
            ("User id", CellText.Of(who.UserId)),
            ("Tenant", CellText.Of(who.TenantId)),
            ("Application", Application(who)),
            ("Way", who.Auth),
            ("Profile", CellText.Of(who.Profile)),
            ("Cloud", CellText.Of(who.Cloud)),
            ("Graph", who.Graph),
            ("Permissions", who.Permissions is { } all ? CellText.Of(string.Join(", ", all)) : "not known, as the token cannot be read"),
            (zone.Title("Expires"), zone.TextOf(who.ExpiresAt)),
        ];
        var width = facts.Max(fact => fact.Name.Length);
        foreach (var (name, value) in facts)
            screen.Line($"{name.PadRight(width)}  {value}");
    }

    public static string Name(SignedIn who) => who.IsApplication switch
    {
        null => "by a token that only Graph can read",
        true => "as the application itself",
        false => CellText.Of(who.UserName ?? who.UserId),
    };

    private static string Application(SignedIn who) =>
        who.ApplicationName is null ? CellText.Of(who.ApplicationId) : CellText.Of($"{who.ApplicationName} ({who.ApplicationId})");
}
