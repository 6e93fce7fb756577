using System.Net;
using System.Reflection;
using Attendance.Client.Testing;

namespace Attendance.Client.Archive.Tests;

/// <summary>The same question to Graph and to the archive has the same answer.</summary>
public sealed class EveryRead
{
    [Theory]
    [OnSqlite("samples"), OnSqlite("rich"), OnSqlite("tenant")]
    [OnPostgres("samples"), OnPostgres("rich"), OnPostgres("tenant")]
    public async Task Reports_and_records_are_those_of_Graph(DatabaseKind kind, string name)
    {
        await using var both = await Both.OfAsync(kind, name);
        var (graph, kept) = both.Clients;
        foreach (var source in both.Held.Meetings.Concat(both.Held.Sessions))
        {
            var reports = await graph.GetReportsAsync(source).ToListAsync();

            Assert.Equal(reports, await kept.GetReportsAsync(source).ToListAsync());

            // Graph leaves the records empty in a list, expanded or not, and the archive does what was asked for.
            var wholes = await kept.GetReportsAsync(source, WithRecords).ToListAsync();
            Assert.Equal(
                await graph.GetReportsAsync(source, WithRecords).ToListAsync(), wholes.ConvertAll(report => report with { Records = [] }));
            Assert.Equal(await graph.GetReportsWithRecordsAsync(source, reports).ToListAsync(), wholes);
            Assert.Equal(reports.Skip(1), await kept.GetReportsAsync(source, new ODataQuery { Skip = 1, Top = 1 }).ToListAsync());
            Assert.Equal(await graph.GetLatestReportAsync(source), await kept.GetLatestReportAsync(source));
            Assert.Equal(
                await graph.GetReportsWithRecordsAsync(source, reports).ToListAsync(),
                await kept.GetReportsWithRecordsAsync(source, reports).ToListAsync());
            if (reports.Count > 0)
            {
                Assert.Equal(
                    await graph.WaitForReportAsync(source, TimeSpan.FromMinutes(1)),
                    await kept.WaitForReportAsync(source, TimeSpan.FromMinutes(1)));
            }

            foreach (var report in reports)
            {
                Assert.Equal(await graph.GetReportAsync(source, report.Id!), await kept.GetReportAsync(source, report.Id!));
                Assert.Equal(report, await kept.GetReportAsync(source, report.Id!, new ODataQuery()));
                Assert.Equal(
                    await graph.GetRecordsAsync(source, report.Id!).ToListAsync(),
                    await kept.GetRecordsAsync(source, report.Id!).ToListAsync());
            }
        }
    }

    [Theory]
    [OnSqlite("samples"), OnSqlite("rich"), OnSqlite("tenant")]
    [OnPostgres("samples"), OnPostgres("rich"), OnPostgres("tenant")]
    public async Task Many_sources_are_read_as_from_Graph(DatabaseKind kind, string name)
    {
        await using var both = await Both.OfAsync(kind, name);
        var (graph, kept) = both.Clients;
        AttendanceSource[] sources =
            [.. both.Held.Meetings, AttendanceSource.Meeting(Organizer.Me, "unknown"), .. both.Held.Sessions];
        var seen = new List<BulkProgress>();
        var options = new BulkOptions { IncludeRecords = true };

        var fromGraph = await graph.GetReportsAsync(sources, options).ToListAsync();
        var fromArchive = await kept.GetReportsAsync(
            sources, options with { Progress = new Progress(seen) }).ToListAsync();

        Assert.Equal(ReportsBySource(fromGraph), ReportsBySource(fromArchive));
        Assert.Equal(sources[both.Held.Meetings.Count], Assert.Single(fromArchive, outcome => !outcome.IsSuccess).Source);
        Assert.Equal(new BulkProgress(sources.Length, 1), seen[^1]);
        var filtered = await kept.GetReportsAsync(sources.ToAsyncEnumerable(), options with { Filter = (_, _) => false }).ToListAsync();
        Assert.All(filtered.Where(outcome => outcome.IsSuccess), outcome => Assert.Empty(outcome.Reports!));
    }

