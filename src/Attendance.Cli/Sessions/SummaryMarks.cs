using System.Globalization;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>What the user wants pointed out of attendees.</summary>
/// <param name="LateAfter">How late somebody may come, or null where nobody is late.</param>
/// <param name="LeastPercent">Part of the time for which everybody has to be there, from 0 to 100, or null for none.</param>
internal sealed record SummaryMarks(TimeSpan? LateAfter, decimal? LeastPercent)
{
    private const string Late = "late";

    public bool HasAny => LateAfter is not null || LeastPercent is not null;

    private double? LeastShare => (double?)(LeastPercent / 100);

    private string Short => string.Create(CultureInfo.InvariantCulture, $"below {LeastPercent}%");

    /// <summary>The marks of an attendee; of hidden times, nothing can be told.</summary>
    public string Of(AttendeeSummary attendee)
    {
        if (attendee.HasHiddenTimes)
            return "not known";

        string?[] marks = [attendee.LateBy > LateAfter ? Late : null, attendee.Share < LeastShare ? Short : null];
        return string.Join(", ", marks.OfType<string>());
    }

    /// <summary>How many attendees have each mark that is wanted.</summary>
    public IEnumerable<(string Title, int Count, string Meaning)> Count(AttendanceSummary summary)
    {
        if (LateAfter is { } lateAfter)
        {
            yield return (
                "Late", summary.Attendees.Count(attendee => attendee.LateBy > lateAfter), $"by more than {SpanText.Of(lateAfter)}");
        }

        if (LeastShare is { } leastShare)
            yield return ("Short", summary.Attendees.Count(attendee => attendee.Share < leastShare), $"there for {Short}");
    }
}
