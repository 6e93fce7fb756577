using System.Globalization;

namespace Attendance.Client.Archive.Internal;

/// <summary>Names of what holds for a whole archive.</summary>
internal static class ArchiveSettings
{
    public const string ForgettingKey = "forgetting_key";
    public const string Pseudonyms = "pseudonym_key_fingerprint";
    public const string OmitsTimes = "omits_times";
    public const string ErasedBefore = "erased_before";

    public static string OfTime(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset? ToTime(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
