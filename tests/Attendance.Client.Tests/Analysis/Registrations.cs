using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

public class Registrations
{
    [Theory]
    [InlineData("registered", true, RegistrationOutcome.Attended)]
    [InlineData("registered", false, RegistrationOutcome.NoShow)]
    [InlineData("REGISTERED", false, RegistrationOutcome.NoShow)]
    [InlineData("canceled", true, RegistrationOutcome.CanceledButAttended)]
    [InlineData("canceled", false, RegistrationOutcome.Canceled)]
    [InlineData("waitlisted", true, RegistrationOutcome.NotAdmittedButAttended)]
    [InlineData("waitlisted", false, RegistrationOutcome.NotAdmitted)]
    [InlineData("pendingApproval", true, RegistrationOutcome.NotAdmittedButAttended)]
    [InlineData("pendingApproval", false, RegistrationOutcome.NotAdmitted)]
    [InlineData("rejectedByOrganizer", true, RegistrationOutcome.NotAdmittedButAttended)]
    [InlineData("rejectedByOrganizer", false, RegistrationOutcome.NotAdmitted)]
    [InlineData("unheardOf", true, RegistrationOutcome.Attended)]
    [InlineData("unheardOf", false, RegistrationOutcome.Unknown)]
    [InlineData(null, true, RegistrationOutcome.Attended)]
    [InlineData(null, false, RegistrationOutcome.Unknown)]
    public void What_became_of_a_registration_follows_from_its_status_and_who_came(string? status, bool came, RegistrationOutcome outcome)
    {
        var registration = new Registration { Id = "r1", Status = status is null ? null : new RegistrationStatus(status) };
        AttendanceRecord[] records = came ? [Person("ada", Stay(0, 10)) with { RegistrationId = "R1" }] : [];
        var attendance = AttendanceSummary.Of(Report(0, 10, records));

        var summary = RegistrationSummary.Of([registration], attendance);

        Assert.Equal(
            new RegistrationSummary
            {
                Registrants = [new RegistrantSummary
                {
                    Outcome = outcome,
                    Registration = registration,
                    Attendee = came ? attendance.Attendees[0] : null,
                }],
            },
            summary);
    }

    [Theory]
    [InlineData("ADA@contoso.com", RegistrationOutcome.Attended, "email:ada@contoso.com")]
    [InlineData("ada", RegistrationOutcome.NoShow, null)]
    public void A_user_principal_name_is_an_address_where_it_looks_like_one(string principal, RegistrationOutcome outcome, string? key)
    {
        var record = new AttendanceRecord { Identity = new AttendeeIdentity { UserPrincipalName = principal }, Intervals = [Stay(0, 10)] };
        var attendance = AttendanceSummary.Of(Report(0, 10, record));

        var summary = RegistrationSummary.Of(
            [new Registration { Email = "ada@contoso.com", Status = RegistrationStatus.Registered }], attendance);

        Assert.Equal(outcome, summary.Registrants[0].Outcome);
        Assert.Equal(outcome == RegistrationOutcome.Attended ? 1 : 2, summary.Registrants.Count);
        Assert.Equal(key, attendance.Attendees[0].Key);
    }

    [Fact]
    public void A_registration_without_status_that_has_a_time_of_cancellation_is_canceled() =>
        Assert.Equal(
            [RegistrationOutcome.Canceled],
            Outcomes([new Registration { CanceledAt = At(0) }]));

    [Theory]
    [InlineData("Attendee", null, RegistrationOutcome.WalkIn)]
    [InlineData("None", null, RegistrationOutcome.WalkIn)]
    [InlineData(null, null, RegistrationOutcome.WalkIn)]
    [InlineData("Organizer", null, RegistrationOutcome.Host)]
    [InlineData("presenter", null, RegistrationOutcome.Host)]
    [InlineData("Attendee", "not among those given", RegistrationOutcome.Attended)]
    public void Who_came_without_a_registration_is_a_walk_in_or_a_host(string? role, string? registrationId, RegistrationOutcome outcome)
    {
        var record =
            Person("ada", Stay(0, 10)) with { Role = role is null ? null : new AttendeeRole(role), RegistrationId = registrationId };
        var attendance = AttendanceSummary.Of(Report(0, 10, record));

        var summary = RegistrationSummary.Of([], attendance);

        Assert.Equal(
            new RegistrationSummary { Registrants = [new RegistrantSummary { Outcome = outcome, Attendee = attendance.Attendees[0] }] },
            summary);
    }

    [Fact]
    public void The_registration_s_id_counts_before_the_user_s_and_that_before_the_address()
    {
        var attendance = AttendanceSummary.Of(Report(0, 10,
            Person("u1", Stay(0, 10)) with { EmailAddress = "one@contoso.com", RegistrationId = "r1" },
            Person("u2", Stay(0, 10)) with { EmailAddress = "two@contoso.com" },
            Person("u3", Stay(0, 10)) with { EmailAddress = "Three@contoso.com" }));
        Registration[] registrations =
        [
            new() { Id = "r1", UserId = "u2", Email = "three@contoso.com" },
            new() { Id = "r2", UserId = "U2", Email = "three@contoso.com" },
            new() { Id = "r3", UserId = "u4", Email = "three@contoso.com" },
            new() { Id = "r4", UserId = "u4", Email = "four@contoso.com" },
            new() { Email = "(redacted)" },
        ];

        var summary = RegistrationSummary.Of(registrations, attendance);

        Assert.Equal(["id:u1", "id:u2", "id:u3", null, null], summary.Registrants.Select(registrant => registrant.Attendee?.Key));
    }

