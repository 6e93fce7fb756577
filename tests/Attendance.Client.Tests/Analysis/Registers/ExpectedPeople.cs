using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis.Registers;

/// <summary>Who was expected stands beside who came, and nobody is joined by guesswork.</summary>
public class ExpectedPeople
{
    [Fact]
    public void Who_stayed_away_is_in_the_summary()
    {
        var meeting = new OnlineMeeting
        {
            Organizer = new MeetingParticipant { Identity = new AttendeeIdentity { Id = "boss" }, UserPrincipalName = "boss@contoso.com" },
            Attendees =
            [
                new MeetingParticipant { Identity = new AttendeeIdentity { Id = "ada" }, UserPrincipalName = "ada@contoso.com" },
                new MeetingParticipant
                {
                    Identity = new AttendeeIdentity { DisplayName = "Nie Da" }, UserPrincipalName = "nie.da@contoso.com",
                },
            ],
        };
        var report = Report(0, 100, Person("boss", Stay(0, 100)), Person("ada", Stay(0, 100)));

        var summary = Sum(report, ExpectedPerson.Of(meeting));

        Assert.Equal(3, summary.ExpectedCount);
        Assert.Equal(
            new AttendeeSummary
            {
                Key = "email:nie.da@contoso.com",
                DisplayName = "Nie Da",
                EmailAddress = "nie.da@contoso.com",
                Expected = new ExpectedPerson { EmailAddress = "nie.da@contoso.com", DisplayName = "Nie Da" },
                Status = AttendanceStatus.Absent,
                TimePresent = TimeSpan.Zero,
                Share = 0,
            },
            summary.Attendees[2]);
        Assert.Equal((2, 1), (summary.AttendedCount, summary.Count(AttendanceStatus.Absent)));
        Assert.Equal(2, summary.HeadCount!.Peak);
    }

    [Fact]
    public void Nobody_is_absent_where_no_plan_is_known_or_there_is_no_report_or_Graph_withholds_the_records()
    {
        ExpectedPerson[] expected = [new() { Id = "nie" }];
        var options = new SummaryOptions { Windows = [Window(0, 100)], Expected = expected };

        AttendeeSummary[] people =
        [
            AttendanceSummary.Of(Report(0, 100, Person("ada", Stay(0, 100))), new SummaryOptions { Expected = expected }).Attendees[1],
            AttendanceSummary.Of([], options).Attendees[0],
            AttendanceSummary.Of(Report(0, 100) with { ParticipantCount = 5 }, options).Attendees[0],
        ];

        Assert.All(
            people, person => Assert.Equal(("id:nie", (AttendanceStatus?)null, false), (person.Key, person.Status, person.HasAttended)));
        Assert.Equal([TimeSpan.Zero, null, null], people.Select(person => person.TimePresent));
    }

    [Theory]
    [InlineData("A1", null, null, null, ExpectedMatch.Id)]
    [InlineData(null, "ADA@contoso.com", null, null, ExpectedMatch.EmailAddress)]
    [InlineData(null, "ada@old.com", null, null, ExpectedMatch.EmailAddress)]
    [InlineData(null, null, "R1", null, ExpectedMatch.Registration)]
    [InlineData(null, null, null, "Ada King", ExpectedMatch.DisplayName)]
    [InlineData("A1", "ada@contoso.com", "r1", "Ada King", ExpectedMatch.Id)]
    [InlineData("other", "ada@contoso.com", null, "Ada King", ExpectedMatch.EmailAddress)]
    public void They_are_found_by_id_then_address_then_registration_then_a_name_that_nobody_else_has(
        string? id, string? address, string? registration, string? name, ExpectedMatch match)
    {
        var ada = new ExpectedPerson
        {
            Id = "a1",
            EmailAddress = "ada@contoso.com",
            OtherAddresses = ["ada@old.com"],
            RegistrationId = "r1",
            DisplayName = "Ada King",
        };
        var record = new AttendanceRecord
        {
            Identity = new AttendeeIdentity { Id = id, DisplayName = name },
            EmailAddress = address,
            RegistrationId = registration,
            Intervals = [Stay(0, 100)],
        };

        var person = Assert.Single(Sum(Report(0, 100, record), [ada]).Attendees);

        Assert.Equal((ada, match, AttendanceStatus.Present), (person.Expected, person.MatchedBy, person.Status));
    }

