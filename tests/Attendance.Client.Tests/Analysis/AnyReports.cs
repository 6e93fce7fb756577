using Attendance.Client.Analysis;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

/// <summary>Which reports are chosen, against models that compare every report with everything.</summary>
public class AnyReports
{
    private static readonly Gen<(int Start, int End)> Span =
        from start in Gen.Choose(0, 30)
        from length in Gen.Choose(0, 8)
        select (start, start + length);

    private static readonly Gen<AttendanceReport> AnyReport = Gen.Frequency(
        (9, Span.Select(span => Report(span.Start, span.End))),
        (1, from start in Gen.Elements<double?>(null, 8)
            from end in Gen.Elements<double?>(null, 3)
            select Report(start, end)));

    // An id each, so that two with the same times are still two.
    private static readonly Gen<AttendanceReport[]> Reports =
        AnyReport.ListOf().Resize(8).Select(reports => reports.Select((report, index) => report with { Id = $"{index}" }).ToArray());

    private static readonly Gen<TimeWindow[]> Windows = Span.ListOf().Resize(8)
        .Select(spans => spans.Select(span => Window(span.Start, span.End)).ToArray());

    [Fact]
    public void Those_in_a_window_are_all_that_overlap_it_in_order_of_time() =>
        Prop.ForAll(Reports.Zip(Span).ToArbitrary(), given =>
        {
            var (reports, (start, end)) = given;

            Assert.Equal(
                InOrder(reports.Where(report => Shared(report, Window(start, end)) is not null)),
                reports.InWindow(Window(start, end)));
        }).Check(Checks.Of(2_000));

    [Fact]
    public void That_of_an_occurrence_shares_the_most_time_with_it() =>
        Prop.ForAll(Reports.Zip(Span).ToArbitrary(), given =>
        {
            var (reports, (start, end)) = given;
            var candidates = InOrder(reports).Select(report => (Report: report, Shared: Shared(report, Window(start, end))))
                .Where(item => item.Shared is not null).ToList();

            Assert.Equal(
                candidates.Find(item => item.Shared == candidates.Max(other => other.Shared)).Report,
                reports.ForOccurrence(Window(start, end)));
        }).Check(Checks.Of(2_000));

    [Fact]
    public void Each_goes_to_the_occurrence_that_it_overlaps_the_most_and_none_is_lost() =>
        Prop.ForAll(Reports.Zip(Windows).ToArbitrary(), given =>
        {
            var (reports, windows) = given;
            var order = Enumerable.Range(0, windows.Length).OrderBy(index => windows[index].Start).ToList();
            var places = reports.ToDictionary(report => report, report =>
            {
                var best = order.Max(index => Shared(report, windows[index]));
                return best is null ? -1 : order.Find(index => Shared(report, windows[index]) == best);
            });

            var series = reports.GroupByOccurrence(windows);

            Assert.Equal(
                windows.Select(
                    (window, index) =>
                        new AttendanceOccurrence { Plan = window, Reports = InOrder(reports.Where(report => places[report] == index)) }),
                series.Occurrences);
            Assert.Equal(InOrder(reports.Where(report => places[report] == -1)), series.Others);
        }).Check(Checks.Of(2_000));

    [Fact]
    public void Sessions_are_joined_while_any_two_are_near_enough() =>
        Prop.ForAll(Reports.Zip(Gen.Choose(0, 4)).ToArbitrary(), given =>
        {
            var (reports, pause) = given;
            var groups = InOrder(reports).ConvertAll(
                report => (Window: TimeWindow.Of(report), Reports: new List<AttendanceReport> { report }));
            for (var index = 0; index < groups.Count; index++)
            {
                var next = groups.FindIndex(
                    index + 1,
                    other => groups[index].Window is { } one && other.Window is { } two && (two.Start - one.End).TotalSeconds <= pause);
                if (next < 0)
                    continue;

                var (first, second) = (groups[index].Window!.Value, groups[next].Window!.Value);
                groups[index] = (
                    new TimeWindow(first.Start, first.End > second.End ? first.End : second.End),
                    [.. groups[index].Reports, .. groups[next].Reports]);
                groups.RemoveAt(next);
                index = -1;
            }

            Assert.Equal(
                groups.Select(group => new AttendanceSession { Window = group.Window, Reports = InOrder(group.Reports) }),
                reports.JoinSessions(Seconds(pause)));
        }).Check(Checks.Of(2_000));

    private static List<AttendanceReport> InOrder(IEnumerable<AttendanceReport> reports) =>
        [.. reports.OrderBy(report => TimeWindow.Of(report) is null).ThenBy(report => TimeWindow.Of(report)?.Start)
            .ThenBy(report => TimeWindow.Of(report)?.End)];

    // Seconds that are shared, zero where one is a moment within the other, null where they have nothing in common.
    private static int? Shared(AttendanceReport report, TimeWindow window)
    {
        if (TimeWindow.Of(report) is not { } session)
            return null;

        var seconds = Enumerable.Range(0, 50).Count(
            second => session.Start <= At(second) && At(second) < session.End && window.Start <= At(second) && At(second) < window.End);
        var isMoment = Enumerable.Range(0, 50).Any(second =>
            (session == Window(second, second) && window.Start <= At(second) && At(second) <= window.End)
            || (window == Window(second, second) && session.Start <= At(second) && At(second) <= session.End));
        return seconds > 0 || isMoment ? seconds : null;
    }
}
