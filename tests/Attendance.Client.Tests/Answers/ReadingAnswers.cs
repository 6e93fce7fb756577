namespace Attendance.Client.Tests;

/// <summary>Every oddity that Graph is known for, as one answer each.</summary>
[Collection(MachineTests.Name)]
public class ReadingAnswers
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public async Task Every_member_of_a_report_is_read()
    {
        var report = await Read(
            """
            {
              "@odata.context": "https://graph.microsoft.com/beta/$metadata#x/$entity",
              "id": "r",
              "meetingStartDateTime": "2021-10-05T04:38:23.9451234Z",
              "meetingEndDateTime": "2021-10-05T04:43:49Z",
              "totalParticipantCount": 3,
              "externalEventInformation": [{ "applicationId": "a", "externalEventId": "e" }],
              "attendanceRecords": [
                {
                  "id": "rec",
                  "emailAddress": "a@b.c",
                  "role": "Organizer",
                  "totalAttendanceInSeconds": 90,
                  "registrantId": null,
                  "registrationId": "reg",
                  "externalRegistrationInformation": { "referrer": "https://x", "registrationId": "ext" },
                  "identity": {
                    "@odata.type": "#microsoft.graph.teamworkUserIdentity", "id": "i", "displayName": "Ä", "tenantId": "t", "email": "g@h",
                    "userPrincipalName": "upn", "userIdentityType": "federatedUser", "azureCommunicationServicesResourceId": "acs"
                  },
                  "attendanceIntervals": [{ "joinDateTime": "2021-10-05T04:39:00Z", "leaveDateTime": "2021-10-05T04:40:30Z", "durationInSeconds": 90 }],
                  "engagements": [{ "engagementType": "hand", "engagementSubType": "raiseHand", "dateTime": "2021-10-05T04:40:00Z" }]
                }
              ]
            }
            """);

        Assert.Equal(
            new AttendanceReport
            {
                Id = "r",
                StartedAt = new DateTimeOffset(2021, 10, 5, 4, 38, 23, TimeSpan.Zero).AddTicks(9451234),
                EndedAt = new DateTimeOffset(2021, 10, 5, 4, 43, 49, TimeSpan.Zero),
                ParticipantCount = 3,
                ExternalEvents = [new ExternalEvent { ApplicationId = "a", EventId = "e" }],
                Records =
                [
                    new AttendanceRecord
                    {
                        Id = "rec",
                        EmailAddress = "a@b.c",
                        Role = AttendeeRole.Organizer,
                        TotalAttendance = TimeSpan.FromSeconds(90),
                        RegistrationId = "reg",
                        ExternalRegistration = new ExternalRegistration { Referrer = "https://x", RegistrationId = "ext" },
                        Identity = new AttendeeIdentity
                        {
                            Id = "i",
                            DisplayName = "Ä",
                            TenantId = "t",
                            Email = "g@h",
                            UserPrincipalName = "upn",
                            UserIdentityType = "federatedUser",
                            AzureCommunicationServicesResourceId = "acs",
                            Kind = AttendeeKind.TeamworkUser,
                            ODataType = "#microsoft.graph.teamworkUserIdentity",
                        },
                        Intervals =
                        [
                            new AttendanceInterval
                            {
                                JoinedAt = new DateTimeOffset(2021, 10, 5, 4, 39, 0, TimeSpan.Zero),
                                LeftAt = new DateTimeOffset(2021, 10, 5, 4, 40, 30, TimeSpan.Zero),
                                Duration = TimeSpan.FromSeconds(90),
                            },
                        ],
                        Engagements = [new MeetingEngagement
                        {
                            Type = "hand",
                            SubType = "raiseHand",
                            At = new DateTimeOffset(2021, 10, 5, 4, 40, 0, TimeSpan.Zero),
                        }],
                    },
                ],
            },
            report);
    }

    [Fact]
    public async Task What_is_null_or_missing_stays_null_and_lists_are_empty()
    {
        var empty = new AttendanceRecord();
        var report = await Read(
            """
            {
              "id": "r", "meetingStartDateTime": null, "totalParticipantCount": null, "externalEventInformation": null,
              "attendanceRecords": [
                {},
                { "id": null, "emailAddress": null, "role": null, "totalAttendanceInSeconds": null, "registrationId": null, "identity": null,
                  "attendanceIntervals": null, "externalRegistrationInformation": null, "engagements": null },
                { "emailAddress": "", "attendanceIntervals": [], "engagements": [] },
                null
              ]
            }
            """);

        Assert.Equal(new AttendanceReport { Id = "r", Records = [empty, empty, empty] }, report);
        Assert.Empty(report.ExternalEvents);
        Assert.Null(report.Records![0].TotalAttendance);
        Assert.Null(report.Records[0].Role);
    }

    [Fact]
    public async Task An_empty_list_of_expanded_records_says_that_nobody_came() =>
        Assert.Equal(new AttendanceReport { Id = "r", Records = [] }, await Read("""{"id":"r","attendanceRecords":[]}"""));

    [Fact]
    public async Task Records_in_a_list_are_null_unless_they_were_asked_for_and_sent()
    {
        const string Page = """{"value":[{"id":"a","attendanceRecords":[]},{"id":"b"},{"id":"c","attendanceRecords":[{"id":"x"}]}]}""";
        var client = new StubGraph().Answers(Page).Answers(Page).CreateClient();

        var notAsked = await client.GetReportsAsync(Source).ToListAsync();
        var asked = await client.GetReportsAsync(Source, new ODataQuery { Expand = ["attendanceRecords($top=5)", "other"] }).ToListAsync();

        Assert.All(notAsked, report => Assert.Null(report.Records));
        Assert.Equal([[], null, [new AttendanceRecord { Id = "x" }]], asked.Select(report => report.Records));
    }

    [Fact]
    public async Task Hidden_times_are_null_and_their_zero_is_kept()
    {
        var record = await ReadRecord("""{"attendanceIntervals":[{"joinDateTime":null,"leaveDateTime":null,"durationInSeconds":0},{}]}""");

        Assert.Equal([new AttendanceInterval { Duration = TimeSpan.Zero }, new AttendanceInterval()], record.Intervals);
    }

    [Theory]
    [InlineData("#microsoft.graph.communicationsUserIdentity", AttendeeKind.User)]
    [InlineData("microsoft.graph.communicationsUserIdentity", AttendeeKind.User)]
    [InlineData("#microsoft.graph.azureCommunicationServicesUserIdentity", AttendeeKind.AzureCommunicationServicesUser)]
    [InlineData("#microsoft.graph.communicationsGuestIdentity", AttendeeKind.Guest)]
    [InlineData("#microsoft.graph.communicationsPhoneIdentity", AttendeeKind.Phone)]
    [InlineData("#microsoft.graph.communicationsEncryptedIdentity", AttendeeKind.Encrypted)]
    [InlineData("#microsoft.graph.communicationsApplicationIdentity", AttendeeKind.Application)]
    [InlineData("#microsoft.graph.communicationsApplicationInstanceIdentity", AttendeeKind.ApplicationInstance)]
    [InlineData("microsoft.graph.teamworkUserIdentity", AttendeeKind.TeamworkUser)]
    [InlineData("#microsoft.graph.identity", AttendeeKind.Unknown)]
    [InlineData("#microsoft.graph.holographicIdentity", AttendeeKind.Unknown)]
    [InlineData("#contoso.communicationsUserIdentity", AttendeeKind.Unknown)]
    public async Task The_kind_of_an_identity_is_told_by_its_type_with_or_without_a_hash(string type, AttendeeKind kind)
    {
        var record = await ReadRecord($$"""{"identity":{"displayName":"n","@odata.type":"{{type}}","tenantId":"t"} }""");

        Assert.Equal(new AttendeeIdentity { DisplayName = "n", TenantId = "t", Kind = kind, ODataType = type }, record.Identity);
    }

    [Fact]
    public async Task An_identity_without_a_type_keeps_its_tenant_and_its_email()
    {
        var record = await ReadRecord(
            """{"identity":{"id":"i","displayName":null,"tenantId":"3fa85f64-5717-4562-b3fc-2c963f66afa6","email":"g@h"}}""");

        Assert.Equal(new AttendeeIdentity { Id = "i", TenantId = "3fa85f64-5717-4562-b3fc-2c963f66afa6", Email = "g@h" }, record.Identity);
        Assert.Equal(AttendeeKind.Unknown, record.Identity!.Kind);
    }

    [Theory]
    [InlineData("Presenter", "Presenter", true)]
    [InlineData("PRESENTER", "PRESENTER", true)]
    [InlineData("coorganizer", "coorganizer", false)]
    public async Task A_role_keeps_its_text_and_compares_without_regard_to_case(string json, string text, bool isPresenter)
    {
        var record = await ReadRecord($$"""{"role":"{{json}}"}""");

        Assert.Equal(text, record.Role!.Value.Value);
        Assert.Equal(isPresenter, record.Role == AttendeeRole.Presenter);
    }

    private static async Task<AttendanceRecord> ReadRecord(string json) =>
        Assert.Single((await Read($$"""{"id":"r","attendanceRecords":[{{json}}]}""")).Records!);

    private static Task<AttendanceReport> Read(string json) => new StubGraph().Answers(json).CreateClient().GetReportAsync(Source, "r");
}
