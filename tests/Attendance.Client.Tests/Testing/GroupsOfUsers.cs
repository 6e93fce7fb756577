using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class GroupsOfUsers
{
    [Fact]
    public async Task Are_given_page_by_page_and_written_down()
    {
        using var graph = new FakeGraph { PageSize = 2 }.AddGroup("g", "ada", "grace").AddGroup("g", "nie");

        Assert.Equal(
            [Organizer.User("ada"), Organizer.User("grace"), Organizer.User("nie")],
            await graph.CreateClient().GetGroupMembersAsync("g").ToListAsync());
        Assert.Equal([GraphOperation.ListGroupMembers, GraphOperation.ListGroupMembers], graph.Requests.Select(one => one.Operation));
        using var copy = new FakeGraph().AddJson(graph.ToJson());
        Assert.Equal(3, await copy.CreateClient().GetGroupMembersAsync("g").CountAsync());
    }

    [Fact]
    public async Task May_have_members_who_are_no_users()
    {
        using var graph = new FakeGraph().AddJson(
            """
            { "groups": { "g": { "transitiveMembers": [
                { "id": "staff", "@odata.type": "#microsoft.graph.group" }, { "id": "ada" } ] } } }
            """);

        Assert.Equal([Organizer.User("ada")], await graph.CreateClient().GetGroupMembersAsync("g").ToListAsync());
        Assert.Equal(
            "staff", (string?)JsonNode.Parse(graph.ToJson())!["groups"]!["g"]!["transitiveMembers"]![0]!["id"]);
    }

    [Fact]
    public async Task That_nobody_knows_are_not_found()
    {
        using var graph = new FakeGraph();

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(
            async () => await graph.CreateClient().GetGroupMembersAsync("g").ToListAsync());

        Assert.Equal((HttpStatusCode.NotFound, "Request_ResourceNotFound"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Need_their_own_permission()
    {
        using var graph = new FakeGraph { Caller = FakeCaller.Application("app", "OnlineMeetingArtifact.Read.All") }.AddGroup("g", "ada");

        var refused = await Assert.ThrowsAsync<AttendanceRequestException>(
            async () => await graph.CreateClient().GetGroupMembersAsync("g").ToListAsync());

        Assert.Contains("GroupMember.Read.All", refused.Remedy, StringComparison.Ordinal);
    }
}
