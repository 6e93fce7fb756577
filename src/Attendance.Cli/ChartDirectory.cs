using System.Globalization;

namespace Attendance.Cli;

/// <summary>Names the charts of many sessions, by when they began and what they are called, the same in every run.</summary>
/// <param name="path">Where the files go.</param>
/// <param name="extension">How their names end.</param>
/// <param name="zone">The zone of the times in the names.</param>
internal sealed class ChartDirectory(string path, string extension, Zone zone)
{
    private const int LongestName = 80;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string PathOf(SessionSummary session)
    {
        var time = session.StartedAt is { } start ? TimeZoneInfo.ConvertTime(start, zone.Info).ToString("yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture) : "unknown time";
        var name = $"{time} {NameOf(session.Source.Subject ?? session.Source.Source.ToString())}".TrimEnd();
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");

        return Path.Combine(path, free + extension);
    }

    // What is a letter in one file system can be a separator in another, and the files may go anywhere.
    private static string NameOf(string text)
    {
        var name = string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.' or ',' ? letter : '-')).Trim();
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd();
    }
}
