using Attendance.Client.Analysis;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

/// <summary>Summaries against a model that looks at every second by itself.</summary>
public class AnyAttendance
{
    private const int Length = 24;

    private static readonly Gen<int?> MaybeSecond = Gen.Frequency(
        (9, Gen.Choose(0, Length).Select(second => (int?)second)), (1, Gen.Constant((int?)null)));

    private static readonly Gen<(int, int)> Span =
        from one in Gen.Choose(0, Length)
        from other in Gen.Choose(0, Length)
        select (Math.Min(one, other), Math.Max(one, other));

    // Most stays are well-formed, or else nearly everybody's times would be hidden.
    private static readonly Gen<AttendanceInterval> AnyStay = Gen.Frequency(
        (12, Span.Select(span => Stay(span.Item1, span.Item2))),
        (1, from joined in MaybeSecond
            from left in MaybeSecond
            from duration in Gen.Elements<double?>(null, 0, 3)
            select Stay(joined, left, duration)));

    private static readonly Gen<AttendanceRecord> AnyRecord =
        from person in Gen.Choose(0, 3)
        from stays in AnyStay.ArrayOf(4)
        from total in Gen.Elements<int?>(null, null, 0, 7)
        from count in Gen.Frequency((1, Gen.Constant(0)), (12, Gen.Choose(1, 4)))
        select Person($"p{person}", stays[..count]) with { TotalAttendance = total is { } seconds ? Seconds(seconds) : null };

    private static readonly Gen<AttendanceReport> AnyReport =
        from start in MaybeSecond
        from end in MaybeSecond
        from isOrdered in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from records in AnyRecord.ListOf()
        select isOrdered && end < start ? Report(end, start, [.. records]) : Report(start, end, [.. records]);

    internal static readonly Gen<(AttendanceReport[] Reports, SummaryOptions? Options)> AnyCase =
        from reports in AnyReport.NonEmptyListOf().Resize(4)
        from windows in Span.NonEmptyListOf().Resize(3)
        from isChosen in Gen.Elements(true, false)
        from asRan in Gen.Elements(true, false, false)
        select (
            reports.ToArray(),
            isChosen || asRan
                ? new SummaryOptions
                {
                    Windows = isChosen ? [.. windows.Select(window => Window(window.Item1, window.Item2))] : null,
                    AsRan = asRan,
                    Thresholds = new AttendanceThresholds { Tolerance = Seconds(3), PresentFrom = 0.5 },
                }
                : null);

    [Fact]
    public void A_summary_is_what_counting_second_by_second_gives() =>
        Prop.ForAll(AnyCase.ToArbitrary(), given =>
        {
            var model = new Model(given.Reports, given.Options);
            var summary = AttendanceSummary.Of(given.Reports, given.Options);

            Assert.Equal(model.Windows, summary.Windows);
            Assert.Equal(model.Basis, summary.Basis);
            Assert.Equal(model.Duration, summary.Duration);
            Assert.Equal(model.Attendees, summary.Attendees.Select(WithoutIdentity));
            Assert.Equal(model.Changes, summary.HeadCount?.Changes);
            Assert.Equal(model.Peak, summary.HeadCount?.Peak);
            Assert.Equal(model.PeakAt, summary.HeadCount?.PeakAt);
            Assert.Equal(model.Median, summary.HeadCount?.Median);
            Assert.Equal(model.Average ?? double.NaN, summary.HeadCount?.Average ?? double.NaN, 1e-9);
        }).Check(Checks.Of(5_000));

    [Fact]
    public void Late_present_away_and_early_are_the_whole_time_of_one_window() =>
        Prop.ForAll(AnyCase.ToArbitrary(), given =>
        {
            var options = new SummaryOptions { Windows = given.Options?.Windows?.Take(1).ToArray() };
            var summary = AttendanceSummary.Of(given.Reports, options);
            foreach (var attendee in summary.Attendees.Where(attendee => attendee.LateBy is not null))
            {
                var away = attendee.TimesAway!.Aggregate(TimeSpan.Zero, (sum, time) => sum + time.Duration);
                Assert.Equal(summary.Duration, attendee.LateBy + attendee.TimePresent + away + attendee.LeftEarlyBy);
            }
        }).Check(Checks.Of(1_000));

