using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Generator;

public class Builders
{
    private const string Contoso = "5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string UserType = "#microsoft.graph.communicationsUserIdentity";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly AttendeeIdentity Ada = new() { Id = "387cd9ea-d6c6-49a7-8e2f-e02fc3e62783", DisplayName = "Ada Lovelace", TenantId = Contoso };
    private static readonly AttendeeIdentity Zoe = new() { Id = "bc72ed1b-077e-4c82-9b6d-7164e6fd1c92", DisplayName = "Zoë Müller", TenantId = Contoso };

    [Fact]
    public void A_report_has_the_ids_sums_and_counts_that_Graph_would_give_it()
    {
        var report = new ReportBuilder("2026-03-02T09:00Z", Hour)
            .Organizer("Ada Lovelace")
            .Attendee("Zoë Müller", "0:05-0:30", "0:35-1:00")
            .Presenter("李小龙 <Li@fabrikam.com>", "-0:10-1:02:30.5")
            .Guest("Anna <anna@example.org>", "0:05-?")
            .Phone("+49 30 ****12", "?-0:20")
            .AzureCommunicationServicesUser("Kiosk 3", "?-?")
            .Hidden("0:00:00.0000001-0:00:01")
            .Attendee("Zoë Müller", "0:10-0:20")
            .Build();

        Assert.Equal(
            new AttendanceReport
            {
                Id = "ec334b01-d323-4ccb-a7b2-af0dd19426c0",
                StartedAt = Utc("09:00"),
                EndedAt = Utc("10:00"),
                ParticipantCount = 7,
                Records =
                [
                    Record(Ada with { Kind = AttendeeKind.User, ODataType = UserType }, AttendeeRole.Organizer, 3600, Stay("09:00", "10:00", 3600)) with { EmailAddress = "ada.lovelace@contoso.com" },
                    Record(Zoe with { Kind = AttendeeKind.User, ODataType = UserType }, AttendeeRole.Attendee, 3000, Stay("09:05", "09:30", 1500), Stay("09:35", "10:00", 1500)) with
                    {
                        EmailAddress = "zoe.mueller@contoso.com",
                    },
                    Record(
                        new() { Id = "0b671a32-e4c4-4acd-92cc-b0a8f5e7c222", DisplayName = "李小龙", TenantId = "96cc46e1-f6e9-4b5d-ac4c-5d519e69a4e9", Kind = AttendeeKind.User, ODataType = UserType },
                        AttendeeRole.Presenter,
                        4350,
                        Stay("08:50", "10:02:30.5", 4350)) with
                    {
                        EmailAddress = "Li@fabrikam.com",
                    },
                    Record(
                        new() { DisplayName = "Anna", Email = "anna@example.org", Kind = AttendeeKind.Guest, ODataType = "#microsoft.graph.communicationsGuestIdentity" },
                        AttendeeRole.Attendee,
                        0,
                        Stay("09:05", null, 0)),
                    Record(
                        new() { DisplayName = "+49 30 ****12", Kind = AttendeeKind.Phone, ODataType = "#microsoft.graph.communicationsPhoneIdentity" },
                        AttendeeRole.Attendee,
                        0,
                        Stay(null, "09:20", 0)),
                    Record(
                        new()
                        {
                            Id = "8:acs:16664f75-11dc-4870-bec6-38c1aaa81431_11251587-b1bc-45e0-b5b75dc7db9174ef",
                            DisplayName = "Kiosk 3",
                            Kind = AttendeeKind.AzureCommunicationServicesUser,
                            AzureCommunicationServicesResourceId = "16664f75-11dc-4870-bec6-38c1aaa81431",
                            ODataType = "#microsoft.graph.azureCommunicationServicesUserIdentity",
                        },
                        AttendeeRole.Attendee,
                        0,
                        Stay(null, null, 0)),
                    Record(
                        new() { Kind = AttendeeKind.Encrypted, ODataType = "#microsoft.graph.communicationsEncryptedIdentity" },
                        AttendeeRole.Attendee,
                        0,
                        Stay("09:00:00.0000001", "09:00:01", 0)),
                    Record(Zoe with { Kind = AttendeeKind.User, ODataType = UserType }, AttendeeRole.Attendee, 600, Stay("09:10", "09:20", 600)) with
                    {
                        Id = "e1d79cbf-44e6-43a5-a713-182afd6ebfe5",
                        EmailAddress = "zoe.mueller@contoso.com",
                    },
                ],
            },
            report);
    }

