namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Who was at which session, a square for each.</summary>
internal static class RegisterChart
{
    private const int MostNamed = 200;
    private const double Top = 22;
    private const double RowHeight = 18;
    private const double NamesWidth = 190;
    private const double DateWidth = 40;
    private const double LargestCell = 44;

    public static Picture Of(AttendanceRegister register, ChartOptions options)
    {
        var (texts, wording) = (options.Texts, new Wording(options.Texts, options.TimeZone, needsDates: true, needsSeconds: false));
        var title = options.Title is { } given ? Wording.Fill(texts.PictureTitle, given, texts.Register) : texts.Register;
        var description =
            $"{wording.People(register.People.Count)}, {wording.Plural(texts.Sessions, register.Sessions.Count)}.";
        if (register.People.Count == 0 || register.Sessions.Count == 0)
            return HeadCountChart.Empty(options.Width, title, description);

        var cell = Math.Min(LargestCell, (options.Width - NamesWidth - 8) / register.Sessions.Count);
        var every = (int)Math.Ceiling(DateWidth / cell);
        var body = new Markup();
        for (var session = 0; session < register.Sessions.Count; session += every)
        {
            if (register.Sessions[session].StartsAt is { } start)
                body.Add($"""<text class="start" x="{NamesWidth + (session * cell)}" y="14">{wording.ShortDate(start)}</text>""").Add($"\n");
        }

        var shown = Math.Min(MostNamed, register.People.Count);
        for (var row = 0; row < shown; row++)
            Row(body, register.People[row], Top + (row * RowHeight), cell, wording);
        if (shown < register.People.Count)
        {
            body.Add($"""<text class="start" x="8" y="{Top + (shown * RowHeight) + 14}">{wording.Plural(texts.NotListed, register.People.Count - shown)}</text>""")
                .Add($"\n");
        }

        return new Picture(options.Width, Top + ((shown + 1) * RowHeight), title, description, body);
    }

    private static void Row(Markup body, RegisterPerson person, double y, double cell, Wording wording)
    {
        var name = Wording.FirstOf(person.DisplayName, person.Expected?.DisplayName, person.EmailAddress, person.Expected?.EmailAddress)
            ?? wording.Texts.NoName;
        var paths = new Dictionary<string, Markup>(StringComparer.Ordinal);
        for (var session = 0; session < person.Cells.Count; session++)
        {
            var (x, wide) = (NamesWidth + (session * cell), Math.Max(1, cell - 2));
            var known = person.Cells[session];
            if (known.HasAttended == true)
            {
                Path(known.Status switch
                {
                    AttendanceStatus.Late => "lately",
                    AttendanceStatus.Partial => "partly",
                    _ => "stays",
                }).Add($"M{x} {y + 2}h{wide}v14h{-wide}z");
            }
            else if (known.Status == AttendanceStatus.Absent)
            {
                Path("cross").Add($"M{x} {y + 2}l{wide} 14m{-wide} 0l{wide} -14");
            }
            else if (known.Status == AttendanceStatus.Excused)
            {
                Path("ring").Add($"M{x} {y + 2}h{wide}v14h{-wide}z");
            }
        }

        var total = Wording.Fill(
            wording.Texts.OutOf, wording.Number(person.Total.PresentCount), wording.Number(person.Total.SessionCount));
        body.Add($"<g><title>{name}: {total}</title>")
            .Add($"""<text class="end" x="{NamesWidth - 8}" y="{y + 13}">{StaysChart.Shortened(name)}</text>""");
        foreach (var path in paths)
            body.Add($"""<path class="{path.Key}" d="{path.Value}"/>""");
        body.Add($"</g>\n");

        Markup Path(string kind) => paths.TryGetValue(kind, out var path) ? path : paths[kind] = new Markup();
    }
}