    [Fact]
    public void Who_registered_again_has_not_come_on_the_registration_that_was_canceled()
    {
        var record = Person("ada", Stay(0, 10)) with { EmailAddress = "ada@contoso.com" };
        Registration[] registrations =
        [
            new() { Id = "r1", Email = "ada@contoso.com", Status = RegistrationStatus.Canceled },
            new() { Id = "r2", Email = "ada@contoso.com", Status = RegistrationStatus.Registered },
        ];

        Assert.Equal([RegistrationOutcome.Canceled, RegistrationOutcome.Attended], Outcomes(registrations, record));
        Assert.Equal([RegistrationOutcome.CanceledButAttended], Outcomes(registrations[..1], record));
        Assert.Equal(
            [RegistrationOutcome.CanceledButAttended, RegistrationOutcome.Canceled],
            Outcomes([registrations[0], registrations[0] with { Id = "r3" }], record));
        Assert.Equal(
            [RegistrationOutcome.Attended, RegistrationOutcome.Attended],
            Outcomes([registrations[1], registrations[1] with { Id = "r3" }], record));
        Assert.Equal([RegistrationOutcome.CanceledButAttended], Outcomes(registrations[..1], record with { RegistrationId = "r1" }));
    }

    [Fact]
    public void Who_was_not_there_during_the_windows_did_not_come_and_who_is_hidden_did()
    {
        var report = Report(
            0, 100, Person("ada", Stay(50, 60)) with { RegistrationId = "r1" }, Person("bob") with { RegistrationId = "r2" });
        Registration[] registrations =
        [new() { Id = "r1", Status = RegistrationStatus.Registered }, new() { Id = "r2", Status = RegistrationStatus.Registered }];

        var summary = RegistrationSummary.Of(registrations, AttendanceSummary.Of(report, new SummaryOptions { Windows = [Window(0, 10)] }));

        Assert.Equal(
            [RegistrationOutcome.NoShow, RegistrationOutcome.Attended], summary.Registrants.Select(registrant => registrant.Outcome));
    }

    [Fact]
    public void Rates_are_shares_of_those_whom_they_are_about()
    {
        Registration[] registrations =
        [
            .. Enumerable.Range(0, 8).Select(number => new Registration { Id = $"r{number}", Status = RegistrationStatus.Registered }),
            new() { Id = "c0", Status = RegistrationStatus.Canceled },
            new() { Id = "c1", Status = RegistrationStatus.Canceled },
            new() { Id = "w0", Status = RegistrationStatus.Waitlisted },
            new() { Id = "r0", Status = RegistrationStatus.Registered },
        ];
        AttendanceRecord[] records =
        [
            .. new[] { "r0", "r1", "r2", "r3", "r4", "r5", "c0" }.Select(id => Person(id, Stay(0, 10)) with { RegistrationId = id }),
            Person("walk-in", Stay(0, 10)),
            Person("host", Stay(0, 10)) with { Role = AttendeeRole.Organizer },
        ];

        var summary = RegistrationSummary.Of(registrations, AttendanceSummary.Of(Report(0, 10, records)));

        Assert.Equal(
            [0, 6, 2, 1, 1, 1, 1, 1, 0],
            Enum.GetValues<RegistrationOutcome>().Select(summary.Count));
        Assert.Equal(11, summary.RegistrationCount);
        Assert.Equal(6.0 / 8, summary.AttendanceRate);
        Assert.Equal(2.0 / 8, summary.NoShowRate);
        Assert.Equal(1.0 / 8, summary.WalkInRate);
        Assert.Equal(2.0 / 11, summary.CancellationRate);
    }

    [Fact]
    public void A_rate_of_nobody_is_unknown()
    {
        var summary = RegistrationSummary.Of([], AttendanceSummary.Of([]));

        Assert.Equal((null, null, null, null), (summary.AttendanceRate, summary.NoShowRate, summary.WalkInRate, summary.CancellationRate));
    }

    [Fact]
    public void Null_is_refused()
    {
        var attendance = AttendanceSummary.Of([]);

        Assert.Throws<ArgumentNullException>("registrations", () => RegistrationSummary.Of(null!, attendance));
        Assert.Throws<ArgumentNullException>("attendance", () => RegistrationSummary.Of([], null!));
        var error = Assert.Throws<ArgumentException>("registrations", () => RegistrationSummary.Of([null!], attendance));
        Assert.StartsWith("A registration is null. Leave out what could not be read.", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<RegistrationOutcome> Outcomes(Registration[] registrations, params AttendanceRecord[] records) =>
        RegistrationSummary.Of(registrations, AttendanceSummary.Of(Report(0, 10, records))).Registrants.Select(
            registrant => registrant.Outcome);
}
