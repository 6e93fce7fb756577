using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Archive.Tests;

/// <summary>What becomes of a report that is saved, once or again.</summary>
public sealed class SavedReports
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User("anna"), "m");
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start.AddDays(1));

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_report_that_is_saved_again_stays_one_report(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await OpenAsync(database);

        Assert.Equal(ArchiveChange.Added, await archive.SaveAsync(Source, ReportOf("r", "ann", "ben")));
        Assert.Equal(ArchiveChange.Unchanged, await archive.SaveAsync(Source, ReportOf("r", "ann", "ben")));
        Assert.Equal(ArchiveChange.Added, await archive.SaveAsync(Source, ReportOf("other", "ann")));
        Assert.Equal(
            ArchiveChange.Added,
            await archive.SaveAsync(AttendanceSource.Meeting(Organizer.User("anna"), "n"), ReportOf("r", "ann", "ben")));

        Assert.Equal(
            ["1|other|1|0", "1|r|2|0", "2|r|2|0"],
            await database.QueryAsync(
                "SELECT meeting_id, graph_id, participant_count, revision FROM reports ORDER BY meeting_id, graph_id"));
        Assert.Equal(["5"], await database.QueryAsync("SELECT COUNT(*) FROM records"));
        Assert.Equal(["5"], await database.QueryAsync("SELECT COUNT(*) FROM stays"));
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM report_revisions"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_report_without_id_is_told_by_its_times_in_whatever_time_zone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await OpenAsync(database);
        var report = ReportOf("r", "ann") with { Id = null };

        Assert.Equal(ArchiveChange.Added, await archive.SaveAsync(Source, report));
        Assert.Equal(ArchiveChange.Unchanged, await archive.SaveAsync(Source, report));
        Assert.NotEqual(
            ArchiveChange.Added, await archive.SaveAsync(Source, report with { StartedAt = Start.ToOffset(TimeSpan.FromHours(2)) }));
        Assert.Equal(ArchiveChange.Added, await archive.SaveAsync(Source, report with { EndedAt = Start.AddMinutes(59) }));

        Assert.Equal(2, await archive.CreateClient().GetReportsAsync(Source).CountAsync());
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_report_that_has_grown_is_replaced_whole_and_its_earlier_state_noted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await OpenAsync(database);
        var grown = ReportOf("r", "ann", "cleo", "ben") with { ExternalEvents = [new ExternalEvent { EventId = "crm" }] };

        await archive.SaveAsync(Source, ReportOf("r", "ann", "ben"));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ArchiveChange.Replaced, await archive.SaveAsync(Source, grown));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ArchiveChange.Replaced, await archive.SaveAsync(Source, ReportOf("r")));
        Assert.Equal(ArchiveChange.Replaced, await archive.SaveAsync(Source, grown));

        Assert.Equal(grown, await archive.CreateClient().GetReportAsync(Source, "r"));
        Assert.Equal(["3"], await database.QueryAsync("SELECT COUNT(*) FROM stays"));
        Assert.Equal(["1"], await database.QueryAsync("SELECT COUNT(*) FROM external_events"));
        Assert.Equal(["3"], await database.QueryAsync("SELECT revision FROM reports"));
        Assert.Equal(
            ["0|2|2|120", "1|3|3|180", "2|0|0|0"],
            await database.QueryAsync(
                "SELECT revision, participant_count, record_count, COALESCE(total_attendance_seconds, 0) " +
                "FROM report_revisions ORDER BY revision"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_report_without_records_never_takes_away_those_that_are_kept(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await OpenAsync(database);
        var whole = ReportOf("r", "ann", "ben");

        Assert.Equal(ArchiveChange.Added, await archive.SaveAsync(Source, whole with { Records = null }));
        Assert.Null((await archive.CreateClient().GetReportAsync(Source, "r")).Records);
        Assert.Equal(ArchiveChange.Replaced, await archive.SaveAsync(Source, whole));
        Assert.Equal(ArchiveChange.Unchanged, await archive.SaveAsync(Source, whole with { Records = null }));
        Assert.Equal(ArchiveChange.Replaced, await archive.SaveAsync(Source, whole with { Records = null, ParticipantCount = 3 }));

        Assert.Equal(whole with { ParticipantCount = 3 }, await archive.CreateClient().GetReportAsync(Source, "r"));

        // Nobody came is another thing than nobody knows.
        Assert.Equal(ArchiveChange.Replaced, await archive.SaveAsync(Source, whole with { Records = [] }));
        Assert.Empty((await archive.CreateClient().GetReportAsync(Source, "r")).Records!);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_failure_in_the_middle_leaves_what_was_kept_before(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await OpenAsync(database);
        await archive.SaveAsync(Source, ReportOf("r", "ann", "ben"));
        var before = await database.QueryAsync("SELECT * FROM records ORDER BY position");
        await database.ExecuteAsync(kind == DatabaseKind.Sqlite
            ? "CREATE TRIGGER refuse BEFORE INSERT ON stays WHEN NEW.record_position = 2 BEGIN SELECT RAISE(ABORT, 'no room'); END"
            : """
              CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$ LANGUAGE plpgsql;
              CREATE TRIGGER refuse BEFORE INSERT ON stays FOR EACH ROW WHEN (NEW.record_position = 2) EXECUTE FUNCTION refuse();
              """);

        var exception = await Assert.ThrowsAsync<ArchiveException>(
            () => archive.SaveAsync(Source, ReportOf("r", "ann", "ben", "cleo", "dan")));
        await Assert.ThrowsAsync<ArchiveException>(() => archive.SaveAsync(Source, ReportOf("new", "ann", "ben", "cleo")));

        Assert.Contains("no room", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, await database.QueryAsync("SELECT * FROM records ORDER BY position"));
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM report_revisions"));
        Assert.Equal(ReportOf("r", "ann", "ben"), await archive.CreateClient().GetLatestReportAsync(Source));
        Assert.Equal(1, await archive.CreateClient().GetReportsAsync(Source).CountAsync());
        await database.ExecuteAsync(kind == DatabaseKind.Sqlite ? "DROP TRIGGER refuse" : "DROP TRIGGER refuse ON stays");
        Assert.Equal(ArchiveChange.Replaced, await archive.SaveAsync(Source, ReportOf("r", "ann", "ben", "cleo", "dan")));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Savers_at_once_keep_each_report_once_and_one_of_its_states_whole(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var one = await OpenAsync(database);
        await using var other = await OpenAsync(database);
        string[] people = ["ann", "ben", "cleo", "dan"];

        var changes = await Task.WhenAll(
            from archive in new[] { one, other }
            from count in Enumerable.Range(1, 4)
            from report in Enumerable.Range(0, 5)
            select Task.Run(() => archive.SaveAsync(Source, ReportOf($"{report}", people[..count]))));

        Assert.Equal(5, changes.Count(change => change == ArchiveChange.Added));
        var kept = await one.CreateClient().GetReportsAsync(Source, new ODataQuery { Expand = ["attendanceRecords"] }).ToListAsync();
        Assert.Equal(["0", "1", "2", "3", "4"], kept.Select(report => report.Id).Order(StringComparer.Ordinal));
        Assert.All(kept, report => Assert.Equal(ReportOf(report.Id!, people[..report.ParticipantCount!.Value]), report));
        Assert.Equal(
            [$"{changes.Count(change => change == ArchiveChange.Replaced)}"],
            await database.QueryAsync("SELECT COUNT(*) FROM report_revisions"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_calendar_that_changed_is_kept_as_it_is_now_save_for_what_had_taken_place(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await OpenAsync(database);
        var (owner, from, until) = (Organizer.User("anna"), Start.AddDays(-1), Start.AddDays(7));
        var past = Occurrence("past", Start, "li@fabrikam.com");
        var moved = Occurrence("moved", Start.AddDays(2), "li@fabrikam.com");

        await archive.SaveAsync(owner, from, until, [past, moved, Occurrence("called off", Start.AddDays(3))]);
        moved = Occurrence("moved", Start.AddDays(4), "li@fabrikam.com", "zoe@contoso.com");
        await archive.SaveAsync(owner, from, until, [moved]);
        await archive.SaveAsync(owner, from, until, [moved]);

        Assert.Equal([past, moved], await archive.CreateClient().GetCalendarMeetingsAsync(owner, from, until).ToListAsync());
        Assert.Equal(["3"], await database.QueryAsync("SELECT COUNT(*) FROM expected_people"));
        await archive.SaveAsync(owner, from, until, [past, moved]);
        Assert.Equal(["past|-", "moved|-"], await database.QueryAsync("SELECT event_id, removed_at FROM occurrences ORDER BY starts_at"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Meetings_events_sessions_and_registrations_are_replaced(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await OpenAsync(database);
        var client = archive.CreateClient();
        foreach (var suffix in new[] { "", " (new)", " (new)" })
        {
            var identity = new AttendeeIdentity { Id = "anna", DisplayName = $"Anna{suffix}" };
            var meeting = new OnlineMeeting
            {
                Source = Source,
                Id = "m",
                Subject = $"Review{suffix}",
                Organizer = new MeetingParticipant { Identity = identity },
                Attendees = [.. Enumerable.Range(0, 2 + suffix.Length).Select(n => new MeetingParticipant { UserPrincipalName = $"p{n}" })],
            };
            var webinar = new VirtualEvent
            {
                Kind = VirtualEventKind.Webinar,
                Id = "w",
                DisplayName = $"Launch{suffix}",
                CreatedBy = identity,
                CoOrganizers = suffix.Length == 0 ? [identity] : [],
                ExternalEvents = [new ExternalEvent { EventId = suffix }],
            };
            var session = new VirtualEventSession { Source = AttendanceSource.Webinar("w", "s"), Id = "s", Subject = $"Launch{suffix}" };
            Registration[] registrations =
            [
                .. Enumerable.Range(suffix.Length, 3)
                    .Select(n => new Registration { Id = $"{n}", Answers = [new RegistrationAnswer { Value = suffix }] }),
            ];

            await archive.SaveAsync(meeting);
            await archive.SaveAsync(webinar);
            await archive.SaveAsync(session);
            await archive.SaveAsync(VirtualEventKind.Webinar, "w", registrations);

            Assert.Equal(meeting, await client.GetMeetingAsync(Source));
            Assert.Equal(webinar, await client.GetWebinarAsync("w"));
            Assert.Equal([session], await client.GetSessionsAsync(webinar).ToListAsync());
            Assert.Equal(registrations, await client.GetRegistrationsAsync(webinar).ToListAsync());
        }

        Assert.Equal(["9|1|1|3|3"], await database.QueryAsync("""
            SELECT (SELECT COUNT(*) FROM expected_people), (SELECT COUNT(*) FROM hosts), (SELECT COUNT(*) FROM external_events),
                (SELECT COUNT(*) FROM registrations), (SELECT COUNT(*) FROM registration_answers)
            """));
    }

    private static CalendarMeeting Occurrence(string id, DateTimeOffset start, params string[] invited) => new()
    {
        Id = id,
        Start = DateTimeTimeZone.Utc(start),
        End = DateTimeTimeZone.Utc(start.AddHours(1)),
        JoinWebUrl = "https://teams.microsoft.com/meet/2345678?p=abc",
        Attendees = [.. invited.Select(address => new CalendarAttendee { EmailAddress = address })],
    };

    private static AttendanceReport ReportOf(string id, params string[] people) => new()
    {
        Id = id,
        StartedAt = Start,
        EndedAt = Start.AddHours(1),
        ParticipantCount = people.Length,
        Records =
        [
            .. people.Select(name => new AttendanceRecord
            {
                EmailAddress = $"{name}@contoso.com",
                TotalAttendance = TimeSpan.FromMinutes(1),
                Intervals = [new AttendanceInterval { JoinedAt = Start, LeftAt = Start.AddMinutes(1), Duration = TimeSpan.FromMinutes(1) }],
            }),
        ],
    };

    private Task<AttendanceArchive> OpenAsync(TestDatabase database) => database.OpenAsync(options => options.TimeProvider = _clock);
}