    [Fact]
    public void A_list_joins_what_records_alone_could_not()
    {
        // Ada on her laptop by id, and on her phone as a guest by address: her line on the roster has both.
        var laptop = Person("ada", Stay(0, 50));
        var phone = new AttendanceRecord { EmailAddress = "ada@home.com", Intervals = [Stay(50, 100)] };

        var person = Assert.Single(Sum(
            Report(0, 100, laptop, phone), [new ExpectedPerson { Id = "ada", OtherAddresses = ["ada@home.com"] }]).Attendees);

        Assert.Equal((1.0, ExpectedMatch.Id), (person.Share, person.MatchedBy));
    }

    [Fact]
    public void Somebody_on_two_lists_is_expected_once()
    {
        ExpectedPerson[] expected =
        [
            new() { Id = "ada", DisplayName = "Ada King" },
            new() { Id = "ADA", EmailAddress = "ada@contoso.com", Response = "accepted" },
            new() { EmailAddress = "Ada@contoso.com", IsExcused = true },
        ];

        var summary = Sum(Report(0, 100, Person("bo", Stay(0, 100))), expected);

        Assert.Equal(1, summary.ExpectedCount);
        Assert.Equal(
            new ExpectedPerson
            {
                Id = "ada",
                EmailAddress = "ada@contoso.com",
                DisplayName = "Ada King",
                Response = "accepted",
                IsExcused = true,
            },
            summary.Attendees[1].Expected);
        Assert.Equal(AttendanceStatus.Excused, summary.Attendees[1].Status);
    }

    [Fact]
    public void A_name_that_two_have_joins_nobody_and_is_suggested()
    {
        ExpectedPerson[] expected =
        [
            new() { EmailAddress = "anna.schmidt@contoso.com", DisplayName = "Anna Schmidt" },
            new() { EmailAddress = "anna.schmidt2@contoso.com", DisplayName = "Anna Schmidt" },
        ];

        var summary = Sum(Report(0, 100, Named("Anna Schmidt", Stay(0, 100))), expected);

        Assert.Equal(AttendanceStatus.Unexpected, summary.Attendees[0].Status);
        Assert.Equal(expected, summary.Attendees[0].Suggestions);
        Assert.Equal(2, summary.Count(AttendanceStatus.Absent));
    }

    [Fact]
    public void A_name_joins_nobody_whose_address_or_id_says_otherwise()
    {
        ExpectedPerson[] expected =
        [
            new() { EmailAddress = "anna.schmidt@contoso.com", DisplayName = "Anna Schmidt" },
            new() { Id = "bo", DisplayName = "Bo" },
        ];
        var anna = Named("Anna Schmidt", Stay(0, 100)) with { EmailAddress = "anna@gmail.com" };
        var bo = Person("other", Stay(0, 100)) with { Identity = new AttendeeIdentity { Id = "other", DisplayName = "Bo" } };

        var summary = Sum(Report(0, 100, anna, bo), expected);

        Assert.Equal(
            [AttendanceStatus.Unexpected, AttendanceStatus.Unexpected, AttendanceStatus.Absent, AttendanceStatus.Absent],
            summary.Attendees.Select(attendee => attendee.Status!.Value));
        Assert.Equal([[expected[0]], [expected[1]]], summary.Attendees.Take(2).Select(attendee => attendee.Suggestions));
    }

