using System.Globalization;
using System.Text;

namespace Attendance.Client.Analysis;

/// <summary>What a file from Teams does not say, and how much of it is read.</summary>
public sealed record TeamsAttendanceFileOptions
{
    /// <summary>Zone of the clock by which the times were written, mostly that of whoever downloaded the file; null where nobody
    /// knows.</summary>
    /// <value>The default is null: times are null then, and only lengths of time are known. Files of live events are in UTC in any
    /// case.</value>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Order of day, month and year, for dates that leave it open; null to judge by how they are written.</summary>
    /// <value>The default is null.</value>
    public TeamsFileDateOrder? DateOrder { get; init; }

    /// <summary>When the file existed already, such as the time it was last written: no date is read as a later day. Null where nobody
    /// knows.</summary>
    /// <value>The default is null.</value>
    public DateTimeOffset? DownloadedAt { get; init; }

    /// <summary>Encoding of a file that is neither UTF-16 nor UTF-8, such as the one of a spreadsheet; null to find out.</summary>
    /// <value>The default is null: Windows-1252, 1250, 1254 or 1251, whichever gives known headings.</value>
    public Encoding? Encoding { get; init; }

    /// <summary>Most bytes of a file, or characters of a text, that are read.</summary>
    /// <value>The default is 128 MiB.</value>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public int MaxSize
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value,
                string.Format(
                    CultureInfo.InvariantCulture, "MaxSize is {0}, with which nothing can be read. Give a positive size.", value));
    } = 128 * 1024 * 1024;
}
