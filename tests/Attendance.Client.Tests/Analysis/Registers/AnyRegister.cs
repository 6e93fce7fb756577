using Attendance.Client.Analysis;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis.Registers;

/// <summary>Registers against a plain model: a summary of each session, and sums over what it says of a person.</summary>
public class AnyRegister
{
    private static readonly Gen<ExpectedPerson> AnyExpected =
        from number in Gen.Choose(0, 6)
        from isExcused in Gen.Elements(false, false, true)
        select new ExpectedPerson { Id = $"p{number}", IsExcused = isExcused };

    private static readonly Gen<AttendanceOccurrence> AnyOccurrence =
        from given in AnyAttendance.AnyCase
        from hasReports in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        from expected in Gen.OneOf(
            Gen.Constant((ExpectedPerson[]?)null),
            AnyExpected.ArrayOf().Select(people => (ExpectedPerson[]?)[.. people.DistinctBy(person => person.Id)]))
        select new AttendanceOccurrence
        {
            Plan = given.Options?.Windows is { } windows ? windows[0] : null,
            Reports = hasReports ? given.Reports : [],
            Expected = expected,
        };

    [Fact]
    public void It_is_what_the_summaries_of_its_sessions_give() =>
        Prop.ForAll(AnyOccurrence.ListOf().Resize(5).Zip(Gen.Elements(true, false)).ToArbitrary(), given =>
        {
            var options = new RegisterOptions
            {
                AsRan = given.Item2,
                Thresholds = new AttendanceThresholds { Tolerance = Seconds(3), PresentFrom = 0.5 },
            };

            var register = AttendanceRegister.Of(given.Item1, options);

            AttendanceSummary[] summaries = [.. register.Sessions.Select(session => AttendanceSummary.Of(
                session.Occurrence, new SummaryOptions { AsRan = options.AsRan, Thresholds = options.Thresholds }))];
            Assert.Equal(
                summaries.SelectMany(summary => summary.Attendees).Select(person => person.Key).Distinct().Order(),
                register.People.Select(person => person.Key).Order());
            Assert.Equal(summaries.Select(summary => summary.Basis), register.Sessions.Select(session => session.Basis));
            Assert.Equal(summaries.Select(summary => summary.ExpectedCount), register.Sessions.Select(session => session.ExpectedCount));
            Assert.Equal(
                summaries.Select(summary => summary.ReportCount == 0 ? null : (int?)summary.AttendedCount),
                register.Sessions.Select(session => session.AttendedCount));
            foreach (var person in register.People)
            {
                RegisterCell[] cells = [.. summaries.Select(summary => CellOf(summary, person.Key!))];
                Assert.Equal(cells, person.Cells);
                Assert.Equal(TotalOf(cells, summaries), person.Total);
            }
        }).Check(Checks.Of(1_000));

    private static RegisterCell CellOf(AttendanceSummary summary, string key)
    {
        var person = summary.Attendees.SingleOrDefault(attendee => attendee.Key == key);
        var isKnown = person?.ReportCount > 0 || summary.ReportCount > 0;
        var nobody = summary.Duration > TimeSpan.Zero ? 0 : (double?)null;
        return new RegisterCell
        {
            Status = person?.Status,
            IsExpected = summary.ExpectedCount is null ? null : person?.Expected is not null,
            HasAttended = isKnown ? person?.HasAttended == true : null,
            TimePresent = isKnown ? person is null ? TimeSpan.Zero : person.TimePresent : null,
            Share = isKnown ? person is null ? nobody : person.Share : null,
            LateBy = person?.LateBy,
            LeftEarlyBy = person?.LeftEarlyBy,
        };
    }

    private static RegisterTotal TotalOf(RegisterCell[] cells, AttendanceSummary[] summaries)
    {
        var counted = cells.Zip(summaries).Where(item =>
            item.First.HasAttended == true
            || (item.First.HasAttended == false && item.First.IsExpected != false
                && item.First.Status != AttendanceStatus.Excused)).ToArray();
        var timed = counted.Where(item => item.First.TimePresent is not null).ToArray();
        var measured = timed.Where(item => item.First.Share is not null).ToArray();
        var duration = measured.Sum(item => item.Second.Duration!.Value.TotalSeconds);
        return new RegisterTotal
        {
            SessionCount = counted.Length,
            AttendedCount = counted.Count(item => item.First.HasAttended == true),
            PresentCount = counted.Count(item =>
                item.First.Status is AttendanceStatus.Present or AttendanceStatus.Late
                || (item.First is { Status: AttendanceStatus.Unexpected, TimePresent: not null }
                    && !(item.Second.Basis != AttendanceBasis.Unknown && item.First.Share < 0.5))),
            LateCount = CountOf(AttendanceStatus.Late),
            PartialCount = CountOf(AttendanceStatus.Partial),
            AbsentCount = CountOf(AttendanceStatus.Absent),
            ExcusedCount = CountOf(AttendanceStatus.Excused),
            UnknownCount = counted.Count(item => item.First is { HasAttended: true, TimePresent: null }),
            TimePresent = timed.Length == 0 ? null : Seconds(timed.Sum(item => item.First.TimePresent!.Value.TotalSeconds)),
            Share = duration > 0 ? measured.Sum(item => item.First.TimePresent!.Value.TotalSeconds) / duration : null,
        };

        int CountOf(AttendanceStatus status) => cells.Count(cell => cell.Status == status);
    }
}
