using System.Security.Cryptography;
using System.Text;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The page on a summary.</summary>
internal sealed class PageHtml
{
    private const double WideWidth = 960;
    private const double NarrowWidth = 380;
    private const int FewestForCrowd = 40;

    // Nothing may be loaded and nothing run but the style and the script below, even if a name got past the escaping. The icon keeps
    // browsers from asking for one.
    private static readonly string Policy =
        $"default-src 'none'; img-src data:; style-src '{HashOf(Resource.PageStyle)}'; " +
        $"script-src '{HashOf(Resource.PageScript)}'; base-uri 'none'; form-action 'none'";

    private readonly AttendanceSummary _summary;
    private readonly ChartOptions _options;
    private readonly Drawing _drawing;
    private readonly Markup _pictures;

    private PageHtml(AttendanceSummary summary, ChartOptions options)
    {
        _summary = summary;
        _options = options;
        // What was attended stands above the page.
        _drawing = Drawing.Of(summary, options with { Title = null });
        _pictures = Pictures();
    }

    public static string Of(AttendanceSummary summary, ChartOptions options)
    {
        var page = new PageHtml(summary, options);
        // What the lists say of those who are left out, with digits to spare.
        const int Notes = 400;
        var room = options.MaxPageSize - Notes - Encoding.UTF8.GetByteCount(page.Compose(Rows.None, Rows.None).ToString());
        var allRegistrants = Rows.Take(RegistrationsTable.RowsOf(options.Registrations), room);
        var people = Rows.Take(page.PeopleRows(), Math.Max(room / 2, room - allRegistrants.Size));
        var registrants = allRegistrants.Size <= room - people.Size
            ? allRegistrants
            : Rows.Take(RegistrationsTable.RowsOf(options.Registrations), room - people.Size);
        return page.Compose(people, registrants).ToString();
    }

