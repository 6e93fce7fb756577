using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis.Registers;

public class RegistersOfACourse
{
    private const double Week = 1000;

    private static readonly ExpectedPerson Ada = new() { Id = "ada", DisplayName = "Ada" };
    private static readonly ExpectedPerson Guenther = new() { Id = "günther", DisplayName = "Günther" };
    private static readonly ExpectedPerson Nie = new() { EmailAddress = "nie.da@contoso.com", DisplayName = "Nie Da" };

    [Fact]
    public void It_says_who_of_those_expected_came_to_which_session_when_and_for_how_long()
    {
        var register = AttendanceRegister.Of(
        [
            Session(1, [Ada, Guenther, Nie], Person("ada", Stay(1000, 1100)), Person("guest", Stay(1000, 1100))),
            Session(0, [Ada, Guenther, Nie], Person("ada", Stay(10, 100)), Person("günther", Stay(0, 40))),
            Session(2, [Ada, Guenther with { IsExcused = true }, Nie], Person("ada")),
            Session(3, [Ada, Guenther, Nie]) with { Reports = [] },
        ], new RegisterOptions { Thresholds = new AttendanceThresholds { Tolerance = Seconds(5) } });

        Assert.Equal(
            [Window(0, 100), Window(1000, 1100), Window(2000, 2100), Window(3000, 3100)],
            register.Sessions.Select(session => session.Windows![0]));
        Assert.Equal([2, 2, 1, null], register.Sessions.Select(session => session.AttendedCount));
        Assert.All(register.Sessions, session => Assert.Equal((3, AttendanceBasis.Planned), (session.ExpectedCount, session.Basis)));
        Assert.Equal(["id:ada", "id:günther", "id:guest", "email:nie.da@contoso.com"], register.People.Select(person => person.Key));
        Assert.Equal(
            [
                [AttendanceStatus.Late, AttendanceStatus.Present, AttendanceStatus.Unknown, null],
                [AttendanceStatus.Partial, AttendanceStatus.Absent, AttendanceStatus.Excused, null],
                [null, AttendanceStatus.Unexpected, null, null],
                [AttendanceStatus.Absent, AttendanceStatus.Absent, AttendanceStatus.Absent, null],
            ],
            register.People.Select(person => person.Cells.Select(cell => cell.Status)));
        Assert.Equal(
            new RegisterCell
            {
                Status = AttendanceStatus.Late,
                IsExpected = true,
                HasAttended = true,
                TimePresent = Seconds(90),
                Share = 0.9,
                LateBy = Seconds(10),
                LeftEarlyBy = TimeSpan.Zero,
            },
            register.People[0].Cells[0]);
        Assert.Equal(new RegisterCell { IsExpected = true }, register.People[0].Cells[3]);
        Assert.Equal(
            new RegisterCell { IsExpected = false, HasAttended = false, TimePresent = TimeSpan.Zero, Share = 0 },
            register.People[2].Cells[0]);
        Assert.Equal(
            new RegisterTotal
            {
                SessionCount = 3,
                AttendedCount = 3,
                PresentCount = 2,
                LateCount = 1,
                UnknownCount = 1,
                TimePresent = Seconds(190),
                Share = 0.95,
            },
            register.People[0].Total);
        Assert.Equal(
            new RegisterTotal
            {
                SessionCount = 2,
                AttendedCount = 1,
                PartialCount = 1,
                AbsentCount = 1,
                ExcusedCount = 1,
                TimePresent = Seconds(40),
                Share = 0.2,
            },
            register.People[1].Total);
        Assert.Equal(
            new RegisterTotal { SessionCount = 1, AttendedCount = 1, PresentCount = 1, TimePresent = Seconds(100), Share = 1 },
            register.People[2].Total);
        Assert.Equal(
            new RegisterTotal { SessionCount = 3, AbsentCount = 3, TimePresent = TimeSpan.Zero, Share = 0 }, register.People[3].Total);
    }

