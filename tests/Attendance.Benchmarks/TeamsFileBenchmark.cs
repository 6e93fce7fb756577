using System.Globalization;
using System.Text;
using Attendance.Client.Analysis;
using BenchmarkDotNet.Attributes;

namespace Attendance.Benchmarks;

/// <summary>A file as organizers download it from Teams, read: a row for each participant, and one for each stay.</summary>
[MemoryDiagnoser]
public class TeamsFileBenchmark
{
    private static readonly TeamsAttendanceFileOptions Options = new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"),
    };

    private byte[] _file = [];

    [Params(1_000, 10_000, 100_000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var file = new StringBuilder();
        file.Append(
            CultureInfo.InvariantCulture,
            $"""
            1. Summary
            Meeting title	All hands
            Attended participants	{People}
            Start time	9/22/26, 2:48:05 PM
            End time	9/22/26, 6:11:26 PM

            2. Participants
            Name	First Join	Last Leave	In-Meeting Duration	Email	Participant ID (UPN)	Role

            """);
        for (var person = 0; person < People; person++)
            file.Append(CultureInfo.InvariantCulture, $"{Stay(person)}\tp{person}@contoso.com\tAttendee\n");
        file.Append("\n3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n");
        for (var person = 0; person < People; person++)
            file.Append(CultureInfo.InvariantCulture, $"{Stay(person)}\tAttendee\n");
        _file = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(file.ToString())];
        if (Read().Reports[0].Records?.Count != People)
            throw new InvalidOperationException("The file is not read as it is meant.");
    }

    [Benchmark]
    public TeamsAttendanceFile Read() => TeamsAttendanceFile.Read(new MemoryStream(_file), Options);

    private static string Stay(int person)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{person % 60:00}:{person / 60 % 60:00} PM");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Person {person}\t9/22/26, 3:{time}\t9/22/26, 4:{time}\t1h\tperson.{person}@contoso.com");
    }
}