    private static string HashOf(Markup content)
    {
        using var sha = SHA256.Create();
        return "sha256-" + Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(content.ToString())));
    }

    private Markup Compose(Rows people, Rows registrants)
    {
        var title = _options.Title ?? "Attendance";
        var page = new Markup().Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{(_options.Title is null ? title : $"{title}: attendance")}</title>
            <link rel="icon" href="data:,">
            <style>{Resource.PageStyle}</style>
            </head>
            <body>
            <header>
            <h1>{title}</h1>
            <p>{When()}</p>
            </header>
            <main>
            {FigureList.Of(_summary, _options, Text)}
            {_pictures}
            {PeopleTable(people)}
            """);
        if (_options.Registrations is { } registrations)
            page.Add($"\n").Add(RegistrationsTable.Of(registrations, registrants));

        return page.Add($"""

            </main>
            <footer class="note"><p>Times are in {_options.TimeZone.Id}. Made with Attendance.Client from {ReportCount()} of Microsoft Graph.</p></footer>
            <script>{Resource.PageScript}</script>
            </body>
            </html>

            """);
    }

    private ChartText Text => _drawing.Text;

    private List<AttendeeSummary> People => _drawing.People;

    private string ReportCount() =>
        _summary.ReportCount == 1 ? "1 attendance report" : $"{ChartText.Number(_summary.ReportCount)} attendance reports";

    private string When()
    {
        if (_summary.Windows is not { Count: > 0 } windows)
            return "The times of the session are not known";

        var all = new TimeWindow(windows.Min(static window => window.Start), windows.Max(static window => window.End));
        return windows.Count == 1
            ? $"{Text.Span(all)} ({_options.TimeZone.Id})"
            : $"{ChartText.Number(windows.Count)} times from {Text.Date(all.Start)} to {Text.Date(all.End)} ({_options.TimeZone.Id})";
    }

    private Markup Pictures()
    {
        var markup = new Markup().Add($"""
            <section>
            <h2>Head count over time</h2>
            {Figure(HeadCountChart.Of)}
            {HeadCountTable()}
            </section>
            """);
        return People.Count < FewestForCrowd ? markup : markup.Add($"""

            <section>
            <h2>Everybody's presence</h2>
            {Figure(CrowdChart.Of)}
            </section>
            """);
    }

    // Drawn twice, as letters that are shrunk with a picture cannot be read on a phone.
    private Markup Figure(Func<Drawing, double, Picture> draw)
    {
        var (wide, narrow) = (draw(_drawing, WideWidth), draw(_drawing, NarrowWidth));
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
                .Concat(scale.Ticks(_options.TimeZone, Text).Select(static tick => tick.Time)).Distinct().OrderBy(static time => time)];
        var every = (times.Count + MostRows - 1) / MostRows;
        var changes = headCount.Changes;
        var index = 0;
        markup.Add($"""
            <details>
            <summary>The head count as a table</summary>
            <table>
            <thead><tr><th scope="col">Time</th><th scope="col" class="number">People</th></tr></thead>
            <tbody>

            """);
        foreach (var time in times.Where((_, number) => number % every == 0))
        {
            while (index + 1 < changes.Count && changes[index + 1].At <= time)
                index++;
            markup.Add($"""<tr><td>{Text.Time(time)}</td><td class="number">{ChartText.Number(changes[index].Count)}</td></tr>""")
                .Add($"\n");
        }

        return markup.Add($"</tbody>\n</table>\n</details>");
    }

    private IEnumerable<Markup> PeopleRows()
    {
        var namesakes = new HashSet<string>(
            People.GroupBy(ChartText.NameOf, StringComparer.OrdinalIgnoreCase).Where(static group => group.Skip(1).Any())
                .Select(static group => group.Key),
            StringComparer.OrdinalIgnoreCase);
        var bars = TimeScale.Of(_summary, width: 100, gap: 1);
        return People.Select(attendee => Row(attendee, namesakes, bars));
    }

    private Markup PeopleTable(Rows rows)
    {
        var more = People.Count - rows.Count;
        return new Markup().Add($"""
            <section>
            <h2 id="attendees">Attendees</h2>
            {(more == 0 ? new Markup() : new Markup().Add($"""<p class="note">{ChartText.People(more)} more, who came last, are not listed here. All are in the figures and pictures above.</p>""").Add($"\n"))}<p class="find" id="find" hidden><label for="name">Find a person</label><input id="name" type="search" autocomplete="off"><output for="name" aria-live="polite"></output></p>
            <p class="note" id="legend">In the order in which they came. The share is of the whole time. Late or early by more than {ChartText.RoughDuration(_options.Tolerance)} stands out.</p>
            <div class="scroll" role="region" aria-labelledby="attendees" tabindex="0">
            <table class="people" id="people" aria-labelledby="attendees" aria-describedby="legend">
            <thead><tr><th scope="col" data-sort="text">Name</th><th scope="col" class="stay">Stays</th><th scope="col" data-sort="number">Present</th><th scope="col" data-sort="number">Share</th><th scope="col" data-sort="time">Joined</th><th scope="col" data-sort="time">Left</th><th scope="col" data-sort="number">Late by</th><th scope="col" data-sort="number">Left early by</th></tr></thead>
            <tbody>
            {rows.Markup}</tbody>
            </table>
            </div>
            </section>
            """);
    }

    // HTML lets end tags of cells and rows be left out, and quotes; of thousands of rows, that decides whether the page can be sent by
    // mail.
    private Markup Row(AttendeeSummary attendee, HashSet<string> namesakes, TimeScale? bars)
    {
        var name = ChartText.NameOf(attendee);
        var row = new Markup().Add($"<tr><th>{name}");
        if (attendee.Role is { } role && role != AttendeeRole.Attendee && role != AttendeeRole.None)
            row.Add($" <small>{role}</small>");
        if (namesakes.Contains(name)
            && ChartText.FirstOf(attendee.EmailAddress, attendee.Identity?.Email) is { } address && address != name)
        {
            row.Add($"<p>{address}");
        }

        row.Add($"<td>");
        if (attendee.Stays.Count == 0 || bars is null)
        {
            row.Add($"<i>{Listing.WhyNoStays(attendee)}</i>");
        }
        else
        {
            row.Add($"<svg role=none>");
            foreach (var (start, end) in bars.Bars(attendee.Stays, finest: 0.2))
                row.Add($"<rect x={Math.Round(start, 1)}% width={Math.Round(end - start, 1)}% />");

            row.Add($"</svg>");
        }

        var known = attendee.HasAttended ? attendee : new AttendeeSummary();
        row.Add($"<td>{Present(known)}<td>{(known.Share is { } share ? ChartText.Percent(share) : null)}");
        row.Add($"<td>{(known.FirstJoinedAt is { } joined ? Text.Time(joined) : null)}");
        row.Add($"<td>{(known.LastLeftAt is { } left ? Text.Time(left) : null)}");
        return row.Add($"<td>{Marked(known.LateBy)}<td>{Marked(known.LeftEarlyBy)}\n");
    }

    private static Markup? Present(AttendeeSummary attendee) =>
        attendee.TimePresent is { } present ? new Markup().Add($"{ChartText.Duration(present)}")
        : attendee.HasHiddenTimes && attendee.Stays.Count > 0 ? Markup.Raw("<i>partly hidden</i>")
        : null;

    private Markup? Marked(TimeSpan? duration) => duration is not { } known ? null
        : known > _options.Tolerance ? new Markup().Add($"<b>{ChartText.RoughDuration(known)}</b>")
        : new Markup().Add($"{ChartText.RoughDuration(known)}");
}
