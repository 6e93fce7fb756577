using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Who was there and for how long, one person in a row, as layouts for wide, narrow and very narrow screens.</summary>
internal static class AttendeesTable
{
    private const string StatusTitle = "Status";

    public static DataTable[] Of(AttendanceSummary summary, Zone zone)
    {
        var isPlanned = summary.Basis != AttendanceBasis.Unknown;
        var hasStatus = isPlanned || summary.ExpectedCount is not null;
        // Nobody is late where no plan is known.
        var (late, early) = isPlanned ? ("Late by", "Left early by") : ("After start", "Before end");
        var wide = OneLine(zone.Title, late, early, "Times away");
        var lower = OneLine(
            zone.NarrowTitle, late.Replace(' ', '\n'), early.Replace(" early ", "\nearly ", StringComparison.Ordinal), "Times\naway");
        var narrow = new DataTable()
            .FlexibleColumn("Name\nRole")
            .Column(zone.NarrowTitle("Joined"))
            .Column(zone.NarrowTitle("Left"))
            .NumberColumn("Present\nShare")
            .NumberColumn($"{late}\n{early}")
            .NumberColumn("Times\naway");
        if (hasStatus)
            (wide, lower, narrow) = (wide.Column(StatusTitle), lower.Column(StatusTitle), narrow.FlexibleColumn(StatusTitle));

        var narrowest = new DataTable("Joined", "Left", "Times away")
            .FlexibleColumn(hasStatus ? $"Name\nRole\n{StatusTitle}" : "Name\nRole")
            .NumberColumn("Present\nShare")
            .NumberColumn($"{late}\n{early}");
        foreach (var attendee in Sorted(summary.Attendees))
        {
            var name = CellText.Of(attendee.DisplayName ?? attendee.EmailAddress);
            var role = CellText.Of(attendee.Role);
            var present = CellText.Of(attendee.TimePresent);
            var share = CellText.Percent(attendee.Share);
            var lateBy = CellText.Of(isPlanned ? attendee.LateBy : attendee.AfterStart);
            var leftEarlyBy = CellText.Of(isPlanned ? attendee.LeftEarlyBy : attendee.BeforeEnd);
            var away = CellText.Of(attendee.TimesAway?.Count);
            string[] status = hasStatus ? [StatusText.Of(attendee)] : [];
            string[] cells =
            [
                name, role, zone.TextOf(attendee.FirstJoinedAt), zone.TextOf(attendee.LastLeftAt), present, share, lateBy, leftEarlyBy,
                away, .. status,
            ];
            wide.Row(cells);
            lower.Row(cells);
            narrow.Row(
            [
                $"{name}\n{role}",
                zone.TextInLines(attendee.FirstJoinedAt),
                zone.TextInLines(attendee.LastLeftAt),
                $"{present}\n{share}",
                $"{lateBy}\n{leftEarlyBy}",
                away,
                .. status,
            ]);
            narrowest.Row(string.Join('\n', [name, role, .. status]).TrimEnd(), $"{present}\n{share}", $"{lateBy}\n{leftEarlyBy}");
        }

        return [wide, lower, narrow, narrowest];
    }

    private static DataTable OneLine(Func<string, string> titleOf, string late, string early, string away) => new DataTable()
        .Column("Name")
        .Column("Role")
        .Column(titleOf("Joined"))
        .Column(titleOf("Left"))
        .NumberColumn("Present")
        .NumberColumn("Share")
        .NumberColumn(late)
        .NumberColumn(early)
        .NumberColumn(away);

    // Longest first; then those of whom that is not known; then those who were not there.
    private static IEnumerable<AttendeeSummary> Sorted(IEnumerable<AttendeeSummary> attendees) => attendees
        .OrderByDescending(attendee => attendee.HasAttended)
        .ThenByDescending(attendee => attendee.TimePresent)
        .ThenBy(attendee => attendee.FirstJoinedAt)
        .ThenBy(attendee => attendee.DisplayName, StringComparer.Ordinal);
}
