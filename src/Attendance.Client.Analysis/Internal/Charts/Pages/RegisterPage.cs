using System.Text;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The page on a register: people by sessions.</summary>
internal sealed class RegisterPage
{
    // Smaller than of people alone, as each has a cell for every session.
    private const int GroupSize = 25;

    // As many dates stand side by side on a sheet of paper.
    private const int MostAcross = 16;

    private readonly AttendanceRegister _register;
    private readonly ChartOptions _options;
    private readonly Wording _wording;
    private readonly ChartTexts _texts;
    private readonly Marks _marks;

    private RegisterPage(AttendanceRegister register, ChartOptions options)
    {
        (_register, _options, _texts) = (register, options, options.Texts);
        _wording = new Wording(options.Texts, options.TimeZone, needsDates: true, needsSeconds: false);
        _marks = new Marks(Origins.Of(register.People.Select(static person => (person.Role, person.Identity))), _wording);
    }

    public static string Of(AttendanceRegister register, ChartOptions options)
    {
        var page = new RegisterPage(register, options);
        var room = options.MaxPageSize - 100 - Encoding.UTF8.GetByteCount(options.Texts.NotListed)
            - Encoding.UTF8.GetByteCount(page.Compose(Rows.None).ToString());
        return page.Compose(Rows.Take(register.People.Select(page.Row), room)).ToString();
    }

    private Markup Compose(Rows rows)
    {
        var more = _register.People.Count - rows.Count;
        var main = new Markup().Add($"""
            {FigureList.Of(Figures())}
            <section class="attendance-people">
            <h2>{_texts.Attendees}</h2>
            {(more == 0 ? new Markup() : new Markup().Add($"""<p class="note">{_wording.Plural(_texts.NotListed, more)}</p>""").Add($"\n"))}{Tools()}
            <p class="note">{_texts.RegisterNote}</p>
            <div class="scroll" role="region" aria-label="{_texts.Register}" tabindex="0">
            <table class="register{(_register.Sessions.Count > MostAcross ? " many" : "")}" data-group="{GroupSize}" aria-label="{_texts.Attendees}">
            <thead><tr><th scope="col" data-sort="name">{_texts.Name}</th><th scope="col" data-sort="1">{_texts.Total}</th>{Heads()}</tr></thead>
            {rows.Markup}</table>
            </div>
            </section>
            """);
        return PageShell.Page(
            _options.Title ?? _texts.Register, When(), main, Wording.Fill(_texts.RegisterFooter, _wording.Zone), _options);
    }

    private string When()
    {
        var starts = _register.Sessions.Select(static session => session.StartsAt).OfType<DateTimeOffset>().ToList();
        var sessions = _wording.Plural(_texts.Sessions, _register.Sessions.Count);
        return starts.Count == 0 ? sessions
            : $"{sessions}, {Wording.Fill(_texts.Days, _wording.Date(starts.Min()), _wording.Date(starts.Max()))} ({_wording.Zone})";
    }

    private IEnumerable<Figure?> Figures()
    {
        var people = _register.People;
        var shares = people.Select(static person => person.Total.Share).OfType<double>().ToList();
        yield return new Figure(_texts.Attendees, _wording.Number(people.Count), "");
        yield return new Figure(_texts.Index, _wording.Number(_register.Sessions.Count), "");
        yield return shares.Count == 0 ? null : new Figure(_texts.AverageShare, _wording.Percent(shares.Average()), "");
        yield return new Figure(
            FigureList.Capitalized(_texts.AbsentOften), _wording.Number(people.Count(static person => person.Total.AbsentCount > 0)), "");
        yield return new Figure(
            FigureList.Capitalized(_texts.LateOften), _wording.Number(people.Count(WasLate)), "");
    }

    private Markup Tools()
    {
        var filters = _register.People.Select(FilterOf).ToList();
        var tools = new ListTools(_wording, _texts.Order);
        foreach (var (filter, name) in new[]
        {
            (Marks.Filter.Absent, _texts.AbsentOften), (Marks.Filter.Late, _texts.LateOften), (Marks.Filter.Foreign, _texts.GuestFilter),
        })
        {
            tools.Filter((int)filter, name, filters.Count(known => known.HasFlag(filter)));
        }

        if (_register.People.Any(static person => person.Total.Share is not null))
            tools.Below(_register.Thresholds.PresentFrom);
        return tools.Order("name", _texts.Name).Order("1", _texts.FewestFirst).Markup;
    }

