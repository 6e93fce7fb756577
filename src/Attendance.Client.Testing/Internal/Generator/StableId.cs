namespace Attendance.Client.Testing.Internal;

/// <summary>Ids that the same text has on every machine, always.</summary>
internal static class StableId
{
    public static string Of(string text) => GuidOf(text).ToString();

    public static Guid GuidOf(string text) => SplitMix64.Of(text).NextGuid();
}
