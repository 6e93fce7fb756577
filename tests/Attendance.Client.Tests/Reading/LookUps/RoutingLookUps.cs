using System.Globalization;
using System.Text.Json;

namespace Attendance.Client.Tests.LookUps;

[Collection(MachineTests.Name)]
public class RoutingLookUps
{
    private const string EmptyPage = """{"value":[]}""";

    private static readonly string[] OperationsOfReports = ["AttendanceReport", "AttendanceReports", "AttendanceRecords"];

    [Theory]
    [MemberData(nameof(LookUpCalls.ManyByVersion), MemberType = typeof(LookUpCalls))]
    public async Task A_list_is_asked_for_at_its_own_address(string name, GraphVersion version, string root)
    {
        using var log = new MemoryLog();
        var graph = new StubGraph().Answers(EmptyPage);
        var call = LookUpCalls.OfMany[name];

        Assert.Empty(
            await call.List(
                graph.CreateClient(new AttendanceClientOptions { Version = version, LoggerFactory = log }), CancellationToken.None)
                .ToListAsync());

        Assert.Equal([root + call.Path], graph.Urls);
        Assert.StartsWith(
            $"Debug Attendance.Client.AttendanceClient: {call.Operation} of Graph ", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LookUpCalls.OneByVersion), MemberType = typeof(LookUpCalls))]
    public async Task A_single_object_is_asked_for_at_its_own_address(string name, GraphVersion version, string root)
    {
        using var log = new MemoryLog();
        var graph = new StubGraph().Answers("""{"id":"1"}""");
        var call = LookUpCalls.OfOne[name];

        await call.Ask(graph.CreateClient(new AttendanceClientOptions { Version = version, LoggerFactory = log }), CancellationToken.None);

        Assert.Equal([root + call.Path], graph.Urls);
        Assert.StartsWith(
            $"Debug Attendance.Client.AttendanceClient: {call.Operation} of Graph ", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_look_up_of_the_fragment_can_be_called()
    {
        using var fragment = JsonDocument.Parse(Resource.Bytes("attendance.json"));
        var operations = fragment.RootElement.GetProperty("paths").EnumerateObject()
            .Select(path => path.Value.GetProperty("get"))
            .Where(operation => operation.GetProperty("tags")[0].GetString() != "notifications")
            .Select(operation => operation.GetProperty("operationId").GetString()!)
            .Where(operation => !OperationsOfReports.Any(end => operation.EndsWith(end, StringComparison.Ordinal)));

        // The lists of meetings serve one filter only, by which FindingMeetings finds a meeting.
        Assert.Equal(
            operations.Except(["me.listOnlineMeetings", "users.listOnlineMeetings"], StringComparer.Ordinal).Order(StringComparer.Ordinal),
            LookUpCalls.OfMany.Keys.Concat(LookUpCalls.OfOne.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(VirtualEventRole.Organizer, "organizer")]
    [InlineData(VirtualEventRole.CoOrganizer, "coOrganizer")]
    public async Task Each_role_has_its_name(VirtualEventRole role, string name)
    {
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage);
        var client = graph.CreateClient();

        await client.GetWebinarsAsync(Organizer.Me, role).ToListAsync();
        await client.GetTownhallsAsync(Organizer.Me, role).ToListAsync();
        await client.GetWebinarsAsync(Organizer.User("u"), role).ToListAsync();
        await client.GetTownhallsAsync(Organizer.User("u"), role).ToListAsync();

        const string Events = $"{LookUpCalls.Root}solutions/virtualEvents/";
        Assert.Equal(
            [
                $"{Events}webinars/getByUserRole(role='{name}')",
                $"{Events}townhalls/getByUserRole(role='{name}')",
                $"{Events}webinars/getByUserIdAndRole(userId='u',role='{name}')",
                $"{Events}townhalls/getByUserIdAndRole(userId='u',role='{name}')",
            ],
            graph.Urls);
    }

    [Theory]
    [InlineData("O'Neil", "O%27%27Neil")]
    [InlineData("''", "%27%27%27%27")]
    [InlineData("a',role='b", "a%27%27%2Crole%3D%27%27b")]
    [InlineData("ä@b/c+d%27", "%C3%A4%40b%2Fc%2Bd%2527")]
    public async Task A_quote_in_the_id_of_a_user_is_doubled_and_encoded_once(string id, string encoded)
    {
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage);
        var client = graph.CreateClient();

        await client.GetWebinarsAsync(Organizer.User(id)).ToListAsync();
        await client.GetTownhallsAsync(Organizer.User(id)).ToListAsync();

        Assert.Equal(
            [
                $"{LookUpCalls.Root}solutions/virtualEvents/webinars/getByUserIdAndRole(userId='{encoded}',role='organizer')",
                $"{LookUpCalls.Root}solutions/virtualEvents/townhalls/getByUserIdAndRole(userId='{encoded}',role='organizer')",
            ],
            graph.Urls);
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("O'Neil", "O%27Neil")]
    [InlineData("a?b#c&d+e f", "a%3Fb%23c%26d%2Be%20f")]
    [InlineData("Jürgen-学生-😀", "J%C3%BCrgen-%E5%AD%A6%E7%94%9F-%F0%9F%98%80")]
    public async Task An_id_in_the_path_is_encoded_once_and_its_quotes_stay_single(string id, string encoded)
    {
        const string One = """{"id":"1"}""";
        var graph = new StubGraph().Answers(One).Answers(One).Answers(One).Answers(One).Answers(One).Answers(One).Answers(EmptyPage)
            .Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage);
        var client = graph.CreateClient();

        await client.GetMeetingAsync(AttendanceSource.Meeting(Organizer.User(id), id));
        await client.GetWebinarAsync(id);
        await client.GetTownhallAsync(id);
        await client.GetSessionAsync(AttendanceSource.Townhall(id, id));
        await client.GetRegistrationAsync(VirtualEventKind.Webinar, id, id);
        await client.GetRegistrationAsync(VirtualEventKind.Townhall, id, id);
        await client.GetRegistrationsAsync(VirtualEventKind.Webinar, id).ToListAsync();
        await client.GetRegistrationsAsync(VirtualEventKind.Townhall, id).ToListAsync();
        await client.GetRegistrationsAsync(new VirtualEvent { Kind = VirtualEventKind.Webinar, Id = id }).ToListAsync();
        await client.GetRegistrationsAsync(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = id }).ToListAsync();
        await client.GetSessionsAsync(VirtualEventKind.Webinar, id).ToListAsync();
        await client.GetSessionsAsync(new VirtualEvent { Kind = VirtualEventKind.Webinar, Id = id }).ToListAsync();
        await client.GetSessionsAsync(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = id }).ToListAsync();

        const string Events = $"{LookUpCalls.Root}solutions/virtualEvents/";
        Assert.Equal(
            [
                $"{LookUpCalls.Root}users/{encoded}/onlineMeetings/{encoded}",
                $"{Events}webinars/{encoded}",
                $"{Events}townhalls/{encoded}",
                $"{Events}townhalls/{encoded}/sessions/{encoded}",
                $"{Events}webinars/{encoded}/registrations/{encoded}",
                $"{Events}townhalls/{encoded}/registrations/{encoded}",
                $"{Events}webinars/{encoded}/registrations",
                $"{Events}townhalls/{encoded}/registrations",
                $"{Events}webinars/{encoded}/registrations",
                $"{Events}townhalls/{encoded}/registrations",
                $"{Events}webinars/{encoded}/sessions",
                $"{Events}webinars/{encoded}/sessions",
                $"{Events}townhalls/{encoded}/sessions",
            ],
            graph.Urls);
    }

    [Theory]
    [InlineData("2026-03-01T10:00:00+02:00", "2026-03-01T10:00:00-05:30", "2026-03-01T08%3A00%3A00Z", "2026-03-01T15%3A30%3A00Z")]
    [InlineData("2026-03-01T10:00:00.5Z", "2026-03-01T10:00:00.5000001Z", "2026-03-01T10%3A00%3A00.5Z", "2026-03-01T10%3A00%3A00.5000001Z")]
    [InlineData("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00%3A00%3A00Z", "9999-12-31T23%3A59%3A59.9999999Z")]
    public async Task The_times_of_a_calendar_are_sent_in_UTC_in_any_culture(string from, string until, string start, string end)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "th-TH", "ar-SA", "fi-FI" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                var graph = new StubGraph().Answers(EmptyPage);

                await graph.CreateClient().GetCalendarMeetingsAsync(Organizer.Me, Time(from), Time(until)).ToListAsync();

                Assert.Equal(
                    [$"{LookUpCalls.Root}me/calendarView?endDateTime={end}&startDateTime={start}{LookUpCalls.CalendarOptions}"],
                    graph.Urls);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Two_versions_share_a_connection_and_stay_apart()
    {
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage);
        var client = graph.CreateClient();

        await client.WithVersion(GraphVersion.Beta).GetWebinarsAsync().ToListAsync();
        await client.GetWebinarsAsync().ToListAsync();

        Assert.Equal(
            [
                "https://graph.microsoft.com/beta/solutions/virtualEvents/webinars",
                "https://graph.microsoft.com/v1.0/solutions/virtualEvents/webinars",
            ],
            graph.Urls);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