    [Fact]
    public void A_second_device_beside_the_first_changes_only_what_Graph_reports() =>
        Prop.ForAll(AnyCase.ToArbitrary(), given =>
        {
            var twice = given.Reports.Select(report => report with { Records = [.. report.Records!, .. report.Records!] });

            Assert.Equal(
                AttendanceSummary.Of(given.Reports, given.Options).Attendees.Select(
                    attendee => attendee with { Records = [], ReportedAttendance = null }),
                AttendanceSummary.Of(twice, given.Options).Attendees.Select(
                    attendee => attendee with { Records = [], ReportedAttendance = null }));
        }).Check(Checks.Of(500));

    [Fact]
    public void The_order_of_reports_records_and_stays_does_not_matter() =>
        Prop.ForAll(AnyCase.ToArbitrary(), given =>
        {
            var reversed = given.Reports.Reverse().Select(report => report with
            {
                Records = [.. report.Records!.Reverse().Select(record => record with { Intervals = [.. record.Intervals.Reverse()] })],
            });
            var (one, other) = (AttendanceSummary.Of(given.Reports, given.Options), AttendanceSummary.Of(reversed, given.Options));

            Assert.Equal(one.HeadCount, other.HeadCount);
            Assert.Equal(
                one.Attendees.Select(WithoutIdentity).OrderBy(attendee => attendee.Key),
                other.Attendees.Select(WithoutIdentity).OrderBy(attendee => attendee.Key));
        }).Check(Checks.Of(500));

    private static AttendeeSummary WithoutIdentity(AttendeeSummary attendee) => attendee with { Identity = null, Records = [] };

    /// <summary>
    /// The same figures, counted. Slot 2n is the moment of second n, slot 2n + 1 the time up to the next: a stay from 3 to 5 fills slots 6
    /// to 10, so that stays that touch share a slot and one without length has a single one.
    /// </summary>
    private sealed class Model
    {
        // A stay whose missing time follows from its duration may begin before the first second or end after the last.
        private const int Margin = 4;
        private const int Slots = (2 * (Length + (2 * Margin))) + 1;

        private readonly bool[] _isOpen = new bool[Slots];
        private readonly List<bool[]> _presences = [];
        private readonly bool _isCut;
        private readonly SummaryOptions _options;

        public Model(AttendanceReport[] reports, SummaryOptions? options)
        {
            _options = options ?? new SummaryOptions();
            Basis = _options.AsRan ? AttendanceBasis.AsRan
                : _options.Windows is not null ? AttendanceBasis.Planned : AttendanceBasis.Unknown;
            var spans = (_options.AsRan ? null : _options.Windows)?.Select(
                window => ((DateTimeOffset?)window.Start, (DateTimeOffset?)window.End)).ToList()
                ?? reports.Select(report => (report.StartedAt, report.EndedAt)).ToList();
            _isCut = spans.TrueForAll(span => span.Item1 <= span.Item2);
            if (_isCut)
            {
                foreach (var (start, end) in spans)
                    Fill(_isOpen, Slot(start!.Value), Slot(end!.Value));
                Windows = [.. Runs(_isOpen).Select(run => new TimeWindow(TimeOf(run.First), TimeOf(run.Last)))];
                Duration = Seconds(CountSeconds(_isOpen));
            }

            Attendees =
            [.. reports.SelectMany(report => report.Records!).Select(record => record.Identity!.Id!).Distinct()
                .Select(id => Attendee(id, reports))];
            CountHeads();
        }

        public List<TimeWindow>? Windows { get; }

        public AttendanceBasis Basis { get; }

        public TimeSpan? Duration { get; }

        public List<AttendeeSummary> Attendees { get; }

        public List<HeadCountChange>? Changes { get; private set; }

        public int? Peak { get; private set; }

        public DateTimeOffset? PeakAt { get; private set; }

        public int? Median { get; private set; }

        public double? Average { get; private set; }

