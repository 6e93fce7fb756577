using System.Text.RegularExpressions;

namespace Attendance.Client.Archive.Tests;

/// <summary>Whatever people call themselves and whenever they come.</summary>
public sealed class StrangeTexts
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Theory]
    [OnSqlite("'); DROP TABLE reports; --"), OnPostgres("'); DROP TABLE reports; --")]
    [OnSqlite(" \t\r\n"), OnPostgres(" \t\r\n")]
    [OnSqlite(""), OnPostgres("")]
    [OnSqlite("😀 👩‍👩‍👧‍👦 \u202Eabc \u0001\u001B[31m\u007F\uFEFF\uFFFE")]
    [OnPostgres("😀 👩‍👩‍👧‍👦 \u202Eabc \u0001\u001B[31m\u007F\uFEFF\uFFFE")]
    public async Task A_name_comes_back_letter_by_letter(DatabaseKind kind, string name) => Assert.Equal(name, await KeepAsync(kind, name));

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task A_name_of_50_000_letters_comes_back_whole(DatabaseKind kind)
    {
        var name = string.Concat(Enumerable.Repeat("Zoë 李😀!", 6_250));

        Assert.Equal(name, await KeepAsync(kind, name));
    }

    // PostgreSQL refuses U+0000, and half a pair is no letter, so that both databases keep the same.
    [Theory]
    [OnSqlite(@"a\0b", "a\uFFFDb"), OnPostgres(@"a\0b", "a\uFFFDb")]
    [OnSqlite(@"\uD83D", "\uFFFD"), OnPostgres(@"\uD83D", "\uFFFD")]
    [OnSqlite(@"\uDE00\uD83D😀\uD83D", "\uFFFD\uFFFD😀\uFFFD"), OnPostgres(@"\uDE00\uD83D😀\uD83D", "\uFFFD\uFFFD😀\uFFFD")]
    public async Task What_no_database_can_hold_is_kept_as_a_replacement_character(DatabaseKind kind, string escaped, string kept) =>
        Assert.Equal(kept, await KeepAsync(kind, Regex.Unescape(escaped)));

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Ids_with_such_letters_lead_to_what_was_kept(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        var report = new AttendanceReport { Id = "r\uD83D", Records = [] };
        await archive.SaveAsync(Source, report);
        await archive.SaveAsync(
            VirtualEventKind.Webinar, "w", [new Registration { Id = "1", Answers = [new RegistrationAnswer { Choices = ["\0"] }] }]);

        Assert.Equal(ArchiveChange.Unchanged, await archive.SaveAsync(Source, report));
        Assert.Equal("r\uFFFD", (await archive.CreateClient().GetReportAsync(Source, "r\uD83D")).Id);
        Assert.Equal(
            ["\uFFFD"],
            (await archive.CreateClient().GetRegistrationAsync(VirtualEventKind.Webinar, "w", "1")).Answers[0].Choices);
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Times_keep_all_digits_from_the_first_to_the_last_that_there_is(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        DateTimeOffset[] times =
        [
            DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddTicks(1), DateTimeOffset.UnixEpoch.AddTicks(-1),
            new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567), DateTimeOffset.MaxValue.AddTicks(-1),
            DateTimeOffset.MaxValue,
        ];
        var reports = times.Select((time, index) => new AttendanceReport
        {
            Id = $"{index}",
            StartedAt = time,
            EndedAt = time,
            Records =
            [
                new AttendanceRecord
                {
                    TotalAttendance = TimeSpan.FromTicks(123_456_789_012_3),
                    Intervals = [new AttendanceInterval { JoinedAt = time, LeftAt = time, Duration = TimeSpan.FromTicks(-1) }],
                    Engagements = [new MeetingEngagement { At = time }],
                },
            ],
        }).ToList();

        foreach (var report in reports)
        {
            await archive.SaveAsync(Source, report);
            Assert.Equal(report, await archive.CreateClient().GetReportAsync(Source, report.Id!));
        }

        Assert.Equal(
            Enumerable.Reverse(reports),
            await archive.CreateClient().GetReportsAsync(Source, new ODataQuery { Expand = ["attendanceRecords"] }).ToListAsync());
        Assert.Equal(reports[^1], await archive.CreateClient().GetLatestReportAsync(Source));
        Assert.Null(await archive.CreateClient().WaitForReportAsync(Source, TimeSpan.Zero, endedAfter: DateTimeOffset.MaxValue));
    }

    private static async Task<string?> KeepAsync(DatabaseKind kind, string name)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        var report =
            new AttendanceReport { Id = "r", Records = [new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = name } }] };

        Assert.Equal(ArchiveChange.Added, await archive.SaveAsync(Source, report));
        Assert.Equal(ArchiveChange.Unchanged, await archive.SaveAsync(Source, report));
        return (await archive.CreateClient().GetReportAsync(Source, "r")).Records![0].Identity!.DisplayName;
    }
}
