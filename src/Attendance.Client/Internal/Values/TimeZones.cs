using TimeZoneConverter;

namespace Attendance.Client.Internal;

/// <summary>Time zones by their names, Windows' and IANA's.</summary>
internal static class TimeZones
{
    /// <summary>The zone, or null where no such zone is known, or the machine has no data of it.</summary>
    /// <remarks>Machines other than Windows know its names only where ICU is installed and not all of them even then, so a table knows
    /// them.</remarks>
    public static TimeZoneInfo? Find(string name) =>
        FindOnMachine(name) ?? (TZConvert.TryWindowsToIana(name, out var iana) ? FindOnMachine(iana) : null);

#if NET
    private static TimeZoneInfo? FindOnMachine(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
#else
    private static TimeZoneInfo? FindOnMachine(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception exception) when (
            exception is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            return null;
        }
    }
#endif
}