    [Theory]
    [OnSqlite("samples"), OnSqlite("rich"), OnSqlite("tenant")]
    [OnPostgres("samples"), OnPostgres("rich"), OnPostgres("tenant")]
    public async Task Meetings_and_calendars_are_those_of_Graph(DatabaseKind kind, string name)
    {
        await using var both = await Both.OfAsync(kind, name);
        var (graph, kept) = both.Clients;
        foreach (var source in both.Held.Meetings)
        {
            var meeting = await graph.GetMeetingAsync(source);

            Assert.Equal(meeting, await kept.GetMeetingAsync(source));
            if (JoinLink.TryParse(meeting.JoinWebUrl, out var link))
            {
                var owner = ((MeetingSource)source).Organizer;
                Assert.Equal(await graph.FindMeetingAsync(owner, link), await kept.FindMeetingAsync(owner, link));
            }
        }

        foreach (var (owner, from, until) in both.Held.Calendars)
        {
            var meetings = await graph.GetCalendarMeetingsAsync(owner, from, until).ToListAsync();
            Assert.Equal(meetings, await kept.GetCalendarMeetingsAsync(owner, from, until).ToListAsync());

            // What only touches the range does not stand in it.
            foreach (var meeting in meetings)
            {
                var (begin, end) = (meeting.Start!.At!.Value, meeting.End!.At!.Value);
                Assert.Equal(
                    await graph.GetCalendarMeetingsAsync(owner, end, end.AddHours(1)).ToListAsync(),
                    await kept.GetCalendarMeetingsAsync(owner, end, end.AddHours(1)).ToListAsync());
                Assert.Equal(
                    await graph.GetCalendarMeetingsAsync(owner, begin.AddHours(-1), begin).ToListAsync(),
                    await kept.GetCalendarMeetingsAsync(owner, begin.AddHours(-1), begin).ToListAsync());
                Assert.Equal(
                    await graph.GetCalendarMeetingsAsync(owner, begin, begin.AddTicks(1)).ToListAsync(),
                    await kept.GetCalendarMeetingsAsync(owner, begin, begin.AddTicks(1)).ToListAsync());
            }
        }
    }

