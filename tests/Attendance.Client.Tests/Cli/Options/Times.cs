using System.CommandLine;
using System.Globalization;
using Attendance.Cli;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class Times
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-01", "2026-02-28T23:00:00Z")]
    [InlineData("2026-03-01T10:00", "2026-03-01T09:00:00Z")]
    [InlineData("2026-03-01 10:00:30", "2026-03-01T09:00:30Z")]
    [InlineData("2026-07-01T10:00:30.5", "2026-07-01T08:00:30.5Z")]
    [InlineData("2026-03-01T10:00Z", "2026-03-01T10:00:00Z")]
    [InlineData("2026-03-01T10:00:00+05:30", "2026-03-01T04:30:00Z")]
    [InlineData("today", "2026-11-21T23:00:00Z")]
    [InlineData("yesterday", "2026-11-20T23:00:00Z")]
    [InlineData("now", "2026-11-21T23:30:00Z")]
    [InlineData("7d", "2026-11-14T23:30:00Z")]
    [InlineData("12h", "2026-11-21T11:30:00Z")]
    [InlineData("90m", "2026-11-21T22:00:00Z")]
    [InlineData("30s", "2026-11-21T23:29:30Z")]
    [InlineData("2w", "2026-11-07T23:30:00Z")]
    [InlineData("2026-03-29T01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29T03:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T01:59", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T03:00", "2026-10-25T02:00:00Z")]
    public void Are_read_in_the_users_zone_where_a_range_begins(string text, string expected) =>
        Assert.Equal(Utc(expected), Read(text, "--from", Berlin));

    [Theory]
    [InlineData("2026-03-01", "2026-03-01T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T23:00:00Z")]
    [InlineData("2026-03-01T10:00", "2026-03-01T09:00:00Z")]
    [InlineData("today", "2026-11-22T23:00:00Z")]
    [InlineData("yesterday", "2026-11-21T23:00:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T01:30:00Z")]
    public void Count_to_the_end_where_a_range_ends(string text, string expected) =>
        Assert.Equal(Utc(expected), Read(text, "--to", Berlin));

    [Theory]
    [InlineData("this week", "2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z")]
    [InlineData("last week", "2026-11-08T23:00:00Z", "2026-11-15T23:00:00Z")]
    [InlineData("this month", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z")]
    [InlineData("last month", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")]
    [InlineData("Last-Month", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")]
    [InlineData("this year", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z")]
    [InlineData("last year", "2024-12-31T23:00:00Z", "2025-12-31T23:00:00Z")]
    [InlineData("2026-10", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")]
    [InlineData("2024-02", "2024-01-31T23:00:00Z", "2024-02-29T23:00:00Z")]
    [InlineData("2026", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z")]
    public void Of_a_whole_week_month_or_year_set_both_ends(string text, string from, string to)
    {
        Assert.Equal((Utc(from), Utc(to)), ReadRange("--from", text));
        Assert.Equal((Utc(from), Utc("2026-11-30T23:00:00Z")), ReadRange("--from", text, "--to", "2026-11-30"));
        Assert.Equal((null, Utc(to)), ReadRange("--to", text));
    }

    [Theory]
    [InlineData("2026-11-15T23:30:00Z", "2026-11-15T23:00:00Z")]
    [InlineData("2026-11-15T22:30:00Z", "2026-11-08T23:00:00Z")]
    [InlineData("2026-11-22T22:30:00Z", "2026-11-15T23:00:00Z")]
    public void Of_a_week_begin_on_its_monday_in_the_zone_of_the_user(string now, string from) =>
        Assert.Equal(Utc(from), Read("this week", "--from", Berlin, Utc(now)));

    [Fact]
    public void Of_days_and_moments_leave_the_end_open() =>
        Assert.Equal(
            (null, null, null),
            (ReadRange("--from", "today").To, ReadRange("--from", "7d").To, ReadRange("--from", "2026-10-01").To));

    [Theory]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z")]
    public void Begin_a_day_at_its_first_moment_where_midnight_is_skipped_or_comes_twice(string zone, string day, string expected) =>
        Assert.Equal(Utc(expected), Read(day, "--from", TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("01.03.2026")]
    [InlineData("2026-03-01T25:00")]
    [InlineData("7")]
    [InlineData("d")]
    [InlineData("-7d")]
    [InlineData("7y")]
    [InlineData("99999999999999999999d")]
    [InlineData("36501d")]
    [InlineData("0001-01-01")]
    [InlineData("0001")]
    [InlineData("9999-12")]
    [InlineData("2026-13")]
    [InlineData("next week")]
    [InlineData("last monday")]
    [InlineData("month")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59Z")]
    [InlineData("")]
    public void That_are_none_are_refused_with_what_would_be_one(string text)
    {
        var exception = Assert.Throws<UsageException>(() => Read(text, "--from", Berlin));

        Assert.Equal(
            $"--from is \"{text}\", which is no time. Pass a date such as 2026-03-01, a date " +
            "and time such as 2026-03-01T10:00 or 2026-03-01T10:00+01:00, a month or year such as 2026-03 or 2026, \"this week\", " +
            "\"last month\" and so on, today, yesterday, now, or how long ago, such as 7d or 12h.",
            exception.Message);
    }

    [Fact]
    public void That_the_clocks_skip_are_refused()
    {
        var exception = Assert.Throws<UsageException>(() => Read("2026-03-29T02:30", "--from", Berlin));

        Assert.Equal(
            "--from is \"2026-03-29T02:30\", which the clocks of Europe/Berlin skip. " +
            "Pass a time that they show, or one with its offset, such as 2026-03-29T02:30Z.",
            exception.Message);
    }

    [Fact]
    public void Make_no_range_backwards()
    {
        var command = new RootCommand();
        var range = new RangeOptions("a", "b");
        range.AddTo(command);

        var exception = Assert.Throws<UsageException>(
            () => range.Read(command.Parse("--from 2026-03-02 --to 2026-03-01"), new Zone(Berlin), Now));

        Assert.Equal(
            "--to is \"2026-03-01\", which is not after --from, \"2026-03-02\". Pass a later --to or an earlier --from.",
            exception.Message);
    }

    [Theory]
    [InlineData("Europe/Berlin", null)]
    [InlineData("UTC", "--time-zone Europe/Berlin")]
    public async Task Are_shown_in_the_users_zone(string machine, string? option)
    {
        var tool = new Tool { LocalTimeZone = TimeZoneInfo.FindSystemTimeZoneById(machine) };

        var reports = await tool.RunAsync($"reports --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ {option}");
        var show = await tool.RunAsync($"show --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ {option}");
        var stays = await tool.RunAsync($"show --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --stays {option}");
        var json = await tool.RunAsync($"reports --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --json {option}");

        Assert.Contains(" Start (Europe/Berlin)  End (Europe/Berlin)  Duration", reports.Output, StringComparison.Ordinal);
        Assert.Matches("  2021-10-12 06:30:00 +2021-10-12 07:15:30 +45m 30s ", reports.Output);
        Assert.Contains(
            "\n2021-10-12 06:30:00 to 2021-10-12 07:15:30 Europe/Berlin, 45m 30s, 4 people\n", show.Output, StringComparison.Ordinal);
        Assert.Contains("  Joined (Europe/Berlin)  Left (Europe/Berlin)  ", show.Output, StringComparison.Ordinal);
        Assert.Matches("  2021-10-12 07:02:40 +2021-10-12 07:15:20 +12m 40s\n", stays.Output);
        Assert.Contains("\"startedAt\": \"2021-10-12T04:30:00Z\"", json.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    public async Task Name_the_zone_as_people_know_it(string zone, string expected)
    {
        var result = await new Tool().RunAsync(["reports", "--demo", "--meeting", "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "--time-zone", zone]);

        Assert.Contains($" Start ({expected}) ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("show")]
    public async Task Fit_a_narrow_screen_however_long_the_name_of_the_zone(string command)
    {
        var tool = new Tool { TerminalWidth = 80 };

        var result = await tool.RunAsync(
            $"{command} --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --time-zone America/Argentina/Buenos_Aires");

        var table = result.PlainLines[2..];
        Assert.Contains(table, line => line.Contains("(America/", StringComparison.Ordinal));
        // The date of a report stands above its people.
        Assert.Contains(table, line => line.Contains(command == "show" ? " 01:30:00 " : " 2021-10-12 ", StringComparison.Ordinal));
        Assert.All(table, line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData("2026-10-24T23:59:59Z", "2026-10-25 01:59:59")]
    [InlineData("2026-10-25T00:00:00Z", "2026-10-25 02:00:00 +02:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25 02:59:59 +02:00")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25 02:00:00 +01:00")]
    [InlineData("2026-10-25T01:59:59Z", "2026-10-25 02:59:59 +01:00")]
    [InlineData("2026-10-25T02:00:00Z", "2026-10-25 03:00:00")]
    public void Have_their_offset_where_the_clocks_show_them_twice_and_there_alone(string time, string shown) =>
        Assert.Equal(shown, new Zone(Berlin).TextOf(Utc(time)));

    [Fact]
    public async Task That_come_twice_fit_a_narrow_screen_and_can_be_told_apart()
    {
        var (start, end) = (Utc("2026-10-25T00:30:00Z"), Utc("2026-10-25T01:30:00Z"));
        var record = new AttendanceRecord
        {
            Identity = new AttendeeIdentity { DisplayName = "Ada Lovelace" },
            EmailAddress = "ada.lovelace@contoso.com",
            Role = AttendeeRole.Presenter,
            TotalAttendance = end - start,
            Intervals = [new AttendanceInterval { JoinedAt = start, LeftAt = end }],
        };
        var report = new AttendanceReport
        {
            Id = "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89",
            StartedAt = start,
            EndedAt = end,
            ParticipantCount = 1,
            Records = [record],
        };
        var graph = new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "m"), report);
        var wide = new Tool { Handler = graph, LocalTimeZone = Berlin, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };
        var narrow = new Tool { Handler = graph, LocalTimeZone = Berlin, TerminalWidth = 80, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        var show = await wide.RunAsync("show --auth token --meeting m");

        Assert.Contains(
            "\n2026-10-25 02:30:00 +02:00 to 2026-10-25 02:30:00 +01:00 Europe/Berlin, 1h 0m 0s, 1 person\n", show.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "  2026-10-25 02:30:00 +02:00  2026-10-25 02:30:00 +01:00  1h 0m 0s      1\n", show.Output, StringComparison.Ordinal);
        foreach (var command in new[] { "reports", "show", "summary" })
        {
            var result = await narrow.RunAsync($"{command} --auth token --meeting m");

            var table = result.PlainLines.SkipWhile(line => !line.StartsWith('─')).ToList();
            Assert.Single(table, line => line.Contains(" 2026-10-25  2026-10-25 ", StringComparison.Ordinal));
            Assert.Single(table, line => line.Contains(" 02:30:00    02:30:00 ", StringComparison.Ordinal));
            Assert.Single(table, line => line.Contains(" +02:00      +01:00", StringComparison.Ordinal));
            Assert.All(table, line => Assert.InRange(line.Length, 0, 80));
        }
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static (DateTimeOffset? From, DateTimeOffset? To) ReadRange(params string[] args)
    {
        var command = new RootCommand();
        var range = new RangeOptions("a", "b");
        range.AddTo(command);
        return range.Read(command.Parse(args), new Zone(Berlin), Now);
    }

    private static DateTimeOffset? Read(string text, string option, TimeZoneInfo zone, DateTimeOffset? now = null)
    {
        var command = new RootCommand();
        var range = new RangeOptions("a", "b");
        range.AddTo(command);
        var (from, to) = range.Read(command.Parse([option, text]), new Zone(zone), now ?? Now);
        return option == "--from" ? from : to;
    }
}
