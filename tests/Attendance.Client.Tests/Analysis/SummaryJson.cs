using System.Runtime.Serialization.Json;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Attendance.Client.Analysis;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

public class SummaryJson
{
    private static readonly AttendanceRecord Ada = Person("ada", Stay(0.5, 20), Stay(30, 60)) with
    {
        EmailAddress = "ada@contoso.com",
        Role = AttendeeRole.Presenter,
        RegistrationId = "r-ada",
        TotalAttendance = Seconds(49),
        Identity = new AttendeeIdentity
        {
            Id = "ada",
            DisplayName = "Zoë\n\"Ada\"",
            TenantId = "t",
            Kind = AttendeeKind.User,
            ODataType = "#microsoft.graph.identity",
        },
    };

    private static readonly AttendanceRecord Hidden = new()
    {
        Identity = new AttendeeIdentity { DisplayName = "Bob" },
        Intervals = [Stay(5, null)],
    };

    private static readonly AttendanceReport Lesson = Report(0, 100, Ada, Hidden);

    [Fact]
    public async Task Holds_the_figures_and_every_attendee_with_stays_and_times_away() =>
        Assert.Equal(
            """
            {"windows":[{"start":"2026-03-01T10:00:00Z","end":"2026-03-01T10:01:40Z"}],"durationSeconds":100,"reportCount":1,"attendedCount":2,"hiddenTimesCount":1,"headCount":{"peak":1,"peakAt":"2026-03-01T10:00:00.5Z","median":0,"average":0.495,"changes":[{"at":"2026-03-01T10:00:00Z","count":0},{"at":"2026-03-01T10:00:00.5Z","count":1},{"at":"2026-03-01T10:00:20Z","count":0},{"at":"2026-03-01T10:00:30Z","count":1},{"at":"2026-03-01T10:01:00Z","count":0},{"at":"2026-03-01T10:01:40Z","count":0}]},"basis":"Unknown","thresholds":{"toleranceSeconds":300,"presentFrom":0.75},"expectedCount":null,"statuses":{"Unknown":1,"Present":1,"Late":0,"Partial":0,"Absent":0,"Excused":0,"Unexpected":0},"attendees":[
            {"key":"id:ada","displayName":"Zoë\n\"Ada\"","emailAddress":"ada@contoso.com","role":"Presenter","registrationId":"r-ada","hasAttended":true,"hasHiddenTimes":false,"reportCount":1,"firstJoinedAt":"2026-03-01T10:00:00.5Z","lastLeftAt":"2026-03-01T10:01:00Z","stayCount":2,"timePresentSeconds":50,"share":0.495,"lateBySeconds":null,"leftEarlyBySeconds":null,"timeAwaySeconds":10,"reportedAttendanceSeconds":49,"status":"Present","isExpected":null,"matchedBy":null,"afterStartSeconds":1,"beforeEndSeconds":40,"kind":"User","reactionCount":null,"raisedHandCount":null,"cameraOnCount":null,"unmuteCount":null,"identity":{"id":"ada","displayName":"Zoë\n\"Ada\"","tenantId":"t","email":null,"userPrincipalName":null,"azureCommunicationServicesResourceId":null,"kind":"User","userIdentityType":null,"oDataType":"#microsoft.graph.identity"},"stays":[{"start":"2026-03-01T10:00:00.5Z","end":"2026-03-01T10:00:20Z"},{"start":"2026-03-01T10:00:30Z","end":"2026-03-01T10:01:00Z"}],"timesAway":[{"start":"2026-03-01T10:00:20Z","end":"2026-03-01T10:00:30Z"}],"expected":null,"suggestions":[]},
            {"key":"name:Bob","displayName":"Bob","emailAddress":null,"role":null,"registrationId":null,"hasAttended":true,"hasHiddenTimes":true,"reportCount":1,"firstJoinedAt":null,"lastLeftAt":null,"stayCount":0,"timePresentSeconds":null,"share":null,"lateBySeconds":null,"leftEarlyBySeconds":null,"timeAwaySeconds":null,"reportedAttendanceSeconds":null,"status":"Unknown","isExpected":null,"matchedBy":null,"afterStartSeconds":null,"beforeEndSeconds":null,"kind":"Unknown","reactionCount":null,"raisedHandCount":null,"cameraOnCount":null,"unmuteCount":null,"identity":{"id":null,"displayName":"Bob","tenantId":null,"email":null,"userPrincipalName":null,"azureCommunicationServicesResourceId":null,"kind":"Unknown","userIdentityType":null,"oDataType":null},"stays":[],"timesAway":null,"expected":null,"suggestions":[]}
            ]}

            """.ReplaceLineEndings("\n"),
            await Json(AttendanceSummary.Of(Lesson)));

