using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class FindCommand
{
    private const string Organizer = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    private const string Tenant = "5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string ChannelLink =
        $"https://teams.microsoft.com/l/meetup-join/19%3ageneral%40thread.tacv2/1618000000000?context=%7b%22Tid%22%3a%22{Tenant}%22%2c%22Oid%22%3a%22{Organizer}%22%7d";

    private static readonly string Link = SampleData.JoinLink.JoinWebUrl!;

    [Fact]
    public async Task Shows_the_meeting_and_the_commands_to_run_next()
    {
        var result = await new Tool().RunAsync(["find", "--demo", Link, "--time-zone", "Europe/Berlin"]);

        Assert.Equal(
            $"""
            Subject                Weekly review
            Organizer              Frederick Cormier
            Start (Europe/Berlin)  2021-10-05 06:30:00
            End (Europe/Berlin)    2021-12-28 06:15:00
            Meeting ID             238420318127
            Join link              {Link}
            Id in Graph            MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
            Source                 me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ

            Next, its reports, who came last time and for how long, and a chart of it:
              $ attendance reports --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
              $ attendance summary --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
              $ attendance chart --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --output attendance.html

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Names_only_commands_that_work()
    {
        var result = await new Tool().RunAsync(["find", "--demo", Link]);

        var commands = result.Output.Split('\n').Where(line => line.StartsWith("  $ attendance ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, commands.Count);
        // The test must not leave a chart in its working directory.
        foreach (var command in commands)
        {
            Assert.Equal(0, (await new Tool().RunAsync(
                command["  $ attendance ".Length..].Replace("--output attendance.html", "--output -", StringComparison.Ordinal))).ExitCode);
        }
    }

    [Fact]
    public async Task Keeps_the_user_and_the_connection_in_the_commands_to_run_next()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync(
            ["find", "--auth", "token", "--cloud", "usgov", "--beta", "238420318127", "--user", Organizer]);

        Assert.Equal("", result.Error);
        Assert.Equal(
            [$"https://graph.microsoft.us/beta/users/{Organizer}/onlineMeetings?$filter=joinMeetingIdSettings%2FjoinMeetingId%20eq%20%27238420318127%27"],
            graph.Uris);
        Assert.Contains(
            $"\n  $ attendance summary --beta --auth token --cloud usgov --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --user {Organizer}\n",
            result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("find --demo 238 420 318 127", "")]
    [InlineData("find --demo 238420318127", "")]
    [InlineData("find --demo -", "Microsoft Teams meeting\n\nMeeting ID: 238 420 318 127\nPasscode: abc\n")]
    public async Task Takes_the_number_as_it_stands_in_the_invitation(string commandLine, string input)
    {
        var result = await new Tool { Input = input }.RunAsync(commandLine);

        Assert.Equal("", result.Error);
        Assert.StartsWith("Subject      Weekly review\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_whole_invitation_from_a_pipe()
    {
        var result = await new Tool { Input = $"You are invited.\nJoin the meeting now<{Link}>\nSee you!" }.RunAsync("find --demo -");

        Assert.Equal("", result.Error);
        Assert.StartsWith("Subject      Weekly review\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "foo", "\"foo\" is neither a join link nor a meeting ID. Copy the join link or the meeting ID from the meeting's invitation.")]
    [InlineData("MSpkYzE3", "\"MSpkYzE3\" is the id of the meeting itself already. Pass it to --meeting of the other commands.")]
    [InlineData(
        "AAMkAGI1",
        "\"AAMkAGI1\" is the id of a calendar event. " +
        "attendance calendar lists the events of a time with their join links: pass that link.")]
    [InlineData("-", "\"\" is empty. Copy the join link or the meeting ID from the meeting's invitation.")]
    [InlineData("", "Required argument 'link' missing for command: 'find'.")]
    public async Task Says_what_a_text_is_that_leads_to_no_meeting(string text, string expected)
    {
        var result = await new Tool().RunAsync($"find --demo {text}");

        Assert.Equal($"error: {expected}\nSee: attendance find --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData(ChannelLink)]
    [InlineData("1111222233")]
    public async Task Warns_of_a_channel_whose_reports_are_listed_together(string link)
    {
        var tool = Tool.SignedIn(new FakeGraph().Add(ChannelMeeting));

        var text = await tool.RunAsync(["find", "--auth", "token", link]);
        var json = await tool.RunAsync(["find", "--auth", "token", link, "--json"]);

        Assert.Equal(
            "note: The meeting takes place in a channel, " +
            "and Graph lists the reports of all meetings of that channel. Tell them apart by their times.\n",
            text.Error);
        Assert.Equal(text.Error, json.Error);
        Assert.Contains("\nOrganizer    Frederick Cormier\n", text.Output, StringComparison.Ordinal);
        Assert.Equal(
            $$"""
            {
              "source": "me/onlineMeetings/m",
              "id": "m",
              "subject": "Stand-up",
              "organizer": {
                "identity": {
                  "id": "{{Organizer}}",
                  "displayName": "Frederick Cormier",
                  "tenantId": null,
                  "email": null,
                  "userPrincipalName": null,
                  "azureCommunicationServicesResourceId": null,
                  "kind": "Unknown",
                  "userIdentityType": null,
                  "oDataType": null
                },
                "userPrincipalName": "frederick@contoso.com",
                "role": "presenter"
              },
              "startsAt": "2026-03-01T09:00:00Z",
              "endsAt": null,
              "createdAt": null,
              "joinWebUrl": "{{ChannelLink}}",
              "joinMeetingId": "1111222233",
              "isPasscodeRequired": true,
              "isChannelMeeting": true,
              "threadId": null,
              "externalId": null,
              "attendees": []
            }

            """.ReplaceLineEndings("\n"),
            json.Output);
    }

    [Fact]
    public async Task Lets_no_subject_steer_the_terminal()
    {
        var tool = Tool.SignedIn(new FakeGraph().Add(ChannelMeeting with { Subject = "\u001b[2JStand-up\nSource  fake" }));

        var result = await tool.RunAsync("find --auth token 1111222233");

        Assert.StartsWith("Subject      \uFFFD[2JStand-up\uFFFDSource  fake\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passes_on_what_graph_says_of_a_link_that_it_does_not_know()
    {
        using var graph = new StubGraph().Answers(
            """{ "error": { "code": "NotFound", "message": "3003: User does not have access to lookup meeting." } }""",
            HttpStatusCode.NotFound).Handler;

        var result = await Tool.SignedIn(graph).RunAsync(["find", "--auth", "token", Link]);

        Assert.Contains(
            "failed with 404 Not Found, NotFound: 3003: User does not have access to lookup meeting.", result.Error,
            StringComparison.Ordinal);
        Assert.Contains("\nwhat to do: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    private static OnlineMeeting ChannelMeeting => new()
    {
        Source = AttendanceSource.Meeting(Attendance.Client.Organizer.Me, "m"),
        Subject = "Stand-up",
        JoinWebUrl = ChannelLink,
        JoinMeetingId = "1111222233",
        IsPasscodeRequired = true,
        StartsAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
        Organizer = new MeetingParticipant
        {
            Identity = new AttendeeIdentity { Id = Organizer, DisplayName = "Frederick Cormier" },
            UserPrincipalName = "frederick@contoso.com",
            Role = new AttendeeRole("presenter"),
        },
    };
}
