using System.Text;
using Attendance.Client.Analysis;
using FsCheck;
using FsCheck.Fluent;
using static Attendance.Client.Tests.Analysis.TeamsFiles.TeamsSample;

namespace Attendance.Client.Tests.Analysis.TeamsFiles;

/// <summary>Files that were cut, edited and spoiled.</summary>
public class DamagedFiles
{
    private static readonly TeamsFileNoteKind[] TellOfLoss =
    [
        TeamsFileNoteKind.Cut, TeamsFileNoteKind.LineUnreadable, TeamsFileNoteKind.CountDiffers, TeamsFileNoteKind.StaysIncomplete,
        TeamsFileNoteKind.StaysUnknown, TeamsFileNoteKind.LeaveUnknown, TeamsFileNoteKind.NothingRecorded,
    ];

    [Theory]
    [InlineData("01_list_2020_en-US.csv")]
    [InlineData("09_report_2021-04_fr-FR_6col.csv")]
    [InlineData("10_report_2021-10_pl-PL_7col.csv")]
    [InlineData("11_report_2022-11_en-GB_3sec.csv")]
    [InlineData("17_report_2026-09_en-US_4sec_engagement.csv")]
    [InlineData("20_liveevent_AttendeeReport.csv")]
    [InlineData("D2_excel_semicolon_cp1250_padded.csv")]
    [InlineData("D3_list_utf8bom_comma_quoted.csv")]
    public void Cut_at_any_byte_it_invents_nobody_and_no_time_and_tells_of_what_is_missing(string name)
    {
        var bytes = Bytes(name);
        var whole = Assert.Single(Read(bytes, InUtc).Reports);
        var names = whole.Records!.Select(record => record.Identity?.DisplayName).ToHashSet();
        var joins = whole.Records!.SelectMany(record => record.Intervals).Select(stay => stay.JoinedAt).ToHashSet();
        var leaves = whole.Records!.SelectMany(record => record.Intervals).Select(stay => stay.LeftAt).ToHashSet();
        var readings = 0;
        for (var length = 0; length < bytes.Length; length++)
        {
            using var cut = new MemoryStream(bytes, 0, length);
            if (!TeamsAttendanceFile.TryRead(cut, out var file, InUtc))
            {
                Assert.Equal(0, readings);
                continue;
            }

            readings++;
            if (file.Reports is not [var report])
            {
                Assert.Contains(file.Notes, note => note.Kind == TeamsFileNoteKind.NothingRecorded);
                continue;
            }

            Assert.True(report.StartedAt is null || report.StartedAt == whole.StartedAt, $"start, {length} bytes");
            Assert.True(report.ParticipantCount is null || report.ParticipantCount == whole.ParticipantCount, $"count, {length} bytes");
            foreach (var record in report.Records ?? [])
            {
                Assert.True(names.Contains(record.Identity?.DisplayName), $"{record.Identity?.DisplayName}, {length} bytes");
                foreach (var stay in record.Intervals)
                {
                    Assert.True(stay.JoinedAt is null || joins.Contains(stay.JoinedAt), $"{stay}, {length} bytes");
                    Assert.True(stay.LeftAt is null || leaves.Contains(stay.LeftAt), $"{stay}, {length} bytes");
                }
            }

            // A list that ends with somebody's last leave looks like a whole one, and so does a table of stays that ends with a row.
            var isLess = report.Records is null
                || report.Records.Count < whole.Records!.Count
                || report.Records.Sum(record => record.Intervals.Count(stay => stay.LeftAt is not null)) < leaves.Count;
            var mayBeWhole = file.Sessions[0].Kind switch
            {
                TeamsFileKind.EventList => true,
                TeamsFileKind.Report => EndsInRow(bytes, length),
                _ => false,
            };
            if (isLess && !mayBeWhole)
                Assert.True(file.Notes.Any(note => TellOfLoss.Contains(note.Kind)), $"{length} bytes of {name}:\n{Show(file)}");
        }

        Assert.NotEqual(0, readings);
    }

