namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The figures of a summary, each with its name and what qualifies it.</summary>
internal static class FigureList
{
    public static Markup Of(AttendanceSummary summary, ChartOptions options, ChartText text)
    {
        var markup = new Markup().Add($"""
            <dl class="figures">

            """);
        var registered = options.Registrations is { } registrations ? Registration(registrations) : [];
        foreach (var (name, value, more) in Attendance(summary, options, text).Concat(registered))
        {
            markup.Add($"""<div><dt>{name}</dt><dd class="value">{value}</dd>""");
            if (more.Length > 0)
                markup.Add($"""<dd class="more">{more}</dd>""");
            markup.Add($"</div>\n");
        }

        return markup.Add($"</dl>");
    }

    private static IEnumerable<(string Name, string Value, string More)> Attendance(
        AttendanceSummary summary, ChartOptions options, ChartText text)
    {
        var came = summary.Attendees.Where(static attendee => attendee.HasAttended).ToList();
        var absent = summary.Attendees.Count - came.Count;
        yield return ("Attended", ChartText.Number(came.Count), absent == 0 ? "" : $"not there: {ChartText.Number(absent)}");

        if (summary.HeadCount is { } headCount)
        {
            yield return ("Most at once", ChartText.Number(headCount.Peak), headCount.PeakAt is { } at ? $"at {text.Time(at)}" : "");
            if (headCount.Median is { } median)
                yield return ("Median at once", ChartText.Number(median), "");
        }

        if (summary.Duration is { } duration)
        {
            yield return (
                "Duration", ChartText.RoughDuration(duration),
                summary.Windows is { Count: > 1 } windows ? $"in {ChartText.Number(windows.Count)} parts" : "");
        }

        var shares = came.Select(static attendee => attendee.Share).OfType<double>().ToList();
        if (shares.Count > 0)
            yield return ("Average presence", ChartText.Percent(shares.Average()), "of the whole time");

        var tolerance = $"by more than {ChartText.RoughDuration(options.Tolerance)}";
        if (came.Exists(static attendee => attendee.LateBy is not null))
        {
            yield return ("Came late", ChartText.Number(came.Count(attendee => attendee.LateBy > options.Tolerance)), tolerance);
            yield return ("Left early", ChartText.Number(came.Count(attendee => attendee.LeftEarlyBy > options.Tolerance)), tolerance);
        }

        if (summary.HiddenTimesCount is > 0 and var hidden)
            yield return ("Times hidden", ChartText.Number(hidden), "not measured");
    }

    private static IEnumerable<(string Name, string Value, string More)> Registration(RegistrationSummary registrations)
    {
        yield return ("Registered", ChartText.Number(registrations.RegistrationCount), "");
        yield return Rate("Registered and came", RegistrationOutcome.Attended, registrations.AttendanceRate, " of those expected");
        yield return Rate("No-shows", RegistrationOutcome.NoShow, registrations.NoShowRate, " of those expected");
        yield return Rate("Walk-ins", RegistrationOutcome.WalkIn, registrations.WalkInRate, " of those who came");
        var canceled = registrations.Count(RegistrationOutcome.Canceled) + registrations.Count(RegistrationOutcome.CanceledButAttended);
        yield return (
            "Canceled", ChartText.Number(canceled),
            registrations.CancellationRate is { } rate ? $"{ChartText.Percent(rate)} of registrations" : "");

        (string, string, string) Rate(string name, RegistrationOutcome outcome, double? rate, string whole) =>
            (name, ChartText.Number(registrations.Count(outcome)), rate is { } known ? ChartText.Percent(known) + whole : "");
    }
}