    [Fact]
    public void Where_nobody_says_who_was_expected_every_session_counts_for_everybody_and_nobody_is_absent()
    {
        var register = AttendanceRegister.Of(
        [
            Session(0, null, Person("ada", Stay(0, 100))),
            Session(1, null, Person("ada", Stay(1000, 1100)), Person("bo", Stay(1000, 1100))),
        ]);

        Assert.Equal([(2, 2, 1.0), (2, 1, 0.5)], register.People.Select(person => (
            person.Total.SessionCount, person.Total.AttendedCount, person.Total.Share!.Value)));
        Assert.Equal(
            new RegisterCell { HasAttended = false, TimePresent = TimeSpan.Zero, Share = 0 }, register.People[1].Cells[0]);
        Assert.All(register.Sessions, session => Assert.Null(session.ExpectedCount));
    }

    [Fact]
    public void Without_a_plan_nobody_is_late_or_absent_unless_the_sessions_are_taken_as_they_ran()
    {
        AttendanceOccurrence[] sessions = [Session(0, [Ada, Nie], Person("ada", Stay(50, 100))) with { Plan = null }];

        var register = AttendanceRegister.Of(sessions, Strict(asRan: false));
        var asRan = AttendanceRegister.Of(sessions, Strict(asRan: true));

        Assert.Equal([AttendanceStatus.Present, null], register.People.Select(person => person.Cells[0].Status));
        Assert.Null(register.People[0].Cells[0].LateBy);
        Assert.Equal(
            (1, 0, 1), (register.People[1].Total.SessionCount, register.People[1].Total.AbsentCount, register.Sessions[0].AttendedCount));
        Assert.Equal(AttendanceBasis.Unknown, register.Sessions[0].Basis);
        Assert.Equal([AttendanceStatus.Late, AttendanceStatus.Absent], asRan.People.Select(person => person.Cells[0].Status!.Value));

        static RegisterOptions Strict(bool asRan) => new()
        {
            AsRan = asRan,
            Thresholds = new AttendanceThresholds { Tolerance = Seconds(5), PresentFrom = 0.5 },
        };
    }

    [Fact]
    public void A_roster_of_the_callers_own_stands_for_every_session()
    {
        var register = AttendanceRegister.Of(
            [Session(0, null, Person("ada", Stay(0, 100))), Session(1, [Ada], Person("ada", Stay(1000, 1100)))],
            new RegisterOptions { Expected = [Ada, Nie] });

        Assert.Equal([2, 2], register.Sessions.Select(session => session.ExpectedCount!.Value));
        Assert.Equal(2, register.People[1].Total.AbsentCount);
        Assert.Equal(2, register.People.Count);
    }

    [Fact]
    public void One_person_with_different_devices_names_and_addresses_is_one_row()
    {
        AttendanceRecord[] records =
        [
            Person("ada", Stay(0, 100)) with { EmailAddress = "ada@contoso.com" },
            Named("Ada (phone)", Stay(1000, 1100)) with { EmailAddress = "ADA@contoso.com" },
            Named("Ada King", Stay(2000, 2100)) with { EmailAddress = "king@home.com" },
            Named("Countess", Stay(3000, 3100)),
        ];
        ExpectedPerson ada = new() { Id = "ada", OtherAddresses = ["king@home.com"], DisplayName = "Countess" };

        var register = AttendanceRegister.Of(
            records.Select((record, week) => Session(week, null, record)), new RegisterOptions { Expected = [ada] });

        // By the name alone she is found only where she is not there by an id already.
        Assert.Equal([3, 1], register.People.Select(person => person.Total.AttendedCount));
        Assert.Equal((ExpectedMatch.Id, ada), (register.People[0].MatchedBy, register.People[0].Expected));
        Assert.Equal([ada], register.People[1].Suggestions);
    }

