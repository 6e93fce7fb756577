using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.TeamsFiles.TeamsSample;

namespace Attendance.Client.Tests.Analysis.TeamsFiles;

/// <summary>Dates in any order, and times of a clock whose zone no file names.</summary>
public class TimesOfFiles
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Without_a_zone_times_are_null_and_lengths_are_known()
    {
        var file = Read("11_report_2022-11_en-GB_3sec.csv", new TeamsAttendanceFileOptions());

        var report = Assert.Single(file.Reports);
        Assert.Equal((null, null), (report.StartedAt, report.EndedAt));
        Assert.Equal(
            [(null, null, TimeSpan.FromSeconds(308)), (null, null, TimeSpan.FromSeconds(814))],
            report.Records![1].Intervals.Select(stay => (stay.JoinedAt, stay.LeftAt, stay.Duration)));
        Assert.Contains(file.Notes, note => note.Kind == TeamsFileNoteKind.TimeZoneUnknown
            && note.Message.Contains("2022-11-14 09:29:07", StringComparison.Ordinal));
    }

    [Fact]
    public void Live_events_are_in_UTC_whatever_the_zone()
    {
        var file = Read("20_liveevent_AttendeeReport.csv", new TeamsAttendanceFileOptions { TimeZone = Berlin });

        Assert.Equal(Utc(2022, 1, 25, 16, 48, 8), file.Reports[0].Records![0].Intervals[0].JoinedAt);
        Assert.DoesNotContain(Read("20_liveevent_AttendeeReport.csv", new()).Notes, note => note.Kind == TeamsFileNoteKind.TimeZoneUnknown);
    }

    [Fact]
    public void Times_are_of_the_zone_that_is_given() =>
        Assert.Equal(
            Utc(2022, 11, 14, 8, 29, 7),
            Read("11_report_2022-11_en-GB_3sec.csv", new TeamsAttendanceFileOptions { TimeZone = Berlin }).Reports[0].StartedAt);

    [Fact]
    public void Where_clocks_show_an_hour_twice_the_stated_length_tells_which_it_was()
    {
        var file = TeamsAttendanceFile.Parse(
            """
            Full Name;Join Time;Leave Time;Duration;Email
            Ann;30/10/2022, 01:50:00;30/10/2022, 02:10:00;20m;ann@example.org
            Bob;30/10/2022, 01:50:00;30/10/2022, 02:10:00;1h 20m;bob@example.org

            """,
            new TeamsAttendanceFileOptions { TimeZone = Berlin });

        Assert.Equal(
            [(Utc(2022, 10, 30, 0, 10, 0), TimeSpan.FromMinutes(20)), (Utc(2022, 10, 30, 1, 10, 0), TimeSpan.FromMinutes(80))],
            file.Reports[0].Records!.Select(record => (record.Intervals[0].LeftAt, record.Intervals[0].Duration!.Value)));
        Assert.Contains(file.Notes, note => note.Kind == TeamsFileNoteKind.ClockChange);
    }

    [Theory]
    [InlineData("27/01/2021, 12:56:45", 2021, 1, 27, 12, null)]
    [InlineData("1/27/2021, 12:56:45 AM", 2021, 1, 27, 0, null)]
    [InlineData("11/4/20, 9:56:45 PM", 2020, 11, 4, 21, TeamsFileNoteKind.DateOrderAssumed)]
    [InlineData("05.02.24, 09:56:45", 2024, 2, 5, 9, TeamsFileNoteKind.DateOrderAssumed)]
    [InlineData("05-02-24 09:56:45", 2024, 2, 5, 9, TeamsFileNoteKind.DateOrderAssumed)]
    [InlineData("13/04/2021 à 09:56:45", 2021, 4, 13, 9, null)]
    [InlineData("22. 10. 2020 8:56:45", 2020, 10, 22, 8, null)]
    [InlineData("2024/2/5 上午9:56:45", 2024, 2, 5, 9, null)]
    [InlineData("2024年2月5日 下午9:56:45", 2024, 2, 5, 21, null)]
    [InlineData("24. 12. 25. 오후 9:56:45", 2025, 12, 24, 21, TeamsFileNoteKind.DateOrderAssumed)]
    [InlineData("2021-01-27 12:56:45", 2021, 1, 27, 12, null)]
    [InlineData("1/27/2021, 9:56:45\u202FPM", 2021, 1, 27, 21, null)]
    [InlineData("\u200F٢٧\u200F/\u200F١\u200F/\u200F٢٠٢١، ٩:٥٦:٤٥ م", 2021, 1, 27, 21, null)]
    [InlineData("2/2/2021, 9:56:45 pm", 2021, 2, 2, 21, null)]
    public void Dates_are_read_as_clients_write_them(string text, int year, int month, int day, int hour, TeamsFileNoteKind? note)
    {
        var file = TeamsAttendanceFile.Parse($"Full Name\tUser Action\tTimestamp\nAnn\tJoined\t{text}\n", InUtc);

        Assert.Equal(Utc(year, month, day, hour, 56, 45), file.Reports[0].StartedAt);
        Assert.Equal(note, file.Notes.Select(item => (TeamsFileNoteKind?)item.Kind).FirstOrDefault(IsOfDates));
    }

    [Fact]
    public void A_date_that_nothing_decides_is_null_until_the_caller_says()
    {
        const string Text = "Full Name\tUser Action\tTimestamp\nAnn\tJoined\t2/1/25, 9:04:01 pm\nAnn\tLeft\t2/1/25, 9:05:01 pm\n";

        var file = TeamsAttendanceFile.Parse(Text, InUtc);
        Assert.Equal(
            new AttendanceInterval { Duration = TimeSpan.FromMinutes(1) }, Assert.Single(file.Reports[0].Records![0].Intervals));
        Assert.Contains(file.Notes, note => note.Kind == TeamsFileNoteKind.DateOrderUnknown
            && note.Message.StartsWith("The first date may be 2025-01-02 or 2025-02-01,", StringComparison.Ordinal));

        Assert.Equal(Utc(2025, 2, 1, 21, 4, 1), Start(InUtc with { DateOrder = TeamsFileDateOrder.MonthDayYear }));
        Assert.Equal(Utc(2025, 1, 2, 21, 4, 1), Start(InUtc with { DateOrder = TeamsFileDateOrder.DayMonthYear }));
        Assert.Equal(Utc(2025, 1, 2, 21, 4, 1), Start(InUtc with { DownloadedAt = Utc(2025, 1, 3, 8, 0, 0) }));

        static DateTimeOffset? Start(TeamsAttendanceFileOptions options)
        {
            var read = TeamsAttendanceFile.Parse(Text, options);
            Assert.DoesNotContain(read.Notes, note => IsOfDates(note.Kind));
            return read.Reports[0].StartedAt;
        }
    }

    [Fact]
    public void Stays_over_midnight_tell_the_order_by_their_lengths()
    {
        var file = TeamsAttendanceFile.Parse(
            "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\n" +
            "Ann\t2/1/25, 11:50:00 pm\t2/2/25, 12:10:00 am\t20m 0s\tann@example.org\n", InUtc);

        Assert.Equal(Utc(2025, 2, 1, 23, 50, 0), file.Reports[0].Records![0].Intervals[0].JoinedAt);
        Assert.DoesNotContain(file.Notes, note => IsOfDates(note.Kind));
    }

    [Fact]
    public void An_order_that_the_dates_refuse_is_told()
    {
        var file = Read("02_list_2021_en-GB.csv", InUtc with { DateOrder = TeamsFileDateOrder.MonthDayYear });

        Assert.Equal(Utc(2021, 1, 27, 12, 56, 45), file.Reports[0].StartedAt);
        Assert.Contains(file.Notes, note => note.Kind == TeamsFileNoteKind.DateOrderDiffers);
    }

    [Fact]
    public void Seconds_that_a_spreadsheet_took_away_are_told()
    {
        var file = TeamsAttendanceFile.Parse("Full Name;User Action;Timestamp\nAnn;Joined;27/01/2021 12:56\n", InUtc);

        Assert.Equal(Utc(2021, 1, 27, 12, 56, 0), file.Reports[0].StartedAt);
        Assert.Contains(file.Notes, note => note.Kind == TeamsFileNoteKind.SavedAgain
            && note.Message.StartsWith("Some times have no seconds", StringComparison.Ordinal));
    }

    private static bool IsOfDates(TeamsFileNoteKind? kind) =>
        kind is TeamsFileNoteKind.DateOrderAssumed or TeamsFileNoteKind.DateOrderUnknown or TeamsFileNoteKind.DateOrderDiffers;

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute, int second) =>
        new(year, month, day, hour, minute, second, TimeSpan.Zero);
}
