using System.Text;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The page on a summary.</summary>
internal sealed class PageHtml
{
    private const double WideWidth = 960;
    private const double NarrowWidth = 380;
    private const double PictureHeight = 260;
    private const int FewestForColumns = 40;

    private readonly AttendanceSummary _summary;
    private readonly ChartOptions _options;
    private readonly Drawing _drawing;
    private readonly PeopleTable _people;
    private readonly Markup _figures;
    private readonly Markup _pictures;

    private PageHtml(AttendanceSummary summary, ChartOptions options)
    {
        _summary = summary;
        _options = options;
        // What was attended stands above the page.
        _drawing = Drawing.Of(summary, options with { Title = null });
        _people = new PeopleTable(_drawing);
        _figures = new Markup().Add(Funnel.Of(_drawing)).Add(FigureList.Of(_drawing));
        _pictures = Pictures();
    }

    private Wording Wording => _drawing.Wording;

    private ChartTexts Texts => _options.Texts;

    public static string Of(AttendanceSummary summary, ChartOptions options)
    {
        var page = new PageHtml(summary, options);
        // What the lists say of those who are left out, with digits to spare.
        var notes = 100 + (2 * Encoding.UTF8.GetByteCount(options.Texts.NotListed + options.Texts.RegistrationsNotListed));
        var room = options.MaxPageSize - notes - Encoding.UTF8.GetByteCount(page.Compose(Rows.None, Rows.None).ToString());
        var allRegistrants = Rows.Take(RegistrationsTable.RowsOf(page._drawing), room);
        var people = Rows.Take(page._people.Rows(), Math.Max(room / 2, room - allRegistrants.Size));
        var registrants = allRegistrants.Size <= room - people.Size
            ? allRegistrants
            : Rows.Take(RegistrationsTable.RowsOf(page._drawing), room - people.Size);
        return page.Compose(people, registrants).ToString();
    }

    private Markup Compose(Rows people, Rows registrants)
    {
        var main = new Markup().Add($"{_figures}\n{_pictures}\n{_people.Of(people)}");
        if (_options.Registrations is not null)
            main.Add($"\n{RegistrationsTable.Of(_drawing, registrants)}");
        return PageShell.Page(
            _options.Title ?? Texts.Attendance, When(), main,
            Wording.Plural(Texts.Footer, _summary.ReportCount, Wording.Zone),
            _options);
    }

    private string When()
    {
        if (_summary.Windows is not { Count: > 0 } windows)
            return Texts.UnknownTimes;

        var all = new TimeWindow(windows.Min(static window => window.Start), windows.Max(static window => window.End));
        var when = windows.Count == 1
            ? Wording.Span(all)
            : Wording.Fill(Texts.SeveralTimes, Wording.Number(windows.Count), Wording.Date(all.Start), Wording.Date(all.End));
        when = $"{when} ({Wording.Zone})";
        return _summary.Basis == AttendanceBasis.Planned ? Wording.Fill(Texts.Planned, when) : when;
    }

    private Markup Pictures()
    {
        var markup = new Markup().Add($"""
            <div class="pictures">
            <section>
            <h2>{Texts.HeadCount}</h2>
            {Figure(static (drawing, width) => HeadCountChart.Of(drawing, width, PictureHeight))}
            {HeadCountTable()}
            </section>
            """);
        if (_summary.AttendedCount >= FewestForColumns)
        {
            markup.Add($"""

                <section>
                <h2>{Texts.HowLong}</h2>
                {Figure(static (drawing, width) => MinutesChart.Of(drawing, width, PictureHeight))}
                </section>
                """);
        }

        return markup.Add($"\n</div>");
    }

    // Drawn twice, as letters that are shrunk with a picture cannot be read on a phone.
    private Markup Figure(Func<Drawing, double, Picture> draw)
    {
        var (wide, narrow) = (draw(_drawing, WideWidth), draw(_drawing, NarrowWidth));
        if (wide.IsEmpty)
            return new Markup().Add($"<p class=\"note\">{wide.Description}</p>");

        return new Markup().Add(
            $"<figure>\n{Inline(wide, "wide")}\n{Inline(narrow, "narrow")}\n<figcaption>{wide.Description}</figcaption>\n</figure>");
    }

    private static Markup Inline(Picture picture, string width) => new Markup().Add($"""
        <svg class="attendance-chart {width}" viewBox="0 0 {picture.Width} {picture.Height}" role="img" aria-label="{picture.Title}">
        {picture.Body}</svg>
        """);

    private Markup HeadCountTable()
    {
        var markup = new Markup();
        if (_summary.HeadCount is not { Changes.Count: > 0 } headCount || TimeScale.Of(_summary, WideWidth, gap: 0) is not { } scale)
            return markup;

        const int MostRows = 300;
        List<DateTimeOffset> times =
            [.. scale.Windows.Select(static window => window.Start)
                .Concat(scale.Ticks(_options.TimeZone, Wording).Select(static tick => tick.Time)).Distinct().OrderBy(static time => time)];
        var every = (times.Count + MostRows - 1) / MostRows;
        var changes = headCount.Changes;
        var index = 0;
        markup.Add($"""
            <details>
            <summary>{Texts.HeadCountTable}</summary>
            <table>
            <thead><tr><th scope="col">{Texts.TimeColumn}</th><th scope="col" class="number">{Texts.PeopleColumn}</th></tr></thead>
            <tbody>

            """);
        foreach (var time in times.Where((_, number) => number % every == 0))
        {
            while (index + 1 < changes.Count && changes[index + 1].At <= time)
                index++;
            markup.Add($"""<tr><td>{Wording.Time(time)}</td><td class="number">{Wording.Number(changes[index].Count)}</td></tr>""")
                .Add($"\n");
        }

        return markup.Add($"</tbody>\n</table>\n</details>");
    }
}
