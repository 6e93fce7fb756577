using System.Text;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The page that leads to many pages in the same directory.</summary>
internal static class IndexPage
{
    public static string Of(IReadOnlyList<ChartIndexEntry> entries, ChartOptions options)
    {
        var (texts, wording) = (options.Texts, new Wording(options.Texts, options.TimeZone, needsDates: true, needsSeconds: false));
        var ordered = entries.OrderBy(static entry => entry.StartsAt ?? DateTimeOffset.MaxValue).ToList();
        var room = options.MaxPageSize - 100 - Encoding.UTF8.GetByteCount(texts.AndMore)
            - Encoding.UTF8.GetByteCount(Compose(ordered, Rows.None, options, wording).ToString());
        return Compose(ordered, Rows.Take(ordered.Select(entry => Row(entry, wording)), room), options, wording).ToString();
    }

    private static Markup Compose(List<ChartIndexEntry> entries, Rows rows, ChartOptions options, Wording wording)
    {
        var texts = options.Texts;
        var more = entries.Count - rows.Count;
        var starts = entries.Select(static entry => entry.StartsAt).OfType<DateTimeOffset>().ToList();
        var when = wording.Plural(texts.Sessions, entries.Count);
        if (starts.Count > 0)
            when += $", {Wording.Fill(texts.Days, wording.Date(starts.Min()), wording.Date(starts.Max()))} ({wording.Zone})";
        var tools = new ListTools(wording, texts.DateColumn).Order("name", texts.TitleColumn).Order("3", texts.Attended)
            .Order("1", texts.Share).Markup;
        var main = new Markup().Add($"""
            <section class="attendance-people">
            {(more == 0 ? new Markup() : new Markup().Add($"""<p class="note">{wording.Plural(texts.AndMore, more)}</p>""").Add($"\n"))}{tools}
            <table class="plain" aria-label="{texts.Index}">
            <thead><tr><th scope="col" data-sort="name">{texts.TitleColumn}</th><th scope="col" data-sort="2">{texts.DateColumn}</th><th scope="col" class="number" data-sort="3">{texts.Attended}</th><th scope="col" class="number" data-sort="4">{texts.ExpectedColumn}</th><th scope="col" class="number" data-sort="1">{texts.Share}</th></tr></thead>
            <tbody>
            {rows.Markup}</table>
            </section>
            """);
        return PageShell.Page(options.Title ?? texts.Index, when, main, Wording.Fill(texts.RegisterFooter, wording.Zone), options);
    }

    private static Markup Row(ChartIndexEntry entry, Wording wording)
    {
        var share = entry.AverageShare;
        var row = new Markup().Add(
            $"<tr data-k=0,{(share is { } known ? Wording.Percents(known) : null)},{entry.StartsAt?.ToUnixTimeSeconds()},");
        row.Add($"{entry.AttendedCount},{entry.ExpectedCount}><th>")
            .Add($"<a href=\"{AddressOf(entry.FileName)}\">{entry.Title ?? entry.FileName}</a>");
        row.Add($"<td>{(entry.StartsAt is { } start ? wording.DateAndTime(start) : null)}");
        row.Add($"<td class=number>{(entry.AttendedCount is { } attended ? wording.Number(attended) : null)}");
        row.Add($"<td class=number>{(entry.ExpectedCount is { } expected ? wording.Number(expected) : null)}");
        return row.Add($"<td class=number>{(share is { } part ? wording.Percent(part) : null)}\n");
    }

    // A colon or a question mark in the name of a file must not begin something else, and two slashes not lead to another host.
    private static string AddressOf(string fileName) =>
        (fileName[0] == '/' ? "." : "") + string.Join("/", fileName.Split('/').Select(Uri.EscapeDataString));
}
