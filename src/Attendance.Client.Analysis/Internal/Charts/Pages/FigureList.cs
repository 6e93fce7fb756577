namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The figures of a summary, each with its name and what qualifies it: four that weigh, then the rest.</summary>
internal static class FigureList
{
    private const int Weighing = 4;

    public static Markup Of(Drawing drawing) => Of(All(drawing));

    public static Markup Of(IEnumerable<Figure?> all)
    {
        var figures = all.OfType<Figure>().ToList();
        var markup = new Markup();
        Add(markup, "figures", figures.Take(Weighing));
        if (figures.Count > Weighing)
            Add(markup.Add($"\n"), "rest", figures.Skip(Weighing));
        return markup;
    }

    private static void Add(Markup markup, string kind, IEnumerable<Figure> figures)
    {
        markup.Add($"<dl class=\"{kind}\">\n");
        foreach (var figure in figures)
        {
            markup.Add($"""<div><dt>{figure.Name}</dt><dd class="value">{figure.Value}</dd>""");
            if (figure.More.Length > 0)
                markup.Add($"""<dd class="more">{figure.More}</dd>""");
            markup.Add($"</div>\n");
        }

        markup.Add($"</dl>");
    }

    private static IEnumerable<Figure?> All(Drawing drawing)
    {
        var (summary, wording, texts) = (drawing.Summary, drawing.Wording, drawing.Texts);
        var came = summary.Attendees.Where(static attendee => attendee.HasAttended).ToList();
        var isMeasured = came.Exists(static attendee => attendee.LateBy is not null);
        var count = summary.HeadCount;
        var most = count is null ? null
            : new Figure(texts.MostAtOnce, wording.Number(count.Peak), count.PeakAt is { } at ? Wording.Fill(texts.At, wording.Time(at))
                : "");
        var duration = summary.Duration is not { } whole ? null : new Figure(
            texts.Duration, wording.Duration(whole),
            summary.Windows is { Count: > 1 } windows ? wording.Plural(texts.InParts, windows.Count) : "");

        yield return new Figure(texts.Attended, wording.Number(came.Count), PartOf(drawing, came));
        yield return AverageTime(came, wording);
        if (isMeasured)
        {
            var tolerance = Wording.Fill(texts.ByMoreThan, wording.Duration(summary.Thresholds.Tolerance));
            yield return new Figure(
                texts.CameLate, wording.Number(came.Count(attendee => attendee.LateBy > summary.Thresholds.Tolerance)), tolerance);
            yield return new Figure(
                texts.LeftEarly, wording.Number(came.Count(attendee => attendee.LeftEarlyBy > summary.Thresholds.Tolerance)), tolerance);
        }

        yield return most;
        yield return duration;
        if (count?.Median is { } median)
            yield return new Figure(texts.MedianAtOnce, wording.Number(median), "");
        if (summary.HiddenTimesCount is > 0 and var hidden)
            yield return new Figure(texts.TimesHidden, wording.Number(hidden), texts.NotMeasured);
        if (summary.Attendees.Count(static attendee => !attendee.HasAttended && attendee.Expected is null) is > 0 and var notThere)
            yield return new Figure(Capitalized(wording.Plural(texts.NotThere, notThere)), wording.Number(notThere), "");

        var origins = Origins.Of(summary.Attendees.Select(static attendee => (attendee.Role, attendee.Identity)));
        var places = came.Select(attendee => origins.Of(attendee.Identity)).ToList();
        yield return Origin(texts.Guests, Charts.Origin.Guest);
        yield return Origin(texts.Outside, Charts.Origin.Outside);
        yield return Origin(texts.Phones, Charts.Origin.Phone);
        foreach (var figure in Engagement(came, wording))
            yield return figure;

        Figure? Origin(string name, Origin origin) =>
            places.Count(place => place == origin) is > 0 and var number ? new Figure(name, wording.Number(number), "") : null;
    }

    private static string PartOf(Drawing drawing, List<AttendeeSummary> came)
    {
        var (summary, wording, texts) = (drawing.Summary, drawing.Wording, drawing.Texts);
        if (drawing.Options.Registrations is { RegistrationCount: > 0 and var registered } registrations)
        {
            var attended = registrations.Registrants.Count(static one => one.Registration is not null && one.Attendee is not null);
            return Wording.Fill(texts.PercentOfRegistered, wording.Percent((double)attended / registered));
        }

        var expected = summary.Attendees.Count(static attendee => attendee.Expected is not null);
        return summary.ExpectedCount is null || expected == 0
            ? ""
            : Wording.Fill(
                texts.PercentOfExpected,
                wording.Percent((double)came.Count(static attendee => attendee.Expected is not null) / expected));
    }

    private static Figure? AverageTime(List<AttendeeSummary> came, Wording wording)
    {
        var times = came.Select(static attendee => attendee.TimePresent).OfType<TimeSpan>().ToList();
        var shares = came.Select(static attendee => attendee.Share).OfType<double>().ToList();
        return times.Count == 0 ? null : new Figure(
            wording.Texts.AverageTime, wording.Duration(TimeSpan.FromTicks((long)times.Average(static time => time.Ticks))),
            shares.Count == 0 ? "" : Wording.Fill(wording.Texts.PercentOfTime, wording.Percent(shares.Average())));
    }

    private static IEnumerable<Figure> Engagement(List<AttendeeSummary> came, Wording wording)
    {
        var (texts, people) = (wording.Texts, came.Select(static attendee => attendee.Engagement).OfType<EngagementSummary>().ToList());
        if (people.Count == 0)
            yield break;

        yield return Number(texts.Reactions, static person => person.ReactionCount);
        yield return Number(texts.HandsRaised, static person => person.RaisedHandCount);
        yield return People(texts.CamerasOn, static person => person.CameraOnCount);
        yield return People(texts.MicrophonesOn, static person => person.UnmuteCount);

        Figure Number(string name, Func<EngagementSummary, int> count) => new(
            name, wording.Number(people.Sum(count)),
            people.Count(person => count(person) > 0) is > 0 and var from ? wording.Plural(texts.FromPeople, from) : "");

        Figure People(string name, Func<EngagementSummary, int> count) => new(
            name, wording.Number(people.Count(person => count(person) > 0)), "");
    }

    public static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
