using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class ShowCommand
{
    private const string MeetingId = "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";
    private const string FirstReport = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7";

    private readonly Tool _tool = new();

    [Fact]
    public async Task Shows_the_newest_report_where_none_is_named()
    {
        var result = await _tool.RunAsync($"show --demo --meeting {MeetingId}");

        Assert.Equal(
            """
            Report 2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89 of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
            2021-10-12 04:30:00 to 2021-10-12 05:15:30 UTC, 45m 30s, 4 people

             Name               E-mail                         Role       Kind   Joined (UTC)         Left (UTC)              Time  Stays
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Frederick Cormier  frederick.cormier@contoso.com  Organizer  User   2021-10-12 04:30:00  2021-10-12 05:15:30  45m 30s      1
             Miyuki Tanaka      miyuki.tanaka@contoso.com      Presenter  User   2021-10-12 04:31:12  2021-10-12 05:15:20  42m 45s      2
             Zoë Müller         zoe.mueller@contoso.com        Attendee   User   2021-10-12 04:41:03  2021-10-12 05:15:30  34m 27s      1
             Anna (Gast)        -                              Attendee   Guest  2021-10-12 04:58:20  2021-10-12 05:08:31  10m 11s      1


            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Shows_the_report_that_is_named()
    {
        var result = await _tool.RunAsync($"show --demo --meeting {MeetingId} --report {FirstReport}");

        Assert.StartsWith(
            $"Report {FirstReport} of me/onlineMeetings/{MeetingId}\n2021-10-05 04:38:23 to 2021-10-05 04:43:49 UTC, 5m 26s, 1 person\n",
            result.Output, StringComparison.Ordinal);
        Assert.Contains(
            " Frederick Cormier  frederick.cormier@contoso.com  " +
            "Presenter  -     2021-03-16 18:59:52  2021-03-16 19:25:37  19m 12s      3\n",
            result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        $"https://graph.microsoft.com/v1.0/me/onlineMeetings/{MeetingId}/attendanceReports/{FirstReport}?$expand=attendanceRecords")]
    [InlineData($"me/onlineMeetings('{MeetingId}')/attendanceReports('{FirstReport}')/attendanceRecords")]
    public async Task Shows_the_report_that_the_source_goes_on_to(string source)
    {
        var result = await _tool.RunAsync($"show --demo --source {source}");

        Assert.StartsWith($"Report {FirstReport} of", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_each_stay_when_asked_for_stays()
    {
        var result = await _tool.RunAsync($"show --demo --meeting {MeetingId} --stays");

        Assert.EndsWith(
            """
             Name               Joined (UTC)         Left (UTC)              Time
            ───────────────────────────────────────────────────────────────────────
             Frederick Cormier  2021-10-12 04:30:00  2021-10-12 05:15:30  45m 30s
             Miyuki Tanaka      2021-10-12 04:31:12  2021-10-12 05:01:17   30m 5s
             Miyuki Tanaka      2021-10-12 05:02:40  2021-10-12 05:15:20  12m 40s
             Zoë Müller         2021-10-12 04:41:03  2021-10-12 05:15:30  34m 27s
             Anna (Gast)        2021-10-12 04:58:20  2021-10-12 05:08:31  10m 11s


            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_one_object_as_json()
    {
        var result = await _tool.RunAsync($"show --demo --meeting {MeetingId} --report {FirstReport} --json");

        Assert.Equal(
            """
            {
              "source": "me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ",
              "id": "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7",
              "startedAt": "2021-10-05T04:38:23.945Z",
              "endedAt": "2021-10-05T04:43:49.77Z",
              "durationSeconds": 325.825,
              "participantCount": 1,
              "externalEvents": [],
              "records": [
                {
                  "id": null,
                  "identity": {
                    "id": "dc17674c-81d9-4adb-bfb2-8f6a442e4623",
                    "displayName": "Frederick Cormier",
                    "tenantId": null,
                    "email": null,
                    "userPrincipalName": null,
                    "azureCommunicationServicesResourceId": null,
                    "kind": "Unknown",
                    "userIdentityType": null,
                    "oDataType": null
                  },
                  "emailAddress": "frederick.cormier@contoso.com",
                  "role": "Presenter",
                  "totalAttendanceSeconds": 1152,
                  "intervals": [
                    {
                      "joinedAt": "2021-03-16T18:59:52.2782182Z",
                      "leftAt": "2021-03-16T19:06:47.7218491Z",
                      "durationSeconds": 415
                    },
                    {
                      "joinedAt": "2021-03-16T19:09:23.9834702Z",
                      "leftAt": "2021-03-16T19:16:31.1381195Z",
                      "durationSeconds": 427
                    },
                    {
                      "joinedAt": "2021-03-16T19:20:27.7094382Z",
                      "leftAt": "2021-03-16T19:25:37.7121956Z",
                      "durationSeconds": 310
                    }
                  ],
                  "registrationId": null,
                  "externalRegistration": null,
                  "engagements": []
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Leaves_letters_of_every_script_readable_in_json()
    {
        var result = await _tool.RunAsync($"show --demo --json {SampleArguments.Townhall}");

        Assert.Contains("\"displayName\": \"李小龙\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"displayName\": \"Σοφία Παπαδοπούλου\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_engagements_in_json_in_both_versions()
    {
        foreach (var version in new[] { "", "--beta " })
        {
            var result = await _tool.RunAsync($"show --demo {version}--json {SampleArguments.Webinar}");

            Assert.Contains("\"subType\": \"raiseHand\"", result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" --json")]
    public async Task Says_that_there_is_no_report_yet(string json)
    {
        var tool = Tool.SignedIn(new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "running")));

        var result = await tool.RunAsync($"show --auth token --meeting running{json}");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Equal(
            """
            There is no attendance report yet for me/onlineMeetings/running. It may be that
              - the meeting is still running, or was never held,
              - Teams has not made the report yet, which takes minutes to hours after the end,
              - attendance reports are switched off, by an administrator or by the organizer,
              - the meeting was more than a year ago: Teams keeps reports for one year.

            """.ReplaceLineEndings("\n"),
            result.Error);
    }
}