    [Fact]
    public void A_name_alone_is_one_row_over_all_sessions_that_have_it_once()
    {
        var anna = new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = "Anna" } };
        ExpectedPerson[] expected = [new() { DisplayName = "Anna" }, new() { DisplayName = "Bo" }];

        var register = AttendanceRegister.Of(
        [
            Session(0, expected, anna with { Intervals = [Stay(0, 100)] }),
            Session(1, expected, anna with { Intervals = [Stay(1000, 1100)] }),
        ]);

        Assert.Equal(["name:Anna", "name:Bo"], register.People.Select(person => person.Key));
        Assert.Equal((2, ExpectedMatch.DisplayName), (register.People[0].Total.PresentCount, register.People[0].MatchedBy));
        Assert.Equal(2, register.People[1].Total.AbsentCount);
    }

    [Fact]
    public void Who_organizes_one_session_and_comes_to_another_uninvited_is_unexpected_there()
    {
        var host = Person("host", Stay(0, 100)) with { Role = AttendeeRole.Organizer };
        var register = AttendanceRegister.Of([Session(0, [Ada], host), Session(1, [Ada], Person("host", Stay(1000, 1100)))]);

        Assert.Equal([AttendanceStatus.Present, AttendanceStatus.Unexpected], register.People[0].Cells.Select(cell => cell.Status!.Value));
        Assert.Equal(AttendeeRole.Organizer, register.People[0].Role);
    }

    [Fact]
    public void Hidden_times_of_somebody_unexpected_are_not_known_either()
    {
        var register = AttendanceRegister.Of([Session(0, [], Person("guest"))]);

        Assert.Equal(
            new RegisterTotal { SessionCount = 1, AttendedCount = 1, UnknownCount = 1 }, Assert.Single(register.People).Total);
    }

    [Fact]
    public void A_plan_without_length_makes_nobody_absent()
    {
        var session = Session(0, [Ada, Guenther], Person("ada", Stay(10, 100))) with { Plan = Window(0, 0) };

        var register = AttendanceRegister.Of([session]);

        Assert.Equal(
            [AttendanceStatus.Present, (AttendanceStatus?)null], register.People.Select(person => person.Cells[0].Status));
        Assert.Equal(AttendanceBasis.Unknown, register.Sessions[0].Basis);
        Assert.Equal(AttendanceBasis.Unknown, AttendanceSummary.Of(session).Basis);
    }

    [Fact]
    public void Who_is_excused_from_one_session_is_absent_from_the_others()
    {
        var register = AttendanceRegister.Of(
        [
            Session(0, [Ada with { IsExcused = true }, Ada], Person("bo", Stay(0, 100))), Session(1, [Ada], Person("bo", Stay(1000, 1100))),
        ]);

        Assert.Equal([AttendanceStatus.Excused, AttendanceStatus.Absent], register.People[1].Cells.Select(cell => cell.Status!.Value));
        Assert.False(register.People[1].Expected!.IsExcused);
    }

    [Fact]
    public void What_cannot_be_a_register_is_refused()
    {
        Assert.Throws<ArgumentNullException>("occurrences", () => AttendanceRegister.Of(null!));
        Assert.Throws<ArgumentException>("occurrences", () => AttendanceRegister.Of([null!]));
        Assert.Throws<ArgumentException>(
            "reports", () => AttendanceRegister.Of([new AttendanceOccurrence { Reports = [new AttendanceReport { Id = "r1" }] }]));
        Assert.Equal(new AttendanceRegister(), AttendanceRegister.Of([]));
    }

    private static AttendanceRecord Named(string name, AttendanceInterval stay) =>
        new() { Identity = new AttendeeIdentity { DisplayName = name }, Intervals = [stay] };

    private static AttendanceOccurrence Session(int week, IReadOnlyList<ExpectedPerson>? expected, params AttendanceRecord[] records) =>
        new()
        {
            Plan = Window(week * Week, (week * Week) + 100),
            Expected = expected,
            Reports = [Report(week * Week, (week * Week) + 100, records)],
        };
}