    private Marks.Filter FilterOf(RegisterPerson person) =>
        (person.Total.AbsentCount > 0 ? Marks.Filter.Absent : Marks.Filter.None)
        | (WasLate(person) ? Marks.Filter.Late : Marks.Filter.None)
        | _marks.FilterOf(person.Identity);

    // Whoever came late and was there for too little counts as the latter alone, and is late all the same.
    private bool WasLate(RegisterPerson person) => person.Cells.Any(IsLate);

    private bool IsLate(RegisterCell cell) => cell.LateBy > _register.Thresholds.Tolerance;

    private Markup Heads()
    {
        var days = _register.Sessions.Select(static session => session.StartsAt).OfType<DateTimeOffset>().Select(_wording.Date).ToList();
        var needsTimes = days.Count != days.Distinct(StringComparer.Ordinal).Count();
        var heads = new Markup();
        foreach (var session in _register.Sessions)
        {
            var start = session.StartsAt;
            var title = Wording.FirstOf(session.Occurrence.Subject, start is { } at ? _wording.DateAndTime(at) : null);
            heads.Add($"""<th scope="col" title="{title}">{(start is { } from ? _wording.ShortDate(from) : "?")}""");
            if (needsTimes && start is { } time)
                heads.Add($"<small>{_wording.Minute(time)}</small>");
            heads.Add($"<small>{CountOf(session)}</small></th>");
        }

        return heads;
    }

    private string CountOf(RegisterSession session) =>
        session.AttendedCount is not { } attended ? _texts.NoReport
        : session.ExpectedCount is { } expected && expected > 0 ? $"{_wording.Number(attended)}/{_wording.Number(expected)}"
        : _wording.Number(attended);

    private Markup Row(RegisterPerson person, int place)
    {
        var total = person.Total;
        var row = Markup.Raw(place % GroupSize == 0 ? "<tbody>\n" : "").Add(
            $"<tr data-k={(int)FilterOf(person)},{(total.Share is { } share ? Wording.Percents(share) : null)}><th>{NameOf(person)}");
        _marks.Add(row, person.Identity, person.Role, person.MatchedBy, person.Suggestions);
        row.Add($"<td>{TotalOf(total)}");
        foreach (var cell in person.Cells)
            Add(row, cell);
        return row.Add($"\n");
    }

    private string NameOf(RegisterPerson person) =>
        Wording.FirstOf(
            person.DisplayName, person.Expected?.DisplayName, person.EmailAddress, person.Identity?.Email, person.Expected?.EmailAddress,
            person.Identity?.Id, person.Expected?.Id)
        ?? _texts.NoName;

    private string TotalOf(RegisterTotal total)
    {
        var (attended, sessions) = (_wording.Number(total.PresentCount), _wording.Number(total.SessionCount));
        return total.Share is { } share
            ? Wording.Fill(_texts.TotalAttended, attended, sessions, _wording.Percent(share))
            : Wording.Fill(_texts.OutOf, attended, sessions);
    }

    // Each cell says in text what its colour says.
    private void Add(Markup row, RegisterCell cell)
    {
        if (cell.HasAttended == true)
        {
            var kind = cell.Status switch
            {
                AttendanceStatus.Late => " class=l",
                AttendanceStatus.Partial => IsLate(cell) ? " class=b" : " class=t",
                _ => "",
            };
            row.Add($"<td{kind}>{(cell.Share is { } share ? _wording.Number(Wording.Percents(share)) : "?")}");
            if (IsLate(cell))
                row.Add($"<small>+{_wording.Number((long)cell.LateBy!.Value.TotalMinutes)}</small>");
        }
        else if (cell.Status == AttendanceStatus.Absent)
        {
            row.Add($"<td class=a>✕");
        }
        else
        {
            row.Add($"<td class=n>{(cell.Status == AttendanceStatus.Excused ? "○" : cell.HasAttended is null ? "" : "–")}");
        }
    }
}
