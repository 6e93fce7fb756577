using System.Globalization;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Cultures by their names.</summary>
internal static class NamedCulture
{
    /// <summary>A culture, or the invariant one in a process that is published without any.</summary>
    public static CultureInfo Of(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
