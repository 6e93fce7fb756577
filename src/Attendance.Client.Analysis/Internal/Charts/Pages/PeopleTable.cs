namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Everybody with their stays, and what finds, filters, sorts and copies them.</summary>
internal sealed class PeopleTable
{
    // Groups that are out of sight cost a browser nothing.
    private const int GroupSize = 100;

    private readonly AttendanceSummary _summary;
    private readonly List<AttendeeSummary> _people;
    private readonly Wording _wording;
    private readonly ChartTexts _texts;
    private readonly Marks _marks;

    public PeopleTable(Drawing drawing)
    {
        (_summary, _people, _wording, _texts) = (drawing.Summary, drawing.People, drawing.Wording, drawing.Texts);
        _marks = new Marks(Origins.Of(_people.Select(static attendee => (attendee.Role, attendee.Identity))), _wording);
    }

    private bool IsMeasured => _summary.Basis != AttendanceBasis.Unknown;

    public IEnumerable<Markup> Rows()
    {
        var namesakes = new HashSet<string>(
            _people.GroupBy(_wording.NameOf, StringComparer.OrdinalIgnoreCase).Where(static group => group.Skip(1).Any())
                .Select(static group => group.Key),
            StringComparer.OrdinalIgnoreCase);
        // Without gaps, in which time would seem to be missing.
        var bars = TimeScale.Of(_summary, width: 100, gap: 0);
        return _people.Select((attendee, place) => Row(attendee, namesakes, bars, place % GroupSize == 0 ? "<tbody>\n" : ""));
    }

    public Markup Of(Rows rows)
    {
        var more = _people.Count - rows.Count;
        var kinds = (IsMeasured ? " measured" : "") + (_wording.NeedsDates ? " dated" : "");
        return new Markup().Add($"""
            <section class="attendance-people">
            <h2>{_texts.Attendees}</h2>
            {(more == 0 ? new Markup() : new Markup().Add($"""<p class="note">{_wording.Plural(_texts.NotListed, more)}</p>""").Add($"\n"))}{Tools()}
            <p class="note">{_texts.PeopleNote}{(IsMeasured && _people.Exists(static attendee => attendee.Stays.Count > 0) ? $" {_texts.MissedNote}" : "")}</p>
            <table class="people{kinds}" data-group="{GroupSize}" aria-label="{_texts.Attendees}">
            <thead><tr><th scope="col" data-sort="name">{_texts.Name}</th><th scope="col">{_texts.Stays}</th><th scope="col" data-sort="2">{_texts.Present}</th><th scope="col" data-sort="1">{_texts.Share}</th><th scope="col" data-sort="3">{_texts.Joined}</th><th scope="col" data-sort="4">{_texts.Left}</th></tr></thead>
            {rows.Markup}</table>
            </section>
            """);
    }

    private Markup Tools()
    {
        var filters = _people.ConvertAll(attendee => _marks.FilterOf(attendee, _summary.Thresholds));
        var tools = new ListTools(_wording, _texts.Order);
        foreach (var (filter, name) in new[]
        {
            (Marks.Filter.Absent, _texts.AbsentFilter), (Marks.Filter.Late, _texts.LateFilter), (Marks.Filter.Early, _texts.EarlyFilter),
            (Marks.Filter.Foreign, _texts.GuestFilter),
        })
        {
            tools.Filter((int)filter, name, filters.Count(known => known.HasFlag(filter)));
        }

        if (_people.Exists(static attendee => attendee.Share is not null))
            tools.Below(_summary.Thresholds.PresentFrom);
        tools.Order("name", _texts.Name).Order("2", _texts.Present).Order("1", _texts.Share)
            .Order("3", _texts.Joined).Order("4", _texts.Left);
        if (_people.Exists(static attendee => attendee.LateBy is not null))
            tools.Order("-5", _texts.Lateness).Order("-6", _texts.Earliness);
        return tools.Markup;
    }

    // HTML lets end tags of cells and rows be left out, and quotes; of thousands of rows, that decides whether the page can be sent by
    // mail.
    private Markup Row(AttendeeSummary attendee, HashSet<string> namesakes, TimeScale? bars, string before)
    {
        var name = _wording.NameOf(attendee);
        var known = attendee.HasAttended ? attendee : new AttendeeSummary();
        var share = known.Share ?? (attendee.Status == AttendanceStatus.Absent ? 0 : null);
        var row = Markup.Raw(before).Add(
            $"<tr data-k={(int)_marks.FilterOf(attendee, _summary.Thresholds)},{(share is { } part ? Wording.Percents(part) : null)},");
        row.Add($"{WholeSeconds.Of(known.TimePresent)},{Since(known.FirstJoinedAt)},{Since(known.LastLeftAt)},");
        row.Add($"{WholeSeconds.Of(known.LateBy)},{WholeSeconds.Of(known.LeftEarlyBy)}><th>{name}");
        _marks.Add(row, attendee, _summary.Thresholds);
        if (namesakes.Contains(name)
            && Wording.FirstOf(attendee.EmailAddress, attendee.Identity?.Email, attendee.Expected?.EmailAddress) is { } address
            && address != name)
        {
            row.Add($"<p>{address}");
        }

        if (known.Engagement is { } engagement && EngagementOf(engagement) is { Length: > 0 } took)
            row.Add($"<p>{took}");

        row.Add($"<td>");
        if (attendee.Status == AttendanceStatus.Absent && bars is not null)
            row.Add($"<svg role=none></svg>");
        else if (attendee.Stays.Count == 0 || bars is null)
            row.Add($"<i>{Listing.WhyNoStays(attendee, _wording)}</i>");
        else
            Draw(row, bars.Bars(attendee.Stays, finest: 0.2));
        row.Add($"<td>{Present(known)}<td>{(known.Share is { } of ? _wording.Percent(of) : null)}");
        row.Add($"<td>{(known.FirstJoinedAt is { } joined ? _wording.Time(joined) : null)}");
        return row.Add($"<td>{(known.LastLeftAt is { } left ? _wording.Time(left) : null)}\n");
    }

    private string EngagementOf(EngagementSummary engagement) => string.Join(", ", new[]
    {
        engagement.ReactionCount > 0 ? _wording.Plural(_texts.ReactionsMark, engagement.ReactionCount) : null,
        engagement.RaisedHandCount > 0 ? _wording.Plural(_texts.HandsMark, engagement.RaisedHandCount) : null,
        engagement.CameraOnCount > 0 ? _texts.CameraMark : null,
        engagement.UnmuteCount > 0 ? _texts.MicrophoneMark : null,
    }.OfType<string>());

    private static void Draw(Markup row, IEnumerable<(double Start, double End)> bars)
    {
        row.Add($"<svg role=none>");
        foreach (var (start, end) in bars)
            row.Add($"<rect x={Math.Round(start, 1)}% width={Math.Round(end - start, 1)}% />");
        row.Add($"</svg>");
    }

    // As seconds since any moment that all rows share.
    private long? Since(DateTimeOffset? time) => time is { } known
        ? (long)(known - (_summary.Windows is { Count: > 0 } windows ? windows[0].Start : default)).TotalSeconds
        : null;

    private Markup? Present(AttendeeSummary attendee) =>
        attendee.TimePresent is { } present ? new Markup().Add($"{_wording.Duration(present)}")
        : attendee.HasHiddenTimes && attendee.Stays.Count > 0 ? new Markup().Add($"<i>{_texts.PartlyHidden}</i>")
        : null;
}
