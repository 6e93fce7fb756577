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
                    null, { "@odata.type": "#microsoft.graph.user", "id": null }, { "id": "untold" }
                  ]
                }
                """)
            .Answers("""{ "value": [{ "@odata.type": "microsoft.graph.user", "id": "grace" }] }""");

        Assert.Equal(
            [Organizer.User("ada"), Organizer.User("untold"), Organizer.User("grace")],
            await graph.CreateClient().GetGroupMembersAsync("g").ToListAsync());
        Assert.Equal(
            [
                "https://graph.microsoft.com/v1.0/groups/g/transitiveMembers?$select=id&$top=999",
                "https://graph.microsoft.com/v1.0/groups/g/transitiveMembers?$skiptoken=2",
            ],
            graph.Urls);
    }
}