    [Fact]
    public async Task A_built_report_is_what_the_client_reads()
    {
        var report = new ReportBuilder("2026-03-02T09:00Z", Hour)
            .Organizer("Ada Lovelace").Guest("Anna", "0:05-?").Phone("1").AzureCommunicationServicesUser("Kiosk").Hidden()
            .With(record => record with { Role = new AttendeeRole("Producer"), Engagements = [new MeetingEngagement { Type = "hand" }] })
            .Build();
        var source = AttendanceSource.Meeting(Organizer.Me, "m");
        using var graph = new FakeGraph().Add(source, report);

        Assert.Equal(report, await graph.CreateClient(GraphVersion.Beta).GetReportAsync(source, report.Id!));
    }

    [Theory]
    [InlineData("2026-03-02T09:00Z", "2026-03-02T09:00:00.0000000+00:00")]
    [InlineData("2026-03-02T09:00", "2026-03-02T09:00:00.0000000+00:00")]
    [InlineData("2026-03-02T09:00:30+01:00", "2026-03-02T08:00:30.0000000+00:00")]
    [InlineData("2026-03-02T09:00:30.1234567Z", "2026-03-02T09:00:30.1234567+00:00")]
    public void A_start_is_read_as_UTC(string text, string time)
    {
        var expected = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

        var report = new ReportBuilder(text, Hour).Build();

        Assert.Equal((expected, TimeSpan.Zero), (report.StartedAt, report.StartedAt!.Value.Offset));
        Assert.Equal(report, new ReportBuilder(expected.ToOffset(TimeSpan.FromHours(5)), Hour).Build());
    }

    [Theory]
    [InlineData("Zoë Müller", "zoe.mueller@contoso.com")]
    [InlineData("ZOË  MÜLLER", "zoe.mueller@contoso.com")]
    [InlineData("Zoe\u0308 Mu\u0308ller", "zoe.muller@contoso.com")]
    [InlineData("Müller, Zoë (Extern)", "mueller.zoe.extern@contoso.com")]
    [InlineData("Siobhán O’Brien-D'Angelo", "siobhan.obrien.dangelo@contoso.com")]
    [InlineData("Łukasz Żółć", "lukasz.zolc@contoso.com")]
    [InlineData("İbrahim Işıl 2", "ibrahim.isil.2@contoso.com")]
    [InlineData("Nguyễn Đức", "nguyen.duc@contoso.com")]
    [InlineData("Madonna", "madonna@contoso.com")]
    [InlineData("  Ada  ", "ada@contoso.com")]
    [InlineData("Σοφία", "user.7500f261389c@contoso.com")]
    [InlineData("’", "user.9f7ab19d3a2e@contoso.com")]
    [InlineData("Zoë <z@x>", "z@x")]
    public void An_address_follows_from_a_name(string name, string email) =>
        Assert.Equal(email, new ReportBuilder("2026-03-02T09:00Z", Hour).Attendee(name).Build().Records![0].EmailAddress);

    [Fact]
    public void The_same_address_is_the_same_person_in_every_report_and_role()
    {
        string?[] IdsIn(Func<ReportBuilder, ReportBuilder> people) => [.. people(new ReportBuilder("2026-03-02T09:00Z", Hour)).Build().Records!.Select(record => record.Identity!.Id)];

        var ids = IdsIn(report => report.Organizer("Zoë Müller").Attendee("Zoë").Attendee("Zoë <zoe@fabrikam.com>"));

        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(ids, IdsIn(report => report.Attendee("ZOË MÜLLER").Presenter("Z <Zoe@Contoso.com>").Organizer("Zoë <zoe@FABRIKAM.com>")));
    }

