using System.Globalization;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>One session that is summed up, for people.</summary>
internal static class SummaryText
{
    private const int LabelWidth = 14;

    public static void Write(Screen screen, SessionSummary session, SummaryMarks marks, Zone zone)
    {
        var summary = session.Summary;
        if (session.Source.Subject is { } subject)
            screen.Line(CellText.Of(subject));
        screen.Line(
            $"{(session.Reports.Count == 1 ? $"Report {CellText.Of(session.Reports[0].Id)}" : ReportText.Count(session.Reports.Count))} " +
            $"of {session.Source.Source}");
        screen.Line(TimesOf(summary, zone));
        screen.Line();

        var marked = marks.Count(summary).Select(mark => (mark.Title, $"{CellText.People(mark.Count)}, {mark.Meaning}"));
        WriteFigures(screen, [.. FiguresOf(summary, zone), .. marked]);
        screen.Render(AttendeesTable.Of(summary, marks, zone));

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
        ? $"{zone.TextOf(windows[0].Start)} to {zone.TextOf(windows[^1].End)} {zone.Name}, " +
            $"{CellText.Of(summary.Duration)}{(windows.Count == 1 ? "" : $" in {CellText.Of(windows.Count)} parts")}"
        : "Graph does not say when the session ran, so there are no shares, nor who was late.";

    private static IEnumerable<(string Label, string Text)> FiguresOf(AttendanceSummary summary, Zone zone)
    {
        yield return ("Came", CellText.People(summary.AttendedCount));
        if (summary.Attendees.Count - summary.AttendedCount is > 0 and var absent)
            yield return ("Not there", $"{CellText.People(absent)}, whose stays are all at other times");
        if (summary.HiddenTimesCount is > 0 and var hidden)
            yield return ("Hidden times", $"{CellText.People(hidden)}, not counted below: Graph does not say when they came and left");
        if (summary.HeadCount is not { } count)
            yield break;

        yield return ("At once", $"{CellText.Of(count.Peak)} at most{(count.PeakAt is { } at ? $", first at {zone.TextOf(at)}" : "")}");
        yield return ("Median", CellText.Of(count.Median));
        yield return ("Average", count.Average?.ToString("0.0", CultureInfo.InvariantCulture) ?? CellText.Missing);
    }
}
