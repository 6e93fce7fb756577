using Attendance.Client.Testing;
using static Attendance.Client.Tests.Generator.BuilderSamples;

namespace Attendance.Client.Tests.Generator;

public class Builders
{
    private const string UserType = "#microsoft.graph.communicationsUserIdentity";

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
                    Record(
                        Ada with { Kind = AttendeeKind.User, ODataType = UserType }, AttendeeRole.Organizer, 3600,
                        Stay("09:00", "10:00", 3600)) with { EmailAddress = "ada.lovelace@contoso.com" },
                    Record(
                        Zoe with { Kind = AttendeeKind.User, ODataType = UserType }, AttendeeRole.Attendee, 3000,
                        Stay("09:05", "09:30", 1500), Stay("09:35", "10:00", 1500)) with
                    {
                        EmailAddress = "zoe.mueller@contoso.com",
                    },
                    Record(
                        new()
                        {
                            Id = "0b671a32-e4c4-4acd-92cc-b0a8f5e7c222",
                            DisplayName = "李小龙",
                            TenantId = "96cc46e1-f6e9-4b5d-ac4c-5d519e69a4e9",
                            Kind = AttendeeKind.User,
                            ODataType = UserType,
                        },
                        AttendeeRole.Presenter,
                        4350,
                        Stay("08:50", "10:02:30.5", 4350)) with
                    {
                        EmailAddress = "Li@fabrikam.com",
                    },
                    Record(
                        new()
                        {
                            DisplayName = "Anna",
                            Email = "anna@example.org",
                            Kind = AttendeeKind.Guest,
                            ODataType = "#microsoft.graph.communicationsGuestIdentity",
                        },
                        AttendeeRole.Attendee,
                        0,
                        Stay("09:05", null, 0)),
                    Record(
                        new()
                        {
                            DisplayName = "+49 30 ****12",
                            Kind = AttendeeKind.Phone,
                            ODataType = "#microsoft.graph.communicationsPhoneIdentity",
                        },
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
                    Record(
                        Zoe with { Kind = AttendeeKind.User, ODataType = UserType }, AttendeeRole.Attendee, 600,
                        Stay("09:10", "09:20", 600)) with
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
        string?[] IdsIn(Func<ReportBuilder, ReportBuilder> people) => [
            .. people(new ReportBuilder("2026-03-02T09:00Z", Hour)).Build().Records!.Select(record => record.Identity!.Id)];

        var ids = IdsIn(report => report.Organizer("Zoë Müller").Attendee("Zoë").Attendee("Zoë <zoe@fabrikam.com>"));

        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(
            ids, IdsIn(report => report.Attendee("ZOË MÜLLER").Presenter("Z <Zoe@Contoso.com>").Organizer("Zoë <zoe@FABRIKAM.com>")));
    }

    private static AttendanceInterval Stay(string? joined, string? left, int seconds) => new()
    {
        JoinedAt = joined is null ? null : Utc(joined),
        LeftAt = left is null ? null : Utc(left),
        Duration = TimeSpan.FromSeconds(seconds),
    };

    private static AttendanceRecord Record(AttendeeIdentity identity, AttendeeRole role, int seconds, params AttendanceInterval[] stays) =>
        new()
        {
            Id = identity.Id,
            Identity = identity,
            Role = role,
            TotalAttendance = TimeSpan.FromSeconds(seconds),
            Intervals = stays,
        };
}
