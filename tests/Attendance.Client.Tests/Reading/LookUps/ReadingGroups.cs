using System.Net;

namespace Attendance.Client.Tests.LookUps;

public class ReadingGroups
{
    [Fact]
    public async Task Users_of_every_page_are_given_and_nothing_else_that_a_group_has()
    {
        var graph = new StubGraph()
            .Answers(
                """
                {
                  "@odata.nextLink": "https://graph.microsoft.com/v1.0/groups/g/transitiveMembers?$skiptoken=2",
                  "value": [
                    { "@odata.type": "#microsoft.graph.user", "id": "ada" },
                    { "@odata.type": "#microsoft.graph.group", "id": "staff" },
                    { "@odata.type": "#microsoft.graph.device", "id": "laptop" },
                    null, { "@odata.type": "#microsoft.graph.user", "id": null }, { "id": "unknown" }
                  ]
                }
                """)
            .Answers("""{ "value": [{ "@odata.type": "microsoft.graph.user", "id": "grace" }] }""");

        Assert.Equal(
            [Organizer.User("ada"), Organizer.User("grace")], await graph.CreateClient().GetGroupMembersAsync("g").ToListAsync());
        Assert.Equal(
            [
                "https://graph.microsoft.com/v1.0/groups/g/transitiveMembers?$select=id&$top=999",
                "https://graph.microsoft.com/v1.0/groups/g/transitiveMembers?$skiptoken=2",
            ],
            graph.Urls);
    }

    [Fact]
    public async Task A_refusal_names_the_permission()
    {
        var graph = new StubGraph()
            .Answers("""{ "error": { "code": "Authorization_RequestDenied", "message": "Insufficient privileges." } }""", HttpStatusCode.Forbidden);

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(
            async () => await graph.CreateClient().GetGroupMembersAsync("g").ToListAsync());

        Assert.Equal(
            (AttendanceErrorReason.MissingPermission,
                "Consent to GroupMember.Read.All. The token's audience must be https://graph.microsoft.com."),
            (refused.Reason, refused.Remedy));
    }
}