        private AttendeeSummary Attendee(string id, AttendanceReport[] reports)
        {
            var records = reports.SelectMany(report => report.Records!).Where(record => record.Identity!.Id == id).ToList();
            var isThere = new bool[Slots];
            foreach (var stay in records.SelectMany(record => record.Intervals).Where(stay => !IsHidden(stay)))
                Fill(isThere, Slot(Joined(stay)!.Value), Slot(Left(stay)!.Value));

            var isHidden = reports.Any(
                report => report.Records!.Where(record => record.Identity!.Id == id).Any(record => MayReach(report, record)));
            var reaching = Runs(isThere).FindAll(IsReaching);
            var isPresent = new bool[Slots];
            for (var slot = 1; slot < Slots; slot += 2)
                isPresent[slot] = isThere[slot] && (_isOpen[slot] || !_isCut);
            _presences.Add(isPresent);

            var hasCome = !isHidden && reaching.Count > 0;
            var (first, last) = hasCome ? (reaching[0].First, reaching[^1].Last) : (0, 0);
            var isAway = new bool[Slots];
            var (afterStart, beforeEnd) = (0, 0);
            foreach (var window in _isCut ? Runs(_isOpen) : [(First: 0, Last: Slots - 1)])
            {
                var stays = reaching.FindAll(run => !_isCut || Overlap(run, window));
                if (stays.Count == 0)
                    continue;

                var (joined, left) = (Math.Max(stays[0].First, window.First), Math.Min(stays[^1].Last, window.Last));
                for (var slot = window.First + 1; slot < window.Last; slot += 2)
                {
                    afterStart += slot < joined ? 1 : 0;
                    beforeEnd += slot > left ? 1 : 0;
                    isAway[slot] |= slot > joined && slot < left && !isThere[slot];
                }
            }

            double seconds = CountSeconds(isPresent);
            double? share = isHidden || Duration is null || Duration == TimeSpan.Zero ? null : seconds / Duration.Value.TotalSeconds;
            TimeSpan? late = hasCome && _isCut ? Seconds(afterStart) : null;
            TimeSpan? early = hasCome && _isCut ? Seconds(beforeEnd) : null;
            var isUnplanned = Basis == AttendanceBasis.Unknown;
            return new AttendeeSummary
            {
                Key = "id:" + id,
                ReportCount = reports.Count(report => report.Records!.Any(record => record.Identity!.Id == id)),
                Status = isHidden ? AttendanceStatus.Unknown
                    : reaching.Count == 0 ? null
                    : isUnplanned ? AttendanceStatus.Present
                    : share < _options.Thresholds.PresentFrom ? AttendanceStatus.Partial
                    : late > _options.Thresholds.Tolerance ? AttendanceStatus.Late
                    : AttendanceStatus.Present,
                HasAttended = isHidden || reaching.Count > 0,
                HasHiddenTimes = isHidden,
                ReportedAttendance = Sum(records.Select(Reported)),
                Stays = Times(isPresent),
                TimePresent = isHidden ? null : Seconds(seconds),
                Share = share,
                FirstJoinedAt = hasCome ? TimeOf(first) : null,
                LastLeftAt = hasCome ? TimeOf(last) : null,
                LateBy = isUnplanned ? null : late,
                LeftEarlyBy = isUnplanned ? null : early,
                AfterStart = isUnplanned ? late : null,
                BeforeEnd = isUnplanned ? early : null,
                TimesAway = hasCome ? Times(isAway) : null,
            };
        }

        // Of a hidden stay, all seconds that it may have had are looked at, and all those of its report's session.
        private bool MayReach(AttendanceReport report, AttendanceRecord record) =>
            (!(report.StartedAt <= report.EndedAt) || IsReaching((Slot(report.StartedAt!.Value), Slot(report.EndedAt!.Value))))
            && record.Intervals.DefaultIfEmpty(Stay(null, null)).Where(IsHidden).Any(stay =>
                IsReaching(
                    stay.JoinedAt is null || stay.LeftAt is null
                        ? (stay.JoinedAt is { } joined ? Slot(joined) : 0, stay.LeftAt is { } left ? Slot(left) : Slots - 1)
                        : (0, Slots - 1)));

        private bool IsReaching((int First, int Last) run) => !_isCut || Runs(_isOpen).Exists(window => Overlap(run, window));

        private static bool Overlap((int First, int Last) run, (int First, int Last) window)
        {
            var (first, last) = (Math.Max(run.First, window.First), Math.Min(run.Last, window.Last));
            return first < last || (first == last && (run.First == run.Last || window.First == window.Last));
        }

