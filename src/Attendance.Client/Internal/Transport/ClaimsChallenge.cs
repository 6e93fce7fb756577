using System.Text.RegularExpressions;

namespace Attendance.Client.Internal;

/// <summary>Reads what Graph asks for when it wants a token with other claims, as after a password was changed or an account
/// blocked.</summary>
/// <remarks>See https://learn.microsoft.com/entra/identity-platform/claims-challenge.</remarks>
internal static class ClaimsChallenge
{
    private static readonly Regex Claims = new(
        "claims=\"(?<claims>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    /// <summary>The claims as JSON, or null where the answer asks for none.</summary>
    public static string? Of(HttpResponseMessage response)
    {
        foreach (var challenge in response.Headers.WwwAuthenticate)
        {
            if (challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
                && Claims.Match(challenge.Parameter ?? "") is { Success: true } match)
                return Base64Url.Decode(match.Groups["claims"].Value);
        }

        return null;
    }
}
