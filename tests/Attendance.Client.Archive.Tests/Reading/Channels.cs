namespace Attendance.Client.Archive.Tests;

/// <summary>In a channel, Graph lists with each meeting the reports of all of them.</summary>
public sealed class Channels
{
    private const string Thread = "19:0123456789abcdef@thread.tacv2";

    private static readonly AttendanceSource First = AttendanceSource.Meeting(Organizer.User("anna"), "first");
    private static readonly AttendanceSource Second = AttendanceSource.Meeting(Organizer.User("ben"), "second");

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task The_list_of_each_meeting_of_a_channel_has_the_reports_of_all_of_them_newest_first(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await SaveAsync(archive, First, Thread, ReportOf("a", day: 1), ReportOf("c", day: 3));
        await SaveAsync(archive, Second, Thread, ReportOf("b", day: 2), ReportOf("d", day: 4));
        await SaveAsync(archive, AttendanceSource.Meeting(Organizer.User("anna"), "other"), "19:other@thread.tacv2", ReportOf("e", day: 5));
        var client = archive.CreateClient();

        foreach (var source in new[] { First, Second })
        {
            Assert.Equal(["d", "c", "b", "a"], await client.GetReportsAsync(source).Select(report => report.Id).ToListAsync());
            Assert.Equal(ReportOf("d", day: 4), await client.GetLatestReportAsync(source));
            foreach (var (id, day) in new[] { ("a", 1), ("b", 2), ("c", 3), ("d", 4) })
                Assert.Equal(ReportOf(id, day), await client.GetReportAsync(source, id));
        }
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_report_that_was_saved_with_two_meetings_of_a_channel_is_listed_once_as_it_was_read_last(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var archive = await database.OpenAsync(options => options.TimeProvider = clock);
        var grown = ReportOf("a", day: 1) with { ParticipantCount = 2 };
        await SaveAsync(archive, Second, Thread, ReportOf("a", day: 1));
        clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(archive, First, Thread, grown);
        var client = archive.CreateClient();

        Assert.Equal([grown with { Records = null }], await client.GetReportsAsync(Second).ToListAsync());
        Assert.Equal(grown, await client.GetReportAsync(Second, "a"));
        Assert.Equal(grown, await client.GetLatestReportAsync(Second));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Meetings_that_share_the_thread_of_a_chat_keep_their_reports_apart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await SaveAsync(archive, First, "19:meeting_x@thread.v2", ReportOf("a", day: 1));
        await SaveAsync(archive, Second, "19:meeting_x@thread.v2", ReportOf("b", day: 2));

        Assert.Equal(["a"], await archive.CreateClient().GetReportsAsync(First).Select(report => report.Id).ToListAsync());
    }

    private static async Task SaveAsync(
        AttendanceArchive archive, AttendanceSource source, string thread, params AttendanceReport[] reports)
    {
        await archive.SaveAsync(new OnlineMeeting { Source = source, Id = ((MeetingSource)source).MeetingId, ThreadId = thread });
        foreach (var report in reports)
            Assert.Equal(ArchiveChange.Added, await archive.SaveAsync(source, report));
    }

    private static AttendanceReport ReportOf(string id, int day) => new()
    {
        Id = id,
        StartedAt = new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.Zero),
        EndedAt = new DateTimeOffset(2026, 3, day, 10, 0, 0, TimeSpan.Zero),
        ParticipantCount = 1,
        Records = [new AttendanceRecord { Id = id, EmailAddress = $"{id}@contoso.com" }],
    };
}
