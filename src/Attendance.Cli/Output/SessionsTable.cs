using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Sessions that are summed up, one in a row, as layouts for wide and narrow screens.</summary>
internal static class SessionsTable
{
    public static void Write(Screen screen, IReadOnlyList<SessionSummary> sessions, Zone zone)
    {
        screen.Line(TotalOf(sessions));
        screen.Render(Of(sessions, zone));
    }

    private static DataTable[] Of(IReadOnlyList<SessionSummary> sessions, Zone zone)
    {
        var withRegistrations = sessions.Any(session => session.Registrations is not null);
        var wide = new DataTable().Column("Meeting").Column(zone.Title("Start")).NumberColumn("Duration").NumberColumn("People")
            .NumberColumn("At once").NumberColumn("Median time");
        var narrow = new DataTable().FlexibleColumn("Meeting").Column(zone.NarrowTitle("Start")).NumberColumn("Duration\nMedian")
            .NumberColumn("People\nAt once");
        var isPlanned = sessions.Any(session => session.Summary.Basis != AttendanceBasis.Unknown);
        var isExpected = sessions.Any(session => session.Summary.ExpectedCount is not null);
        if (isPlanned)
            (wide, narrow) = (wide.NumberColumn("Late").NumberColumn("Partial"), narrow.NumberColumn("Late\nPartial"));
        if (isExpected)
            (wide, narrow) = (wide.NumberColumn("Expected").NumberColumn("Absent"), narrow.NumberColumn("Expect.\nAbsent"));
        if (withRegistrations)
        {
            wide = wide.NumberColumn("Registered").NumberColumn("No-shows");
            narrow = narrow.NumberColumn("Regist.\nNo-show");
        }

        foreach (var session in sessions)
        {
            var summary = session.Summary;
            var name = session.Source.ShortName;
            // Beside the duration, which is the window's.
            var start = summary.Windows is [var window, ..] ? window.Start : session.StartedAt;
            var (duration, median) = (CellText.Of(summary.Duration), CellText.Of(MedianTime(summary)));
            var (people, peak) = (CellText.Of(summary.AttendedCount), CellText.Of(summary.HeadCount?.Peak));
            // What no plan is known of has nobody late, which is not the same as none.
            int? Count(AttendanceStatus status) => summary.Basis == AttendanceBasis.Unknown ? null : summary.Count(status);
            string[] counts = isPlanned ? [CellText.Of(Count(AttendanceStatus.Late)), CellText.Of(Count(AttendanceStatus.Partial))] : [];
            string[] expected = isExpected ? [CellText.Of(summary.ExpectedCount), CellText.Of(Count(AttendanceStatus.Absent))] : [];
            string[][] paired = [counts, expected];
            var registered = CellText.Of(session.Registrations?.RegistrationCount);
            var noShows = CellText.Of(session.Registrations?.Count(RegistrationOutcome.NoShow));
            string[] wideRest = withRegistrations ? [registered, noShows] : [];
            string[] narrowRest = withRegistrations ? [$"{registered}\n{noShows}"] : [];
            wide.Row([name, zone.TextOf(start), duration, people, peak, median, .. counts, .. expected, .. wideRest]);
            narrow.Row([name, zone.TextInLines(start), $"{duration}\n{median}", $"{people}\n{peak}",
                .. paired.Where(pair => pair.Length > 0).Select(pair => string.Join('\n', pair)), .. narrowRest]);
        }

        return [wide, narrow];
    }

    private static TimeSpan? MedianTime(AttendanceSummary summary)
    {
        var times = summary.Attendees.Where(attendee => attendee.HasAttended).Select(attendee => attendee.TimePresent).OfType<TimeSpan>()
            .Order().ToList();
        return times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
    }

    private static string TotalOf(IReadOnlyList<SessionSummary> sessions)
    {
        var attended = sessions.Sum(session => session.Summary.AttendedCount);
        var hidden = sessions.Sum(session => session.Summary.HiddenTimesCount);
        var total =
            $"{CellText.Sessions(sessions.Count)} of " +
            $"{CellText.Sources(sessions.Select(session => session.Source.Source).Distinct().Count())}: "
            +
            $"{CellText.People(PeopleCount(sessions))}, who came {(attended == 1 ? "once" : $"{CellText.Of(attended)} times")}";
        return hidden == 0 ? total : $"{total}, {CellText.Of(hidden)} of them with hidden times";
    }

    // Who came to several sessions is one person, and who was named by one at the time of another came to none.
    private static int PeopleCount(IReadOnlyList<SessionSummary> sessions)
    {
        var came = new HashSet<AttendanceRecord>(
            sessions.SelectMany(session => session.Summary.Attendees).Where(attendee => attendee.HasAttended)
                .SelectMany(attendee => attendee.Records),
            ReferenceEqualityComparer.Instance);
        return AttendanceSummary.Of(sessions.SelectMany(session => session.Reports)).Attendees
            .Count(person => person.Records.Any(came.Contains));
    }
}