    [Fact]
    public async Task Holds_the_rates_the_number_of_each_outcome_and_every_registrant()
    {
        Registration[] registrations =
        [
            new()
            {
                Id = "r-ada",
                FirstName = "Ada",
                LastName = "King",
                Email = "ada@home",
                Status = RegistrationStatus.Registered,
                RegisteredAt = At(-100),
            },
            new() { Id = "r-cy", FirstName = "Cy", Status = RegistrationStatus.Canceled, CanceledAt = At(-50) },
        ];

        Assert.Equal(
            """
            {"registrationCount":2,"attendanceRate":1,"noShowRate":0,"walkInRate":0.5,"cancellationRate":0.5,"outcomes":{"Unknown":0,"Attended":1,"NoShow":0,"WalkIn":1,"Host":0,"Canceled":1,"CanceledButAttended":0,"NotAdmitted":0,"NotAdmittedButAttended":0},"registrants":[
            {"outcome":"Attended","registrationId":"r-ada","firstName":"Ada","lastName":"King","displayName":"Zoë\n\"Ada\"","emailAddress":"ada@home","status":"registered","registeredAt":"2026-03-01T09:58:20Z","canceledAt":null,"attendeeKey":"id:ada","firstJoinedAt":"2026-03-01T10:00:00.5Z","lastLeftAt":"2026-03-01T10:01:00Z","timePresentSeconds":50,"share":0.495,"answers":[]},
            {"outcome":"Canceled","registrationId":"r-cy","firstName":"Cy","lastName":null,"displayName":null,"emailAddress":null,"status":"canceled","registeredAt":null,"canceledAt":"2026-03-01T09:59:10Z","attendeeKey":null,"firstJoinedAt":null,"lastLeftAt":null,"timePresentSeconds":null,"share":null,"answers":[]},
            {"outcome":"WalkIn","registrationId":null,"firstName":null,"lastName":null,"displayName":"Bob","emailAddress":null,"status":null,"registeredAt":null,"canceledAt":null,"attendeeKey":"name:Bob","firstJoinedAt":null,"lastLeftAt":null,"timePresentSeconds":null,"share":null,"answers":[]}
            ]}

            """.ReplaceLineEndings("\n"),
            await Json(RegistrationSummary.Of(registrations, AttendanceSummary.Of(Lesson))));
    }

    [Fact]
    public async Task Of_nothing_says_null_where_nothing_is_known()
    {
        Assert.Equal(
            """{"windows":null,"durationSeconds":null,"reportCount":1,"attendedCount":0,"hiddenTimesCount":0,"headCount":null,"basis":"Unknown","thresholds":{"toleranceSeconds":300,"presentFrom":0.75},"expectedCount":null,"statuses":{"Unknown":0,"Present":0,"Late":0,"Partial":0,"Absent":0,"Excused":0,"Unexpected":0},"attendees":[]}"""
                + "\n",
            await Json(AttendanceSummary.Of(Report(null, null))));
        Assert.Equal(
            """{"registrationCount":0,"attendanceRate":null,"noShowRate":null,"walkInRate":null,"cancellationRate":null,"outcomes":{"Unknown":0,"Attended":0,"NoShow":0,"WalkIn":0,"Host":0,"Canceled":0,"CanceledButAttended":0,"NotAdmitted":0,"NotAdmittedButAttended":0},"registrants":[]}"""
                + "\n",
            await Json(RegistrationSummary.Of([], AttendanceSummary.Of([]))));
    }

    [Fact]
    public async Task Has_a_member_for_each_outcome_that_there_is()
    {
        using var document = JsonDocument.Parse(await Json(RegistrationSummary.Of([], AttendanceSummary.Of([]))));

        Assert.Equal(
            Enum.GetNames<RegistrationOutcome>(),
            document.RootElement.GetProperty("outcomes").EnumerateObject().Select(outcome => outcome.Name));
    }

    [Fact]
    public async Task Streams_get_the_same_in_UTF_8_without_a_mark()
    {
        var summary = AttendanceSummary.Of(Lesson);
        var registrations = RegistrationSummary.Of([new Registration { Id = "r-ada" }], summary);
        using var attendance = new AsyncOnlyStream();
        using var registrants = new AsyncOnlyStream();

        await AttendanceExport.WriteJsonAsync(summary, attendance);
        await AttendanceExport.WriteJsonAsync(registrations, registrants);

        Assert.Equal(Encoding.UTF8.GetBytes(await Json(summary)), attendance.ToArray());
        Assert.Equal(Encoding.UTF8.GetBytes(await Json(registrations)), registrants.ToArray());
        Assert.True(attendance.CanWrite);
    }

