namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What stands beside a name.</summary>
internal sealed class Marks(Origins origins, Wording wording)
{
    private readonly ChartTexts _texts = wording.Texts;

    /// <summary>What the list can be narrowed to.</summary>
    [Flags]
    public enum Filter
    {
        None = 0,
        Late = 1,
        Early = 2,
        Absent = 4,
        Foreign = 8,
    }

    public Filter FilterOf(AttendeeSummary attendee, AttendanceThresholds thresholds) =>
        (attendee.LateBy > thresholds.Tolerance ? Filter.Late : Filter.None)
        | (attendee.LeftEarlyBy > thresholds.Tolerance ? Filter.Early : Filter.None)
        | (attendee.Status is AttendanceStatus.Absent ? Filter.Absent : Filter.None)
        | FilterOf(attendee.Identity);

    public Filter FilterOf(AttendeeIdentity? identity) =>
        origins.Of(identity) is Origin.Guest or Origin.Outside or Origin.Phone ? Filter.Foreign : Filter.None;

    public void Add(Markup row, AttendeeSummary attendee, AttendanceThresholds thresholds)
    {
        if (attendee.Status == AttendanceStatus.Absent)
            row.Add($" <b>{_texts.AbsentMark}</b>");
        if (attendee.Status == AttendanceStatus.Excused && !attendee.HasAttended)
            row.Add($" <small>{_texts.ExcusedMark}</small>");
        if (attendee.HasAttended)
        {
            Red(row, _texts.LateMark, attendee.LateBy, thresholds);
            Red(row, _texts.EarlyMark, attendee.LeftEarlyBy, thresholds);
            Grey(row, _texts.AfterFirst, attendee.AfterStart, thresholds);
            Grey(row, _texts.BeforeLast, attendee.BeforeEnd, thresholds);
            Grey(row, _texts.AwayMark, attendee.TimesAway?.Aggregate(TimeSpan.Zero, static (sum, away) => sum + away.Duration), thresholds);
        }

        if (attendee.Status == AttendanceStatus.Unexpected)
            row.Add($" <small>{_texts.UnexpectedMark}</small>");
        Add(row, attendee.Identity, attendee.Role, attendee.MatchedBy, attendee.Suggestions);
    }

    public void Add(
        Markup row, AttendeeIdentity? identity, AttendeeRole? role, ExpectedMatch? match, IReadOnlyList<ExpectedPerson> suggestions)
    {
        var origin = origins.Of(identity) switch
        {
            Origin.Guest => _texts.GuestMark,
            Origin.Outside => _texts.OutsideMark,
            Origin.Phone => _texts.PhoneMark,
            Origin.Application => _texts.AppMark,
            _ => null,
        };
        if (origin is not null)
            row.Add($" <small>{origin}</small>");
        if (role is { } known && known != AttendeeRole.Attendee && known != AttendeeRole.None)
            row.Add($" <small>{NameOf(known)}</small>");
        if (match == ExpectedMatch.DisplayName)
            row.Add($" <small>{_texts.ByNameMark}</small>");
        if (suggestions.Count > 0)
            row.Add($" <small>{Wording.Fill(_texts.PerhapsMark, wording.NameOf(suggestions[0]))}</small>");
    }

    private string NameOf(AttendeeRole role) =>
        role == AttendeeRole.Organizer ? _texts.OrganizerMark : role == AttendeeRole.Presenter ? _texts.PresenterMark : role.Value;

    private void Red(Markup row, string text, TimeSpan? duration, AttendanceThresholds thresholds)
    {
        if (duration > thresholds.Tolerance)
            row.Add($" <b>{Wording.Fill(text, wording.Duration(duration.Value))}</b>");
    }

    private void Grey(Markup row, string text, TimeSpan? duration, AttendanceThresholds thresholds)
    {
        if (duration > thresholds.Tolerance)
            row.Add($" <small>{Wording.Fill(text, wording.Duration(duration.Value))}</small>");
    }
}
