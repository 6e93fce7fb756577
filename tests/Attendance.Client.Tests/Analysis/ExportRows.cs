using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

public class ExportRows
{
    private static readonly AttendanceRecord Ada = Person("ada", Stay(0.5, 20), Stay(30, 59.5)) with
    {
        Id = "record-1",
        EmailAddress = "ada@contoso.com",
        Role = AttendeeRole.Presenter,
        RegistrationId = "r-ada",
        TotalAttendance = Seconds(49),
        Identity = new AttendeeIdentity { Id = "ada", DisplayName = "Ada", Kind = AttendeeKind.User },
    };

    private static readonly AttendanceRecord Bob = new()
    {
        Identity = new AttendeeIdentity { DisplayName = "Bob", Email = "bob@fabrikam.com" },
        Intervals = [Stay(5, null)],
    };

    private static readonly AttendanceReport Lesson = Report(0, 100, Ada, Bob) with { Id = "report-1" };

    [Fact]
    public void A_summary_makes_a_row_for_each_person() =>
        Assert.Equal(
        [
            new PersonRow
            {
                Key = "id:ada",
                DisplayName = "Ada",
                EmailAddress = "ada@contoso.com",
                Role = "Presenter",
                RegistrationId = "r-ada",
                HasAttended = true,
                ReportCount = 1,
                FirstJoinedAt = At(0.5),
                LastLeftAt = At(59.5),
                StayCount = 2,
                TimePresentSeconds = 49,
                Share = 0.49,
                TimeAwaySeconds = 10,
                ReportedAttendanceSeconds = 49,
                Status = AttendanceStatus.Present,
                AfterStartSeconds = 1,
                BeforeEndSeconds = 41,
                Kind = PersonKind.User,
            },
            new PersonRow
            {
                Key = "email:bob@fabrikam.com",
                DisplayName = "Bob",
                EmailAddress = "bob@fabrikam.com",
                HasAttended = true,
                HasHiddenTimes = true,
                ReportCount = 1,
                Status = AttendanceStatus.Unknown,
                Kind = PersonKind.Unknown,
            },
        ],
        PersonRow.Of(AttendanceSummary.Of(Lesson)));

    [Fact]
    public void A_summary_makes_a_row_for_each_stay_whose_times_are_known() =>
        Assert.Equal(
        [
            new StayRow
            {
                Key = "id:ada",
                DisplayName = "Ada",
                EmailAddress = "ada@contoso.com",
                Role = "Presenter",
                JoinedAt = At(0.5),
                LeftAt = At(20),
                DurationSeconds = 20,
            },
            new StayRow
            {
                Key = "id:ada",
                DisplayName = "Ada",
                EmailAddress = "ada@contoso.com",
                Role = "Presenter",
                JoinedAt = At(30),
                LeftAt = At(59.5),
                DurationSeconds = 30,
            },
        ],
        StayRow.Of(AttendanceSummary.Of(Lesson)));

    [Fact]
    public void Reports_make_a_row_for_each_record_and_a_report_given_twice_makes_them_once()
    {
        RecordRow[] expected =
        [
            new()
            {
                ReportId = "report-1",
                ReportStartedAt = At(0),
                ReportEndedAt = At(100),
                RecordId = "record-1",
                IdentityId = "ada",
                Kind = AttendeeKind.User,
                DisplayName = "Ada",
                EmailAddress = "ada@contoso.com",
                Role = "Presenter",
                RegistrationId = "r-ada",
                FirstJoinedAt = At(0.5),
                LastLeftAt = At(59.5),
                IntervalCount = 2,
                TotalAttendanceSeconds = 49,
            },
            new()
            {
                ReportId = "report-1",
                ReportStartedAt = At(0),
                ReportEndedAt = At(100),
                Kind = AttendeeKind.Unknown,
                DisplayName = "Bob",
                EmailAddress = "bob@fabrikam.com",
                FirstJoinedAt = At(5),
                IntervalCount = 1,
            },
        ];

        Assert.Equal(expected, RecordRow.Of(Lesson));
        Assert.Equal([.. expected, new RecordRow()], RecordRow.Of([Lesson, Lesson, Report(null, null, new AttendanceRecord())]));
    }

    [Fact]
    public void A_registration_summary_makes_a_row_for_each_registration_and_for_who_came_without()
    {
        var registrations = new[]
        {
            new Registration
            {
                Id = "r-ada",
                FirstName = "Ada",
                LastName = "King",
                Email = "ada@home",
                Status = RegistrationStatus.Registered,
                RegisteredAt = At(-100),
            },
            new Registration { Id = "r-cy", FirstName = "Cy", Status = RegistrationStatus.Canceled, CanceledAt = At(-50) },
        };

        Assert.Equal(
        [
            new RegistrantRow
            {
                Outcome = RegistrationOutcome.Attended,
                RegistrationId = "r-ada",
                FirstName = "Ada",
                LastName = "King",
                DisplayName = "Ada",
                EmailAddress = "ada@home",
                Status = "registered",
                RegisteredAt = At(-100),
                AttendeeKey = "id:ada",
                FirstJoinedAt = At(0.5),
                LastLeftAt = At(59.5),
                TimePresentSeconds = 49,
                Share = 0.49,
            },
            new RegistrantRow
            {
                Outcome = RegistrationOutcome.Canceled,
                RegistrationId = "r-cy",
                FirstName = "Cy",
                Status = "canceled",
                CanceledAt = At(-50),
            },
            new RegistrantRow
            {
                Outcome = RegistrationOutcome.WalkIn,
                DisplayName = "Bob",
                EmailAddress = "bob@fabrikam.com",
                AttendeeKey = "email:bob@fabrikam.com",
            },
        ],
        RegistrantRow.Of(RegistrationSummary.Of(registrations, AttendanceSummary.Of(Lesson))));

        Assert.Equal("r-ada", RegistrantRow.Of(RegistrationSummary.Of([], AttendanceSummary.Of(Lesson))).First().RegistrationId);
    }

    [Fact]
    public void Rows_ask_for_what_they_are_made_of()
    {
        Assert.Equal("summary", Assert.Throws<ArgumentNullException>(() => PersonRow.Of(null!)).ParamName);
        Assert.Equal("summary", Assert.Throws<ArgumentNullException>(() => StayRow.Of(null!)).ParamName);
        Assert.Equal("summary", Assert.Throws<ArgumentNullException>(() => RegistrantRow.Of(null!)).ParamName);
        Assert.Equal("report", Assert.Throws<ArgumentNullException>(() => RecordRow.Of((AttendanceReport)null!)).ParamName);
        Assert.Equal("reports", Assert.Throws<ArgumentNullException>(() => RecordRow.Of((IEnumerable<AttendanceReport>)null!)).ParamName);
        Assert.StartsWith(
            "The report 'bare' has no records, as they were not asked for, so it does not tell who attended. " +
            "Read it with GetReportAsync, or many with BulkOptions.IncludeRecords.",
            Assert.Throws<ArgumentException>(() => RecordRow.Of(new AttendanceReport { Id = "bare" })).Message,
            StringComparison.Ordinal);
    }
}
