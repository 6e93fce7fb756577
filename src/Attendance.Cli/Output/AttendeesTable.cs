using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Who was there and for how long, one person in a row, as layouts for wide, narrow and very narrow screens.</summary>
internal static class AttendeesTable
{
    private const string MarkTitle = "Mark";

    public static DataTable[] Of(AttendanceSummary summary, SummaryMarks marks, Zone zone)
    {
        var wide = new DataTable()
            .Column("Name")
            .Column("Role")
            .Column(zone.Title("Joined"))
            .Column(zone.Title("Left"))
            .NumberColumn("Present")
            .NumberColumn("Share")
            .NumberColumn("Late by")
            .NumberColumn("Left early by")
            .NumberColumn("Times away");
        var narrow = new DataTable()
            .FlexibleColumn("Name\nRole")
            .Column(zone.NarrowTitle("Joined"))
            .Column(zone.NarrowTitle("Left"))
            .NumberColumn("Present\nShare")
            .NumberColumn("Late by\nLeft early by")
            .NumberColumn("Times\naway");
        if (marks.HasAny)
            (wide, narrow) = (wide.Column(MarkTitle), narrow.FlexibleColumn(MarkTitle));

        var narrowest = new DataTable()
            .FlexibleColumn(marks.HasAny ? $"Name\nRole\n{MarkTitle}" : "Name\nRole")
            .NumberColumn("Present\nShare")
            .NumberColumn("Late by\nLeft early by");
        foreach (var attendee in Sorted(summary.Attendees))
        {
            var name = CellText.Of(attendee.DisplayName ?? attendee.EmailAddress);
            var role = CellText.Of(attendee.Role);
            var present = CellText.Of(attendee.TimePresent);
            var share = CellText.Percent(attendee.Share);
            var lateBy = CellText.Of(attendee.LateBy);
            var leftEarlyBy = CellText.Of(attendee.LeftEarlyBy);
            var away = CellText.Of(attendee.TimesAway?.Count);
            string[] mark = marks.HasAny ? [marks.Of(attendee)] : [];
            wide.Row([
                name, role, zone.TextOf(attendee.FirstJoinedAt), zone.TextOf(attendee.LastLeftAt), present, share, lateBy, leftEarlyBy,
                away, .. mark]);
            narrow.Row(
            [
                $"{name}\n{role}",
                zone.TextInLines(attendee.FirstJoinedAt),
                zone.TextInLines(attendee.LastLeftAt),
                $"{present}\n{share}",
                $"{lateBy}\n{leftEarlyBy}",
                away,
                .. mark,
            ]);
            narrowest.Row(string.Join('\n', [name, role, .. mark]).TrimEnd(), $"{present}\n{share}", $"{lateBy}\n{leftEarlyBy}");
        }

        return [wide, narrow, narrowest];
    }

    // Longest first; then those of whom that is not known; then those who were not there.
    private static IEnumerable<AttendeeSummary> Sorted(IEnumerable<AttendeeSummary> attendees) => attendees
        .OrderByDescending(attendee => attendee.HasAttended)
        .ThenByDescending(attendee => attendee.TimePresent)
        .ThenBy(attendee => attendee.FirstJoinedAt)
        .ThenBy(attendee => attendee.DisplayName, StringComparer.Ordinal);
}
