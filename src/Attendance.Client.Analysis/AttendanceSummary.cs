using Attendance.Client.Analysis.Internal;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Who attended one or several sessions, and for how long.</summary>
/// <remarks>Summaries compare by value, lists included.</remarks>
public sealed record AttendanceSummary
{
    /// <summary>What attendance was measured against, apart from each other and in order of time; null where a report lacks its times and
    /// no window was chosen.</summary>
    public IReadOnlyList<TimeWindow>? Windows { get; init => field = ValueList.Copy(value); }

    /// <summary>Whether the windows are what was planned.</summary>
    public AttendanceBasis Basis { get; init; }

    /// <summary>Who counts as late and as present.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AttendanceThresholds Thresholds { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>Number of people who were expected, each counted once, or null where nobody says who was.</summary>
    public int? ExpectedCount { get; init; }

    /// <summary>Length of all windows together, or null where they are not known.</summary>
    public TimeSpan? Duration => Windows?.Aggregate(TimeSpan.Zero, static (sum, window) => sum + window.Duration);

    /// <summary>Number of reports, each counted once.</summary>
    public int ReportCount { get; init; }

    /// <summary>Everybody whom the reports name, in their order, also who is known not to have been there during the windows; then those
    /// who were expected and are in no report.</summary>
    public IReadOnlyList<AttendeeSummary> Attendees
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendeeSummary>.Empty;
    } = ValueList<AttendeeSummary>.Empty;

    /// <summary>Number of people who attended, by <see cref="AttendeeSummary.HasAttended"/>.</summary>
    public int AttendedCount => Attendees.Count(static attendee => attendee.HasAttended);

    /// <summary>Number of people with hidden times, by <see cref="AttendeeSummary.HasHiddenTimes"/>.</summary>
    public int HiddenTimesCount => Attendees.Count(static attendee => attendee.HasHiddenTimes);

    /// <summary>How many people were there at once, or null where the times of everybody are hidden, or there is no window to count
    /// in.</summary>
    public HeadCount? HeadCount { get; init; }

    /// <summary>Number of people with a status.</summary>
    public int Count(AttendanceStatus status) => Attendees.Count(attendee => attendee.Status == status);

    /// <summary>Sums up an occurrence, against its plan and those it expects unless the options say otherwise.</summary>
    /// <exception cref="ArgumentException">A report was read without its records.</exception>
    public static AttendanceSummary Of(AttendanceOccurrence occurrence, SummaryOptions? options = null)
    {
        if (occurrence is null)
            throw new ArgumentNullException(nameof(occurrence));

        options ??= new SummaryOptions();
        return Of(occurrence.Reports, options with
        {
            Windows = options.Windows ?? (occurrence.Planned is { } plan ? [plan] : null),
            Expected = options.Expected ?? occurrence.Expected,
        });
    }

    /// <summary>Sums up one report.</summary>
    /// <exception cref="ArgumentException">The report was read without its records.</exception>
    public static AttendanceSummary Of(AttendanceReport report, SummaryOptions? options = null) =>
        Of([report ?? throw new ArgumentNullException(nameof(report))], options);

    /// <summary>Sums up several reports as one, such as those of a session or of a series.</summary>
    /// <remarks>
    /// A report that is given twice, by its id, counts once. Without windows, shares are of the times when a session ran: pauses between
    /// sessions count for nobody and against nobody.
    /// </remarks>
    /// <exception cref="ArgumentException">A report or an expected person is null, or a report was read without its records.</exception>
    public static AttendanceSummary Of(IEnumerable<AttendanceReport> reports, SummaryOptions? options = null)
    {
        options ??= new SummaryOptions();
        var distinct = ReportList.DistinctWithRecords(reports);
        var measure = Measure.Of(distinct, options.Windows, options.AsRan, options.Thresholds);
        var isListKnown = options.Expected is not null;
        var people = People.In(distinct, ExpectedList.Entries(options.Expected ?? [], 0, nameof(options)), static _ => 0);
        List<AttendeeSummary> attendees =
            [.. people.Select(person => person.Summarize(measure, isListKnown ? person.Expected is not null : null))];
        return new AttendanceSummary
        {
            Windows = measure.Windows?.Windows,
            Basis = measure.Basis,
            Thresholds = measure.Thresholds,
            ExpectedCount = isListKnown ? people.Count(static person => person.Expected is not null) : null,
            ReportCount = distinct.Count,
            Attendees = attendees,
            HeadCount = HeadCounter.Count(attendees.FindAll(static attendee => attendee.ReportCount > 0), measure.Windows),
        };
    }
}
