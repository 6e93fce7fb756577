using System.Text;
using System.Text.Json;

namespace Attendance.Client.Tests;

/// <summary>Access tokens that say something, as those of Microsoft Entra do. Nobody checks the signature here.</summary>
internal static class Jwt
{
    public const string Tenant = "5466a424-aadf-425c-9b24-034ca28d4bdd";
    public const string Application = "11111111-2222-3333-4444-555555555555";
    public const string UserId = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    public const string Graph = "https://graph.microsoft.com";

    /// <summary>Noon of the first day of 2030, when the tokens expire.</summary>
    public static readonly DateTimeOffset End = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static string OfUser(
        string scopes, string audience = Graph, DateTimeOffset? end = null, string name = "ada@contoso.com") => Of(new
        {
            aud = audience,
            exp = (end ?? End).ToUnixTimeSeconds(),
            tid = Tenant,
            appid = Application,
            app_displayname = "Attendance tool",
            oid = UserId,
            upn = name,
            idtyp = "user",
            scp = scopes,
        });

    public static string OfApplication(params string[] roles) => Of(new
    {
        aud = "00000003-0000-0000-c000-000000000000",
        exp = End.ToUnixTimeSeconds(),
        tid = Tenant,
        appid = Application,
        app_displayname = "Nightly harvest",
        oid = "99999999-0000-0000-0000-000000000000",
        idtyp = "app",
        roles,
    });

    public static string Of(object claims) => $"{Encoded("""{"alg":"none"}""")}.{Encoded(JsonSerializer.Serialize(claims))}.c2lnbmF0dXJl";

    private static string Encoded(string json) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
