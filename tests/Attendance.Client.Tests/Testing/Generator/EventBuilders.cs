using Attendance.Client.Testing;
using static Attendance.Client.Tests.Generator.BuilderSamples;

namespace Attendance.Client.Tests.Generator;

public class EventBuilders
{
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

        const string id =
            "MSozODdjZDllYS1kNmM2LTQ5YTctOGUyZi1lMDJmYzNlNjI3ODMqMCoqMTk6bWVldGluZ19ZMlE1WlRoak5tUXRZVEZrWmkwME1ETTJMVGxrT1RrdE56RTVNVGhsTnpWbU9EUmhAdGhyZWFkLnYy";
        const string link =
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_Y2Q5ZThjNmQtYTFkZi00MDM2LTlkOTktNzE5MThlNzVmODRh%40thread.v2/0" +
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
                        Identity = new()
                        {
                            Id = "0b671a32-e4c4-4acd-92cc-b0a8f5e7c222",
                            DisplayName = "李小龙",
                            TenantId = "96cc46e1-f6e9-4b5d-ac4c-5d519e69a4e9",
                        },
                        UserPrincipalName = "li@fabrikam.com",
                        Role = new("attendee"),
                    },
                ],
            },
            meeting.Meeting);
        Assert.Equal(
            new CalendarMeeting
            {
                Id =
                    "AAMkAY2Q5ZThjNmRhMWRmNDAzNjlkOTk3MTkxOGU3NWY4NGFjZDllOGM2ZGExZGY0MDM2OWQ5OTcxOTE4ZTc1Zjg0YTA3RUEwMzAyMDhERTc4M0ExNUE4QTgwMAAAA=",
                ICalUId =
                    "040000008200E00074C5B7101A82E00807EA030208DE783A15A8A800000000000000000010000000CD9E8C6DA1DF40369D9971918E75F84A",
                Subject = "Stand-up",
                Start = DateTimeTimeZone.Utc(Utc("09:00")),
                End = DateTimeTimeZone.Utc(Utc("09:15")),
                IsOrganizer = true,
                IsCancelled = false,
                JoinWebUrl = link,
                SeriesId = "AAMkAY2Q5ZThjNmRhMWRmNDAzNjlkOTk3MTkxOGU3NWY4NGFjZDllOGM2ZGExZGY0MDM2OWQ5OTcxOTE4ZTc1Zjg0YQAAA=",
                Type = CalendarMeetingType.Occurrence,
                Organizer = new() { Name = "Ada Lovelace", EmailAddress = "ada.lovelace@contoso.com" },
                Attendees =
                [
                    new()
                    {
                        Name = "Zoë Müller",
                        EmailAddress = "zoe.mueller@contoso.com",
                        Type = CalendarAttendeeType.Required,
                        Response = CalendarResponse.None,
                    },
                    new()
                    {
                        Name = "李小龙",
                        EmailAddress = "li@fabrikam.com",
                        Type = CalendarAttendeeType.Required,
                        Response = CalendarResponse.None,
                    },
                ],
            },
            meeting.Occurrences[0]);
        Assert.Single(meeting.Occurrences.Select(occurrence => occurrence.SeriesId).Distinct());
        Assert.Equal(meeting.Occurrences[0].Attendees, meeting.Occurrences[1].Attendees);
        Assert.Equal([Utc("09:00"), Utc("09:00").AddDays(7)], meeting.Occurrences.Select(occurrence => occurrence.Start!.At!.Value));
        Assert.Equal(
            [
                (Utc("09:00"), Utc("09:15"), "Zoë Müller"),
                (Utc("09:20"), Utc("09:25"), "Ada Lovelace"),
                (Utc("09:00").AddDays(7), Utc("09:15").AddDays(7), "Anna"),
            ],
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
        Assert.Equal(
            [webinar.Registrations[2].Id], Assert.Single(webinar.Sessions[1].Reports).Records!.Select(record => record.RegistrationId));
        Assert.Equal(3, webinar.Registrations.Select(registration => registration.Id).Distinct().Count());
        Assert.Equal(
            new VirtualEventSession
            {
                Source = AttendanceSource.Webinar(id, "2c756e4e-64f8-4c6a-8f33-7a3570b02e67"),
                Id = "2c756e4e-64f8-4c6a-8f33-7a3570b02e67",
                Subject = "Launch",
                JoinWebUrl =
                    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MmM3NTZlNGUtNjRmOC00YzZhLThmMzMtN2EzNTcwYjAyZTY3%40thread.v2/0"
                    +
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
        Assert.Equal(
            (VirtualEventKind.Townhall, false, false),
            (townhall.Event.Kind, townhall.Event.IsInviteOnly, townhall.Event.IsRegistrationRequired));
        Assert.Equal(
            [(Utc("09:00"), Utc("10:00")), (Utc("11:00"), Utc("11:05"))],
            session.Reports.Select(report => (report.StartedAt!.Value, report.EndedAt!.Value)));
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
            [
                ("zoe.mueller@contoso.com", RegistrationStatus.Registered, null),
                ("grace.hopper@contoso.com", RegistrationStatus.Canceled, Utc("09:00").AddDays(-1)),
            ],
            townhall.Registrations.Select(registration => (registration.Email, registration.Status!.Value, registration.CanceledAt)));
        Assert.Equal(
            [null, townhall.Registrations[0].Id, null], townhall.Sessions[0].Reports[0].Records!.Select(record => record.RegistrationId));

        var webinar = VirtualEventBuilder.Webinar("All hands", "Ada Lovelace", "2026-03-02T09:00Z", Hour).Registered("Zoë Müller").Build();
        Assert.NotEqual(townhall.Registrations[0].Id, webinar.Registrations[0].Id);
    }

    [Fact]
    public void What_is_built_compares_by_value_lists_included()
    {
        MeetingData Meeting() => new MeetingBuilder("a", "Ada", "2026-03-02T09:00Z", Hour).Report(report => report.Attendee("Zoë")).Build();
        VirtualEventData Webinar() => VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).Registered("Zoë")
            .Report(report => report.Attendee("Zoë")).Build();

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
}