    [Theory]
    [InlineData("anna MÜLLER")]
    [InlineData("Müller, Anna")]
    [InlineData("Anna Mueller")]
    [InlineData("Anna Muller (Contoso GmbH)")]
    [InlineData("Prof. Dr. Anna Müller")]
    [InlineData("Anna Müller (Gast)")]
    [InlineData("Anna Müller-Schmidt")]
    [InlineData("Anna Maria Müller")]
    public void A_name_that_is_written_otherwise_is_suggested_and_not_joined(string name)
    {
        ExpectedPerson[] expected =
            [new() { DisplayName = "Bo Li" }, new() { EmailAddress = "am@contoso.com", DisplayName = "Anna Müller" }];

        var summary = Sum(Report(0, 100, Named(name, Stay(0, 100))), expected);

        Assert.Equal(AttendanceStatus.Unexpected, summary.Attendees[0].Status);
        Assert.Null(summary.Attendees[0].Expected);
        Assert.Equal([expected[1]], summary.Attendees[0].Suggestions);
    }

    [Fact]
    public void A_name_inside_an_address_is_suggested_too()
    {
        ExpectedPerson[] expected = [new() { EmailAddress = "anna.mueller@contoso.com" }];

        Assert.Equal(expected, Sum(Report(0, 100, Named("Anna Müller", Stay(0, 100))), expected).Attendees[0].Suggestions);
    }

    [Theory]
    [InlineData("Anna")]
    [InlineData("Anna\uD800")]
    [InlineData("Bernd Müller")]
    [InlineData("")]
    [InlineData("Dr.")]
    public void Nobody_is_suggested_for_too_little(string name) =>
        Assert.Empty(Sum(
            Report(0, 100, Named(name, Stay(0, 100))), [new ExpectedPerson { DisplayName = "Anna Müller" }]).Attendees[0].Suggestions);

    [Fact]
    public void A_letter_that_has_no_normal_form_parts_a_name() =>
        Assert.Equal("Anna Müller", Assert.Single(Sum(
            Report(0, 100, Named("Anna\uFFFEMüller", Stay(0, 100))), [new ExpectedPerson { DisplayName = "Anna Müller" }])
            .Attendees[0].Suggestions).DisplayName);

    [Fact]
    public void Children_who_share_the_address_of_a_parent_are_two()
    {
        ExpectedPerson[] expected =
        [
            new() { EmailAddress = "meier@home.com", DisplayName = "Lisa Meier" },
            new() { EmailAddress = "meier@home.com", DisplayName = "Tom Meier" },
        ];
        var tom = Named("Tom Meier", Stay(0, 100)) with { EmailAddress = "meier@home.com" };

        var summary = Sum(Report(0, 100, tom), expected);

        Assert.Equal(2, summary.ExpectedCount);
        Assert.Equal((expected[1], ExpectedMatch.DisplayName), (summary.Attendees[0].Expected, summary.Attendees[0].MatchedBy));
        Assert.Equal((expected[0], AttendanceStatus.Absent), (summary.Attendees[1].Expected, summary.Attendees[1].Status));
    }

    [Fact]
    public void An_entry_that_says_little_does_not_make_one_of_children_who_share_an_address()
    {
        ExpectedPerson[] expected =
        [
            new() { EmailAddress = "meier@home.com" },
            new() { EmailAddress = "meier@home.com", DisplayName = "Lisa Meier" },
            new() { EmailAddress = "meier@home.com", DisplayName = "Tom Meier" },
        ];

        var summary = Sum(Report(0, 100, Named("Tom Meier", Stay(0, 100))), expected);

        Assert.Equal([expected[2], expected[0], expected[1]], summary.Attendees.Select(attendee => attendee.Expected));
    }

    [Fact]
    public void One_address_on_many_entries_is_joined_at_once()
    {
        const int Count = 20_000;
        ExpectedPerson[] expected = [.. Enumerable.Range(0, Count).Select(
            number => new ExpectedPerson { EmailAddress = "one@contoso.com", OtherAddresses = [$"{number}@contoso.com"] })];

        var person = Assert.Single(Sum(Report(0, 100), expected).Attendees).Expected!;

        Assert.Equal(("one@contoso.com", Count, $"{Count - 1}@contoso.com"),
            (person.EmailAddress, person.OtherAddresses.Count, person.OtherAddresses[^1]));
    }

