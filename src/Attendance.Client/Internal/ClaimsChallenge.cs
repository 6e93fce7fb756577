using System.Text;
using System.Text.RegularExpressions;

namespace Attendance.Client.Internal;

/// <summary>Reads what Graph asks for when it wants a token with other claims, as after a password was changed or an account blocked.</summary>
/// <remarks>See https://learn.microsoft.com/entra/identity-platform/claims-challenge.</remarks>
internal static class ClaimsChallenge
{
    private static readonly Regex Claims = new("claims=\"(?<claims>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    /// <summary>The claims as JSON, or null where the answer asks for none.</summary>
    public static string? Of(HttpResponseMessage response)
    {
        foreach (var challenge in response.Headers.WwwAuthenticate)
        {
            if (challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && Claims.Match(challenge.Parameter ?? "") is { Success: true } match)
                return Decode(match.Groups["claims"].Value);
        }

        return null;
    }

    private static string? Decode(string claims)
    {
        try
        {
            var padded = claims.Replace('-', '+').Replace('_', '/').PadRight((claims.Length + 3) / 4 * 4, '=');
            return Encoding.UTF8.GetString(Convert.FromBase64String(padded));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
