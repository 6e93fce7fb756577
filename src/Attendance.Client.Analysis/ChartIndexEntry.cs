namespace Attendance.Client.Analysis;

/// <summary>A page to which an index leads, and what it is of.</summary>
public sealed record ChartIndexEntry
{
    /// <summary>A page by the name of its file, relative to the index, with <c>/</c> between directories.</summary>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public ChartIndexEntry(string fileName) => FileName = string.IsNullOrEmpty(fileName)
        ? throw new ArgumentException("The name of the file is empty. Give the name under which the page was saved.", nameof(fileName))
        : fileName;

    /// <summary>Name of the file, relative to the index.</summary>
    public string FileName { get; }

    /// <summary>What was attended, or null to show the name of the file.</summary>
    public string? Title { get; init; }

    /// <summary>When it began, or null where that is not known.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Number of people who attended, or null where that is not known.</summary>
    public int? AttendedCount { get; init; }

    /// <summary>Number of people who were expected, or null where nobody says who was.</summary>
    public int? ExpectedCount { get; init; }

    /// <summary>Part of the time for which those who came were there on average, from 0 to 1, or null where that is not known.</summary>
    public double? AverageShare { get; init; }

    /// <summary>The entry for the page on a summary.</summary>
    /// <exception cref="ArgumentException">The name of the file is null or empty.</exception>
    public static ChartIndexEntry Of(string fileName, AttendanceSummary summary, string? title = null)
    {
        if (summary is null)
            throw new ArgumentNullException(nameof(summary));

        return new ChartIndexEntry(fileName)
        {
            Title = title,
            StartsAt = summary.Windows is { Count: > 0 } windows ? windows.Min(static window => window.Start) : null,
            AttendedCount = summary.AttendedCount,
            ExpectedCount = summary.ExpectedCount,
            AverageShare = summary.Attendees.Where(static attendee => attendee.HasAttended).Average(static attendee => attendee.Share),
        };
    }
}
