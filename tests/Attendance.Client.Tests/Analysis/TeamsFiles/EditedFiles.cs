using System.Globalization;
using System.Text;
using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.TeamsFiles.TeamsSample;

namespace Attendance.Client.Tests.Analysis.TeamsFiles;

/// <summary>What people and spreadsheets do to files, done to each of the samples.</summary>
public class EditedFiles
{
    public static TheoryData<string> All { get; } = [.. Names];

    /// <summary>Samples without a cell that stands on several lines, whose lines are rows.</summary>
    public static TheoryData<string> OfRows { get; } = [.. Names.Where(name => !TextOf(name).Contains("part 2", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(All))]
    public void Cut_anywhere_a_file_tells_so_unless_it_ends_with_a_row(string name)
    {
        var bytes = Bytes(name);
        var whole = Read(name);
        for (var length = 0; length < bytes.Length; length++)
        {
            if (ReadOrRefuse(bytes[..length]) is not { } file || !Facts(whole).Except(Facts(file)).Any())
                continue;

            var last = Encoding.Latin1.GetString(bytes, 0, length + 1).Replace("\0", "", StringComparison.Ordinal)[^2..];
            Assert.True(
                last.IndexOfAny(['\r', '\n', '\u00FF', '\u00FE']) >= 0 || Told(whole, file), $"{length} bytes\n{Show(file)}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_one_of_its_lines_a_file_invents_nothing_that_it_does_not_tell(string name)
    {
        var lines = TextOf(name).Split('\n');
        var whole = Read(name);
        for (var index = 0; index < lines.Length; index++)
        {
            var file = ReadOrRefuse(string.Join('\n', [.. lines[..index], .. lines[(index + 1)..]]));
            var invented = file is null ? [] : Facts(file).Except(Facts(whole)).Where(fact => !Follows(fact, file)).ToList();
            Assert.True(invented.Count == 0 || Told(whole, file!), $"without {lines[index]}: {string.Join(", ", invented)}");
        }
    }

    [Theory]
    [MemberData(nameof(OfRows))]
    public void With_one_of_its_lines_twice_a_file_says_the_same_or_tells(string name)
    {
        var lines = TextOf(name).Split('\n');
        var whole = Read(name);
        for (var index = 0; index < lines.Length; index++)
        {
            var file = ReadOrRefuse(string.Join('\n', [.. lines[..(index + 1)], .. lines[index..]]))!;
            Assert.True(whole.Sessions.SequenceEqual(file.Sessions) || Told(whole, file), $"{lines[index]}\n{Show(file)}");
        }
    }

    [Theory]
    [MemberData(nameof(OfRows))]
    public void With_two_of_its_columns_in_each_others_place_a_file_says_the_same_or_tells(string name)
    {
        var text = TextOf(name);
        var separator = text.Contains('\t') ? '\t' : ';';
        var rows = text.Split('\n').Select(line => line.TrimEnd('\r').Split(separator)).ToList();
        var width = rows.Max(row => row.Length);
        var whole = Read(name);
        for (var first = 0; first < width; first++)
        {
            for (var second = first + 1; second < width; second++)
            {
                var file = ReadOrRefuse(string.Join('\n', rows.Select(row => string.Join(separator, Swapped(row, first, second)))));
                if (file is not null && !whole.Sessions.SequenceEqual(file.Sessions))
                    Assert.True(Told(whole, file), $"{first} and {second}\n{Show(file)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(OfRows))]
    public void Saved_in_another_encoding_and_with_another_separator_a_file_says_the_same(string name)
    {
        var text = TextOf(name);
        var whole = Read(name);
        string[] texts = text.Contains('\t') ? [text, Separated(text, ';'), Separated(text, ',')] : [text];
        Encoding[] encodings =
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode,
            new UnicodeEncoding(bigEndian: false, byteOrderMark: false), new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            Encoding.Latin1,
        ];
        foreach (var saved in texts)
        {
            foreach (var encoding in encodings.Where(encoding => encoding.GetString(encoding.GetBytes(saved)) == saved))
            {
                var file = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(saved)], InUtc);
                Assert.True(
                    whole.Sessions.SequenceEqual(file.Sessions), $"{encoding.WebName} {encoding.GetPreamble().Length}\n{Show(file)}");
            }
        }
    }

    [Fact]
    public void A_row_that_stands_twice_is_read_once_and_told()
    {
        var text = TextOf("11_report_2022-11_en-GB_3sec.csv");
        var row = text.Split('\n').Last(line => line.StartsWith("OKAFOR", StringComparison.Ordinal));

        var file = TeamsAttendanceFile.Parse(text + row + "\n", InUtc);

        Assert.Equal(Read("11_report_2022-11_en-GB_3sec.csv").Sessions, file.Sessions);
        var note = Assert.Single(file.Notes, note => note.Kind == TeamsFileNoteKind.RowRepeated);
        Assert.Equal("Line 19: The row stands in the file twice, and was read once.", note.ToString());
        Assert.StartsWith("OKAFOR Ben (EXT) | 14/11/22, 09:36:40", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_left_and_never_joined_is_told()
    {
        var file = TeamsAttendanceFile.Parse("Full Name\tUser Action\tTimestamp\nAnn\tLeft\t27/01/2021, 12:56:45\n", InUtc);

        Assert.Equal(
            "1 of the stays have no beginning in the file. Their beginnings and lengths are null.",
            Assert.Single(file.Notes, note => note.Kind == TeamsFileNoteKind.JoinUnknown).Message);
    }

    [Fact]
    public void A_session_that_ends_before_it_begins_is_told()
    {
        var text = TextOf("11_report_2022-11_en-GB_3sec.csv")
            .Replace("End time\t14/11/22, 09", "End time\t14/11/22, 08", StringComparison.Ordinal);

        Assert.Equal(
            "The file says that the session ended before it began. Both times were kept.",
            Assert.Single(TeamsAttendanceFile.Parse(text, InUtc).Notes, note => note.Kind == TeamsFileNoteKind.LineUnreadable).Message);
    }

    private static TeamsAttendanceFile? ReadOrRefuse(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return TeamsAttendanceFile.TryRead(stream, out var file, InUtc) ? file : null;
    }

    private static TeamsAttendanceFile? ReadOrRefuse(string text) => TeamsAttendanceFile.TryParse(text, out var file, InUtc) ? file : null;

    // Files in a language that is not known say from the start that columns were told by what they hold.
    private static bool Told(TeamsAttendanceFile whole, TeamsAttendanceFile file) =>
        file.Notes.Select(note => (note.Kind, note.Message)).Except(whole.Notes.Select(note => (note.Kind, note.Message))).Any();

    // A total follows from the stays that are there, and in a list of events, when somebody came from the first event that is there.
    private static bool Follows(string fact, TeamsAttendanceFile file) =>
        fact.StartsWith("total ", StringComparison.Ordinal)
        || (file.Sessions[0].Kind == TeamsFileKind.EventList && fact.Split(' ')[0] is "join" or "start");

    private static HashSet<string> Facts(TeamsAttendanceFile file)
    {
        HashSet<string> facts = [];
        foreach (var (title, report) in file.Sessions.Select(session => (session.Title, session.Report)))
        {
            Add($"title {title}", title);
            Add($"start {report.StartedAt:s}", report.StartedAt);
            Add($"end {report.EndedAt:s}", report.EndedAt);
            Add($"count {report.ParticipantCount}", report.ParticipantCount);
            foreach (var record in report.Records ?? [])
            {
                var who = $"{record.Identity?.DisplayName} {record.EmailAddress}";
                Add($"person {who}", who);
                Add($"total {who} {record.TotalAttendance}", record.TotalAttendance);
                Add($"role {who} {record.Role}", record.Role);
                foreach (var stay in record.Intervals)
                {
                    Add($"join {who} {stay.JoinedAt:s}", stay.JoinedAt);
                    Add($"leave {who} {stay.LeftAt:s}", stay.LeftAt);
                }
            }
        }

        return facts;

        void Add(FormattableString fact, object? value)
        {
            if (value is not null)
                facts.Add(fact.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string[] Swapped(string[] row, int first, int second)
    {
        // A summary has two columns, and what a spreadsheet adds to them is empty.
        if (row.Count(cell => cell.Length > 0) < 3 || second >= row.Length)
            return row;

        string[] swapped = [.. row];
        (swapped[first], swapped[second]) = (row[second], row[first]);
        return swapped;
    }

    private static string Separated(string text, char separator) => string.Join('\n', text.Split('\n').Select(line => string.Join(
        separator, line.TrimEnd('\r').Split('\t').Select(cell => cell.Contains(separator) ? $"\"{cell}\"" : cell))));

    private static string TextOf(string name)
    {
        var bytes = Bytes(name);
        var encoding = bytes switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [0xFF, 0xFE, ..] or [_, 0, ..] => Encoding.Unicode,
            _ when name.Contains("cp1250", StringComparison.Ordinal) => CodePagesEncodingProvider.Instance.GetEncoding(1250)!,
            _ when name.Contains("_saved_fr_", StringComparison.Ordinal) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => Encoding.UTF8,
        };
        return encoding.GetString(bytes, 0, encoding.Equals(Encoding.Unicode) ? bytes.Length & ~1 : bytes.Length).TrimStart('\uFEFF');
    }
}
