using System.Globalization;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>One session that is summed up, for people.</summary>
internal static class SummaryText
{
    private const int LabelWidth = 14;

    public static void Write(Screen screen, SessionSummary session, Zone zone)
    {
        var summary = session.Summary;
        if (session.Source.Subject is { } subject)
            screen.Line(CellText.Of(subject));
        screen.Line(ReportText.NameOf([.. session.Reports.Select(report => report.Id)], session.Source.Text));
        screen.Line(TimesOf(summary, zone));
        screen.Line();

        WriteFigures(screen, FiguresOf(summary, zone));
        var above = summary.Windows is [var window, ..] ? window.Start : (DateTimeOffset?)null;
        var times = summary.Attendees.SelectMany(person => new[] { person.FirstJoinedAt, person.LastLeftAt });
        screen.Render(AttendeesTable.Of(summary, screen.ZoneOf(zone, above, times)));

        if (session.Registrations is { } registrations)
            WriteRegistrations(screen, registrations);
    }

    private static void WriteRegistrations(Screen screen, RegistrationSummary registrations)
    {
        var outcomes = Enum.GetValues<RegistrationOutcome>()
            .Select(outcome => (Name: RegistrantsTable.NameOf(outcome), Count: registrations.Count(outcome)))
            .Where(item => item.Count > 0)
            .Select(item => $"{CellText.Of(item.Count)} {item.Name}");
        WriteFigures(
            screen,
        [
            ("Registrations", CellText.Of(registrations.RegistrationCount)),
            ("Outcomes", string.Join(", ", outcomes)),
            (
                "Rates",
                $"{CellText.Percent(registrations.AttendanceRate)} attended, {CellText.Percent(registrations.NoShowRate)} no-show, " +
                $"{CellText.Percent(registrations.WalkInRate)} walk-in, {CellText.Percent(registrations.CancellationRate)} canceled"),
        ]);
        screen.Render(RegistrantsTable.Of(registrations));
    }

    private static void WriteFigures(Screen screen, IEnumerable<(string Label, string Text)> figures)
    {
        foreach (var (label, text) in figures)
            screen.Line(label.PadRight(LabelWidth) + text);
    }

    private static string TimesOf(AttendanceSummary summary, Zone zone) => summary.Windows is { Count: > 0 } windows
        ? $"{BasisOf(summary)}{zone.TextOf(windows[0].Start)} to {zone.TextOf(windows[^1].End)} {zone.Name}, " +
            $"{CellText.Of(summary.Duration)}{(windows.Count == 1 ? "" : $" in {CellText.Of(windows.Count)} parts")}"
        : "Graph does not say when the session ran, so there are no shares, nor who was late.";

    private static string BasisOf(AttendanceSummary summary) => summary.Basis switch
    {
        AttendanceBasis.Planned => "Planned ",
        AttendanceBasis.AsRan => "Taken as it ran, ",
        _ => "Not planned, as far as is known; ran ",
    };

    private static IEnumerable<(string Label, string Text)> FiguresOf(AttendanceSummary summary, Zone zone)
    {
        var expected = summary.ExpectedCount is { } count ? $" of {CellText.Of(count)} expected" : "";
        yield return ("Came", summary.ExpectedCount is null
            ? CellText.People(summary.AttendedCount)
            : $"{CellText.People(summary.Attendees.Count(person => person is { HasAttended: true, Expected: not null }))}{expected}");
        foreach (var (status, meaning) in StatusesOf(summary))
        {
            if (summary.Count(status) is > 0 and var number)
                yield return (
                    CultureInfo.InvariantCulture.TextInfo.ToTitleCase(StatusText.Of(status)), $"{CellText.People(number)}{meaning}");
        }

        if (summary.Attendees.Count(person => person is { HasAttended: false, ReportCount: > 0 }) is > 0 and var elsewhere)
            yield return ("Not there", $"{CellText.People(elsewhere)}, whose stays are all at other times");
        if (summary.Attendees.Count(person => person is { Status: null, ReportCount: 0 }) is > 0 and var unseen)
            yield return ("Not seen", $"{CellText.People(unseen)}, whom no plan lets call absent");
        if (summary.HiddenTimesCount is > 0 and var hidden)
            yield return ("Hidden times", $"{CellText.People(hidden)}, not counted below: Graph does not say when they came and left");
        if (summary.HeadCount is not { } heads)
            yield break;

        yield return ("At once", $"{CellText.Of(heads.Peak)} at most{(heads.PeakAt is { } at ? $", first at {zone.TextOf(at)}" : "")}");
        yield return ("Median", CellText.Of(heads.Median));
        yield return ("Average", heads.Average?.ToString("0.0", CultureInfo.InvariantCulture) ?? CellText.Missing);
    }

    private static IEnumerable<(AttendanceStatus Status, string Meaning)> StatusesOf(AttendanceSummary summary)
    {
        yield return (AttendanceStatus.Late, $", by more than {SpanText.Of(summary.Thresholds.Tolerance)}");
        yield return (
            AttendanceStatus.Partial, $", there for less than {CellText.Percent(summary.Thresholds.PresentFrom)} of the planned time");
        yield return (AttendanceStatus.Absent, "");
        yield return (AttendanceStatus.Excused, "");
        yield return (AttendanceStatus.Unexpected, ", who came and is on no list");
    }
}
