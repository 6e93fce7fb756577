using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class RegistrationsCommand
{
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
    }

    [Fact]
    public async Task Says_where_the_ids_come_from()
    {
        var result = await new Tool().RunAsync("registrations --demo");

        Assert.Equal(
            "error: Nothing says whose registrations are meant. " +
            "Pass --webinar <id>; attendance webinars lists the ids.\nSee: attendance registrations --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
    }
}
