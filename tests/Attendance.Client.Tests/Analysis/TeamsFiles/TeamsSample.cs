using System.Globalization;
using System.Text;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Analysis.TeamsFiles;

/// <summary>Files as Teams makes them, invented, and what is read of them as text.</summary>
internal static class TeamsSample
{
    private const string Folder = "TeamsFiles/";

    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(TeamsSample).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".csv", StringComparison.Ordinal))
            .Select(name => name.Substring(Folder.Length))
            .Order(StringComparer.Ordinal),
    ];

    public static TeamsAttendanceFileOptions InUtc { get; } = new() { TimeZone = TimeZoneInfo.Utc };

    public static byte[] Bytes(string name) => Resource.Bytes(Folder + name);

    public static string Expected(string name) => Resource.Text($"{Folder}{name}.txt").ReplaceLineEndings("\n");

    public static TeamsAttendanceFile Read(string name, TeamsAttendanceFileOptions? options = null) => Read(Bytes(name), options ?? InUtc);

    public static TeamsAttendanceFile Read(byte[] bytes, TeamsAttendanceFileOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return TeamsAttendanceFile.Read(stream, options);
    }

    /// <summary>UTF-16 with a byte order mark, as Teams writes it.</summary>
    public static byte[] Utf16(string text) => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)];

    public static string Show(TeamsAttendanceFile file)
    {
        var text = new StringBuilder();
        Line($"language: {file.Language ?? "-"}");
        foreach (var session in file.Sessions)
        {
            var report = session.Report;
            Line($"{session.Kind}: {session.Title ?? "-"}, meeting {session.MeetingId ?? "-"}, report {report.Id ?? "-"}");
            Line($"  {Time(report.StartedAt)} to {Time(report.EndedAt)}, {(object?)report.ParticipantCount ?? "-"} attended");
            foreach (var record in report.Records ?? [])
            {
                var who = record.Identity;
                var ids = $"upn {who?.UserPrincipalName ?? "-"}, id {who?.Id ?? "-"}, record {record.Id ?? "-"}";
                var role = record.Role?.Value ?? "-";
                Line($"  {who?.DisplayName ?? "-"} <{record.EmailAddress ?? "-"}> {ids}, {role}, {Seconds(record.TotalAttendance)}");
                foreach (var stay in record.Intervals)
                    Line($"    {Time(stay.JoinedAt)} to {Time(stay.LeftAt)}, {Seconds(stay.Duration)}");
                foreach (var done in record.Engagements)
                    Line($"    {Time(done.At)} {done.Type ?? "-"} {done.SubType}");
            }

            if (report.Records is null)
                Line($"  no records");
        }

        foreach (var one in file.Registrations)
        {
            var answers = string.Join(", ", one.Answers.Select(answer => $"{answer.DisplayName} {answer.Value}"));
            Line($"registered: {one.FirstName} {one.LastName} <{one.Email}> {one.Status?.Value ?? "-"} {Time(one.RegisteredAt)} {answers}");
        }

        foreach (var note in file.Notes)
            Line($"note {note.Kind}: {note}{(note.Text is null ? "" : $" [{note.Text}]")}");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
    }

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";

    private static string Seconds(TimeSpan? length) =>
        length is { } known ? $"{known.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s" : "-";
}
