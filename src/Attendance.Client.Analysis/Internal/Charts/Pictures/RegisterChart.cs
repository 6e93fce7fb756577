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
    private const double LegendCell = 14;
    private const double LetterWidth = 6.5;

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
            body.Add($"""<text class="start" x="8" y="{Top + (shown * RowHeight) + 14}">{wording.Plural(texts.AndMore, register.People.Count - shown)}</text>""")
                .Add($"\n");
        }

        var height = Top + ((shown + (shown < register.People.Count ? 2 : 1)) * RowHeight);
        height = Legend(body, register, height, options.Width, wording);
        return new Picture(options.Width, height, title, description, body);
    }

    /// <summary>Says what the shapes that occur mean, and returns where it ends.</summary>
    private static double Legend(Markup body, AttendanceRegister register, double y, double width, Wording wording)
    {
        var texts = wording.Texts;
        var cells = register.People.Take(MostNamed).SelectMany(static person => person.Cells).ToList();
        var isMeasured = cells.Exists(static cell => cell.Status is AttendanceStatus.Present or AttendanceStatus.Late);
        var x = 8.0;
        foreach (var (kind, text) in new[]
        {
            ("stays", isMeasured ? texts.InTime : texts.Came), ("lately", texts.Late), ("partly", texts.Partly), ("cross", texts.Absent),
            ("ring", texts.Excused),
        })
        {
            if (!cells.Exists(cell => KindOf(cell) == kind))
                continue;

            var name = wording.Plural(text, MostNamed);
            var wide = LegendCell + 6 + (name.Length * LetterWidth) + 16;
            if (x > 8 && x + wide > width)
                (x, y) = (8, y + RowHeight);
            body.Add($"""<path class="{kind}" d="{Shape(kind, x, y, LegendCell)}"/>""")
                .Add($"""<text class="start" x="{x + LegendCell + 6}" y="{y + 13}">{name}</text>""")
                .Add($"\n");
            x += wide;
        }

        return y + RowHeight + 8;
    }

    private static string? KindOf(RegisterCell cell) => cell.HasAttended == true
        ? cell.Status switch
        {
            AttendanceStatus.Late => "lately",
            AttendanceStatus.Partial => "partly",
            _ => "stays",
        }
        : cell.Status switch
        {
            AttendanceStatus.Absent => "cross",
            AttendanceStatus.Excused => "ring",
            _ => null,
        };

    // Each can be told from the others without its colour.
    private static Markup Shape(string kind, double x, double y, double wide) => new Markup().Add(kind switch
    {
        "cross" => $"M{x} {y + 2}l{wide} 14m{-wide} 0l{wide} -14",
        "partly" => $"M{x} {y + 9}h{wide}v7h{-wide}z",
        "lately" => $"M{x} {y + 16}h{wide}v-14h{-wide / 2}z",
        _ => (FormattableString)$"M{x} {y + 2}h{wide}v14h{-wide}z",
    });

    private static void Row(Markup body, RegisterPerson person, double y, double cell, Wording wording)
    {
        var name = Wording.FirstOf(person.DisplayName, person.Expected?.DisplayName, person.EmailAddress, person.Expected?.EmailAddress)
            ?? wording.Texts.NoName;
        var paths = new Dictionary<string, Markup>(StringComparer.Ordinal);
        for (var session = 0; session < person.Cells.Count; session++)
        {
            var (x, wide) = (NamesWidth + (session * cell), Math.Max(1, cell - 2));
            if (KindOf(person.Cells[session]) is { } kind)
                Path(kind).Add(Shape(kind, x, y, wide));
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
