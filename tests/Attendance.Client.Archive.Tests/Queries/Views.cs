namespace Attendance.Client.Archive.Tests;

/// <summary>What the views for analysts say.</summary>
public sealed class Views
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User("anna"), "m");

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Attendance_has_a_row_for_each_record_with_plan_and_stays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await SaveAsync(archive, Invited("zoe@contoso.com"), new AttendanceRecord
        {
            EmailAddress = "Zoe@contoso.com",
            Identity = new AttendeeIdentity { Id = "Z", DisplayName = "Zoë" },
            Role = AttendeeRole.Presenter,
            TotalAttendance = TimeSpan.FromMinutes(42.5),
            Intervals =
            [
                new AttendanceInterval { JoinedAt = Start.AddMinutes(30), LeftAt = Start.AddMinutes(60) },
                new AttendanceInterval { JoinedAt = Start.AddMinutes(5), LeftAt = Start.AddMinutes(17) },
            ],
        });
        await archive.SaveAsync(
            new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = "t", CreatedBy = new AttendeeIdentity { Id = "ben" } });
        await archive.SaveAsync(new VirtualEventSession
        {
            Source = AttendanceSource.Townhall("t", "s"),
            Id = "s",
            Subject = "All hands",
            Start = DateTimeTimeZone.Utc(Start),
            End = DateTimeTimeZone.Utc(Start.AddHours(1)),
        });
        await archive.SaveAsync(AttendanceSource.Townhall("t", "s"), new AttendanceReport { Id = "t", Records = [new AttendanceRecord()] });

        Assert.Equal(
            ["anna|Meeting|users/anna/onlineMeetings/m|Review|z|Zoë|Zoe@contoso.com|Presenter|42.5",
             "ben|Townhall|solutions/virtualEvents/townhalls/t/sessions/s|All hands|-|-|-|-|-"],
            await database.QueryAsync(
                "SELECT organizer, kind, meeting, subject, person, name, email_address, role, minutes FROM attendance ORDER BY organizer"));
        Assert.Equal(
            ["1", "1"], await database.QueryAsync("SELECT COUNT(*) FROM attendance GROUP BY planned_start, planned_end, organizer"));
        Assert.Equal(["1"], await database.QueryAsync("""
            SELECT COUNT(*) FROM attendance
            WHERE first_join > planned_start AND first_join < '2026-03-02 09:06' AND last_leave = planned_end
                AND report_start = planned_start
            """));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Absent_is_who_was_invited_and_is_in_no_record_by_id_or_any_address(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await SaveAsync(
            archive,
            [
                .. Invited("came@contoso.com", "UPN@contoso.com", "mail@contoso.com", "away@contoso.com", "Anna@contoso.com"),
                new CalendarAttendee { Name = "Room 1", EmailAddress = "room1@contoso.com", Type = CalendarAttendeeType.Resource },
                new CalendarAttendee { Name = "Only a name" },
                new CalendarAttendee { Name = "Came by name" },
            ],
            new AttendanceRecord { EmailAddress = "CAME@contoso.com", Identity = new AttendeeIdentity { Id = "1" } },
            new AttendanceRecord { Identity = new AttendeeIdentity { Id = "2", UserPrincipalName = "upn@contoso.com" } },
            new AttendanceRecord { Identity = new AttendeeIdentity { Id = "3", Email = "mail@contoso.com" } },
            new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = "Came by Name" } });

        Assert.Equal(
            ["Review|-|away@contoso.com", "Review|Only a name|-"],
            await database.QueryAsync("SELECT subject, name, email_address FROM absences ORDER BY person"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Nobody_is_absent_where_there_is_no_report_or_its_records_are_not_known(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await SaveAsync(archive, Invited("away@contoso.com"));
        Assert.Equal(["1"], await database.QueryAsync("SELECT COUNT(*) FROM absences"));

        await database.ExecuteAsync($"UPDATE reports SET has_records = {(kind == DatabaseKind.Sqlite ? "0" : "FALSE")}");
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM absences"));

        await database.ExecuteAsync("UPDATE reports SET occurrence_id = NULL");
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM absences"));
    }

    private static CalendarAttendee[] Invited(params string[] addresses) =>
        [.. addresses.Select(address => new CalendarAttendee { EmailAddress = address })];

    private static async Task SaveAsync(AttendanceArchive archive, CalendarAttendee[] invited, params AttendanceRecord[] records)
    {
        var occurrence = new CalendarMeeting
        {
            Id = "event",
            Subject = "Review",
            Start = DateTimeTimeZone.Utc(Start),
            End = DateTimeTimeZone.Utc(Start.AddHours(1)),
            JoinWebUrl = "https://teams.microsoft.com/meet/2345678?p=abc",
            Organizer = new CalendarAttendee { Name = "Anna", EmailAddress = "anna@contoso.com" },
            Attendees = invited,
        };
        var ids = await archive.SaveCalendarAsync(
            Organizer.User("anna"), Start.AddDays(-1), Start.AddDays(1), [occurrence], CancellationToken.None);
        var report = new AttendanceReport { Id = "r", StartedAt = Start, EndedAt = Start.AddHours(1), Records = records };
        await archive.SaveAsync(Source, report, ids["event"], CancellationToken.None);
    }
}
