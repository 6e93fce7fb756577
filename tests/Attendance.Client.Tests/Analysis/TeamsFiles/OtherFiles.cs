using System.Globalization;
using System.Text;
using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.TeamsFiles.TeamsSample;

namespace Attendance.Client.Tests.Analysis.TeamsFiles;

/// <summary>What is not from Teams, and what is too much.</summary>
public class OtherFiles
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("{\"value\":[]}")]
    [InlineData("PK\u0003\u0004\u0014\0\u0006\0")]
    [InlineData("1. Milk\n2. Bread\n3. Butter\n")]
    [InlineData("# Notes\n\n1. Summary\n\nWe met.\n")]
    [InlineData("Name,Email,Role\nAnn,ann@example.org,Editor\n")]
    [InlineData("Date,Amount,Text\n27/01/2021,12.50,Tea\n")]
    [InlineData("https://teams.microsoft.com/l/meetup-join/1\nhttps://teams.microsoft.com/l/meetup-join/2\n")]
    [InlineData("2021-01-27 12:00:01\tGET\t/index\n2021-01-27 12:00:02\tGET\t/about\n")]
    public void What_is_not_from_Teams_is_refused_with_a_remedy(string text)
    {
        Assert.False(TeamsAttendanceFile.TryParse(text, out var none, InUtc));
        Assert.Null(none);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.False(TeamsAttendanceFile.TryRead(stream, out none, InUtc));
        Assert.Null(none);
        var error = Assert.Throws<FormatException>(() => TeamsAttendanceFile.Parse(text));
        Assert.Contains("Download", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_export_is_no_file_of_Teams()
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteCsvAsync(RecordRow.Of(Read("11_report_2022-11_en-GB_3sec.csv").Reports[0]), writer);

        Assert.False(TeamsAttendanceFile.TryParse(writer.ToString(), out _));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read_to_its_end()
    {
        var options = new TeamsAttendanceFileOptions { MaxSize = 100_000 };
        const string Message =
            "The file is larger than 100000 bytes, which is the most that is read. Files from Teams are far smaller; " +
            "if this one is not, set a larger TeamsAttendanceFileOptions.MaxSize.";
        using var stream = new MemoryStream(new byte[1_000_000]);

        Assert.Equal(Message, Assert.Throws<FormatException>(() => TeamsAttendanceFile.Read(stream, options)).Message);
        Assert.True(stream.Position < stream.Length);
        stream.Position = 0;
        Assert.Equal(Message, (await Assert.ThrowsAsync<FormatException>(() => TeamsAttendanceFile.ReadAsync(stream, options))).Message);
        stream.Position = 0;
        Assert.False(TeamsAttendanceFile.TryRead(stream, out _, options));
        Assert.Equal(Message, Assert.Throws<FormatException>(() => TeamsAttendanceFile.Parse(new string('x', 100_001), options)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TeamsAttendanceFileOptions { MaxSize = 0 });
    }

    [Fact]
    public async Task Reading_can_be_canceled()
    {
        using var stream = new MemoryStream(Bytes("01_list_2020_en-US.csv"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TeamsAttendanceFile.ReadAsync(stream, InUtc, new CancellationToken(canceled: true)));
    }

    // A test that hangs is stopped; each of these takes minutes where time grows with the square of the length.
    [Theory]
    [InlineData("\"")]
    [InlineData("\t\"x")]
    [InlineData("\t")]
    [InlineData("\"\n")]
    [InlineData("1.a\n")]
    [InlineData("a\tb\n\n")]
    [InlineData("\uFEFF")]
    [InlineData("Name\tEmail\n")]
    [InlineData("A\tJoined\t1/27/2021, 1:00:00 PM\n")]
    [InlineData("A\tLeft\t1/27/2021, 1:00:00 PM\n")]
    public void Hostile_text_takes_time_that_grows_with_its_length_alone(string part)
    {
        var text = "Full Name\tUser Action\tTimestamp\nA\tJoined\t1/27/2021, 1:00:00 PM\n"
            + string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        Assert.Equal("A", TeamsAttendanceFile.Parse(text, InUtc).Reports[0].Records![0].Identity!.DisplayName);
    }

    [Fact]
    public void A_hundred_thousand_people_with_one_name_or_with_one_each_are_read()
    {
        const int Count = 100_000;
        const string Hour = "\t9/22/26, 3:00:00 PM\t9/22/26, 4:00:00 PM\t1h";
        var file = new StringBuilder("1. Summary\r\nMeeting title\tAll hands\r\nAttended participants\t200000\r\n");
        file.Append("Start time\t9/22/26, 2:48:05 PM\r\nEnd time\t9/22/26, 6:11:26 PM\r\n\r\n2. Participants\r\n");
        file.Append("Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\n");
        for (var person = 0; person < Count; person++)
        {
            file.Append(CultureInfo.InvariantCulture, $"P{person}{Hour}\tp{person}@example.org\t\tAttendee\r\n");
            file.Append("Guest\t9/22/26, 3:00:00 PM\t9/22/26, 4:00:00 PM\t1h\t\t\tAttendee\r\n");
        }

        file.Append("\r\n3. In-Meeting Activities\r\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\r\n");
        for (var person = 0; person < Count; person++)
        {
            file.Append(CultureInfo.InvariantCulture, $"P{person}{Hour}\tp{person}@example.org\tAttendee\r\n");
            file.Append("Guest\t9/22/26, 3:00:00 PM\t9/22/26, 4:00:00 PM\t1h\t\tAttendee\r\n");
        }

        var records = Assert.Single(Read(Utf16(file.ToString()), InUtc).Reports).Records!;

        Assert.Equal(2 * Count, records.Count);
        Assert.All(records, record => Assert.Equal(TimeSpan.FromHours(1), Assert.Single(record.Intervals).Duration));
    }
}
