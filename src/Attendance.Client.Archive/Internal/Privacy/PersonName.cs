using System.Text;

namespace Attendance.Client.Archive.Internal;

/// <summary>What rows about the same person share.</summary>
internal static class PersonName
{
    /// <summary>The object id, or else the address, or else the name, in lower case; null where there is none.</summary>
    public static string? Of(AttendeeIdentity? identity, string? address, string? name = null) =>
        First(identity?.Id, address, identity?.Email, identity?.UserPrincipalName, identity?.DisplayName, name);

    /// <summary>A text in the form in which letters that look the same are the same.</summary>
    public static string Normalize(string text)
    {
        try
        {
            return text.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Half a surrogate has no normal form.
            return text.Trim().ToLowerInvariant();
        }
    }

    private static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
                return Normalize(text);
        }

        return null;
    }
}