    [Fact]
    public void A_meeting_has_its_source_its_link_and_its_occurrences()
    {
        var meeting = new MeetingBuilder("Stand-up", "Ada Lovelace", "2026-03-02T09:00Z", TimeSpan.FromMinutes(15))
            .Invited("Zoë Müller", "李小龙 <li@fabrikam.com>")
            .Report(report => report.Attendee("Zoë Müller"))
            .Report(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(5), report => report.Organizer("Ada Lovelace"))
            .Occurrence(TimeSpan.FromDays(7))
            .Report(report => report.Guest("Anna"))
            .Build();

        const string id = "MSozODdjZDllYS1kNmM2LTQ5YTctOGUyZi1lMDJmYzNlNjI3ODMqMCoqMTk6bWVldGluZ19ZMlE1WlRoak5tUXRZVEZrWmkwME1ETTJMVGxrT1RrdE56RTVNVGhsTnpWbU9EUmhAdGhyZWFkLnYy";
        const string link = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_Y2Q5ZThjNmQtYTFkZi00MDM2LTlkOTktNzE5MThlNzVmODRh%40thread.v2/0" +
            "?context=%7b%22Tid%22%3a%225466a424-aadf-425c-9b24-034ca28d4bdd%22%2c%22Oid%22%3a%22387cd9ea-d6c6-49a7-8e2f-e02fc3e62783%22%7d";
        Assert.Equal(
            "1*387cd9ea-d6c6-49a7-8e2f-e02fc3e62783*0**19:meeting_Y2Q5ZThjNmQtYTFkZi00MDM2LTlkOTktNzE5MThlNzVmODRh@thread.v2",
            System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id)));
        Assert.Equal(
            new OnlineMeeting
            {
                Source = AttendanceSource.Meeting(Organizer.User(Ada.Id!), id),
                Id = id,
                Subject = "Stand-up",
                JoinWebUrl = link,
                JoinMeetingId = "2386148167990",
                IsPasscodeRequired = true,
                StartsAt = Utc("09:00"),
                EndsAt = Utc("09:15").AddDays(7),
                CreatedAt = Utc("09:00").AddDays(-1),
                ThreadId = "19:meeting_Y2Q5ZThjNmQtYTFkZi00MDM2LTlkOTktNzE5MThlNzVmODRh@thread.v2",
                Organizer = new() { Identity = Ada, UserPrincipalName = "ada.lovelace@contoso.com", Role = new("presenter") },
                Attendees =
                [
                    new() { Identity = Zoe, UserPrincipalName = "zoe.mueller@contoso.com", Role = new("attendee") },
                    new()
                    {
                        Identity = new() { Id = "0b671a32-e4c4-4acd-92cc-b0a8f5e7c222", DisplayName = "李小龙", TenantId = "96cc46e1-f6e9-4b5d-ac4c-5d519e69a4e9" },
                        UserPrincipalName = "li@fabrikam.com",
                        Role = new("attendee"),
                    },
                ],
            },
            meeting.Meeting);
        Assert.Equal(
            new CalendarMeeting
            {
                Id = "AAMkAY2Q5ZThjNmRhMWRmNDAzNjlkOTk3MTkxOGU3NWY4NGFjZDllOGM2ZGExZGY0MDM2OWQ5OTcxOTE4ZTc1Zjg0YTA3RUEwMzAyMDhERTc4M0ExNUE4QTgwMAAAA=",
                ICalUId = "040000008200E00074C5B7101A82E00807EA030208DE783A15A8A800000000000000000010000000CD9E8C6DA1DF40369D9971918E75F84A",
                Subject = "Stand-up",
                Start = DateTimeTimeZone.Utc(Utc("09:00")),
                End = DateTimeTimeZone.Utc(Utc("09:15")),
                IsOrganizer = true,
                IsCancelled = false,
                JoinWebUrl = link,
            },
            meeting.Occurrences[0]);
        Assert.Equal([Utc("09:00"), Utc("09:00").AddDays(7)], meeting.Occurrences.Select(occurrence => occurrence.Start!.At!.Value));
        Assert.Equal(
            [(Utc("09:00"), Utc("09:15"), "Zoë Müller"), (Utc("09:20"), Utc("09:25"), "Ada Lovelace"), (Utc("09:00").AddDays(7), Utc("09:15").AddDays(7), "Anna")],
            meeting.Reports.Select(report => (report.StartedAt!.Value, report.EndedAt!.Value, report.Records![0].Identity!.DisplayName)));
        Assert.Equal(2, meeting.Occurrences.Select(occurrence => occurrence.Id).Distinct().Count());
        Assert.Equal(3, meeting.Reports.Select(report => report.Id).Distinct().Count());
    }

    [Fact]
    public void A_webinar_knows_who_registered_who_came_and_who_walked_in()
    {
        var webinar = VirtualEventBuilder.Webinar("Launch", "Ada Lovelace", "2026-03-02T09:00Z", Hour)
            .CoOrganizers("Zoë Müller")
            .Registered("Zoë Müller", answers: new RegistrationAnswer { DisplayName = "Company", Value = "Contoso" })
            .Registered("Anna <anna@example.org>", RegistrationStatus.Canceled)
            .Report(report => report
                .Organizer("Ada Lovelace").Attendee("ZOË MÜLLER").Guest("Anna <Anna@example.org>").Guest("Walk-in")
                .Attendee("Late Registrant").With(record => record with { RegistrationId = "mine" }))
            .Session(TimeSpan.FromDays(7))
            .Report(report => report.Attendee("Late Registrant"))
            .Registered("Late Registrant")
            .Build();

        var id = "6f1c8948-dbe0-47e6-9cc5-685a28d6330b@5466a424-aadf-425c-9b24-034ca28d4bdd";
        Assert.Equal(
            new VirtualEvent
            {
                Kind = VirtualEventKind.Webinar,
                Id = id,
                DisplayName = "Launch",
                Status = VirtualEventStatus.Published,
                Start = DateTimeTimeZone.Utc(Utc("09:00")),
                End = DateTimeTimeZone.Utc(Utc("10:00").AddDays(7)),
                CreatedBy = Ada,
                CoOrganizers = [Zoe],
                Audience = "everyone",
                IsRegistrationRequired = true,
            },
            webinar.Event);
        Assert.Equal(
            [
                new Registration
                {
                    Id = "07bb4fc5-1011-42bd-a2c6-57dc3490496f",
                    UserId = Zoe.Id,
                    FirstName = "Zoë",
                    LastName = "Müller",
                    Email = "zoe.mueller@contoso.com",
                    Status = RegistrationStatus.Registered,
                    RegisteredAt = Utc("09:00").AddDays(-7),
                    Answers = [new RegistrationAnswer { DisplayName = "Company", Value = "Contoso" }],
                },
                new Registration
                {
                    Id = webinar.Registrations[1].Id,
                    FirstName = "Anna",
                    Email = "anna@example.org",
                    Status = RegistrationStatus.Canceled,
                    RegisteredAt = Utc("09:00").AddDays(-7),
                    CanceledAt = Utc("09:00").AddDays(-1),
                },
            ],
            webinar.Registrations.Take(2));
        Assert.Equal(
            [null, webinar.Registrations[0].Id, webinar.Registrations[1].Id, null, "mine"],
            Assert.Single(webinar.Sessions[0].Reports).Records!.Select(record => record.RegistrationId));
        Assert.Equal([webinar.Registrations[2].Id], Assert.Single(webinar.Sessions[1].Reports).Records!.Select(record => record.RegistrationId));
        Assert.Equal(3, webinar.Registrations.Select(registration => registration.Id).Distinct().Count());
        Assert.Equal(
            new VirtualEventSession
            {
                Source = AttendanceSource.Webinar(id, "2c756e4e-64f8-4c6a-8f33-7a3570b02e67"),
                Id = "2c756e4e-64f8-4c6a-8f33-7a3570b02e67",
                Subject = "Launch",
                JoinWebUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MmM3NTZlNGUtNjRmOC00YzZhLThmMzMtN2EzNTcwYjAyZTY3%40thread.v2/0" +
                    "?context=%7b%22Tid%22%3a%225466a424-aadf-425c-9b24-034ca28d4bdd%22%2c%22Oid%22%3a%22387cd9ea-d6c6-49a7-8e2f-e02fc3e62783%22%7d",
                Start = DateTimeTimeZone.Utc(Utc("09:00")),
                End = DateTimeTimeZone.Utc(Utc("10:00")),
            },
            webinar.Sessions[0].Session);
        Assert.Equal(DateTimeTimeZone.Utc(Utc("09:00").AddDays(7)), webinar.Sessions[1].Session.Start);
        Assert.NotEqual(webinar.Sessions[0].Session.Id, webinar.Sessions[1].Session.Id);
    }

    [Fact]
    public void A_town_hall_has_its_own_source_and_can_be_restarted()
    {
        var townhall = VirtualEventBuilder.Townhall("All hands", "Ada Lovelace", Utc("09:00"), Hour)
            .Report(report => report.Organizer("Ada Lovelace"))
            .Report(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5), report => report.Organizer("Ada Lovelace"))
            .Build();

        var session = Assert.Single(townhall.Sessions);
        Assert.Equal(AttendanceSource.Townhall(townhall.Event.Id!, session.Session.Id!), session.Session.Source);
        Assert.Equal((VirtualEventKind.Townhall, false, false), (townhall.Event.Kind, townhall.Event.IsInviteOnly, townhall.Event.IsRegistrationRequired));
        Assert.Equal([(Utc("09:00"), Utc("10:00")), (Utc("11:00"), Utc("11:05"))], session.Reports.Select(report => (report.StartedAt!.Value, report.EndedAt!.Value)));
        Assert.Equal(2, session.Reports.Select(report => report.Id).Distinct().Count());
        Assert.Empty(townhall.Registrations);
    }

    [Fact]
    public void A_town_hall_takes_registrations_as_a_webinar_does()
    {
        var townhall = VirtualEventBuilder.Townhall("All hands", "Ada Lovelace", "2026-03-02T09:00Z", Hour)
            .Report(report => report.Organizer("Ada Lovelace").Attendee("Zoë Müller").Attendee("Anna"))
            .Registered("Zoë Müller")
            .Registered("Grace Hopper", RegistrationStatus.Canceled)
            .Build();

        Assert.True(townhall.Event.IsRegistrationRequired);
        Assert.Equal(
            [("zoe.mueller@contoso.com", RegistrationStatus.Registered, null), ("grace.hopper@contoso.com", RegistrationStatus.Canceled, Utc("09:00").AddDays(-1))],
            townhall.Registrations.Select(registration => (registration.Email, registration.Status!.Value, registration.CanceledAt)));
        Assert.Equal([null, townhall.Registrations[0].Id, null], townhall.Sessions[0].Reports[0].Records!.Select(record => record.RegistrationId));
        Assert.NotEqual(
            townhall.Registrations[0].Id,
            VirtualEventBuilder.Webinar("All hands", "Ada Lovelace", "2026-03-02T09:00Z", Hour).Registered("Zoë Müller").Build().Registrations[0].Id);
    }

    [Fact]
    public void What_is_built_compares_by_value_lists_included()
    {
        MeetingData Meeting() => new MeetingBuilder("a", "Ada", "2026-03-02T09:00Z", Hour).Report(report => report.Attendee("Zoë")).Build();
        VirtualEventData Webinar() => VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).Registered("Zoë").Report(report => report.Attendee("Zoë")).Build();

        Assert.Equal(Meeting(), Meeting());
        Assert.Equal(Meeting().GetHashCode(), Meeting().GetHashCode());
        Assert.NotEqual(Meeting(), Meeting() with { Meeting = new OnlineMeeting() });
        Assert.NotEqual(Meeting(), Meeting() with { Reports = [] });
        Assert.NotEqual(Meeting(), Meeting() with { Occurrences = [] });
        Assert.Equal(Webinar(), Webinar());
        Assert.Equal(Webinar().GetHashCode(), Webinar().GetHashCode());
        Assert.NotEqual(Webinar(), Webinar() with { Event = new VirtualEvent() });
        Assert.NotEqual(Webinar(), Webinar() with { Registrations = [] });
        Assert.NotEqual(Webinar(), Webinar() with { Sessions = [] });
        Assert.NotEqual(Webinar().Sessions[0], Webinar().Sessions[0] with { Reports = [] });
        Assert.NotEqual(Webinar().Sessions[0], Webinar().Sessions[0] with { Session = new VirtualEventSession() });
        Assert.Equal(Webinar().Sessions[0].GetHashCode(), Webinar().Sessions[0].GetHashCode());
        Assert.NotEqual(Meeting().Meeting.Id, new MeetingBuilder("b", "Ada", "2026-03-02T09:00Z", Hour).Build().Meeting.Id);
    }

    [Fact]
    public void What_was_built_does_not_change_when_the_builder_goes_on()
    {
        var report = new ReportBuilder("2026-03-02T09:00Z", Hour).Attendee("Ada");
        var meeting = new MeetingBuilder("a", "Ada", "2026-03-02T09:00Z", Hour).Report(people => people.Attendee("Ada"));
        var webinar = VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).Registered("Ada");
        var (one, first, launch) = (report.Build(), meeting.Build(), webinar.Build());

        report.Attendee("Zoë");
        meeting.Occurrence(TimeSpan.FromDays(1)).Invited("Zoë").Report(people => people.Attendee("Zoë"));
        webinar.Session(TimeSpan.FromDays(1)).Registered("Zoë").CoOrganizers("Zoë");

        Assert.Equal((1, 2), (one.Records!.Count, report.Build().Records!.Count));
        Assert.Equal((1, 1, 0), (first.Reports.Count, first.Occurrences.Count, first.Meeting.Attendees.Count));
        Assert.Equal((1, 1, 0), (launch.Sessions.Count, launch.Registrations.Count, launch.Event.CoOrganizers.Count));
    }

    [Theory]
    [InlineData("", "The stay \"\" has no dash between two times.")]
    [InlineData("0:05", "The stay \"0:05\" has no dash between two times.")]
    [InlineData("-0:05", "The stay \"-0:05\" has no dash between two times.")]
    [InlineData("0:30-0:05", "The stay \"0:30-0:05\" ends before it begins.")]
    [InlineData("5-6", "The stay \"5-6\" has \"5\" in place of a time.")]
    [InlineData("0:05-0:61", "The stay \"0:05-0:61\" has \"0:61\" in place of a time.")]
    [InlineData("0:05-", "The stay \"0:05-\" has \"\" in place of a time.")]
    [InlineData("0:05 - 0:10", "The stay \"0:05 - 0:10\" has \"0:05 \" in place of a time.")]
    [InlineData("0:05-0:10-0:20", "The stay \"0:05-0:10-0:20\" has \"0:10-0:20\" in place of a time.")]
    public void A_stay_that_is_none_says_what_is_wrong_and_how_one_is_written(string stay, string fault)
    {
        var exception = Assert.Throws<FormatException>(() => new ReportBuilder("2026-03-02T09:00Z", Hour).Attendee("Ada", "0:00-0:01", stay));

        Assert.Equal(
            fault + " Write hours and minutes since the session began, such as \"0:05-0:30\" or \"-0:10-1:02:30\", and ? for a time that Graph lacks, such as \"0:05-?\".",
            exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-02")]
    [InlineData("03/02/2026 09:00")]
    [InlineData("09:00")]
    [InlineData("2026-02-30T09:00Z")]
    public void A_start_that_is_no_time_says_how_one_is_written(string text)
    {
        var expected = $"\"{text}\" is no time. Write date and time as ISO 8601 does, such as \"2026-03-02T09:00Z\" or \"2026-03-02T09:00:30.5+01:00\".";

        Assert.Equal(expected, Assert.Throws<FormatException>(() => new ReportBuilder(text, Hour)).Message);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => new MeetingBuilder("a", "Ada", text, Hour)).Message);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => VirtualEventBuilder.Webinar("a", "Ada", text, Hour)).Message);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => VirtualEventBuilder.Townhall("a", "Ada", text, Hour)).Message);
    }

    [Theory]
    [InlineData("", "has no name")]
    [InlineData(" ", "has no name")]
    [InlineData("<zoe@fabrikam.com>", "has no name")]
    [InlineData("Zoë <>", "has no e-mail address between < and >")]
    [InlineData("Zoë <zoe>", "has no e-mail address between < and >")]
    [InlineData("Zoë <@x>", "has no e-mail address between < and >")]
    [InlineData("Zoë <x@>", "has no e-mail address between < and >")]
    [InlineData("Zoë <a@b@c>", "has no e-mail address between < and >")]
    [InlineData("Zoë <z oe@x>", "has no e-mail address between < and >")]
    public void A_person_without_a_name_or_with_a_wrong_address_is_refused_by_whoever_takes_one(string text, string fault)
    {
        foreach (var (parameter, act) in new (string, Func<object>)[]
        {
            ("name", () => new ReportBuilder("2026-03-02T09:00Z", Hour).Attendee(text)),
            ("name", () => new ReportBuilder("2026-03-02T09:00Z", Hour).Guest(text)),
            ("organizer", () => new MeetingBuilder("a", text, "2026-03-02T09:00Z", Hour)),
            ("names", () => new MeetingBuilder("a", "Ada", "2026-03-02T09:00Z", Hour).Invited("Zoë", text)),
            ("organizer", () => VirtualEventBuilder.Webinar("a", text, "2026-03-02T09:00Z", Hour)),
            ("names", () => VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).CoOrganizers(text)),
            ("name", () => VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).Registered(text)),
        })
        {
            var exception = Assert.Throws<ArgumentException>(act);
            Assert.Equal(
                $"\"{text}\" {fault}. Write a name, such as \"Zoë Müller\", or a name and an address, such as \"Zoë Müller <zoe@fabrikam.com>\". (Parameter '{parameter}')",
                exception.Message);
        }
    }

    [Fact]
    public void A_length_less_than_nothing_is_refused()
    {
        var less = TimeSpan.FromMinutes(-1);
        foreach (var act in new Func<object>[]
        {
            () => new ReportBuilder(Utc("09:00"), less),
            () => new MeetingBuilder("a", "Ada", Utc("09:00"), less),
            () => new MeetingBuilder("a", "Ada", Utc("09:00"), Hour).Report(TimeSpan.Zero, less, _ => { }),
            () => VirtualEventBuilder.Townhall("a", "Ada", Utc("09:00"), less),
            () => VirtualEventBuilder.Townhall("a", "Ada", Utc("09:00"), Hour).Report(TimeSpan.Zero, less, _ => { }),
        })
        {
            var exception = Assert.Throws<ArgumentOutOfRangeException>("length", act);
            Assert.StartsWith("A session cannot end before it begins. Give a length of zero or more, such as TimeSpan.FromHours(1).", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_makes_no_sense_says_so()
    {
        Assert.Equal(
            "There is nobody to change yet. Add somebody first, such as .Attendee(\"Zoë Müller\").",
            Assert.Throws<InvalidOperationException>(() => new ReportBuilder("2026-03-02T09:00Z", Hour).With(record => record)).Message);
        Assert.Equal(
            "zoe@contoso.com is registered already, and Graph takes an address once. Register another person, or give this one another address: \"ZOË <...>\". (Parameter 'name')",
            Assert.Throws<ArgumentException>(() => VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).Registered("Zoë").Registered("ZOË")).Message);
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        var report = new ReportBuilder("2026-03-02T09:00Z", Hour);
        var meeting = new MeetingBuilder("a", "Ada", "2026-03-02T09:00Z", Hour);
        var webinar = VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour);

        Assert.Throws<ArgumentNullException>("text", () => new ReportBuilder(null!, Hour));
        Assert.Throws<ArgumentNullException>("text", () => report.Attendee("Ada", "0:00-0:01", null!));
        Assert.Throws<ArgumentNullException>("stays", () => report.Attendee("Ada", null!));
        Assert.Throws<ArgumentNullException>("name", () => report.Attendee(null!));
        Assert.Throws<ArgumentNullException>("number", () => report.Phone(null!));
        Assert.Throws<ArgumentNullException>("name", () => report.AzureCommunicationServicesUser(null!));
        Assert.Throws<ArgumentNullException>("change", () => report.Attendee("Ada").With(null!));
        Assert.Throws<ArgumentNullException>("names", () => meeting.Invited(null!));
        Assert.Throws<ArgumentNullException>("people", () => meeting.Report(null!));
        Assert.Throws<ArgumentNullException>("names", () => webinar.CoOrganizers(null!));
        Assert.Throws<ArgumentNullException>("people", () => webinar.Report(null!));
    }

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse($"2026-03-02T{time}Z", System.Globalization.CultureInfo.InvariantCulture);

    private static AttendanceInterval Stay(string? joined, string? left, int seconds) => new()
    {
        JoinedAt = joined is null ? null : Utc(joined),
        LeftAt = left is null ? null : Utc(left),
        Duration = TimeSpan.FromSeconds(seconds),
    };

    private static AttendanceRecord Record(AttendeeIdentity identity, AttendeeRole role, int seconds, params AttendanceInterval[] stays) => new()
    {
        Id = identity.Id,
        Identity = identity,
        Role = role,
        TotalAttendance = TimeSpan.FromSeconds(seconds),
        Intervals = stays,
    };
}
