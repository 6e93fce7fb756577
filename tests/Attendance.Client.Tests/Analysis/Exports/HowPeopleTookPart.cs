using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Analysis.Exports;

public class HowPeopleTookPart
{
    [Fact]
    public void Each_kind_of_engagement_is_counted_over_all_records_and_what_is_new_in_none()
    {
        AttendanceRecord[] records =
        [
            Record(("reaction", "like"), ("Reaction", "new"), ("hand", "raiseHand"), ("hand", null), ("hand", "lowerHand")),
            Record(("camera", "cameraOn"), ("camera", "cameraOff"), ("microphone", "unmute"), ("microphone", "mute"), ("microphone", null)),
            Record(("poll", "vote"), (null, null), ("reaction", null)),
        ];

        Assert.Equal(
            new EngagementSummary { ReactionCount = 3, RaisedHandCount = 2, CameraOnCount = 1, UnmuteCount = 1 },
            EngagementSummary.Of(records));
    }

    [Fact]
    public void Nothing_recorded_is_not_known_and_something_else_is_zero()
    {
        Assert.Null(EngagementSummary.Of([Record(), Record()]));
        Assert.Null(EngagementSummary.Of([]));
        Assert.Equal(new EngagementSummary(), EngagementSummary.Of([Record(("poll", "vote"))]));
    }

    [Fact]
    public void Rows_of_people_have_the_numbers()
    {
        var report = new AttendanceReport { Records = [Record(("hand", "raiseHand")), Record() with { EmailAddress = "bob@contoso.com" }] };

        var rows = PersonRow.Of(AttendanceSummary.Of(report)).ToList();

        Assert.Equal((0, 1, 0, 0), (rows[0].ReactionCount, rows[0].RaisedHandCount, rows[0].CameraOnCount, rows[0].UnmuteCount));
        Assert.Null(rows[1].RaisedHandCount);
    }

    [Fact]
    public void Records_are_asked_for()
    {
        Assert.Throws<ArgumentNullException>("records", () => EngagementSummary.Of(null!));
        Assert.Throws<ArgumentException>("records", () => EngagementSummary.Of([null!]));
    }

    [Theory]
    [InlineData(AttendeeKind.Unknown, null, PersonKind.Unknown)]
    [InlineData(AttendeeKind.User, null, PersonKind.User)]
    [InlineData(AttendeeKind.AzureCommunicationServicesUser, null, PersonKind.External)]
    [InlineData(AttendeeKind.Guest, null, PersonKind.Guest)]
    [InlineData(AttendeeKind.Phone, null, PersonKind.Phone)]
    [InlineData(AttendeeKind.Encrypted, null, PersonKind.Hidden)]
    [InlineData(AttendeeKind.Application, null, PersonKind.Application)]
    [InlineData(AttendeeKind.ApplicationInstance, null, PersonKind.Application)]
    [InlineData(AttendeeKind.TeamworkUser, "aadUser", PersonKind.User)]
    [InlineData(AttendeeKind.TeamworkUser, "OnPremiseAadUser", PersonKind.User)]
    [InlineData(AttendeeKind.TeamworkUser, "federatedUser", PersonKind.External)]
    [InlineData(AttendeeKind.TeamworkUser, "personalMicrosoftAccountUser", PersonKind.External)]
    [InlineData(AttendeeKind.TeamworkUser, "skypeUser", PersonKind.External)]
    [InlineData(AttendeeKind.TeamworkUser, "azureCommunicationServicesUser", PersonKind.External)]
    [InlineData(AttendeeKind.TeamworkUser, "anonymousGuest", PersonKind.Guest)]
    [InlineData(AttendeeKind.TeamworkUser, "emailUser", PersonKind.Guest)]
    [InlineData(AttendeeKind.TeamworkUser, "phoneUser", PersonKind.Phone)]
    [InlineData(AttendeeKind.TeamworkUser, "new", PersonKind.Unknown)]
    [InlineData(AttendeeKind.TeamworkUser, null, PersonKind.Unknown)]
    public void Rows_of_people_say_what_kind_of_participant_somebody_is(AttendeeKind kind, string? type, PersonKind expected)
    {
        var identity = new AttendeeIdentity { Kind = kind, UserIdentityType = type };

        Assert.Equal(
            expected, PersonRow.Of(AttendanceSummary.Of(new AttendanceReport { Records = [new() { Identity = identity }] })).Single().Kind);
    }

    [Fact]
    public void Rows_of_people_say_who_was_expected_where_somebody_knows()
    {
        var rows = PersonRow.Of(Course.Sessions[0].Summary).ToList();

        Assert.Equal(
            [
                ("Ada", AttendanceStatus.Present, true, ExpectedMatch.Id),
                ("Bob", AttendanceStatus.Late, true, ExpectedMatch.Id),
                ("Nie Da", AttendanceStatus.Absent, true, null),
            ],
            rows.Select(row => (row.DisplayName!, row.Status!.Value, row.IsExpected!.Value, row.MatchedBy)));
        Assert.Null(rows[2].Kind);
        Assert.False(PersonRow.Of(Course.Sessions[1].Summary).Single(row => row.DisplayName == "=1+1").IsExpected);
    }

    private static AttendanceRecord Record(params (string? Type, string? SubType)[] engagements) => new()
    {
        EmailAddress = "ada@contoso.com",
        Engagements =
            [.. engagements.Select(engagement => new MeetingEngagement { Type = engagement.Type, SubType = engagement.SubType })],
    };
}
