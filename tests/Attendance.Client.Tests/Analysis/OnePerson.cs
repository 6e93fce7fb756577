using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

public class OnePerson
{
    [Fact]
    public void Devices_and_reports_of_a_person_are_one_attendee()
    {
        var laptop = Person("a1", Stay(0, 40)) with
        {
            Identity = new AttendeeIdentity { Id = "A1", DisplayName = "Ada", Kind = AttendeeKind.User },
            EmailAddress = "ada@contoso.com",
            Role = AttendeeRole.Attendee,
            TotalAttendance = Seconds(40),
        };
        var room = new AttendanceRecord
        {
            Identity = new AttendeeIdentity { Email = "ADA@contoso.com", DisplayName = "Ada (room)" },
            RegistrationId = "r1",
            Role = AttendeeRole.Presenter,
            TotalAttendance = Seconds(30),
            Intervals = [Stay(20, 50)],
        };
        var later = new AttendanceRecord { RegistrationId = "R1", Role = AttendeeRole.None, Intervals = [Stay(200, 210)] };

        var summary = AttendanceSummary.Of([Report(0, 100, laptop, room), Report(200, 300, later)]);

        Assert.Equal(
            new AttendeeSummary
            {
                Key = "id:a1",
                DisplayName = "Ada",
                EmailAddress = "ada@contoso.com",
                Identity = laptop.Identity,
                Role = AttendeeRole.Presenter,
                RegistrationId = "r1",
                Records = [laptop, room, later],
                ReportCount = 2,
                Status = AttendanceStatus.Present,
                HasAttended = true,
                ReportedAttendance = Seconds(70),
                Stays = [Window(0, 50), Window(200, 210)],
                TimePresent = Seconds(60),
                Share = 0.3,
                FirstJoinedAt = At(0),
                LastLeftAt = At(210),
                AfterStart = TimeSpan.Zero,
                BeforeEnd = Seconds(140),
                TimesAway = [],
            },
            Assert.Single(summary.Attendees));
        Assert.Equal(1, summary.HeadCount!.Peak);
    }

    [Fact]
    public void A_name_alone_joins_reports_but_nobody_within_one()
    {
        var anna = new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = "Anna", Kind = AttendeeKind.Guest } };
        var bo = anna with { Identity = anna.Identity with { DisplayName = "Bo" } };

        var attendees = AttendanceSummary.Of([Report(0, 10, anna, bo), Report(20, 30, anna, bo, bo)]).Attendees;

        Assert.Equal(
            [("name:Anna", 2), (null, 1), (null, 1), (null, 1)],
            attendees.Select(attendee => (attendee.Key, attendee.ReportCount)));
    }

    [Fact]
    public void A_name_never_joins_people_with_ids_and_hidden_or_nameless_people_stay_apart()
    {
        AttendanceRecord[] records =
        [
            new() { Identity = new AttendeeIdentity { Id = "a", DisplayName = "Anna" } },
            new() { Identity = new AttendeeIdentity { Id = "b", DisplayName = "Anna" } },
            new() { Identity = new AttendeeIdentity { DisplayName = "Anna" } },
            new() { Identity = new AttendeeIdentity { DisplayName = "Hidden", Kind = AttendeeKind.Encrypted } },
            new() { Identity = new AttendeeIdentity { Id = Guid.Empty.ToString(), Kind = AttendeeKind.Phone } },
            new(),
        ];

        var attendees = AttendanceSummary.Of([Report(0, 10, records), Report(20, 30, records)]).Attendees;

        Assert.Equal(
            ["id:a", "id:b", "name:Anna", null, null, null, null, null, null],
            attendees.Select(attendee => attendee.Key));
    }

    [Theory]
    [InlineData(null, null, null, "Ada", "name:Ada")]
    [InlineData(null, null, "R1", "Ada", "registration:r1")]
    [InlineData(null, "Ada@contoso.com", "R1", "Ada", "email:ada@contoso.com")]
    [InlineData("A1", "Ada@contoso.com", "R1", "Ada", "id:a1")]
    [InlineData(null, "(redacted)", " ", "Ada", "name:Ada")]
    public void A_key_is_the_strongest_that_there_is(string? id, string? address, string? registration, string name, string key)
    {
        var record = new AttendanceRecord
        {
            Identity = new AttendeeIdentity { Id = id, DisplayName = name },
            EmailAddress = address,
            RegistrationId = registration,
        };

        Assert.Equal(key, AttendanceSummary.Of(Report(0, 10, record)).Attendees[0].Key);
    }

    [Fact]
    public void A_person_with_several_ids_has_one_key_whichever_record_comes_first()
    {
        var (member, guest) =
            (Person("b2") with { EmailAddress = "ada@contoso.com" }, Person("a1") with { EmailAddress = "ada@contoso.com" });

        Assert.Equal("id:a1", Assert.Single(AttendanceSummary.Of(Report(0, 10, member, guest)).Attendees).Key);
        Assert.Equal("id:a1", Assert.Single(AttendanceSummary.Of(Report(0, 10, guest, member)).Attendees).Key);
    }

    [Fact]
    public void A_guest_cannot_take_the_key_of_somebody_else_by_name()
    {
        var ada = new AttendanceRecord { EmailAddress = "ada@contoso.com" };
        var guest = new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = "ada@contoso.com" } };

        Assert.Equal(
            ["email:ada@contoso.com", "name:ada@contoso.com"],
            AttendanceSummary.Of(Report(0, 10, ada, guest)).Attendees.Select(attendee => attendee.Key));
    }

    [Theory]
    [InlineData("Organizer", "Attendee", "Presenter", "Organizer")]
    [InlineData("attendee", "None", "PRESENTER", "Presenter")]
    [InlineData("None", "Coorganizer", "Attendee", "Coorganizer")]
    [InlineData("None", "None", "Attendee", "Attendee")]
    [InlineData("None", "None", null, "None")]
    [InlineData(null, null, null, null)]
    public void Of_several_roles_the_highest_counts(string? one, string? two, string? three, string? expected)
    {
        var records = new[] { one, two, three }.Select(role => Person("a") with { Role = role is null ? null : new AttendeeRole(role) })
            .ToArray();

        Assert.Equal(expected is null ? null : new AttendeeRole(expected), AttendanceSummary.Of(Report(0, 10, records)).Attendees[0].Role);
    }
}