    [Fact]
    public void Spoiled_files_are_read_or_refused_and_never_anything_else()
    {
        var samples = Names.Select(Bytes).ToArray();
        var spoiled =
            from sample in Gen.Elements(samples)
            from places in Gen.Choose(0, sample.Length - 1).ListOf().Resize(12)
            from values in Gen.Elements<byte>(0, 9, 10, 13, 34, 44, 46, 49, 58, 59, 64, 0xFE, 0xFF, 0xD8).ListOf().Resize(12)
            select Spoil(sample, places.Zip(values));

        Prop.ForAll(spoiled.ToArbitrary(), bytes =>
        {
            using var stream = new MemoryStream(bytes);
            if (!TeamsAttendanceFile.TryRead(stream, out var file, InUtc))
                return;

            Assert.Contains(file.Notes, note => note.Kind == TeamsFileNoteKind.IdsUnknown);
            Assert.All(file.Reports.Where(report => report.Records is { Count: > 0 }), report => AttendanceSummary.Of(report));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_swallows_no_row()
    {
        var text = Encoding.Unicode.GetString(Bytes("02_list_2021_en-GB.csv"), 2, Bytes("02_list_2021_en-GB.csv").Length - 2);

        var spoiled = text.Replace("Bo Tran", "\"Bo\" Tran").Replace("Ada", "\"Ada");
        var report = Assert.Single(TeamsAttendanceFile.Parse(spoiled, InUtc).Reports);

        Assert.Equal(["Ines Lector", "\"Bo\" Tran", "\"Ada Finch"], report.Records!.Select(record => record.Identity!.DisplayName));
        Assert.Equal(Stays("02_list_2021_en-GB.csv"), report.Records!.Select(record => record.Intervals));
    }

    [Fact]
    public void Sections_in_another_order_are_the_same_session()
    {
        var text = Encoding.Unicode.GetString(Bytes("11_report_2022-11_en-GB_3sec.csv")).TrimStart('\uFEFF');
        var (second, third) = (text.IndexOf("2. ", StringComparison.Ordinal), text.IndexOf("3. ", StringComparison.Ordinal));

        var file = TeamsAttendanceFile.Parse(text[third..] + "\n" + text[second..third] + "\n" + text[..second], InUtc);

        Assert.Equal(Read("11_report_2022-11_en-GB_3sec.csv").Sessions, file.Sessions);
    }

    [Fact]
    public void Columns_in_another_order_are_found_by_their_headings()
    {
        var text = """
            Email;Leave Time;Full Name;Duration;Join Time
            dewi@example.edu;4/13/2021, 3:14:14 PM;Dewi Host;24m 13s;4/13/2021, 2:50:01 PM
            """;

        var record = Assert.Single(Assert.Single(TeamsAttendanceFile.Parse(text + "\n", InUtc).Reports).Records!);

        Assert.Equal(
            new AttendanceRecord
            {
                Identity = new AttendeeIdentity { DisplayName = "Dewi Host" },
                EmailAddress = "dewi@example.edu",
                TotalAttendance = TimeSpan.FromSeconds(1453),
                Intervals =
                [
                    new AttendanceInterval
                    {
                        JoinedAt = new DateTimeOffset(2021, 4, 13, 14, 50, 1, TimeSpan.Zero),
                        LeftAt = new DateTimeOffset(2021, 4, 13, 15, 14, 14, TimeSpan.Zero),
                        Duration = TimeSpan.FromSeconds(1453),
                    },
                ],
            },
            record);
    }

    [Fact]
    public void The_apostrophe_that_guards_a_spreadsheet_is_taken_away()
    {
        var text = "Full Name\tUser Action\tTimestamp\n'+15550100147\tJoined\t1/27/2021, 1:00:00 PM\n'Abd\tJoined\t1/27/2021, 1:00:00 PM\n";

        Assert.Equal(
            ["+15550100147", "'Abd"],
            TeamsAttendanceFile.Parse(text, InUtc).Reports[0].Records!.Select(record => record.Identity!.DisplayName));
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_told_with_its_number_and_its_text_cut_short()
    {
        var text = $"Full Name\tUser Action\tTimestamp\nAnn\tJoined\t27/01/2021, 12:56:45\n{new string('B', 200)}\tLeft\tyesterday\n";

        var note = Assert.Single(
            TeamsAttendanceFile.Parse(text, InUtc).Notes, note => note.Kind == TeamsFileNoteKind.LineUnreadable);

        Assert.Equal((3, new string('B', 80) + "…"), (note.Line, note.Text));
        Assert.Equal("Line 3: A time is none that Teams writes, or has no date, so it is unknown.", note.ToString());
    }

    [Fact]
    public void No_more_than_a_hundred_notes_are_of_one_kind()
    {
        var rows = string.Concat(Enumerable.Range(0, 500).Select(row => $"P{row}\tLeft\tyesterday\n"));

        var notes = TeamsAttendanceFile.Parse($"Full Name\tUser Action\tTimestamp\n{rows}", InUtc).Notes
            .Where(note => note.Kind == TeamsFileNoteKind.LineUnreadable).ToList();

        Assert.Equal((100, "The same holds for 401 more, which are not listed."), (notes.Count, notes[^1].Message));
    }

    private static IEnumerable<IReadOnlyList<AttendanceInterval>> Stays(string name) =>
        Assert.Single(Read(name).Reports).Records!.Select(record => record.Intervals);

    private static bool EndsInRow(byte[] bytes, int length) =>
        bytes[length] is 10 or 13 || bytes[length - 1] is 10 or 13 || bytes[length - 2] is 10 or 13;

    private static byte[] Spoil(byte[] sample, IEnumerable<(int Place, byte Value)> changes)
    {
        byte[] copy = [.. sample];
        foreach (var (place, value) in changes)
            copy[place] = value;
        return copy;
    }
}
