using System.Text;

namespace Attendance.Client.Internal;

/// <summary>Text in base64, in either alphabet, padded or not.</summary>
internal static class Base64Url
{
    /// <summary>Returns the text, or null where it is not base64.</summary>
    public static string? Decode(string encoded)
    {
        try
        {
            var padded = encoded.Replace('-', '+').Replace('_', '/').PadRight((encoded.Length + 3) / 4 * 4, '=');
            return Encoding.UTF8.GetString(Convert.FromBase64String(padded));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
