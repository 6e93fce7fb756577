using System.Globalization;
using System.Text;

namespace Attendance.Cli;

/// <summary>Names the charts of many sessions, by when they began and what they are called, the same in every run.</summary>
/// <param name="path">Where the files go.</param>
/// <param name="extension">How their names end.</param>
/// <param name="zone">The zone of the times in the names.</param>
internal sealed class ChartDirectory(string path, string extension, Zone zone)
{
    // File systems count bytes, most of them to 255, and time, number and extension come on top.
    private const int MostBytes = 180;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The page that lists the charts.</summary>
    public string IndexPath => Path.Combine(path, "index.html");

    public string PathOf(SessionSummary session)
    {
        var time = session.StartedAt is { } start
            ? TimeZoneInfo.ConvertTime(start, zone.Info).ToString("yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture)
            : "unknown time";
        var name = $"{time} {NameOf(session.Source.Subject ?? session.Source.Text)}".TrimEnd();
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");

        return Path.Combine(path, free + extension);
    }

    // What is a letter in one file system can be a separator in another, and the files may go anywhere.
    private static string NameOf(string text)
    {
        var name = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.Trim().EnumerateRunes().Select(
            rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_' or '.' or ',' ? rune : new Rune('-')))
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes)
                break;

            name.Append(rune);
        }

        return name.ToString().TrimEnd();
    }
}