    // Of .NET's own two parsers, the one that did not write it.
    [Fact]
    public void Another_parser_reads_back_who_was_there_and_when() =>
        Prop.ForAll(AnyAttendance.AnyCase.ToArbitrary(), given =>
        {
            var summary = AttendanceSummary.Of(given.Reports, given.Options);

            var document = Read(Json(summary).GetAwaiter().GetResult());

            Assert.Equal(summary.AttendedCount, (int)document.Element("attendedCount")!);
            Assert.Equal(
                summary.Attendees.Select(attendee => (attendee.Key, attendee.HasHiddenTimes, attendee.Share)),
                Items(document, "attendees").Select(item => (
                    Text(item, "key"), (bool)item.Element("hasHiddenTimes")!,
                    Text(item, "share") is { } share ? XmlConvert.ToDouble(share) : (double?)null)));
            Assert.Equal(
                summary.Attendees.Select(attendee => attendee.Stays), Items(document, "attendees").Select(item => Windows(item, "stays")));
            Assert.Equal(
                summary.Attendees.Select(attendee => attendee.TimesAway),
                Items(document, "attendees").Select(item => Text(item, "timesAway") is null ? null : Windows(item, "timesAway")));
        }).Check(Checks.Of(100));

    [Fact]
    public async Task Is_written_a_person_at_a_time()
    {
        var summary = AttendanceSummary.Of(Report(0, 1, [.. Enumerable.Range(0, 20_000).Select(number => Person($"p{number}"))]));
        using var writer = new LongestText();

        await AttendanceExport.WriteJsonAsync(summary, writer);

        Assert.InRange(writer.Longest, 1, 2048);
    }

    [Fact]
    public async Task Is_not_written_when_it_is_canceled()
    {
        using var writer = new StringWriter();
        var canceled = new CancellationToken(canceled: true);
        var summary = AttendanceSummary.Of(Lesson);

        await Assert.ThrowsAsync<OperationCanceledException>(() => AttendanceExport.WriteJsonAsync(summary, writer, canceled));
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => AttendanceExport.WriteJsonAsync(RegistrationSummary.Of([], summary), writer, canceled));

        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public async Task What_cannot_be_written_is_named()
    {
        var summary = AttendanceSummary.Of(Lesson);

        Assert.Equal(
            "summary", (await Assert.ThrowsAsync<ArgumentNullException>(
                () => AttendanceExport.WriteJsonAsync((AttendanceSummary)null!, TextWriter.Null))).ParamName);
        Assert.Equal(
            "summary", (await Assert.ThrowsAsync<ArgumentNullException>(
                () => AttendanceExport.WriteJsonAsync((RegistrationSummary)null!, Stream.Null))).ParamName);
        Assert.Equal(
            "writer",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => AttendanceExport.WriteJsonAsync(summary, (TextWriter)null!))).ParamName);
        Assert.Equal(
            "stream",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => AttendanceExport.WriteJsonAsync(summary, (Stream)null!))).ParamName);
    }

    private static async Task<string> Json(AttendanceSummary summary)
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteJsonAsync(summary, writer);
        return writer.ToString();
    }

    private static async Task<string> Json(RegistrationSummary summary)
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteJsonAsync(summary, writer);
        return writer.ToString();
    }

    private static XElement Read(string json)
    {
        using var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(json), XmlDictionaryReaderQuotas.Max);
        return XElement.Load(reader);
    }

    private static IEnumerable<XElement> Items(XElement parent, string name) => parent.Element(name)!.Elements("item");

    private static string? Text(XElement parent, string name) =>
        parent.Element(name) is { } member && (string?)member.Attribute("type") != "null" ? member.Value : null;

    private static List<TimeWindow> Windows(XElement parent, string name) =>
        [.. Items(parent, name).Select(
            item => new TimeWindow((DateTimeOffset)item.Element("start")!, (DateTimeOffset)item.Element("end")!))];

    /// <summary>Keeps the length of the longest text that it got in one piece.</summary>
    private sealed class LongestText : StringWriter
    {
        public int Longest { get; private set; }

        public override Task WriteAsync(string? value)
        {
            Longest = Math.Max(Longest, value?.Length ?? 0);
            return Task.CompletedTask;
        }
    }
}