        private void CountHeads()
        {
            var counts = Enumerable.Range(0, Slots).Select(slot => _presences.Count(presence => presence[slot])).ToArray();
            var open = _isCut ? _isOpen : counts.Any(count => count > 0) ? Cover(counts) : new bool[Slots];
            if (!open.Contains(true)
                || (Attendees.Count > 0 && Attendees.TrueForAll(attendee => attendee.HasHiddenTimes && attendee.Stays.Count == 0)))
            {
                return;
            }

            Changes = [];
            foreach (var (first, last) in Runs(open))
            {
                for (var slot = first + 1; slot < last; slot += 2)
                {
                    if (slot == first + 1 || counts[slot] != counts[slot - 2])
                        Changes.Add(new HeadCountChange(TimeOf(slot), counts[slot]));
                }

                Changes.Add(new HeadCountChange(TimeOf(last), 0));
            }

            var heads = counts.Where((_, slot) => slot % 2 == 1 && open[slot]).ToList();
            Peak = heads.Count == 0 ? 0 : heads.Max();
            PeakAt = Peak > 0 ? TimeOf(Enumerable.Range(0, Slots).First(slot => counts[slot] == Peak && open[slot])) : null;
            if (heads.Count > 0)
            {
                Median = heads.Order().ElementAt((heads.Count - 1) / 2);
                Average = heads.Average();
            }
        }

        private static bool[] Cover(int[] counts)
        {
            var covered = new bool[Slots];
            Fill(covered, Array.FindIndex(counts, count => count > 0) - 1, Array.FindLastIndex(counts, count => count > 0) + 1);
            return covered;
        }

        private static bool IsHidden(AttendanceRecord record) => record.Intervals.Count == 0 || record.Intervals.Any(IsHidden);

        private static bool IsHidden(AttendanceInterval stay) => !(Joined(stay) <= Left(stay));

        private static DateTimeOffset? Joined(AttendanceInterval stay) =>
            stay.JoinedAt ?? (stay.Duration == TimeSpan.Zero ? null : stay.LeftAt - stay.Duration);

        private static DateTimeOffset? Left(AttendanceInterval stay) =>
            stay.LeftAt ?? (stay.Duration == TimeSpan.Zero ? null : stay.JoinedAt + stay.Duration);

        private static TimeSpan? Reported(AttendanceRecord record)
        {
            var reported = record.TotalAttendance ?? Sum(record.Intervals.Select(stay => stay.Duration));
            return IsHidden(record) && reported == TimeSpan.Zero ? null : reported;
        }

        private static TimeSpan? Sum(IEnumerable<TimeSpan?> times)
        {
            var known = times.OfType<TimeSpan>().ToList();
            return known.Count == 0 ? null : Seconds(known.Sum(time => time.TotalSeconds));
        }

        private static int Slot(DateTimeOffset time) => 2 * ((int)(time - At(0)).TotalSeconds + Margin);

        private static DateTimeOffset TimeOf(int slot) => At((slot / 2) - Margin);

        private static void Fill(bool[] slots, int first, int last)
        {
            for (var slot = first; slot <= last; slot++)
                slots[slot] = true;
        }

        private static int CountSeconds(bool[] slots) => slots.Where((isSet, slot) => isSet && slot % 2 == 1).Count();

        private static List<TimeWindow> Times(bool[] slots)
        {
            // Neighbouring seconds are one time.
            var joined = slots.Select(
                (isSet, slot) => isSet || (slot % 2 == 0 && slot > 0 && slot + 1 < Slots && slots[slot - 1] && slots[slot + 1])).ToArray();
            return [.. Runs(joined).Select(run => new TimeWindow(TimeOf(run.First), TimeOf(run.Last + 1)))];
        }

        private static List<(int First, int Last)> Runs(bool[] slots)
        {
            var runs = new List<(int First, int Last)>();
            for (var slot = 0; slot < slots.Length; slot++)
            {
                if (slots[slot] && (slot == 0 || !slots[slot - 1]))
                    runs.Add((slot, slot));
                else if (slots[slot])
                    runs[^1] = (runs[^1].First, slot);
            }

            return runs;
        }
    }
}