    [Theory]
    [InlineData("Zoe\u0308 Mu\u0308ller")]
    [InlineData("Zoë\u00A0Müller")]
    [InlineData(" Zoë  Müller")]
    public void The_same_letters_and_words_are_one_name(string name) =>
        Assert.Equal(
            ExpectedMatch.DisplayName,
            Assert.Single(Sum(Report(0, 100, Named("Zoë Müller", Stay(0, 100))), [new() { DisplayName = name }]).Attendees).MatchedBy);

    [Fact]
    public void A_name_that_was_cut_within_a_letter_is_a_name()
    {
        var summary = Sum(Report(0, 100, Named("Nie Da \uD83D", Stay(0, 100))), [new() { DisplayName = "Nie Da" }]);

        Assert.Equal(
            [("Nie Da \uD83D", AttendanceStatus.Unexpected), ("Nie Da", AttendanceStatus.Absent)],
            summary.Attendees.Select(attendee => (attendee.DisplayName!, attendee.Status!.Value)));
    }

    [Fact]
    public void Swapped_addresses_make_nobody_somebody_else()
    {
        ExpectedPerson[] expected =
            [new() { Id = "ada", EmailAddress = "bo@contoso.com" }, new() { Id = "bo", EmailAddress = "ada@contoso.com" }];
        var ada = Person("ada", Stay(0, 100)) with { EmailAddress = "ada@contoso.com" };

        var summary = Sum(Report(0, 100, ada), expected);

        Assert.Equal(["ada", "bo"], summary.Attendees.Select(attendee => attendee.Expected!.Id));
        Assert.Equal(
            [AttendanceStatus.Present, AttendanceStatus.Absent], summary.Attendees.Select(attendee => attendee.Status!.Value));
    }

    [Fact]
    public void Who_is_excused_and_stays_away_is_excused_and_who_comes_is_there()
    {
        ExpectedPerson[] expected = [new() { Id = "ada", IsExcused = true }, new() { Id = "bo", IsExcused = true }];

        var summary = Sum(Report(0, 100, Person("bo", Stay(0, 100))), expected);

        Assert.Equal(
            [("id:bo", AttendanceStatus.Present), ("id:ada", AttendanceStatus.Excused)],
            summary.Attendees.Select(attendee => (attendee.Key!, attendee.Status!.Value)));
    }

    [Fact]
    public void The_organizer_is_never_unexpected()
    {
        var host = Person("host", Stay(0, 100)) with { Role = AttendeeRole.Organizer };
        var presenter = Person("presenter", Stay(0, 100)) with { Role = AttendeeRole.Presenter };

        Assert.Equal(
            [AttendanceStatus.Present, AttendanceStatus.Unexpected],
            Sum(Report(0, 100, host, presenter), []).Attendees.Select(attendee => attendee.Status!.Value));
    }

    [Fact]
    public void A_calendar_expects_its_organizer_and_people_and_no_rooms_with_the_ids_that_the_meeting_knows()
    {
        var occurrence = new CalendarMeeting
        {
            Organizer = new CalendarAttendee { Name = "Grace", EmailAddress = "grace@contoso.com" },
            Attendees =
            [
                new CalendarAttendee
                {
                    Name = "Ada",
                    EmailAddress = "Ada@contoso.com",
                    Type = CalendarAttendeeType.Required,
                    Response = CalendarResponse.Declined,
                },
                new CalendarAttendee { EmailAddress = "bo@contoso.com", Type = CalendarAttendeeType.Optional },
                new CalendarAttendee { Name = "Room 1", EmailAddress = "room1@contoso.com", Type = CalendarAttendeeType.Resource },
            ],
        };
        var meeting = new OnlineMeeting
        {
            Attendees = [new MeetingParticipant { Identity = new AttendeeIdentity { Id = "a1" }, UserPrincipalName = "ada@contoso.com" }],
        };

        Assert.Equal(
            [
                new ExpectedPerson { EmailAddress = "grace@contoso.com", DisplayName = "Grace" },
                new ExpectedPerson
                {
                    Id = "a1", EmailAddress = "Ada@contoso.com", DisplayName = "Ada", IsOptional = false, Response = "declined",
                },
                new ExpectedPerson { EmailAddress = "bo@contoso.com", IsOptional = true },
            ],
            ExpectedPerson.Of(occurrence, meeting));
        Assert.Equal(ExpectedPerson.Of(meeting), ExpectedPerson.Of(new CalendarMeeting(), meeting));
        Assert.Empty(ExpectedPerson.Of(new CalendarMeeting()));
    }