    [Theory]
    [OnSqlite("samples"), OnSqlite("rich"), OnSqlite("tenant")]
    [OnPostgres("samples"), OnPostgres("rich"), OnPostgres("tenant")]
    public async Task Webinars_and_town_halls_with_all_that_belongs_to_them_are_those_of_Graph(DatabaseKind kind, string name)
    {
        await using var both = await Both.OfAsync(kind, name);
        var (graph, kept) = both.Clients;

        Assert.Equal(await graph.GetWebinarsAsync().ToListAsync(), await kept.GetWebinarsAsync().ToListAsync());
        Assert.Equal(await graph.GetTownhallsAsync().ToListAsync(), await kept.GetTownhallsAsync().ToListAsync());
        foreach (var user in both.Held.Organizers.Select(Organizer.User))
        {
            foreach (var role in Enum.GetValues<VirtualEventRole>())
            {
                Assert.Equal(await graph.GetWebinarsAsync(user, role).ToListAsync(), await kept.GetWebinarsAsync(user, role).ToListAsync());
                Assert.Equal(
                    await graph.GetTownhallsAsync(user, role).ToListAsync(), await kept.GetTownhallsAsync(user, role).ToListAsync());
            }
        }

        foreach (var (eventKind, id) in both.Held.Events)
        {
            if (eventKind == VirtualEventKind.Webinar)
                Assert.Equal(await graph.GetWebinarAsync(id), await kept.GetWebinarAsync(id));
            else
                Assert.Equal(await graph.GetTownhallAsync(id), await kept.GetTownhallAsync(id));
            var sessions = await kept.GetSessionsAsync(eventKind, id).ToListAsync();

            // Graph's list is short, and the archive's is not.
            Assert.Equal(
                await graph.GetSessionsAsync(eventKind, id).ToListAsync(),
                sessions.ConvertAll(session => session with { Capacity = null }));
            foreach (var session in sessions)
                Assert.Equal(await graph.GetSessionAsync(session.Source!), session);
            var registrations = await graph.GetRegistrationsAsync(eventKind, id).ToListAsync();
            Assert.Equal(registrations, await kept.GetRegistrationsAsync(eventKind, id).ToListAsync());
            foreach (var registration in registrations)
                Assert.Equal(registration, await kept.GetRegistrationAsync(eventKind, id, registration.Id!));
        }
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task What_was_not_kept_is_an_error_and_never_empty(DatabaseKind kind)
    {
        await using var both = await Both.OfAsync(kind, "samples");
        var kept = both.Clients.Kept;
        var unknown = AttendanceSource.Meeting(Organizer.Me, "unknown");
        Func<Task>[] reads =
        [
            () => kept.GetReportAsync(SampleData.Meeting, "unknown"),
            async () => await kept.GetReportsAsync(unknown).ToListAsync(),
            () => kept.GetLatestReportAsync(unknown),
            () => kept.WaitForReportAsync(unknown, TimeSpan.FromMinutes(1)),
            async () => await kept.GetRecordsAsync(SampleData.Meeting, "unknown").ToListAsync(),
            () => kept.GetMeetingAsync(unknown),
            async () => await kept.GetCalendarMeetingsAsync(Organizer.User("unknown"), Early, Early.AddDays(1)).ToListAsync(),
            async () => await kept.GetGroupMembersAsync("unknown").ToListAsync(),
            () => kept.GetWebinarAsync("unknown"),
            () => kept.GetTownhallAsync("unknown"),
            async () => await kept.GetSessionsAsync(VirtualEventKind.Townhall, "unknown").ToListAsync(),
            () => kept.GetSessionAsync(AttendanceSource.Webinar("unknown", "unknown")),
            async () => await kept.GetRegistrationsAsync(VirtualEventKind.Webinar, "unknown").ToListAsync(),
            () => kept.GetRegistrationAsync(VirtualEventKind.Webinar, both.Held.Events[0].Id, "unknown"),
        ];

        foreach (var read in reads)
        {
            var exception = await Assert.ThrowsAsync<AttendanceRequestException>(read);
            Assert.Equal((HttpStatusCode.NotFound, AttendanceErrorReason.NotFound), (exception.Status, exception.Reason));
            Assert.EndsWith(
                "Harvest it while Graph still has it, or check what was asked for.", exception.Message, StringComparison.Ordinal);
        }

        Assert.Null(await kept.FindMeetingAsync(Organizer.User("unknown"), SampleData.JoinLink));
    }

    // A method that is not replaced would go to Graph, or need what a client of an archive has not.
    [Fact]
    public async Task No_method_of_the_client_goes_past_the_archive()
    {
        await using var both = await Both.OfAsync(DatabaseKind.Sqlite, "samples");
        var type = both.Clients.Kept.GetType();

        var inherited = typeof(AttendanceClient).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method =>
                type.GetMethod(method.Name, [.. method.GetParameters().Select(parameter => parameter.ParameterType)])!.DeclaringType
                != type)
            .Select(method => method.Name);

        // It asks GetReportAsync for each report.
        Assert.Equal(["GetReportsWithRecordsAsync"], inherited);
    }

    private static readonly DateTimeOffset Early = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static ODataQuery WithRecords => new() { Expand = ["attendanceRecords"] };

    private static List<(string Source, AttendanceReport? Report)> ReportsBySource(IEnumerable<AttendanceOutcome> outcomes) =>
    [
        .. outcomes.OrderBy(outcome => outcome.Source.ToString(), StringComparer.Ordinal).SelectMany(outcome =>
            outcome.IsSuccess
                ? outcome.Reports.Select(report => (outcome.Source.ToString(), (AttendanceReport?)report))
                : [(outcome.Source.ToString(), null)]),
    ];

    private sealed class Progress(List<BulkProgress> seen) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => seen.Add(value);
    }

    private sealed class Both(TestDatabase database, KeptGraph held, AttendanceArchive archive) : IAsyncDisposable
    {
        public KeptGraph Held => held;

        public (AttendanceClient Graph, AttendanceClient Kept) Clients { get; } = (held.Client, archive.CreateClient());

        public static async Task<Both> OfAsync(DatabaseKind kind, string name)
        {
            var (database, held) = (await TestDatabase.CreateAsync(kind), KeptGraph.Of(name));
            var archive = await database.OpenAsync();
            await held.SaveAsync(archive);
            return new Both(database, held, archive);
        }

        public async ValueTask DisposeAsync()
        {
            await archive.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
