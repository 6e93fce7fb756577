using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class RegistrationsCommand
{
    private const string TownhallId = "3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11@5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string WebinarId = "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";

    [Fact]
    public async Task Asks_for_the_registrations_and_lists_them()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"registrations --auth token --webinar {WebinarId} --time-zone Europe/Berlin");

        Assert.Equal(
            ["https://graph.microsoft.com/v1.0/solutions/virtualEvents/webinars/f8ce2a5f-0e6a-4186-aa90-1f64bc023566%405466a424-aadf-425c-9b24-034ca28d4bdd/registrations"],
            graph.Uris);
        Assert.Equal(
            $"""
            2 registrations for the webinar {WebinarId}

             Name              E-mail              Status      Registered (Europe/Berlin)  Answers
            ────────────────────────────────────────────────────────────────────────────────────────
             Piotr Wiśniewski  piotr@fabrikam.com  registered  2021-09-20 10:15:30               1
             Noor Haddad       noor@adatum.com     registered  2021-09-29 21:02:00               0


            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Asks_for_those_of_a_town_hall_too()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"registrations --auth token --townhall {TownhallId}");

        Assert.Equal(
            ["https://graph.microsoft.com/v1.0/solutions/virtualEvents/townhalls/3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11%405466a424-aadf-425c-9b24-034ca28d4bdd/registrations"],
            graph.Uris);
        Assert.StartsWith($"2 registrations for the town hall {TownhallId}\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n Mehmet Öz           mehmet@fabrikam.com  canceled    2025-11-04 13:20:00        0\n", result.Output,
            StringComparison.Ordinal);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
    }

    [Theory]
    [InlineData(
        400,
        "Resource not found for the segment 'registrations'.",
        "Check the ids in the URL. If they are right, Graph does not serve the registrations of this town hall: " +
        "its pages describe those of webinars only. Try beta, or go without them.")]
    [InlineData(
        403,
        "Access is denied.",
        "Consent to VirtualEvent.Read.All as an application, or install the application in the event's chat with VirtualEvent.Read.Chat; " +
        "delegated calls are refused here. The token's audience must be https://graph.microsoft.com.")]
    public async Task Tells_what_to_do_where_Graph_refuses(int status, string message, string remedy)
    {
        var graph = SampleData.CreateGraph().FailNext(
            GraphFault.Status((HttpStatusCode)status, "Refused", message), GraphOperation.ListRegistrations);

        var result = await Tool.SignedIn(graph).RunAsync($"registrations --auth token --townhall {TownhallId}");

        Assert.Contains($"Refused: {message}\nwhat to do: {remedy}\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(("", 1), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Fits_a_narrow_screen()
    {
        var result = await new Tool { TerminalWidth = 60 }.RunAsync($"registrations --demo --webinar {WebinarId}");

        var table = result.PlainLines[1..];
        Assert.Contains(table, line => line.StartsWith(" Piotr Wiśniewski    registered  2021-09-20", StringComparison.Ordinal));
        Assert.All(table, line => Assert.InRange(line.Length, 0, 60));
    }

    [Fact]
    public async Task Prints_answers_in_json()
    {
        var result = await new Tool().RunAsync($"registrations --demo --webinar {WebinarId} --json");

        Assert.StartsWith(
            """
            [
              {
                "id": "127962bb-84e1-7b62-fd98-1c9d39def7b6",
                "userId": null,
                "firstName": "Piotr",
                "lastName": "Wiśniewski",
                "email": "piotr@fabrikam.com",
                "status": "registered",
                "registeredAt": "2021-09-20T08:15:30Z",
                "canceledAt": null,
                "preferredLanguage": "pl-pl",
                "preferredTimeZone": null,
                "answers": [
                  {
                    "questionId": "95320781-96b3-4b8f-8cf8-e6561d23447a",
                    "displayName": "How many pupils?",
                    "value": "450",
                    "booleanValue": null,
                    "choices": []
                  }
                ],
                "externalRegistration": null
              },
              {
            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Says_that_nobody_has_registered()
    {
        var result = await Tool.SignedIn(new FakeGraph().Add(new VirtualEvent { Kind = VirtualEventKind.Webinar, Id = "w" })).RunAsync(
            "registrations --auth token --webinar w");

        Assert.Equal("Nobody has registered for the webinar w.\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(0, result.ExitCode);

        var townhall = await Tool.SignedIn(new FakeGraph().Add(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = "t" })).RunAsync(
            "registrations --auth token --townhall t");
        Assert.Equal("Nobody has registered for the town hall t.\n", townhall.Error);
    }

    [Theory]
    [InlineData(
        "",
        "Nothing says whose registrations are meant. " +
        "Pass the address of its page, --webinar <id> or --townhall <id>; attendance webinars and attendance townhalls list the ids.")]
    [InlineData("--webinar a --townhall b", "--webinar and --townhall each name something to read. Pass one of them only.")]
    [InlineData(
        "--townhall ..",
        "--webinar or --townhall is refused. The id is \"..\", which would address another resource. " +
        "Pass the id as Microsoft Graph returned it, not encoded.")]
    public async Task Refuses_what_names_no_event(string arguments, string expected)
    {
        var result = await new Tool().RunAsync($"registrations --demo {arguments}");

        Assert.Equal($"error: {expected}\nSee: attendance registrations --help\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }
}