    [Fact]
    public void A_calendar_that_has_the_second_address_of_somebody_finds_their_id()
    {
        var meeting = new OnlineMeeting
        {
            Attendees =
            [
                new MeetingParticipant
                {
                    Identity = new AttendeeIdentity { Id = "ada", Email = "ada@contoso.com" }, UserPrincipalName = "a.king@contoso.com",
                },
            ],
        };
        var occurrence = new CalendarMeeting { Attendees = [new CalendarAttendee { EmailAddress = "A.King@contoso.com" }] };

        Assert.Equal(
            [new ExpectedPerson { Id = "ada", EmailAddress = "A.King@contoso.com", OtherAddresses = ["ada@contoso.com"] }],
            ExpectedPerson.Of(occurrence, meeting));
    }

    [Fact]
    public void Registrations_that_were_canceled_or_not_admitted_expect_nobody()
    {
        Registration[] registrations =
        [
            new()
            {
                Id = "r1",
                FirstName = "Ada",
                LastName = "King",
                Email = "ada@contoso.com",
                UserId = "ada",
                Status = RegistrationStatus.Registered,
            },
            new() { Id = "r2", FirstName = "Bo", Status = RegistrationStatus.Canceled },
            new() { Id = "r3", FirstName = "Cy", Status = RegistrationStatus.Waitlisted },
            new() { Id = "r4", LastName = "Di" },
        ];

        Assert.Equal(
            [
                new ExpectedPerson { Id = "ada", EmailAddress = "ada@contoso.com", DisplayName = "Ada King", RegistrationId = "r1" },
                new ExpectedPerson { DisplayName = "Di", RegistrationId = "r4" },
            ],
            ExpectedPerson.Of(registrations));
        Assert.Throws<ArgumentException>("registrations", () => ExpectedPerson.Of([null!]));
    }

    [Fact]
    public void A_roster_of_5000_names_is_matched_without_comparing_each_with_each()
    {
        // Doubles, swapped names and married names among them; every tenth stays away.
        ExpectedPerson[] roster = [.. Enumerable.Range(0, 5_000).Select(
            number => new ExpectedPerson { DisplayName = $"Given{number} Family{number % 500}" })];
        AttendanceRecord[] records =
        [
            .. Enumerable.Range(0, 5_000).Where(number => number % 10 != 0).Select(number => Named(
                number % 10 == 1 ? $"Family{number % 500}, Given{number}"
                : number % 10 == 2 ? $"Given{number} Family{number % 500}-Other"
                : $"Given{number} Family{number % 500}",
                Stay(0, 100))),
        ];

        var summary = Sum(Report(0, 100, records), roster);

        Assert.Equal(5_000, summary.ExpectedCount);
        Assert.Equal(3_500, summary.Attendees.Count(attendee => attendee.MatchedBy == ExpectedMatch.DisplayName));
        Assert.Equal(1_000, summary.Attendees.Count(attendee => attendee.Suggestions.Count == 1));
        Assert.Equal(1_500, summary.Count(AttendanceStatus.Absent));
    }

    [Fact]
    public void A_null_among_them_is_refused()
    {
        var error = Assert.Throws<ArgumentException>("options", () => Sum(Report(0, 100), [new ExpectedPerson(), null!]));

        Assert.StartsWith("An expected person is null: the one after 1 others. Leave it out.", error.Message, StringComparison.Ordinal);
    }

    private static AttendanceSummary Sum(AttendanceReport report, IReadOnlyList<ExpectedPerson> expected) =>
        AttendanceSummary.Of(report, new SummaryOptions { Windows = [Window(0, 100)], Expected = expected });

    private static AttendanceRecord Named(string name, params AttendanceInterval[] stays) =>
        new() { Identity = new AttendeeIdentity { DisplayName = name }, Intervals = stays };
}
